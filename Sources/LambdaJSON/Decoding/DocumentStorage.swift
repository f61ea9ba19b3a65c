internal import Synchronization

/// The memory behind a document, which goes from one call to `decode` to the next.
struct DocumentStorage {
    /// The number of the call, which changes when the call returns.
    private(set) var generation: UInt32 = 0

    /// The text, which is the caller's memory.
    private(set) var bytes = UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped

    private(set) var tape = UnsafeMutablePointer<UInt64>.allocate(capacity: startCapacity)
    private(set) var tapeCount = 0
    private var tapeCapacity = startCapacity

    /// Whether there is a hook: reading this does not copy an existential.
    private(set) var hasHook = false
    var hook: (any JSONDecodingHook)? {
        didSet { hasHook = hook != nil }
    }
    var userInfo: [CodingUserInfoKey: any Sendable] = [:]
    var absentNames: [String] = []

    private static let startCapacity = 256

    /// A tape of more words than this, 64 KiB, is freed when the call returns.
    private static let keptCapacity = 8_192

    mutating func scan(
        _ text: UnsafeRawBufferPointer,
        maximumDepth: Int
    ) throws(LambdaJSONError) {
        // A word for every eight bytes holds most events; the tape grows where it does not.
        let estimate = text.count / 8
        if estimate > tapeCapacity { replaceTape(capacity: estimate) }
        var scanner = Scanner(
            text,
            maximumDepth: maximumDepth,
            tape: tape,
            tapeCapacity: tapeCapacity
        )
        defer {
            bytes = scanner.base
            tape = scanner.tape
            tapeCapacity = scanner.tapeCapacity
            tapeCount = scanner.tapeCount
        }
        try scanner.scan()
    }

    private mutating func replaceTape(capacity: Int) {
        tape.deallocate()
        tape = .allocate(capacity: capacity)
        tapeCapacity = capacity
    }

    /// Makes everything that remembers the generation useless, and lets go of the caller's things.
    private mutating func clear() {
        generation += 1
        tapeCount = 0
        if tapeCapacity > Self.keptCapacity { replaceTape(capacity: Self.startCapacity) }
        if hasHook { hook = nil }
        if !userInfo.isEmpty { userInfo = [:] }
        if !absentNames.isEmpty { absentNames = [] }
    }
}

// MARK: - Reuse

extension DocumentStorage {
    /// A storage that no call uses.
    ///
    /// It may go to any thread, since whoever takes it off the list is the only one to have it.
    private struct Idle: @unchecked Sendable {
        let storage: UnsafeMutablePointer<DocumentStorage>
    }

    /// As many as there ever were calls at one time.
    private static let idle = Mutex<[Idle]>([])

    static func take() -> UnsafeMutablePointer<DocumentStorage> {
        if let idle = idle.withLock({ $0.popLast() }) { return idle.storage }
        let storage = UnsafeMutablePointer<DocumentStorage>.allocate(capacity: 1)
        storage.initialize(to: DocumentStorage())
        return storage
    }

    static func putBack(_ storage: UnsafeMutablePointer<DocumentStorage>) {
        storage.pointee.clear()
        // One that has run out of generations is given up: no number must ever come twice.
        guard storage.pointee.generation < .max else { return }
        let returned = Idle(storage: storage)
        idle.withLock { $0.append(returned) }
    }
}
