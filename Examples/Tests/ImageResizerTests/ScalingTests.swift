import Testing

@testable import ImageResizer

struct ScalingTests {
    private func grey(_ width: Int, _ height: Int, _ samples: [UInt8]) -> Image {
        Image(width: width, height: height, channels: 1, samples: samples)
    }

    @Test
    func leavesASurfaceAsItIs() {
        for value in [0, 1, 59, 128, 254, 255] as [UInt8] {
            let image = Image(
                width: 17,
                height: 13,
                channels: 3,
                samples: [UInt8](repeating: value, count: 17 * 13 * 3)
            )
            for (width, height) in [(1, 1), (5, 3), (16, 12), (17, 13), (7, 13)] {
                let scaled = image.scaled(width: width, height: height)
                #expect(scaled.samples.count == width * height * 3)
                #expect(scaled.samples.allSatisfy { $0 == value })
            }
        }
    }

    @Test
    func mixesLightAndNotSamples() {
        // Half the light of white is the sample 188 of sRGB; the mean of the samples would be 128.
        let board = grey(4, 4, (0..<16).map { ($0 + $0 / 4) % 2 == 0 ? 0 : 255 })
        #expect(board.scaled(width: 2, height: 2).samples == [188, 188, 188, 188])
        #expect(board.scaled(width: 1, height: 1).samples == [188])
    }

    @Test
    func countsAPixelForThePartThatIsCovered() {
        // Of four pixels in three, each has one and a third. The second pixel of the four is
        // a quarter of the first of the three, and half of the second.
        let row = grey(4, 1, [0, 255, 0, 0])
        let quarter: UInt8 = 137
        let half: UInt8 = 188
        #expect(row.scaled(width: 3, height: 1).samples == [quarter, half, 0])
        let column = grey(1, 4, [0, 255, 0, 0])
        #expect(column.scaled(width: 1, height: 3).samples == [quarter, half, 0])
    }

    @Test
    func keepsChannelsApart() {
        let image = Image(width: 2, height: 1, channels: 3, samples: [255, 0, 10, 255, 0, 10])
        #expect(image.scaled(width: 1, height: 1).samples == [255, 0, 10])
    }

    @Test(arguments: [
        (300, 200, 128, 128, 85), (200, 300, 128, 85, 128), (128, 128, 128, 128, 128),
        (129, 1, 128, 128, 1), (10_000, 1, 128, 128, 1), (60, 40, 128, 60, 40), (3, 3, 1, 1, 1),
    ])
    func fitsIntoASquare(width: Int, height: Int, edge: Int, newWidth: Int, newHeight: Int) {
        let image = grey(width, height, [UInt8](repeating: 9, count: width * height))
        let scaled = image.scaled(toFit: edge)
        #expect((scaled.width, scaled.height) == (newWidth, newHeight))
        #expect(scaled.samples.count == newWidth * newHeight)
    }

    @Test
    func knowsTheLightOfEverySample() {
        for sample in UInt8.min...UInt8.max {
            #expect(Light.sample(of: UInt64(Light.ofSample(sample))) == sample)
        }
        #expect(Light.ofSample(0) == 0)
        #expect(Light.ofSample(255) == .max)
        // A twelfth of the way up, the curve of sRGB is still a line.
        #expect(Light.ofSample(10) == 199)
    }
}
