// The least that a function which streams can do: one connection, one thread, one sendmsg for each piece. It
// does what Sources/Streamer does in Swift, and trusts the server.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static int fd;
static char in[16384];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void transmit(struct iovec *parts, int count) {
    while (count > 0) {
        ssize_t sent = sendmsg(fd, &(struct msghdr){.msg_iov = parts, .msg_iovlen = count}, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) fail("sendmsg");
        size_t left = sent < 0 ? 0 : sent;
        while (count > 0 && left >= parts->iov_len) left -= parts->iov_len, parts++, count--;
        if (count > 0) parts->iov_base = (char *)parts->iov_base + left, parts->iov_len -= left;
    }
}

// Receives one small response as a string.
static void receive(void) {
    size_t used = 0;
    char *end = NULL;
    for (;;) {
        ssize_t got = recv(fd, in + used, sizeof in - 1 - used, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("recv");
        if (got == 0) exit(0);
        in[used += got] = 0;
        if (!end) end = strstr(in, "\r\n\r\n");
        char *length = end ? strcasestr(in, "content-length:") : NULL;
        if (length && used >= (size_t)(end - in) + 4 + strtoul(length + 15, NULL, 10)) return;
    }
}

static long number(const char *key) {
    char *at = strstr(in, key);
    return at ? strtol(at + strlen(key), NULL, 10) : 0;
}

int main(void) {
    const char *api = getenv("AWS_LAMBDA_RUNTIME_API");
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (!api || !strrchr(api, ':')) return 1;
    address.sin_port = htons(atoi(strrchr(api, ':') + 1));
    if ((fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) < 0) fail("socket");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
    char poll[256], head[512], id[64];
    size_t polled = snprintf(poll, sizeof poll, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", api);
    for (;;) {
        transmit(&(struct iovec){poll, polled}, 1);
        receive();
        if (sscanf(strcasestr(in, "lambda-runtime-aws-request-id:") + 30, " %63[^\r]", id) != 1) return 1;
        long pieces = number("\"pieces\":"), size = number("\"size\":"), pause = number("\"pause\":");
        char *piece = calloc(1, size), framing[32];
        size_t headed = snprintf(head, sizeof head,
            "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\n"
            "Content-Type: application/octet-stream\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n"
            "Transfer-Encoding: chunked\r\n"
            "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n", id, api);
        for (long i = 0; i < pieces; i++) {
            if (pause > 0) nanosleep(&(struct timespec){.tv_nsec = pause * 1000}, NULL);
            struct timespec now;
            clock_gettime(CLOCK_MONOTONIC, &now);
            int64_t stamp = now.tv_sec * 1000000000LL + now.tv_nsec;
            memcpy(piece, &stamp, sizeof stamp);
            size_t framed = snprintf(framing, sizeof framing, "%lx\r\n", size);
            struct iovec parts[] = {{head, headed}, {framing, framed}, {piece, size}, {"\r\n", 2}};
            transmit(parts + (i > 0), 4 - (i > 0));
        }
        transmit(&(struct iovec){"0\r\n\r\n", 5}, 1);
        free(piece);
        receive();
    }
}
