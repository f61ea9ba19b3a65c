extension Image {
    /// The image at the largest size that fits into a square, and never larger than it is.
    func scaled(toFit edge: Int) -> Image {
        let longer = max(width, height)
        guard longer > edge, edge > 0 else { return self }
        return scaled(
            width: max(1, (width * edge + longer / 2) / longer),
            height: max(1, (height * edge + longer / 2) / longer)
        )
    }

    /// The image at a smaller size.
    ///
    /// A pixel of the result is the mean of the area that it covers, with the pixels that are only
    /// partly in it counted for that part. Four pixels become three like this:
    ///
    /// ```
    /// | 0  0  0 | 1  1  1 | 2  2  2 | 3  3  3 |     each of the four in three parts
    /// | 0  0  0  1 | 1  1  2  2 | 2  3  3  3 |     each of the three has four of them
    /// ```
    ///
    /// So all of it is integers, and no pixel counts more than another. Means are of light, not of
    /// samples, which are steps of equal size for the eye: fine black and white lines become the grey
    /// they look like from afar, not a darker one.
    func scaled(width newWidth: Int, height newHeight: Int) -> Image {
        var scaled: [UInt8] = []
        scaled.reserveCapacity(newWidth * newHeight * channels)
        let columns = (0..<newWidth).map { Span(of: $0, from: width, to: newWidth) }
        // At most 2^16 of light for each part of the file's pixels, of which memory holds less than 2^47.
        let area = UInt64(width) * UInt64(height)
        for newRow in 0..<newHeight {
            let rows = Span(of: newRow, from: height, to: newHeight)
            var sums = [UInt64](repeating: 0, count: newWidth * channels)
            for row in rows.pixels {
                let rowWeight = rows.weight(of: row)
                for newColumn in 0..<newWidth {
                    let span = columns[newColumn]
                    for column in span.pixels {
                        let weight = UInt64(rowWeight * span.weight(of: column))
                        let place = (row * width + column) * channels
                        for channel in 0..<channels {
                            let light = UInt64(Light.ofSample(samples[place + channel]))
                            sums[newColumn * channels + channel] += weight * light
                        }
                    }
                }
            }
            for sum in sums { scaled.append(Light.sample(of: (sum + area / 2) / area)) }
        }
        return Image(width: newWidth, height: newHeight, channels: channels, samples: scaled)
    }

    /// The pixels of a row that become one pixel of a shorter row.
    private struct Span {
        let pixels: ClosedRange<Int>
        /// In parts of a pixel, of which one has as many as the shorter row has pixels.
        private let parts: Range<Int>
        private let partsOfPixel: Int

        init(of pixel: Int, from length: Int, to newLength: Int) {
            parts = pixel * length..<(pixel + 1) * length
            partsOfPixel = newLength
            pixels = parts.lowerBound / newLength...(parts.upperBound - 1) / newLength
        }

        /// How many parts of a pixel are in the span.
        func weight(of pixel: Int) -> Int {
            let own = pixel * partsOfPixel..<(pixel + 1) * partsOfPixel
            return own.clamped(to: parts).count
        }
    }
}
