internal import Synchronization

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
    fileprivate mutating func shrink() {
        if tapeCapacity > Self.startCapacity { replaceTape(capacity: Self.startCapacity) }
        guard scratchCapacity > Self.startCapacity else { return }
        scratch.deallocate()
        scratch = .allocate(capacity: Self.startCapacity)
        scratchCapacity = Self.startCapacity
    }

    /// Frees the tape for good.
    fileprivate mutating func giveUpTape() {
        tape.deallocate()
        tapeCapacity = 0
    }

    /// Lets go of the caller's things.
    fileprivate mutating func clear() {
        if tapeCapacity > Self.keptCapacity { replaceTape(capacity: Self.startCapacity) }
        #if os(Linux)
        shelf.freeStrays()
        #endif
        if hasHook { hook = nil }
        if !userInfo.isEmpty { userInfo = .init() }
        if !absentNames.isEmpty { absentNames = [] }
    }
}

/// A storage, and the number of the call that has it.
///
/// The number is no part of the storage, and an atomic: a decoder that somebody has kept, and sent to
/// another thread, asks for it while the storage belongs to a later call. It may look at nothing else.
struct NumberedStorage: ~Copyable {
    /// The number of the call, which changes when the call returns.
    private let number = Atomic<UInt32>(0)

    var storage = DocumentStorage()

    /// Relaxed, which costs no more than to read an integer: who has got hold of a decoder after its
    /// call knows of the number that ended the call by how it got hold of it.
    @inline(__always)
    var generation: UInt32 { number.load(ordering: .relaxed) }

    /// Makes everything that remembers the generation useless.
    private func beginGeneration() {
        // Only the call that has the storage writes it.
        number.store(generation + 1, ordering: .relaxed)
    }
}

// MARK: - Reuse

extension NumberedStorage {
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

    static func take() -> UnsafeMutablePointer<NumberedStorage> {
        let slots = slots
        let first = firstSlot()
        for step in 0..<slotCount {
            let address = slots[(first + step) % slotCount].exchange(0, ordering: .acquiring)
            if let place = UnsafeMutablePointer<NumberedStorage>(bitPattern: address) {
                return place
            }
        }
        let place = UnsafeMutablePointer<NumberedStorage>.allocate(capacity: 1)
        place.initialize(to: NumberedStorage())
        return place
    }

    static func putBack(_ place: UnsafeMutablePointer<NumberedStorage>) {
        place.pointee.beginGeneration()
        place.pointee.storage.clear()
        let slots = slots
        let first = firstSlot()
        // One that has run out of generations is given up: no number must ever come twice.
        if place.pointee.generation < .max {
            let address = UInt(bitPattern: place)
            for step in 0..<slotCount {
                // More than sixteen idle ones are the remains of a rush.
                if step == 16 { place.pointee.storage.shrink() }
                let (isStored, _) = slots[(first + step) % slotCount]
                    .compareExchange(expected: 0, desired: address, ordering: .releasing)
                if isStored { return }
            }
        }
        // More calls at one time than there are slots. What is left of the storage, some hundred
        // bytes, has to stay: a decoder that somebody has kept would look for its generation.
        place.pointee.storage.giveUpTape()
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
