#if LOCAL_RUNNING
/// The head of a response that a function streams: JSON, and then eight NULs before the body.
///
/// ```
/// {"statusCode":200,"headers":{"Content-Type":"text/plain"},"cookies":["a=1"]} NUL×8 Hello
/// ```
///
/// The bytes come in pieces of any size.
struct HTTPPrelude {
    private let service: HTTPService
    private var bytes: [UInt8] = []

    private static let separatorLength = 8
    /// The most that is read without a separator.
    private static let limit = 1024 * 1024

    init(service: HTTPService) {
        self.service = service
    }

    enum Progress {
        case needsMore
        /// The reply without its body, and the beginning of that.
        case complete(HTTPReply, rest: [UInt8])
        /// There is no response in it: what the service sends instead.
        case failed(HTTPReply)
    }

    /// Reads on.
    mutating func append(_ piece: [UInt8]) -> Progress {
        guard service == .functionURL || service == .restAPI else {
            return failed(
                "The function streams its response. Function URLs and REST APIs take that, "
                    + "\(service.title) does not."
            )
        }
        bytes += piece
        // JSON has no NUL, so the first one is that of the separator.
        guard let end = bytes.firstIndex(of: 0) else {
            return bytes.count > Self.limit ? .failed(endedEarly()) : .needsMore
        }
        let separator = bytes[end...].prefix(Self.separatorLength)
        guard separator.allSatisfy({ $0 == 0 }) else { return .failed(endedEarly()) }
        guard separator.count == Self.separatorLength else { return .needsMore }
        do {
            let head = try HTTPAnswer(service: service).streamedHead(Array(bytes[..<end]))
            return .complete(head, rest: Array(bytes[(end + Self.separatorLength)...]))
        } catch {
            return failed(error.note)
        }
    }

    /// The reply where the answer has ended within its head.
    func endedEarly() -> HTTPReply {
        .failed(
            service,
            notes: [
                "The streamed answer has no head. Expected JSON with statusCode and headers, then eight "
                    + "NULs, then the body."
            ]
        )
    }

    private func failed(_ note: String) -> Progress {
        .failed(.failed(service, notes: [note]))
    }
}
#endif
