"""Invokes served functions as their callers will: through the AWS CLI, boto3 and curl.

    interop.py FOLDER_OF_THE_EXAMPLES FOLDER_OF_MOODY

Called by .ci/interop. Every check says what it expects; the first that fails ends the gate, with the log of the
function.
"""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

examples, moody = (os.path.abspath(folder) for folder in sys.argv[1:3])
work = tempfile.TemporaryDirectory()
aws = os.path.join(os.path.dirname(sys.executable), "aws")

# Credentials of nobody, and no configuration of the user's.
os.environ.update(
    AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY="none",
    AWS_DEFAULT_REGION="us-east-1",
    AWS_EC2_METADATA_DISABLED="true",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    NO_PROXY="127.0.0.1",
)
for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API"):
    os.environ.pop(name, None)
# A gate in the background of a shell is not interrupted, and neither is what it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
# A stack for each crash would take seconds and tell nothing new.
os.environ["SWIFT_BACKTRACE"] = "enable=no"


class Served:
    """A function that is served for the length of a `with` block."""

    def __init__(self, folder, name, *options, **environment):
        self.name = name
        self.command = [os.path.join(folder, name), "serve", "--port", "0", *options]
        self.environment = environment
        self.log = ""
        self.client = None

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        self.wait("curl http")
        self.url = re.search(r"http://127\.0\.0\.1:\d+", self.log).group()
        # One attempt: what is tried again would hide a failure.
        config = Config(retries={"total_max_attempts": 1}, read_timeout=60, max_pool_connections=32)
        self.client = boto3.client("lambda", endpoint_url=self.url, config=config)
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            print(f"--- the log of {self.name}\n{self.log}---", file=sys.stderr)
            return self.process.kill()
        if self.process.returncode is None:
            self.end(signal.SIGTERM)

    def end(self, number):
        """Ends the server by a signal."""
        children = self.children()
        begun = time.monotonic()
        self.process.send_signal(number)
        try:
            status = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        expect(status == -number, f"a signal ends the server, which ended with {status}")
        expect(time.monotonic() - begun < 5, "it ends at once")
        for child in children:
            expect(not os.path.exists(f"/proc/{child}"), "the server takes its processes with it")
        self.reader.join(10)

    def read(self):
        for line in self.process.stderr:
            self.log += line

    def wait(self, text):
        """Waits until the log has a text."""
        limit = time.monotonic() + 60
        while text not in self.log:
            expect(time.monotonic() < limit, f"the log says: {text}")
            expect(self.process.poll() is None or text in self.log, f"the server runs: {self.log}")
            time.sleep(0.01)

    def children(self):
        """The processes of the function, where the system tells."""
        path = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        return open(path).read().split() if os.path.exists(path) else []

    def invoke(self, event, **options):
        """Invokes the function through boto3: the answer, and its payload."""
        payload = event if isinstance(event, bytes) else json.dumps(event).encode()
        answer = self.client.invoke(
            **{"FunctionName": self.name, "Payload": payload, **options}
        )
        text = answer["Payload"].read()
        return answer, json.loads(text) if text else None

    def cli(self, event, *options, name=None, fails=False):
        """Invokes the function through the AWS CLI: what it prints, and the payload."""
        source, target = (os.path.join(work.name, file) for file in ("event.json", "answer.json"))
        with open(source, "w") as file:
            json.dump(event, file)
        result = subprocess.run(
            [aws, "lambda", "invoke", "--endpoint-url", self.url]
            + ["--function-name", name or self.name, "--payload", f"fileb://{source}"]
            + [*options, target],
            capture_output=True,
            text=True,
        )
        if fails:
            expect(result.returncode != 0, "the AWS CLI fails")
            return result.stderr
        expect(result.returncode == 0, f"the AWS CLI succeeds: {result.stderr}")
        text = open(target).read()
        return json.loads(result.stdout), json.loads(text) if text else None

    def stream(self, event, **options):
        """Invokes the function through boto3, for its response in pieces: when each came, and how it ended."""
        payload = event if isinstance(event, bytes) else json.dumps(event).encode()
        answer = self.client.invoke_with_response_stream(
            **{"FunctionName": self.name, "Payload": payload, **options}
        )
        expect(answer["StatusCode"] == 200, "the status of a stream is 200")
        pieces, complete = [], None
        # botocore looks at both checksums of each message.
        for message in answer["EventStream"]:
            expect(complete is None, "nothing follows InvokeComplete")
            if "PayloadChunk" in message:
                pieces.append((time.monotonic(), message["PayloadChunk"]["Payload"]))
            else:
                complete = message["InvokeComplete"]
        expect(complete is not None, "InvokeComplete ends the stream")
        return pieces, complete

    def peak(self):
        """The most memory that the server has used, in MB."""
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024

    def curl(self, *arguments, path=None):
        """Calls the server with curl: the status, and the body."""
        path = path or f"/2015-03-31/functions/{self.name}/invocations"
        result = subprocess.run(
            ["curl", "-sS", "--max-time", "60", "-w", "\n%{http_code}", *arguments, self.url + path],
            capture_output=True,
            text=True,
        )
        expect(result.returncode == 0, f"curl succeeds: {result.stderr}")
        body, status = result.stdout.rsplit("\n", 1)
        return int(status), body


count = 0


def expect(condition, what):
    global count
    count += 1
    if not condition:
        raise SystemExit(f"interop: expected that {what}")


def refused(call, code, status):
    """Expects a call to be refused by the service, as boto3 sees it."""
    try:
        call()
    except ClientError as error:
        found = error.response
        expect(found["Error"]["Code"] == code, f"the error is {code}: {found}")
        expect(found["ResponseMetadata"]["HTTPStatusCode"] == status, f"the status is {status}")
        return found["Error"]["Message"]
    raise SystemExit(f"interop: expected {code}")


def command_line():
    with Served(examples, "HelloWorld") as hello:
        answer, payload = hello.cli({"name": "Ada"}, "--log-type", "Tail")
        expect(payload == {"message": "Hello, Ada!"}, f"the CLI has the response: {payload}")
        expect(answer["StatusCode"] == 200, "the status is 200")
        expect(answer["ExecutedVersion"] == "$LATEST", "the version is $LATEST")
        expect("FunctionError" not in answer, "there is no error")
        log = base64.b64decode(answer["LogResult"]).decode()
        for text in ("START RequestId: ", "Somebody is to be greeted.", "END RequestId: ", "REPORT "):
            expect(text in log, f"the tail of the log has {text}: {log}")

        answer, payload = hello.cli({"name": 7})
        expect(answer["FunctionError"] == "Unhandled", "the CLI sees a function error")
        expect(payload["errorType"] == "Runtime.EventInvalid", f"it has a type: {payload}")

        ends = hello.log.count("END RequestId")
        answer, payload = hello.cli({"name": "Bob"}, "--invocation-type", "Event")
        expect(answer["StatusCode"] == 202 and payload is None, "an event is accepted")
        limit = time.monotonic() + 60
        while hello.log.count("END RequestId") == ends:
            expect(time.monotonic() < limit, "the event is handled")
            time.sleep(0.01)

        answer, payload = hello.cli({}, "--invocation-type", "DryRun")
        expect(answer["StatusCode"] == 204 and payload is None, "a dry run is checked")
        arn = "arn:aws:lambda:us-east-1:123456789012:function:HelloWorld:prod"
        expect(hello.cli({}, name=arn)[0]["StatusCode"] == 200, "the CLI takes an ARN")
        error = hello.cli({}, name="Nobody", fails=True)
        expect("ResourceNotFoundException" in error, f"another function is not found: {error}")

        busy = hello.url.rsplit(":", 1)[1]
        second = subprocess.run(
            [os.path.join(examples, "HelloWorld"), "serve", "--port", busy],
            capture_output=True,
            text=True,
        )
        expect(second.returncode == 71, f"a busy port is refused, not {second.returncode}")
        expect(second.stderr.count("\n") == 1 and busy in second.stderr, "in one line")


def library():
    with Served(moody, "Moody", "--timeout", "30") as function:
        context = base64.b64encode(json.dumps({"custom": {"a": "b"}}).encode()).decode()
        answer, payload = function.invoke({"text": "printed"}, ClientContext=context, LogType="Tail")
        expect(payload["clientContext"] == {"a": "b"}, f"the client context arrives: {payload}")
        expect("\nprinted\n" in base64.b64decode(answer["LogResult"]).decode(), "print is in the log")
        expect(len(answer["ResponseMetadata"]["RequestId"]) == 36, "the request has an id")
        first = payload["process"]
        expect(function.invoke({})[1]["process"] == first, "the process stays")

        _, payload = function.invoke({}, Qualifier="prod")
        expect(payload["functionARN"].endswith(":function:Moody:prod"), "the qualifier arrives")
        _, payload = function.invoke({}, FunctionName="123456789012:function:Moody")
        expect(payload["process"] == first, "boto3 takes a partial ARN")

        answer, payload = function.invoke({"mood": "throw"})
        expect(answer["FunctionError"] == "Unhandled", "boto3 sees a function error")
        expect(payload["errorType"] == "Bad", f"it has the name of the Swift type: {payload}")

        answer, payload = function.invoke({"text": "later"}, InvocationType="Event")
        expect(answer["StatusCode"] == 202 and payload is None, "boto3 queues an event")
        function.wait("later")
        expect(function.invoke({}, InvocationType="DryRun")[0]["StatusCode"] == 204, "boto3 checks")

        refused(lambda: function.invoke(b"{"), "InvalidRequestContentException", 400)
        message = refused(
            lambda: function.invoke({}, FunctionName="Other:3"), "ResourceNotFoundException", 404
        )
        arn = "arn:aws:lambda:us-east-1:123456789012:function:Other:3"
        expect(message.startswith(f"Function not found: {arn}"), f"it has the ARN: {message}")
        for parameters in ({"Qualifier": "a.b"}, {"Qualifier": "x" * 129}, {"FunctionName": "Moody:a.b"}):
            message = refused(lambda: function.invoke({}, **parameters), "ValidationException", 400)
            expect(message.startswith("1 validation error detected: Value '"), f"it says so: {message}")
        refused(
            lambda: function.invoke({}, FunctionName="Moody:1", Qualifier="2"),
            "InvalidParameterValueException",
            400,
        )
        large = {"text": "x" * (6 << 20)}
        refused(lambda: function.invoke(large), "RequestEntityTooLargeException", 413)
        expect(function.invoke({})[1]["process"] == first, "the process has outlived all of that")


def failures():
    with Served(moody, "Moody", "--timeout", "1") as function:
        first = function.invoke({})[1]["process"]
        answer, payload = function.invoke({"mood": "hang"})
        expect(answer["FunctionError"] == "Unhandled", "a timeout is a function error")
        expect(payload["errorType"] == "Sandbox.Timedout", f"of the service: {payload}")
        expect(payload["errorMessage"].endswith("Task timed out after 1.00 seconds"), f"{payload}")
        second = function.invoke({})[1]["process"]
        expect(second != first, "a timeout is followed by a fresh process")

        answer, payload = function.invoke({"mood": "crash"}, LogType="Tail")
        expect(payload["errorType"] == "Runtime.ExitError", f"a crash has a type: {payload}")
        expect("Runtime exited with error: signal: " in payload["errorMessage"], f"{payload}")
        log = base64.b64decode(answer["LogResult"]).decode()
        expect("as asked" in log, f"the log says why: {log}")
        third = function.invoke({})[1]["process"]
        expect(third != second, "a crash is followed by a fresh process")

        _, payload = function.invoke({"mood": "exit"})
        expect(payload["errorMessage"].endswith("exit status 3"), f"an exit has a status: {payload}")

    with Served(moody, "Moody", MOODY_FAILS_TO_START="1") as function:
        for _ in range(2):
            answer, payload = function.invoke({})
            expect(answer["FunctionError"] == "Unhandled", "a failed start is a function error")
            expect(payload["errorType"] == "Bad", f"it has the type that was thrown: {payload}")


def concurrency():
    wish = {"milliseconds": 500}
    for processes in (1, 3):
        with Served(moody, "Moody", "--concurrency", str(processes)) as function:
            with ThreadPoolExecutor(3) as pool:
                answers = list(pool.map(lambda _: function.invoke(wish)[1]["process"], range(3)))
            expect(len(set(answers)) == processes, f"{processes} processes answer: {answers}")


def plain_http():
    with Served(examples, "HelloWorld") as hello:
        status, body = hello.curl("--data", '{"name":"Ada"}')
        expect((status, body) == (200, '{"message":"Hello, Ada!"}'), f"curl invokes: {body}")
        # curl asks before it sends as much as this.
        large = os.path.join(work.name, "large.json")
        with open(large, "w") as file:
            json.dump({"name": "x" * (2 << 20)}, file)
        status, body = hello.curl("--header", "Expect: 100-continue", "--data", f"@{large}")
        expect(status == 200 and len(body) > 2 << 20, f"curl waits for 100 Continue: {status}")
        status, _ = hello.curl("--header", "Transfer-Encoding: chunked", "--data", "{}")
        expect(status == 200, f"curl sends chunks: {status}")
        expect(hello.curl("--head")[0] == 405, "HEAD is not allowed")
        expect(hello.curl(path="/nothing")[0] == 404, "there is nothing elsewhere")


def http_services():
    recipe = '{"ingredients":["water"],"steps":["Boil."]}'
    for service in ("v2", "v1", "rest", "url", "alb", "alb-multi"):
        with Served(examples, "RecipeBox", "--http", service) as box:
            status, body = box.curl(path="/recipes?ingredient=eggs")
            expect((status, body) == (200, '["crêpes"]'), f"{service}: a query: {status} {body}")
            status, body = box.curl(path="/recipes/cr%C3%AApes")
            expect(status == 200 and "Fry." in body, f"{service}: an escaped path: {status} {body}")
            put = ("--request", "PUT", "--header", "Content-Type: application/json", "--data", recipe)
            expect(box.curl(*put, path="/recipes/soup")[0] == 201, f"{service}: a body")
            expect(box.curl(*put, path="/recipes/soup") == (204, ""), f"{service}: no content")
            expect(box.curl(path="/recipes/soup") == (200, recipe), f"{service}: the body again")
            status, body = box.curl(path="/recipes/cake")
            expect(
                (status, body) == (404, '{"message":"There is no recipe for cake."}'),
                f"{service}: an error: {status} {body}",
            )
            status, body = box.curl("--request", "DELETE", "--include", path="/recipes/soup")
            expect(status == 405 and "Allow: GET, HEAD, OPTIONS, PUT" in body, f"{service}: Allow: {body}")
            status, body = box.curl("--head", path="/recipes/soup")
            expect(status == 200 and "Content-Type: application/json" in body, f"{service}: HEAD: {body}")
        with Served(examples, "CookingGuide", "--http", service) as guide:
            status, body = guide.curl("--no-buffer", path="/recipes/toast/steps")
            steps = "id: 1\ndata: Toast the bread.\n\nid: 2\ndata: Butter it.\n\n"
            expect((status, body) == (200, steps), f"{service}: a body in pieces: {status} {body}")
            status, body = guide.curl("--include", path="/recipes")
            tag = next((line[6:] for line in body.splitlines() if line.lower().startswith("etag: ")), "")
            expect(status == 200 and tag.startswith('W/"'), f"{service}: an ETag: {body}")
            status, body = guide.curl("--header", f"If-None-Match: {tag}", path="/recipes")
            expect((status, body) == (304, ""), f"{service}: nothing has changed: {status} {body}")

    # The service follows from the event type, and the variables of the path from the routes.
    with Served(examples, "BookShelf", "--route", "GET /books/{isbn}") as shelf:
        status, body = shelf.curl(path="/books/9780141439518")
        expect(status == 200 and "Jane Austen" in body, f"a variable of the path: {status} {body}")
        expect(shelf.curl(path="/authors")[0] == 404, "there is no such route")
        shelf.wait("No route takes this request. There are: GET /books/{isbn}.")


def http_values():
    """What has several values, or is no text, arrives and comes back through each service."""
    every = bytes(range(256))
    source, target, head = (os.path.join(work.name, file) for file in ("in.bin", "out.bin", "head.txt"))
    with open(source, "wb") as file:
        file.write(every)
    joined = "one,two"
    for service, tags, query in (
        ("v2", joined, "x=1|x=2"),
        ("rest", joined, "x=1|x=2"),
        ("url", joined, "x=1|x=2"),
        # A load balancer without multi-value headers sends the last of them.
        ("alb", "two", "x=2"),
        ("alb-multi", joined, "x=1|x=2"),
    ):
        with Served(moody, "Mirror", "--http", service) as mirror:
            result = subprocess.run(
                ["curl", "-sS", "--max-time", "60", "-o", target, "-D", head]
                + ["--cookie", "a=1; b=2", "--header", "X-Tag: one", "--header", "X-Tag: two"]
                + ["--header", "Content-Type: application/octet-stream"]
                + ["--data-binary", f"@{source}", mirror.url + "/any/where?x=1&x=2"],
                capture_output=True,
                text=True,
            )
            expect(result.returncode == 0, f"{service}: curl succeeds: {result.stderr}")
            lines = open(head).read().splitlines()
            expect(lines[0].startswith("HTTP/1.1 200"), f"{service}: the status: {lines[0]}")
            fields = [line.split(": ", 1) for line in lines[1:] if line]

            def values(name):
                return [value for field, value in fields if field.lower() == name]

            with open(target, "rb") as file:
                expect(file.read() == every[::-1], f"{service}: bytes, both ways")
            expect(values("content-type") == ["application/octet-stream"], f"{service}: their type: {fields}")
            expect(values("x-cookies") == ["a=1|b=2"], f"{service}: cookies arrive: {fields}")
            found = [value.replace(" ", "") for value in values("x-tags")]
            expect(found == [tags], f"{service}: repeated headers arrive: {fields}")
            expect(values("x-query") == [query], f"{service}: repeated parameters arrive: {fields}")
            expect(
                sorted(values("set-cookie")) == ['session="7,8"; HttpOnly', "theme=dark; Path=/"],
                f"{service}: a header for each cookie: {fields}",
            )


def half_closed():
    """A client that sends nothing more, as `nc -N` does, gets what it has asked for."""
    with Served(moody, "Moody") as function:
        body = b'{"milliseconds":300}'
        with socket.create_connection(("127.0.0.1", int(function.url.rsplit(":", 1)[1])), 60) as client:
            client.sendall(
                b"POST /2015-03-31/functions/Moody/invocations HTTP/1.1\r\nHost: x\r\n"
                + b"Content-Length: %d\r\n\r\n" % len(body)
                + body
            )
            client.shutdown(socket.SHUT_WR)
            answer = b"".join(iter(lambda: client.recv(65536), b""))
        expect(answer.startswith(b"HTTP/1.1 200 OK\r\n"), f"there is an answer: {answer}")
        expect(b'"process":' in answer, f"it is whole: {answer}")


def response_streams():
    with Served(examples, "Countdown", "--timeout", "30") as countdown:
        sample = subprocess.run(
            [countdown.command[0], "samples", "apigateway-v2/console-nulls"], capture_output=True
        ).stdout
        event = {**json.loads(sample), "queryStringParameters": {"from": "2"}}
        pieces, complete = countdown.stream(event, LogType="Tail")
        text = b"".join(piece for _, piece in pieces)
        head, body = text.split(b"\0" * 8)
        expect(json.loads(head)["statusCode"] == 200, f"the response begins with its head: {head}")
        expect(body.endswith(b"data: Lift-off!\n\n"), f"and goes on to its end: {body}")
        expect(pieces[-1][0] - pieces[0][0] > 1.5, "boto3 gets each piece as it is written")
        expect("ErrorCode" not in complete, f"there is no error: {complete}")
        log = base64.b64decode(complete["LogResult"]).decode()
        for part in ("START RequestId: ", "Launched.", "REPORT "):
            expect(part in log, f"the tail of the log has {part}: {log}")

        # Whoever does not take pieces gets the whole.
        raw = countdown.client.invoke(FunctionName="Countdown", Payload=json.dumps(event))
        expect(raw["Payload"].read() == text, "Invoke gets the same in one")
        refused(
            lambda: countdown.stream(event, FunctionName="Other"), "ResourceNotFoundException", 404
        )

        curl = subprocess.Popen(
            ["curl", "-sS", "-N", "-i", "--max-time", "60", countdown.url + "/?from=2"],
            stdout=subprocess.PIPE,
            text=True,
        )
        lines = [(time.monotonic(), line) for line in curl.stdout]
        expect(curl.wait() == 0, "curl gets all of it")
        text = "".join(line for _, line in lines)
        expect(text.startswith("HTTP/1.1 200 OK\n"), f"the status is that of the head: {text}")
        expect("Content-Type: text/event-stream\n" in text, f"so are the headers: {text}")
        when = {line.strip(): moment for moment, line in lines}
        expect(when["data: Lift-off!"] - when["data: 2"] > 1.5, "curl -N gets each piece as it is written")
        status, body = countdown.curl(path="/?from=soon")
        expect((status, body) == (400, "Count from 0 to 60 seconds: ?from=10\n"), f"another status: {status}")

    with Served(moody, "Lingerer", "--timeout", "2") as lingerer:
        wish = {"pieces": 2, "milliseconds": 100}
        pieces, complete = lingerer.stream({**wish, "end": "throw"})
        expect(b"".join(piece for _, piece in pieces) == b"x" * 16, "the pieces before an error arrive")
        expect(complete["ErrorCode"] == "Function.OutOfPaper", f"the error has its type: {complete}")
        document = json.loads(complete["ErrorDetails"])
        expect(document["errorType"] == "OutOfPaper", f"and its document: {complete}")

        _, complete = lingerer.stream({**wish, "end": "crash"})
        expect(complete["ErrorCode"] == "Runtime.TruncatedResponse", f"a crash cuts it off: {complete}")
        pieces, complete = lingerer.stream({**wish, "end": "hang"})
        expect(len(pieces) > 0 and complete["ErrorCode"] == "Sandbox.Timedout", f"a timeout: {complete}")
        _, complete = lingerer.stream(b"7")
        expect(complete["ErrorCode"] == "Runtime.EventInvalid", f"no stream at all: {complete}")

    with Served(moody, "Lingerer", "--timeout", "120") as lingerer:
        lingerer.stream({})
        if os.path.exists("/proc/self/status"):
            before = lingerer.peak()
            pieces, complete = lingerer.stream({"pieces": 800, "size": 100_000})
            size = sum(len(piece) for _, piece in pieces)
            expect(size == 80_000_000 and "ErrorCode" not in complete, f"80 MB arrive: {size}")
            grown = lingerer.peak() - before
            expect(grown < 8, f"the server keeps none of it; it has grown by {grown:.1f} MB")


def signals():
    def begin(name, event, *options):
        process = subprocess.Popen(
            [os.path.join(moody, name), "invoke", "-", "--timeout", "60", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        process.stdin.write(json.dumps(event).encode())
        process.stdin.close()
        return process

    def ended(process, signal, what):
        begun = time.monotonic()
        log = process.stderr.read().decode()
        status = process.wait(20)
        expect(status == -signal, f"{what} is ended by the signal, not with {status}: {log}")
        expect(time.monotonic() - begun < 5, f"{what} is ended at once")
        return log

    endless = {"pieces": 100_000, "milliseconds": 20}
    for number in (signal.SIGINT, signal.SIGTERM):
        process = begin("Lingerer", endless)
        expect(process.stdout.read(8) == b"x" * 8, "invoke prints a piece as it comes")
        process.send_signal(number)
        log = ended(process, number, "invoke in the middle of a response")
        expect("The invocations under way have not ended" in log, f"it is asked to end: {log}")

        process = begin("Moody", {"mood": "hang"})
        process.stderr.readline()
        process.send_signal(number)
        ended(process, number, "invoke of a handler that hangs")

        with Served(moody, "Lingerer", "--timeout", "60") as lingerer:
            answer = lingerer.client.invoke_with_response_stream(
                FunctionName="Lingerer", Payload=json.dumps(endless)
            )
            next(iter(answer["EventStream"]))
            lingerer.end(number)
            expect(
                "The invocations under way have not ended" in lingerer.log,
                f"the function is asked to end: {lingerer.log}",
            )

    process = begin("Lingerer", {"pieces": 2})
    log = process.stderr.read().decode()
    expect(process.wait(20) == 0, f"invoke succeeds: {log}")
    expect("The shop is closed.\n" in log, f"the function is told of its end: {log}")

    process = begin("Lingerer", endless)
    process.stdout.read(8)
    process.stdout.close()
    ended(process, signal.SIGPIPE, "invoke whose output nobody reads")


for check in (
    command_line,
    library,
    failures,
    concurrency,
    plain_http,
    http_services,
    http_values,
    half_closed,
    response_streams,
    signals,
):
    started = time.monotonic()
    check()
    print(f"interop: {check.__name__} passed in {time.monotonic() - started:.1f} s")
print(f"interop: {count} expectations held")
