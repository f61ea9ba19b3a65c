internal import Synchronization

/// Where a storage is, and the number of the call that has it.
///
/// The number is no part of the storage, but stands before it, and is atomic: a decoder that somebody
/// has kept, and sent to another thread, asks for it while the storage belongs to a later call. It may
/// look at nothing else.
struct NumberedStorage {
    /// Where the number is: see `JSONDocument` for why it has no type.
    private let address: UnsafeMutableRawPointer

    /// The first address behind the number that any storage may begin at.
    private static let offset = 16

    @inline(__always)
    private var number: UnsafeMutablePointer<Atomic<UInt32>> {
        address.assumingMemoryBound(to: Atomic<UInt32>.self)
    }

    @inline(__always)
    var storage: UnsafeMutablePointer<DocumentStorage> {
        (address + Self.offset).assumingMemoryBound(to: DocumentStorage.self)
    }

    /// The number of the call, which changes when the call returns.
    ///
    /// Relaxed, for whoever has got hold of a decoder after its call learned by that of the number that
    /// ended the call.
    @inline(__always)
    var generation: UInt32 { number.pointee.load(ordering: .relaxed) }

    /// Makes everything that remembers the generation useless.
    private func beginGeneration() {
        // Only the call that has the storage writes it.
        number.pointee.store(generation + 1, ordering: .relaxed)
    }

    private init?(_ address: UInt) {
        guard let address = UnsafeMutableRawPointer(bitPattern: address) else { return nil }
        self.address = address
    }

    /// Makes a storage.
    private init() {
        let size = Self.offset + MemoryLayout<DocumentStorage>.size
        address = .allocate(byteCount: size, alignment: Self.offset)
        address.initializeMemory(as: Atomic<UInt32>.self, to: Atomic(0))
        (address + Self.offset).initializeMemory(as: DocumentStorage.self, to: DocumentStorage())
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

    /// A storage for a call, which puts it back.
    static func take() -> NumberedStorage {
        let slots = slots
        let first = firstSlot()
        for step in 0..<slotCount {
            let address = slots[(first + step) % slotCount].exchange(0, ordering: .acquiring)
            if let storage = NumberedStorage(address) { return storage }
        }
        return NumberedStorage()
    }

    /// Ends the call that has the storage, and keeps it for another one.
    func putBack() {
        beginGeneration()
        storage.pointee.clear()
        let slots = Self.slots
        let first = Self.firstSlot()
        // One that has run out of generations is given up: no number must ever come twice.
        if generation < .max {
            let address = UInt(bitPattern: address)
            for step in 0..<Self.slotCount {
                // More than sixteen idle ones are the remains of a rush.
                if step == 16 { storage.pointee.shrink() }
                let (isStored, _) = slots[(first + step) % Self.slotCount]
                    .compareExchange(expected: 0, desired: address, ordering: .releasing)
                if isStored { return }
            }
        }
        // More calls at one time than there are slots. What is left of the storage, some hundred
        // bytes, has to stay: a decoder that somebody has kept would look for its generation.
        storage.pointee.giveUp()
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
