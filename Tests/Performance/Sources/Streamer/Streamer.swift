import LambdaStreaming

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes as many pieces as it is told to, each with the time at which it was written in front.
@main
struct Streamer: LambdaStreamingHandler {
    struct Job: Decodable, Sendable {
        var pieces: Int
        /// How large each is, at least 8 bytes.
        var size: Int
        /// How long to wait before each, in microseconds.
        var pause: Int
    }

    func handle(
        _ job: Job,
        response: LambdaResponseStream,
        context: LambdaContext
    ) async throws {
        var piece = [UInt8](repeating: 0x78, count: max(8, job.size))
        for _ in 0..<job.pieces {
            if job.pause > 0 { Self.sleep(job.pause) }
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            let stamp = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
            piece.withUnsafeMutableBytes { $0.storeBytes(of: stamp.littleEndian, as: Int64.self) }
            try await response.write(piece)
        }
    }

    private static func sleep(_ microseconds: Int) {
        var time = timespec()
        time.tv_nsec = .init(clamping: microseconds * 1000)
        nanosleep(&time, nil)
    }
}
