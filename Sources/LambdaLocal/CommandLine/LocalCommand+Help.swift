#if LOCAL_RUNNING
extension LocalCommand {
    static func help(program: String) -> String {
        """
        Runs this Lambda function here, through the same loop as on Lambda.

        USAGE: \(program) invoke EVENT.json [--raw]        runs it once, with an event from a file
               \(program) invoke -                         with one from standard input
               \(program) invoke --sample NAME             with one of the samples
               \(program) serve [--port N] [--host ADDRESS] [--concurrency N]
                                                   serves the Invoke API of Lambda, and HTTP
               \(program) samples [NAME]                   lists the samples, or prints one

        invoke and serve:
          --timeout SECONDS  How long the function may take: 1 to 900, 3 if not given.
          --memory MB        The memory size that the function is told: 128 to 10240, 128 if not given.
        invoke:
          --raw              Sends the event as it is, even if it is not JSON.
        serve:
          --port N           Where to listen: 9000 if not given, 0 for any free port.
          --host ADDRESS     The address to listen on: 127.0.0.1 if not given, which is this machine alone.
          --concurrency N    How many processes may run at once: 1 if not given.
          --http SERVICE     Makes events of HTTP requests as the service does: v2 (HTTP API), v1 (HTTP API in
                             payload format 1.0), rest (REST API), url (function URL), alb, alb-multi (load
                             balancer), none. If not given, the service whose event the function takes.
          --route ROUTE      A route of the API, such as "GET /orders/{id}"; can be given again. With v2, v1
                             and rest only. If not given, every request is for the function.

        Responses go to standard output; logs and reports go to standard error.
        Exit status: 0 success, 1 the function failed, 64 wrong arguments, 65 the event is not JSON,
        66 the event cannot be read, 71 the system refused something.

        """
    }
}
#endif
