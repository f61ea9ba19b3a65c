// The floor: the least that a Lambda function can do. One connection, one thread, no JSON parser: it polls
// `/next`, finds the text behind "name": in the event, and posts a greeting, as Sources/Echo does in Swift.
// Every system call is one that the protocol needs, so its cost is what the kernel and the loopback cost.
//
// It trusts the server: it is an instrument for the mock beside it, not a runtime.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

static int fd;
static char *in;                        // what was received and not yet used up
static size_t used, capacity = 16384;

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void receive(void) {
    if (used == capacity && !(in = realloc(in, capacity *= 2))) fail("realloc");
    ssize_t got;
    while ((got = recv(fd, in + used, capacity - used, 0)) < 0 && errno == EINTR) {}
    if (got < 0) fail("recv");
    if (got == 0) exit(0);              // the server has no more work
    used += got;
}

// The offset behind the next CRLF at or behind `from`, receiving as much as that takes.
static size_t line_end(size_t from) {
    char *found;
    while (!(found = memmem(in + from, used - from, "\r\n", 2))) receive();
    return found - in + 2;
}

// Receives one response and moves its body, dechunked, to the start of `in`. Gives the length of the body;
// `id` receives the request id where the head carries one.
static size_t response(char *id, size_t room, size_t *rest) {
    size_t at = line_end(0), length = 0, end;
    int chunked = 0;
    for (; (end = line_end(at)) > at + 2; at = end) {
        if (strncasecmp(in + at, "content-length:", 15) == 0) length = strtoul(in + at + 15, NULL, 10);
        if (strncasecmp(in + at, "transfer-encoding:", 18) == 0) chunked = 1;
        if (strncasecmp(in + at, "lambda-runtime-aws-request-id:", 30) == 0)
            snprintf(id, room, "%.*s", (int)(end - at - 32 - (in[at + 30] == ' ')), in + at + 30 + (in[at + 30] == ' '));
    }
    at = end;
    if (!chunked) {
        while (used < at + length) receive();
        memmove(in, in + at, length);
        *rest = at + length;
        return length;
    }
    for (size_t total = 0;;) {
        end = line_end(at);
        size_t size = strtoul(in + at, NULL, 16);
        while (used < end + size + 2) receive();
        memmove(in + total, in + end, size);
        total += size;
        at = end + size + 2;
        if (size == 0) { *rest = at; return total; }
    }
}

// Drops what the last response occupied, and the memory that a large event took.
static void discard(size_t length) {
    memmove(in, in + length, used - length);
    used -= length;
    if (capacity > 65536 && used < 16384 && !(in = realloc(in, capacity = 16384))) fail("realloc");
}

static void transmit(struct iovec *parts, int count) {
    while (count > 0) {
        ssize_t sent = sendmsg(fd, &(struct msghdr){.msg_iov = parts, .msg_iovlen = count}, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) fail("sendmsg");
        for (size_t left = sent < 0 ? 0 : sent; count > 0; parts++, count--) {
            size_t taken = left < parts->iov_len ? left : parts->iov_len;
            parts->iov_base = (char *)parts->iov_base + taken;
            parts->iov_len -= taken;
            left -= taken;
            if (parts->iov_len > 0) break;
        }
    }
}

int main(void) {
    const char *api = getenv("AWS_LAMBDA_RUNTIME_API");
    const char *colon = api ? strrchr(api, ':') : NULL;
    char host[64], poll[256], id[128] = "", head[512];
    struct sockaddr_in address = {.sin_family = AF_INET};
    if (!colon || snprintf(host, sizeof host, "%.*s", (int)(colon - api), api) >= (int)sizeof host
        || inet_pton(AF_INET, host, &address.sin_addr) != 1) {
        fputs("floor: AWS_LAMBDA_RUNTIME_API must be address:port\n", stderr);
        return 1;
    }
    address.sin_port = htons(atoi(colon + 1));
    if ((fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0) fail("socket");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
    if (!(in = malloc(capacity))) fail("malloc");

    size_t polled = snprintf(poll, sizeof poll, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", api);
    for (;;) {
        size_t rest;
        transmit(&(struct iovec){poll, polled}, 1);
        size_t length = response(id, sizeof id, &rest);

        char *name = memmem(in, length, "\"name\":\"", 8), *quote = NULL;
        if (name) quote = memchr(name + 8, '"', length - (name + 8 - in));
        struct iovec greeting = quote ? (struct iovec){name + 8, quote - name - 8} : (struct iovec){"world", 5};
        size_t headed = snprintf(head, sizeof head,
            "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\n"
            "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n{\"message\":\"Hello, ",
            id, api, greeting.iov_len + 22);
        transmit((struct iovec[]){{head, headed}, greeting, {"!\"}", 3}}, 3);
        discard(rest);
        response(id, sizeof id, &rest);
        discard(rest);
    }
}
