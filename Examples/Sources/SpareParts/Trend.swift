/// The line that fits some points best, without the points: least squares over five sums.
///
/// Small enough for the state of a window, and the same in whatever order the points come.
struct Trend: Codable, Equatable, Sendable {
    private(set) var count = 0
    private var sumX = 0.0
    private var sumY = 0.0
    private var sumXX = 0.0
    private var sumXY = 0.0
    private var sumYY = 0.0

    /// Adds a point.
    ///
    /// Points lie near the origin, so that the differences of their sums stay exact enough.
    mutating func add(x: Double, y: Double) {
        count += 1
        sumX += x
        sumY += y
        sumXX += x * x
        sumXY += x * y
        sumYY += y * y
    }

    /// By how much `y` rises with each step of `x`.
    ///
    /// `nil` if the points do not lie beside each other.
    var slope: Double? {
        let number = Double(count)
        let spreadX = number * sumXX - sumX * sumX
        guard count > 1, spreadX > 1e-9 else { return nil }
        return (number * sumXY - sumX * sumY) / spreadX
    }

    /// Which part of the differences in `y` the line explains, from 0 for none to 1 for all.
    ///
    /// `nil` if there are no differences, or no line.
    var fit: Double? {
        let number = Double(count)
        let spreadX = number * sumXX - sumX * sumX
        let spreadY = number * sumYY - sumY * sumY
        guard count > 1, spreadX > 1e-9, spreadY > 1e-9 else { return nil }
        let common = number * sumXY - sumX * sumY
        return common * common / (spreadX * spreadY)
    }
}
