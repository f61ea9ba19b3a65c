/// The client for the real service.
///
/// async-http-client brings SwiftNIO and BoringSSL, which no other example pays for: it is compiled with the trait
/// `HTTPS`.
///
/// - Throws: `WebError` if the executable was built without the trait.
package func makeWebClient() throws -> any WebClient {
    #if HTTPS
    return RetryingWebClient(AsyncHTTPWebClient())
    #else
    throw WebError("This build has no HTTPS. Build it with --traits HTTPS.")
    #endif
}
