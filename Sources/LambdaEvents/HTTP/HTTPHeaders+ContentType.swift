extension HTTPHeaders {
    /// These headers, with a content type unless they have one.
    package func withContentType(_ type: String) -> Self {
        var headers = self
        if headers["Content-Type"] == nil { headers["Content-Type"] = type }
        return headers
    }
}
