import Testing

@testable import LambdaTool

struct ELFExecutableTests {
    /// A file with a header, program headers, what they map, and sections behind.
    private func executable(
        machine: UInt16 = 62,
        interpreter: Bool = false,
        segmentEnd: UInt64 = 240
    ) -> [UInt8] {
        var bytes = LittleEndianBytes()
        bytes.append([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        bytes.append(UInt16(2))
        bytes.append(machine)
        bytes.append(UInt32(1))
        bytes.append(UInt64(0x40_0000))
        bytes.append(UInt64(64))
        bytes.append(UInt64(300))
        bytes.append(UInt32(0))
        for field in [64, 56, 2, 64, 9, 8] { bytes.append(UInt16(field)) }
        for (type, offset, size) in [(1, 0, segmentEnd), (interpreter ? 3 : 4, 176, 16)] {
            bytes.append(UInt32(type))
            bytes.append(UInt32(5))
            bytes.append(UInt64(offset))
            bytes.append(UInt64(0))
            bytes.append(UInt64(0))
            bytes.append(size)
            bytes.append(size)
            bytes.append(UInt64(1))
        }
        bytes.append([UInt8](repeating: 0xAA, count: 64))
        bytes.append([UInt8](repeating: 0xBB, count: 400))
        return bytes.bytes
    }

    @Test
    func cutsOffWhatIsNotMapped() throws {
        let stripped = try ELFExecutable(executable(), name: "Hello").stripped
        #expect(stripped.count == 240)
        #expect(stripped.last == 0xAA)
        #expect(stripped[40..<48].allSatisfy { $0 == 0 })
        #expect(stripped[60..<64].allSatisfy { $0 == 0 })
        #expect(Array(stripped[64...]) == Array(executable()[64..<240]))
    }

    @Test
    func knowsProcessorsAndLoaders() throws {
        let intel = try ELFExecutable(executable(), name: "Hello")
        #expect(intel.architecture == .x86)
        #expect(intel.isStatic)
        let arm = try ELFExecutable(executable(machine: 183, interpreter: true), name: "Hello")
        #expect(arm.architecture == .arm64)
        #expect(!arm.isStatic)
    }

    @Test
    func refusesWhatLambdaCannotRun() {
        #expect(
            throws: ToolError(
                "Hello is not an executable for Linux, which is what Lambda runs. Build it with "
                    + "--swift-sdk or --container; see --help."
            )
        ) {
            try ELFExecutable([0xCF, 0xFA, 0xED, 0xFE], name: "Hello")
        }
        #expect(
            throws: ToolError(
                "Hello is built for a processor that Lambda does not have. Expected x86_64 or arm64."
            )
        ) {
            try ELFExecutable(executable(machine: 243), name: "Hello")
        }
    }

    @Test
    func refusesWhatIsCutOff() {
        let whole = executable()
        for count in 4..<240 {
            #expect(throws: ToolError.self) {
                try ELFExecutable(Array(whole[..<count]), name: "Hello")
            }
        }
        #expect(throws: ToolError.self) {
            try ELFExecutable(executable(segmentEnd: .max), name: "Hello")
        }
    }
}
