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
            tapeCount = scanner.tape.count
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
    private mutating func shrink() {
        if tapeCapacity > Self.startCapacity { replaceTape(capacity: Self.startCapacity) }
        guard scratchCapacity > Self.startCapacity else { return }
        scratch.deallocate()
        scratch = .allocate(capacity: Self.startCapacity)
        scratchCapacity = Self.startCapacity
    }

    /// Frees the tape for good.
    private mutating func giveUpTape() {
        tape.deallocate()
        tapeCapacity = 0
    }

    /// Makes everything that remembers the generation useless, and lets go of the caller's things.
    private mutating func clear() {
        generation += 1
        tapeCount = 0
        if tapeCapacity > Self.keptCapacity { replaceTape(capacity: Self.startCapacity) }
        #if os(Linux)
        shelf.freeStrays()
        #endif
        if hasHook { hook = nil }
        if !userInfo.isEmpty { userInfo = .init() }
        if !absentNames.isEmpty { absentNames = [] }
    }
}

// MARK: - Reuse

extension DocumentStorage {
    /// How many storages are kept for the next calls.
    private static let slotCount = 64

    /// The storages that no call uses, as addresses, or zero.
    ///
    /// Slots instead of a list under a lock: threads begin at different ones, and so hardly ever
    /// touch the same memory.
    ///
    /// `nonisolated(unsafe)` because pointers are not `Sendable`; it is safe, for the pointer never
    /// changes, and what it points to are atomics.
    nonisolated(unsafe) private static let slots = {
        let slots = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: slotCount)
        for index in 0..<slotCount { (slots + index).initialize(to: Atomic(0)) }
        return slots
    }()

    static func take() -> UnsafeMutablePointer<DocumentStorage> {
        let slots = slots
        let first = firstSlot()
        for step in 0..<slotCount {
            let address = slots[(first + step) % slotCount].exchange(0, ordering: .acquiring)
            if let storage = UnsafeMutablePointer<DocumentStorage>(bitPattern: address) {
                return storage
            }
        }
        let storage = UnsafeMutablePointer<DocumentStorage>.allocate(capacity: 1)
        storage.initialize(to: DocumentStorage())
        return storage
    }

    static func putBack(_ storage: UnsafeMutablePointer<DocumentStorage>) {
        storage.pointee.clear()
        let slots = slots
        let first = firstSlot()
        // One that has run out of generations is given up: no number must ever come twice.
        if storage.pointee.generation < .max {
            let address = UInt(bitPattern: storage)
            for step in 0..<slotCount {
                // More than sixteen idle ones are the remains of a rush.
                if step == 16 { storage.pointee.shrink() }
                let (isStored, _) = slots[(first + step) % slotCount]
                    .compareExchange(expected: 0, desired: address, ordering: .releasing)
                if isStored { return }
            }
        }
        // More calls at one time than there are slots. What is left of the storage, some hundred
        // bytes, has to stay: a decoder that somebody has kept would look for its generation.
        storage.pointee.giveUpTape()
    }

    /// The slot that a thread tries first, told from where its stack is.
    @inline(__always)
    private static func firstSlot() -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { memory in
            // Stacks are megabytes apart, or half of one.
            Int(truncatingIfNeeded: UInt(bitPattern: memory.baseAddress) >> 19) & (slotCount - 1)
        }
    }
}
