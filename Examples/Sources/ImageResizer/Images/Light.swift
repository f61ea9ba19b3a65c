#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The light that samples stand for, as sRGB has it.
enum Light {
    /// The light of each sample, from 0 to 65 535.
    private static let table: [UInt16] = (0...255).map { sample in
        let share = Double(sample) / 255
        let light = share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        return UInt16(light * 65_535 + 0.5)
    }

    static func ofSample(_ sample: UInt8) -> UInt16 { table[Int(sample)] }

    /// The sample whose light is nearest.
    static func sample(of light: UInt64) -> UInt8 {
        var below = 0
        var above = 255
        while above - below > 1 {
            let middle = (below + above) / 2
            if UInt64(table[middle]) <= light { below = middle } else { above = middle }
        }
        let isAbove = 2 * light >= UInt64(table[below]) + UInt64(table[above])
        return UInt8(isAbove ? above : below)
    }
}
