/// An executable for Linux, as far as it has to be understood to be packed.
///
/// What the kernel maps is said by the program headers. The sections, symbols and debug information behind
/// them are for debuggers, and a function is smaller without: what is cut off here is what `strip` cuts off, so that
/// no `strip` for another processor need be installed.
///
/// System V ABI, chapters 4 and 5.
struct ELFExecutable {
    enum Architecture: String {
        case x86 = "x86_64"
        case arm64

        /// The machine of the header.
        fileprivate init?(machine: Int) {
            switch machine {
            case 62: self = .x86
            case 183: self = .arm64
            default: return nil
            }
        }
    }

    let architecture: Architecture

    /// Whether it runs without any library or loader on the system.
    let isStatic: Bool

    /// The executable without what is not mapped.
    let stripped: [UInt8]

    /// Reads an executable.
    ///
    /// - Throws: ``ToolError`` if it is none that Lambda can run.
    init(_ bytes: [UInt8], name: String) throws {
        let cutOff = ToolError("\(name) is not a complete executable: its end is missing.")
        func field(_ offset: Int, _ size: Int) throws -> Int {
            guard offset >= 0, offset <= bytes.count - size else { throw cutOff }
            let value = bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
            guard value >= 0 else { throw cutOff }
            return value
        }
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else {
            throw ToolError(
                "\(name) is not an executable for Linux, which is what Lambda runs. Build it with "
                    + "--swift-sdk or --container; see --help."
            )
        }
        guard bytes.count > 64, bytes[4] == 2, bytes[5] == 1,
            let architecture = Architecture(machine: try field(18, 2))
        else {
            throw ToolError(
                "\(name) is built for a processor that Lambda does not have. Expected x86_64 or arm64."
            )
        }
        self.architecture = architecture
        let headers = try field(32, 8)
        let size = try field(54, 2)
        var end = 64
        var hasInterpreter = false
        for index in 0..<(try field(56, 2)) {
            let (header, overflow) = headers.addingReportingOverflow(index * size)
            guard !overflow, header <= bytes.count - 56 else { throw cutOff }
            hasInterpreter = try hasInterpreter || field(header, 4) == 3
            let offset = try field(header + 8, 8)
            let (last, isTooFar) = try offset.addingReportingOverflow(field(header + 32, 8))
            guard !isTooFar, last <= bytes.count else { throw cutOff }
            end = max(end, header + 56, last)
        }
        isStatic = !hasInterpreter
        var stripped = Array(bytes[..<end])
        // The table of sections is gone: its offset, and the number and index of its entries.
        stripped.replaceSubrange(40..<48, with: repeatElement(0, count: 8))
        stripped.replaceSubrange(60..<64, with: repeatElement(0, count: 4))
        self.stripped = stripped
    }
}
