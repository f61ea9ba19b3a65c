"""Lets the examples reach the services they use, and looks at what has become of it there.

    moto-checks.py FOLDER_OF_THE_ARCHIVES

Called by .ci/moto. The functions are those of the archives, unpacked, with nothing in their environment but what
Lambda and the template set; the Runtime API that invokes them is in this process, as is S3, which is
moto's. The service that takes orders is made here. Every check says what it expects; the first that fails
ends the gate, with the log of the function.
"""

import json
import logging
import os
import queue
import re
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote_plus, unquote

import boto3
import trustme
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.server import ThreadedMotoServer

archives = os.path.abspath(sys.argv[1])
work = tempfile.TemporaryDirectory()
count = 0

# Credentials of nobody, and no configuration of the user's.
os.environ.update(
    AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY="none",
    AWS_SESSION_TOKEN="none",
    AWS_REGION="us-east-1",
    AWS_DEFAULT_REGION="us-east-1",
    AWS_EC2_METADATA_DISABLED="true",
    AWS_CONFIG_FILE=os.devnull,
    AWS_SHARED_CREDENTIALS_FILE=os.devnull,
    NO_PROXY="127.0.0.1",
    no_proxy="127.0.0.1",
)
os.environ.pop("AWS_PROFILE", None)


def expect(holds, what):
    global count
    count += 1
    if not holds:
        raise SystemExit(f"moto: expected that {what}")


class Function:
    """A function in a process of its own, for the length of a `with` block, and the Runtime API that invokes it.

    `start` is what the archive's bootstrap is started with, for another file system.
    """

    def __init__(self, name, start=(), **environment):
        self.folder = os.path.join(work.name, name)
        if not os.path.exists(self.folder):
            with zipfile.ZipFile(os.path.join(archives, name + ".zip")) as archive:
                archive.extractall(self.folder)
            os.chmod(os.path.join(self.folder, "bootstrap"), 0o755)
        self.name = name
        self.start = start
        self.environment = environment
        self.log = ""
        self.events = queue.Queue()
        self.results = queue.Queue()
        function = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                event = function.events.get()
                if event is None:
                    self.close_connection = True
                    return
                self.send_response(200)
                self.send_header("Lambda-Runtime-Aws-Request-Id", f"{function.name}-{count}")
                deadline = int((time.time() + 60) * 1000)
                self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline))
                arn = f"arn:aws:lambda:us-east-1:123456789012:function:{function.name}"
                self.send_header("Lambda-Runtime-Invoked-Function-Arn", arn)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(event)))
                self.end_headers()
                self.wfile.write(event)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                function.results.put((self.path.endswith("/error"), json.loads(body)))
                self.send_response(202)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        # A function that ends closes its connections, in the middle of a request for the next event.
        self.server.handle_error = lambda *arguments: None

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        names = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION")
        self.process = subprocess.Popen(
            [*self.start, os.path.join(self.folder, "bootstrap")],
            env={
                **{name: os.environ[name] for name in names},
                "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self.server.server_port}",
                "AWS_LAMBDA_FUNCTION_NAME": self.name,
                "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
                "LAMBDA_TASK_ROOT": self.folder,
                "_HANDLER": "bootstrap",
                **self.environment,
            },
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self.read, daemon=True).start()
        return self

    def __exit__(self, kind, error, trace):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.events.put(None)
            self.server.shutdown()
            self.server.server_close()
            if kind is not None:
                print(f"--- the log of {self.name}\n{self.log}---", file=sys.stderr)

    def read(self):
        for line in self.process.stdout:
            self.log += line

    def invoke(self, event, fails=False):
        """Invokes the function: what it answers, or what it says has gone wrong."""
        self.events.put(json.dumps(event).encode())
        limit = time.monotonic() + 60
        while True:
            try:
                has_failed, answer = self.results.get(timeout=0.2)
                break
            except queue.Empty:
                expect(self.process.poll() is None, f"{self.name} lives")
                expect(time.monotonic() < limit, f"{self.name} answers within a minute")
        expect(has_failed == fails, f"{self.name} {'fails' if fails else 'succeeds'}: {answer}")
        return answer["errorMessage"] if fails else answer


def invoke(name, event, fails=False, **environment):
    """Invokes a function in a process of its own: what it answers, or what it says has gone wrong."""
    with Function(name, **environment) as function:
        return function.invoke(event, fails)


class Orders:
    """A service that takes an order once, and is out of order now and then.

    `length` is what it says that its answers have, which are empty.
    """

    def __init__(self, failures=(), length=0):
        self.orders = {}
        self.requests = []
        self.failures = list(failures)
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_PUT(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.requests.append((self.path, self.headers, body))
                status = service.take(unquote(self.path), self.headers, body)
                self.send_response(status)
                self.send_header("Content-Length", str(length))
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def take(self, path, headers, body):
        if self.failures:
            return self.failures.pop(0)
        if path in self.orders and headers["If-None-Match"] == "*":
            return 412
        self.orders[path] = json.loads(body)
        return 201

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()


class Connections:
    """API Gateway's management API: connections, of which some are gone."""

    def __init__(self, gone):
        self.heard = {}
        self.requests = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.requests.append((self.path, self.headers, body))
                connection = unquote(self.path).removeprefix("/prod/@connections/")
                if connection not in gone:
                    service.heard[connection] = json.loads(body)
                self.send_response(410 if connection in gone else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown()
        self.server.server_close()


def signature(url, headers, body, method="PUT"):
    """The signature that botocore would have put under a request."""
    signed = re.search("SignedHeaders=([^,]+)", headers["Authorization"]).group(1).split(";")
    request = AWSRequest(method, url, {name: headers[name] for name in signed}, body)
    request.context["timestamp"] = headers["x-amz-date"]
    credentials = Credentials("AKIAIOSFODNN7EXAMPLE", "none", "none")
    auth = SigV4Auth(credentials, "execute-api", "us-east-1")
    return auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)


def fixture(function, name):
    path = f"Examples/Tests/{function}Tests/Fixtures/{name}"
    with open(path, "rb") as file:
        return json.load(file) if name.endswith(".json") else file.read()


def dimensions(bitmap):
    """The width and the height that the header of a BMP file has, and its bits."""
    expect(bitmap[:2] == b"BM", "the thumbnail is a BMP file")
    width, height, _, bits = struct.unpack_from("<iiHH", bitmap, 18)
    return width, abs(height), bits


def created(bucket, *keys):
    """The event that S3 sends: keys are in it as in an HTML form."""
    event = fixture("ImageResizer", "object-created.json")
    record = json.dumps(event["Records"][0])
    event["Records"] = []
    for key in keys:
        copy = json.loads(record)
        copy["s3"]["bucket"] = {"name": bucket, "arn": f"arn:aws:s3:::{bucket}"}
        copy["s3"]["object"]["key"] = quote_plus(key, safe="/")
        event["Records"].append(copy)
    return event


def images(s3, endpoint):
    s3.create_bucket(Bucket="photos")
    s3.create_bucket(Bucket="thumbnails")
    flower = fixture("ImageResizer", "images/flower.bmp")
    expect(dimensions(flower) == (150, 100, 24), "the flower is larger than a thumbnail")
    keys = ["flower.bmp", "2026/red flower.bmp", "2026/1+1=2 & 50%.bmp", "2026/Café 🌻~(*)'!.bmp"]
    for key in keys:
        s3.put_object(Bucket="photos", Key=key, Body=flower)
    tall = fixture("ImageResizer", "images/tall-flower.ppm")
    s3.put_object(Bucket="photos", Key="tall.ppm", Body=tall)
    s3.put_object(Bucket="photos", Key="notes.txt", Body=b"Water the flowers.\n")
    s3.put_object(Bucket="photos", Key="empty", Body=b"")
    settings = dict(
        OBJECT_STORE="s3",
        THUMBNAIL_BUCKET="thumbnails",
        AWS_ENDPOINT_URL_S3=endpoint,
    )

    # One object, in a process of its own.
    answer = invoke("ImageResizer", created("photos", keys[0]), **settings)
    expect(
        answer["thumbnails"]
        == [{"bucket": "thumbnails", "key": "flower.bmp", "width": 128, "height": 85}],
        f"there is one thumbnail: {answer}",
    )
    thumbnail = s3.get_object(Bucket="thumbnails", Key="flower.bmp")
    body = thumbnail["Body"].read()
    expect(thumbnail["ContentType"] == "image/bmp", "its type is stored with it")
    expect(dimensions(body) == (128, 85, 24), f"it is smaller: {dimensions(body)}")
    expect(len(body) == 54 + 128 * 3 * 85, "it has all of its pixels")
    # The middle of the flower is yellow: blue, green, red, from the bottom.
    middle = 54 + (42 * 128 + 64) * 3
    expect(tuple(body[middle : middle + 3]) == (40, 200, 240), "it shows a flower")

    # The others, one after the other, in a process that stays.
    with Function("ImageResizer", **settings) as resizer:
        for key in keys[1:]:
            answer = resizer.invoke(created("photos", key))
            expect([t["key"] for t in answer["thumbnails"]] == [key], f"{key} has one: {answer}")
            copy = s3.get_object(Bucket="thumbnails", Key=key)["Body"].read()
            expect(copy == body, f"{key} is the same flower")
        answer = resizer.invoke(created("photos", "tall.ppm", "notes.txt", "empty", "gone.bmp"))
        expect(
            answer
            == {
                "thumbnails": [
                    {"bucket": "thumbnails", "key": "tall.ppm", "width": 48, "height": 128}
                ],
                "skipped": 1,
                "refused": 2,
            },
            f"what is no image has no thumbnail: {answer}",
        )
        tall = s3.get_object(Bucket="thumbnails", Key="tall.ppm")["Body"].read()
        expect(tall.startswith(b"P6\n48 128\n255\n"), "the tall flower is smaller, too")
        answer = resizer.invoke(created("thumbnails", "flower.bmp"))
        expect(answer["skipped"] == 1, f"a thumbnail has no thumbnail: {answer}")
        answer = resizer.invoke(fixture("ImageResizer", "test-event.json"))
        expect(answer["skipped"] == 0, f"a test event is taken: {answer}")
    stored = [o["Key"] for o in s3.list_objects_v2(Bucket="thumbnails")["Contents"]]
    expect(sorted(stored) == sorted([*keys, "tall.ppm"]), f"there is nothing else: {stored}")

    settings["THUMBNAIL_BUCKET"] = "no-such-bucket"
    error = invoke("ImageResizer", created("photos", keys[0]), fails=True, **settings)
    expect("returned status 404 (NoSuchBucket)" in error, f"it says what S3 says: {error}")


class TLS:
    """Passes on what comes over TLS, with a certificate for `localhost` of an authority of its own."""

    def __init__(self, endpoint):
        self.authority = trustme.CA()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert("localhost").configure_cert(self.context)
        self.port = int(endpoint.rsplit(":", 1)[1])
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://localhost:{self.listener.getsockname()[1]}"

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.listener.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=[connection], daemon=True).start()

    def serve(self, connection):
        try:
            with self.context.wrap_socket(connection, server_side=True) as client:
                with socket.create_connection(("127.0.0.1", self.port)) as server:
                    back = threading.Thread(target=self.copy, args=[server, client], daemon=True)
                    back.start()
                    self.copy(client, server)
                    back.join()
        except OSError:
            # A client that does not trust the certificate.
            pass

    def copy(self, source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def https(s3, endpoint):
    """Over TLS, by a host name: both are linked into the executable."""
    s3.create_bucket(Bucket="albums")
    s3.put_object(Bucket="albums", Key="a.bmp", Body=fixture("ImageResizer", "images/flower.bmp"))
    event = created("albums", "a.bmp")
    with TLS(endpoint) as tls:
        settings = dict(
            OBJECT_STORE="s3",
            THUMBNAIL_BUCKET="thumbnails",
            AWS_ENDPOINT_URL_S3=tls.url,
        )
        # The authority is not among those of this machine.
        error = invoke("ImageResizer", event, fails=True, **settings)
        expect("has no response: " in error, f"it trusts nobody that it does not know: {error}")
        expect("a.bmp" not in error, f"an error has no values: {error}")

        # Where there is no server, or none of that name.
        for url in ("http://127.0.0.1:9", "https://no-such-host.invalid"):
            nowhere = {**settings, "AWS_ENDPOINT_URL_S3": url}
            error = invoke("ImageResizer", event, fails=True, **nowhere)
            expect(f"from {url} has no response: " in error, f"nobody is at {url}: {error}")

        # Where it is, in a file system of the function's own.
        bundle = "/etc/ssl/certs/ca-certificates.crt"
        authority = os.path.join(work.name, "authority.pem")
        tls.authority.cert_pem.write_to_path(authority)
        programs = [shutil.which(name) for name in ("unshare", "mount")]
        if os.geteuid() != 0 or None in programs or not os.path.exists(bundle):
            print("moto: a known authority was not tried, it needs root, unshare and a bundle")
            return
        unshare, mount = programs
        command = f'{mount} --bind {authority} {bundle} && exec "$0"'
        start = [unshare, "--mount", "/bin/sh", "-c", command]
        with Function("ImageResizer", start, **settings) as resizer:
            answer = resizer.invoke(event)
            expect(len(answer["thumbnails"]) == 1, f"the thumbnail is made over TLS: {answer}")


def orders_export(s3, endpoint):
    s3.create_bucket(Bucket="warehouse")
    settings = dict(
        OBJECT_STORE="s3",
        WAREHOUSE_BUCKET="warehouse",
        AWS_ENDPOINT_URL_S3=endpoint,
    )
    # Twice, as Lambda may deliver a batch twice.
    for _ in range(2):
        answer = invoke("OrderExport", fixture("OrderExport", "changes.json"), **settings)
        expect(answer == {"rows": 4, "rejects": 2, "unchanged": 3}, f"rows are written: {answer}")
    stored = [o["Key"] for o in s3.list_objects_v2(Bucket="warehouse")["Contents"]]
    expect(len(stored) == 2, f"there is a file of each kind: {stored}")
    rows, rejects = (s3.get_object(Bucket="warehouse", Key=key)["Body"].read() for key in stored)
    expect(rows == fixture("OrderExport", "rows.ndjson"), "the rows are those of the test")
    reasons = [json.loads(line)["reason"] for line in rejects.splitlines()]
    expect(reasons == ["totalDiffers", "DecodingError"], f"the rejects have reasons: {reasons}")


def spare_parts(s3, endpoint):
    settings = dict(ORDER_SERVICE_SIGNING="execute-api")
    last = fixture("SpareParts", "last.json")
    part = "pump 7/ä+~"
    last["state"]["parts"][part] = last["state"]["parts"].pop("pump-7")
    # The service is busy at first, and the window is delivered twice.
    with Orders(failures=[503]) as orders:
        for _ in range(2):
            invoke("SpareParts", last, ORDER_SERVICE=orders.url, **settings)
        expect(orders.orders == {f"/orders/{part}": {"partID": part}}, f"{orders.orders}")
        expect(len(orders.requests) == 3, "there were three requests: busy, placed, already there")
        for path, headers, body in orders.requests:
            expected = signature(orders.url + path, headers, body)
            expect(headers["Authorization"].endswith(f"Signature={expected}"), "botocore agrees")
    with Orders(failures=[403]) as orders:
        error = invoke("SpareParts", last, fails=True, ORDER_SERVICE=orders.url, **settings)
        expect("PUT of an order returned status 403" in error, f"the function says so: {error}")
    with Orders(length=1 << 40) as orders:
        error = invoke("SpareParts", last, fails=True, ORDER_SERVICE=orders.url, **settings)
        expect("TooManyBytes" in error, f"an answer that is too long is not waited for: {error}")
    folder = os.path.join(work.name, "orders")
    invoke("SpareParts", last, ORDER_SERVICE=folder)
    expect(os.listdir(folder) == ["order-pump%207%2F%C3%A4%2B~.json"], "a folder takes orders, too")


def chat(s3, endpoint):
    dynamodb = boto3.client("dynamodb", endpoint_url=endpoint)
    dynamodb.create_table(
        TableName="connections",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "connection", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "connection", "KeyType": "HASH"}],
    )

    def guests():
        items = dynamodb.scan(TableName="connections")["Items"]
        return {item["connection"]["S"]: item["name"]["S"] for item in items}

    with Connections(gone={"Alan="}) as connections:
        settings = dict(
            CONNECTIONS_TABLE="connections",
            AWS_ENDPOINT_URL_DYNAMODB=endpoint,
            MANAGEMENT_ENDPOINT=connections.url + "/prod",
        )

        def send(message, connection, **query):
            event = fixture("Chat", message)
            event["requestContext"]["connectionId"] = connection
            if query:
                event["queryStringParameters"] = query
                event["multiValueQueryStringParameters"] = {k: [v] for k, v in query.items()}
            answer = invoke("Chat", event, **settings)
            expect(answer["statusCode"] == 200, f"the chat goes on: {answer}")

        # Each in a process of its own: the table is what they have in common.
        for guest in ("Ada", "Grace", "Alan", "Bjørn"):
            send("connect.json", guest + "=", name=guest)
        expect(len(guests()) == 4, f"all of them are there: {guests()}")
        send("message.json", "Ada=")
        hello = {"from": "Ada", "text": "Hello"}
        expect(connections.heard == {"Grace=": hello, "Bjørn=": hello}, f"{connections.heard}")
        for path, headers, body in connections.requests:
            expected = signature(connections.url + path, headers, body, method="POST")
            expect(headers["Authorization"].endswith(f"Signature={expected}"), "botocore agrees")
        expect("Alan=" not in guests(), "a connection that is gone is forgotten")
        expect(guests()["Bjørn="] == "Bjørn", f"a name is kept as it is: {guests()}")


# moto's server writes a line for each request.
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
try:
    endpoint = "http://127.0.0.1:%d" % server.get_host_and_port()[1]
    s3 = boto3.client("s3", endpoint_url=endpoint)
    for check in (images, https, orders_export, spare_parts, chat):
        started = time.monotonic()
        check(s3, endpoint)
        print(f"moto: {check.__name__} passed in {time.monotonic() - started:.1f} s")
finally:
    server.stop()
print(f"moto: {count} expectations held")
