import Testing

@testable import LambdaTransport

struct ReceiveBufferTests {
    private func contents(_ buffer: borrowing ReceiveBuffer) -> [UInt8] {
        Array(buffer.bytes)
    }

    @Test func keepsItsBytesWhenItGrows() {
        var buffer = ReceiveBuffer()
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for start in stride(from: 0, to: bytes.count, by: 1000) {
            buffer.append(bytes[start..<min(start + 1000, bytes.count)])
        }
        #expect(contents(buffer) == bytes)
        #expect(buffer.capacity >= bytes.count)
    }

    @Test func makesRoomByMovingBeforeItGrows() {
        var buffer = ReceiveBuffer()
        let capacity = buffer.capacity
        buffer.append(repeatElement(1, count: capacity - 10))
        buffer.consume(capacity - 20)
        buffer.append(repeatElement(2, count: 100))
        #expect(buffer.capacity == capacity)
        #expect(contents(buffer) == [UInt8](repeating: 1, count: 10) + repeatElement(2, count: 100))
    }

    @Test func givesALargeMessageBack() {
        var buffer = ReceiveBuffer()
        buffer.append(repeatElement(7, count: 6 << 20))
        buffer.consume((6 << 20) - 3)
        let wasLarge = buffer.releaseExcess()
        let isLarge = buffer.releaseExcess()
        #expect(wasLarge)
        #expect(!isLarge)
        #expect(buffer.capacity == ReceiveBuffer.restingCapacity)
        #expect(contents(buffer) == [7, 7, 7])
    }

    @Test func keepsALargeMessageThatIsStillThere() {
        var buffer = ReceiveBuffer()
        buffer.append(repeatElement(7, count: 1 << 20))
        let isReleased = buffer.releaseExcess()
        #expect(!isReleased)
        #expect(buffer.count == 1 << 20)
    }

    @Test func consumesNoMoreThanThereIs() {
        var buffer = ReceiveBuffer()
        buffer.append([1, 2, 3])
        buffer.consume(10)
        #expect(buffer.count == 0)
    }

    @Test func refusesWhatTheSystemCannotGive() {
        var buffer = ReceiveBuffer()
        let isReserved = buffer.reserve(1 << 60)
        #expect(!isReserved)
    }
}
