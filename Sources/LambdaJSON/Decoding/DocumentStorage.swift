/// The memory behind a document, which goes from one call to `decode` to the next.
struct DocumentStorage {
    /// The text, which is the caller's memory.
    private(set) var bytes = UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped

    private(set) var tape = UnsafeMutablePointer<UInt64>.allocate(capacity: startCapacity)
    private var tapeCapacity = startCapacity

    private var scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: startCapacity)
    private var scratchCapacity = startCapacity

    /// Whether there is a hook: reading this does not copy an existential.
    private(set) var hasHook = false
    var hook: (any JSONDecodingHook)? {
        didSet { hasHook = hook != nil }
    }
    var userInfo: [CodingUserInfoKey: any Sendable] = .init()
    var absentNames: [String] = []

    #if os(Linux)
    var shelf = ContainerShelf()

    let hasShortStrings = ShortString.isAsExpected()
    #endif

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
            tape: TapeWriter(tape, capacity: tapeCapacity)
        )
        defer {
            bytes = scanner.base
            tape = scanner.tape.words
            tapeCapacity = scanner.tape.capacity
        }
        try scanner.scan()
    }

    private mutating func replaceTape(capacity: Int) {
        tape.deallocate()
        tape = .allocate(capacity: capacity)
        tapeCapacity = capacity
    }

    /// Memory for a string to be unescaped into, before it is known how long it will be.
    mutating func reserveScratch(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if count > scratchCapacity {
            scratch.deallocate()
            scratchCapacity = max(count, scratchCapacity * 2)
            scratch = .allocate(capacity: scratchCapacity)
        }
        return scratch
    }

    /// Keeps no more memory than a storage has at first.
    mutating func shrink() {
        if tapeCapacity > Self.startCapacity { replaceTape(capacity: Self.startCapacity) }
        guard scratchCapacity > Self.startCapacity else { return }
        scratch.deallocate()
        scratch = .allocate(capacity: Self.startCapacity)
        scratchCapacity = Self.startCapacity
    }

    /// Frees all that nobody can have kept.
    mutating func giveUp() {
        tape.deallocate()
        tapeCapacity = 0
        scratch.deallocate()
        scratchCapacity = 0
        #if os(Linux)
        shelf.giveUp()
        #endif
    }

    /// Lets go of the caller's things.
    mutating func clear() {
        if tapeCapacity > Self.keptCapacity { replaceTape(capacity: Self.startCapacity) }
        #if os(Linux)
        shelf.freeStrays()
        #endif
        if hasHook { hook = nil }
        if !userInfo.isEmpty { userInfo = .init() }
        if !absentNames.isEmpty { absentNames = [] }
    }
}
