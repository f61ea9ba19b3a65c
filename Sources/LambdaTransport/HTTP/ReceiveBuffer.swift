#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The memory that a connection receives into, and in which messages are parsed in place.
///
/// ```
/// | consumed | the current message, as far as it has arrived | free |
/// 0          start                                           end    capacity
/// ```
///
/// It follows the size of the messages: small ones share one small block, a large one gets pages
/// of its own from the kernel, which go straight back after it (``releaseExcess()``). Were they
/// taken from malloc, a 6 MB event would stay in the process's heap for good.
package struct ReceiveBuffer: ~Copyable {
    /// What a connection at rest holds.
    package static let restingCapacity = 32 * 1024

    private var base: UnsafeMutableRawPointer
    package private(set) var capacity: Int
    private var isMapped = false
    /// Where the current message begins.
    private var start = 0
    private var end = 0

    package init() {
        capacity = Self.restingCapacity
        base = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        Self.free(base, capacity, isMapped)
    }

    /// How many bytes of the current message (and of what follows it) have arrived.
    package var count: Int { end - start }

    /// The bytes from the start of the current message on.
    ///
    /// They stay where they are until the buffer is changed.
    package var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base + start, count: end - start)
    }

    /// Makes room behind the bytes for at least `minimum` more.
    ///
    /// - Returns: `false` when the system has no memory for them.
    package mutating func reserve(_ minimum: Int) -> Bool {
        if capacity - end >= minimum { return true }
        let needed = count + minimum
        if needed <= capacity {
            moveToFront()
            return true
        }
        return grow(to: max(needed, capacity * 2))
    }

    /// The room behind the bytes.
    package var free: UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
    }

    /// Takes over `count` bytes that were received into ``free``.
    package mutating func append(count: Int) {
        end = min(end + count, capacity)
    }

    /// Moves bytes within the message, from `source` to `target` (offsets from its start).
    mutating func move(from source: Int, count: Int, to target: Int) {
        guard source != target, count > 0 else { return }
        memmove(base + start + target, base + start + source, count)
    }

    /// Cuts out the bytes between two offsets from the start of the message.
    mutating func remove(_ range: Range<Int>) {
        move(from: range.upperBound, count: count - range.upperBound, to: range.lowerBound)
        end -= range.count
    }

    /// Forgets the first bytes of the message: what follows is the next one.
    package mutating func consume(_ bytes: Int) {
        start = min(start + bytes, end)
        if start == end {
            start = 0
            end = 0
        }
    }

    package mutating func removeAll() {
        start = 0
        end = 0
    }

    /// Gives back the pages of a large message, as soon as nothing of it is needed any more.
    ///
    /// - Returns: Whether there were such pages.
    @discardableResult
    package mutating func releaseExcess() -> Bool {
        guard isMapped, count <= Self.restingCapacity else { return false }
        let resting = UnsafeMutableRawPointer.allocate(
            byteCount: Self.restingCapacity,
            alignment: 16
        )
        resting.copyMemory(from: base + start, byteCount: count)
        Self.free(base, capacity, isMapped)
        base = resting
        capacity = Self.restingCapacity
        isMapped = false
        end = count
        start = 0
        return true
    }

    private mutating func moveToFront() {
        memmove(base, base + start, count)
        end -= start
        start = 0
    }

    private mutating func grow(to wanted: Int) -> Bool {
        let pages = (wanted + 65_535) & ~65_535
        guard
            let mapped = mmap(
                nil,
                pages,
                PROT_READ | PROT_WRITE,
                MAP_PRIVATE | Self.anonymous,
                -1,
                0
            ), mapped != Self.mapFailed
        else { return false }
        mapped.copyMemory(from: base + start, byteCount: count)
        Self.free(base, capacity, isMapped)
        base = mapped
        capacity = pages
        isMapped = true
        end = count
        start = 0
        return true
    }

    private static func free(_ base: UnsafeMutableRawPointer, _ capacity: Int, _ isMapped: Bool) {
        if isMapped {
            _ = munmap(base, capacity)
        } else {
            base.deallocate()
        }
    }

    /// MAP_FAILED, a macro with a cast that Swift does not import.
    private static var mapFailed: UnsafeMutableRawPointer? {
        UnsafeMutableRawPointer(bitPattern: -1)
    }

    private static var anonymous: Int32 {
        #if canImport(Darwin)
        MAP_ANON
        #else
        MAP_ANONYMOUS
        #endif
    }
}
