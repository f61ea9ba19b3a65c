/// Nothing but Swift and its concurrency: what every function has to begin with.
@main
struct Bare {
    static func main() async {
        await Task.yield()
    }
}
