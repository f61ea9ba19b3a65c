// The Runtime API (2018-06-01), as far as a benchmark needs it, for one function over one connection at a
// time. It is strict where a mistake of the function would falsify a figure, and fails with what it saw.

#define _GNU_SOURCE
#include "mock.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

// AWS's emulator is a Go server that sets no Content-Length: Go does so itself up to this size.
enum { LARGEST_UNCHUNKED_EVENT = 2048 };

static int listener = -1, connection = -1;
static char *in;                        // received; the request at hand comes first
static size_t used, room, taken;        // `taken` is what the request at hand occupies
static char id[40];                     // of the invocation at hand
static uint64_t invocations;

struct request {
    char method[8], path[160];
    struct bytes body;
};

void listen_on_loopback(char *endpoint, size_t length) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 16) != 0
        || getsockname(listener, (struct sockaddr *)&address, &size) != 0)
        fail("cannot listen: %s", strerror(errno));
    snprintf(endpoint, length, "127.0.0.1:%d", ntohs(address.sin_port));
    room = 1 << 16;
    if (!(in = malloc(room))) fail("out of memory");
}

void forget_connection(void) {
    if (connection >= 0) close(connection);
    connection = -1;
    used = taken = 0;
}

static void receive(void) {
    if (connection < 0) {
        await_connection(listener);
        while ((connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC)) < 0)
            if (errno != EINTR) fail("accept: %s", strerror(errno));
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    }
    if (used == room && !(in = realloc(in, room *= 2))) fail("out of memory");
    ssize_t got;
    while ((got = recv(connection, in + used, room - used, 0)) < 0 && errno == EINTR) {}
    if (got > 0) { used += got; return; }
    if (got < 0 && errno != ECONNRESET) fail("recv: %s", strerror(errno));
    if (used > 0) fail("the function closed its connection within a request");
    forget_connection();                // it may open another
    receive();
}

static void transmit(struct iovec *parts, int count) {
    while (count > 0) {
        ssize_t sent = sendmsg(connection, &(struct msghdr){.msg_iov = parts, .msg_iovlen = count}, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) fail("the function does not receive: %s", strerror(errno));
        size_t left = sent < 0 ? 0 : sent;
        while (count > 0 && left >= parts->iov_len) left -= parts->iov_len, parts++, count--;
        if (count > 0) parts->iov_base = (char *)parts->iov_base + left, parts->iov_len -= left;
    }
}

static size_t line_end(size_t from) {
    char *found;
    while (!(found = memmem(in + from, used - from, "\r\n", 2))) receive();
    return found - in + 2;
}

static bool begins(size_t at, const char *name) {
    return strncasecmp(in + at, name, strlen(name)) == 0;
}

// Receives the chunks of a body that begins at `at` and moves them together.
static struct bytes receive_chunks(size_t at) {
    size_t start = at, length = 0;
    for (;;) {
        size_t data = line_end(at), size = strtoul(in + at, NULL, 16);
        while (used < data + size + 2) receive();
        memmove(in + start + length, in + data, size);
        length += size;
        at = data + size + 2;
        if (size == 0) break;
    }
    taken = at;
    return (struct bytes){in + start, length};
}

static struct request receive_request(void) {
    memmove(in, in + taken, used - taken);
    used -= taken;
    taken = 0;
    while (used == 0) receive();

    struct request request;
    size_t at = line_end(0), end;
    in[at - 2] = 0;
    if (sscanf(in, "%7s %159s HTTP/1.1", request.method, request.path) != 2 || !strstr(in, " HTTP/1.1"))
        fail("not an HTTP/1.1 request: %.200s", in);

    long length = -1;
    bool chunked = false, host = false;
    for (; (end = line_end(at)) > at + 2; at = end) {
        if (begins(at, "content-length:")) length = strtol(in + at + 15, NULL, 10);
        if (begins(at, "transfer-encoding:")) chunked = true;
        if (begins(at, "host:")) host = true;
    }
    if (!host) fail("%s %s has no Host", request.method, request.path);
    if (chunked) {
        request.body = receive_chunks(end);
    } else {
        if (length < 0 && strcmp(request.method, "POST") == 0) fail("POST %s has no length", request.path);
        taken = end + (length < 0 ? 0 : length);
        while (used < taken) receive();
        request.body = (struct bytes){in + end, taken - end};
    }
    return request;
}

static _Noreturn void unexpected(struct request request, const char *expected) {
    int shown = request.body.length < 2000 ? (int)request.body.length : 2000;
    fail("expected %s, received %s %s\n%.*s", expected, request.method, request.path, shown, request.body.start);
}

void await_poll(void) {
    struct request request = receive_request();
    if (strcmp(request.method, "GET") != 0 || strcmp(request.path, "/2018-06-01/runtime/invocation/next") != 0)
        unexpected(request, "GET /next");
}

// Every invocation has an id and a trace of its own, as the service's have: a runtime that keeps them leaks.
void send_event(struct bytes event, int64_t *sent_at) {
    uint64_t number = ++invocations;
    bool chunked = event.length > LARGEST_UNCHUNKED_EVENT;
    char head[1024], framing[64];
    snprintf(id, sizeof id, "8f5e2c1a-0000-4000-8000-%012llx", (unsigned long long)number);
    if (chunked) snprintf(framing, sizeof framing, "Transfer-Encoding: chunked\r\n\r\n%zx", event.length);
    else snprintf(framing, sizeof framing, "Content-Length: %zu\r\n", event.length);
    int length = snprintf(head, sizeof head,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        "Date: Fri, 20 Nov 2026 12:00:00 GMT\r\n"
        "Lambda-Runtime-Aws-Request-Id: %s\r\n"
        "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
        "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:echo\r\n"
        "Lambda-Runtime-Trace-Id: Root=1-673dc000-%024llx;Parent=53995c3f42cd8ad8;Sampled=0\r\n"
        "%s\r\n",
        id, (unsigned long long)number, framing);
    struct iovec parts[] = {{head, length}, {event.start, event.length}, {"\r\n0\r\n\r\n", 7}};
    *sent_at = now();
    transmit(parts, chunked ? 3 : 2);
}

void await_answer(const char *expect, int64_t *answered_at) {
    struct request request = receive_request();
    *answered_at = now();
    char path[160];
    snprintf(path, sizeof path, "/2018-06-01/runtime/invocation/%s/response", id);
    if (strcmp(request.method, "POST") != 0 || strcmp(request.path, path) != 0) unexpected(request, path);
    if (expect && !memmem(request.body.start, request.body.length, expect, strlen(expect)))
        unexpected(request, "another answer");
}

void accept_answer(void) {
    static char answer[] =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
        "Date: Fri, 20 Nov 2026 12:00:00 GMT\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";
    transmit(&(struct iovec){answer, sizeof answer - 1}, 1);
}
