/// The client for the real service.
///
/// URLSession brings Foundation, which no other example pays for: it is compiled with the trait `HTTPS`.
///
/// - Throws: `WebError` if the executable was built without the trait.
package func makeWebClient() throws -> any WebClient {
    #if HTTPS
    return RetryingWebClient(URLSessionWebClient())
    #else
    throw WebError("This build has no HTTPS. Build it with --traits HTTPS.")
    #endif
}
