// streams: starts functions that stream, reads what they write without keeping it, and says how long each piece
// was under way, how fast the whole was, and what it cost the function.
//
//     streams PIECES SIZE PAUSE REPEATS label=path [label=path ...]
//
// A piece has the time at which it was written in its first eight bytes. Reader and function have a processor each.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char buffer[1 << 18];
static size_t used, taken;
static int connection;
static int64_t arrived;                 // when the last bytes were received

struct result { double median, late, rate, cpu; long peak; };

static _Noreturn void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void pin(int processor) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(processor, &set);
    if (sysconf(_SC_NPROCESSORS_ONLN) > processor) sched_setaffinity(0, sizeof set, &set);
}

static void receive(void) {
    if (taken > 0) memmove(buffer, buffer + taken, used -= taken), taken = 0;
    if (used == sizeof buffer) fail("a line is too long");
    ssize_t got;
    while ((got = recv(connection, buffer + used, sizeof buffer - used, 0)) < 0 && errno == EINTR) {}
    if (got <= 0) fail("the function closed its connection");
    arrived = now();
    used += got;
}

// The line that begins at `taken`, without its end, which is used up.
static char *line(void) {
    char *end;
    while (!(end = memmem(buffer + taken, used - taken, "\r\n", 2))) receive();
    char *start = buffer + taken;
    *end = 0;
    taken = end + 2 - buffer;
    return start;
}

static void head(const char *expected) {
    char *first = line();
    if (strncmp(first, expected, strlen(expected)) != 0) fail("expected %s, received %s", expected, first);
    while (*line() != 0) {}
}

static void transmit(const char *text) {
    if (send(connection, text, strlen(text), MSG_NOSIGNAL) != (ssize_t)strlen(text)) fail("send");
}

static int ascending(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static long peak_of(pid_t process) {
    char path[64], text[128];
    long peak = 0;
    snprintf(path, sizeof path, "/proc/%d/status", process);
    FILE *file = fopen(path, "r");
    while (file && fgets(text, sizeof text, file)) sscanf(text, "VmHWM: %ld", &peak);
    if (file) fclose(file);
    return peak;
}

static struct result measure(const char *path, long pieces, long size, long pause) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 4) != 0
        || getsockname(listener, (struct sockaddr *)&address, &length) != 0) fail("cannot listen");
    char api[64], event[1024];
    snprintf(api, sizeof api, "127.0.0.1:%d", ntohs(address.sin_port));
    pid_t process = fork();
    if (process == 0) {
        setenv("AWS_LAMBDA_RUNTIME_API", api, 1);
        pin(0);
        execl(path, path, (char *)NULL);
        _exit(127);
    }
    pin(1);
    used = taken = 0;
    if ((connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC)) < 0) fail("accept");
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    head("GET /2018-06-01/runtime/invocation/next ");
    struct rusage usage;
    int bodied = snprintf(event + 512, 512, "{\"pieces\":%ld,\"size\":%ld,\"pause\":%ld}", pieces, size, pause);
    char request[2048];
    snprintf(request, sizeof request,
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 8f5e2c1a-0000-4000-8000-000000000001\r\n"
        "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
        "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:streamer\r\n"
        "Content-Length: %d\r\n\r\n%s", bodied, event + 512);
    int64_t started = now();
    transmit(request);
    head("POST /2018-06-01/runtime/invocation/8f5e2c1a-0000-4000-8000-000000000001/response ");
    double *delays = calloc(pieces, sizeof *delays);
    long count = 0, total = 0;
    for (size_t left; (left = strtoul(line(), NULL, 16)) > 0; count++) {
        while (used - taken < 8) receive();
        int64_t stamp;
        memcpy(&stamp, buffer + taken, sizeof stamp);
        if (count < pieces) delays[count] = (arrived - stamp) / 1e3;
        total += left;
        for (left += 2; left > 0;) {
            if (used == taken) receive();
            size_t part = used - taken < left ? used - taken : left;
            taken += part;
            left -= part;
        }
    }
    line();
    if (total != pieces * size) fail("expected %ld bytes, received %ld", pieces * size, total);
    int64_t ended = now();
    transmit("HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n");
    head("GET /2018-06-01/runtime/invocation/next ");
    struct result result = {.rate = total / 1e6 / ((ended - started) / 1e9), .peak = peak_of(process)};
    kill(process, SIGKILL);
    wait4(process, NULL, 0, &usage);
    close(connection);
    close(listener);
    result.cpu = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    result.cpu /= pieces;
    qsort(delays, pieces, sizeof *delays, ascending);
    result.median = delays[pieces / 2];
    result.late = delays[pieces * 99 / 100];
    free(delays);
    return result;
}

static double middle(struct result *results, int count, size_t offset) {
    double values[64];
    for (int i = 0; i < count; i++) values[i] = *(double *)((char *)&results[i] + offset);
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

int main(int count, char **arguments) {
    if (count < 6) fail("streams PIECES SIZE PAUSE REPEATS label=path ...");
    long pieces = atol(arguments[1]), size = atol(arguments[2]), pause = atol(arguments[3]);
    int repeats = atoi(arguments[4]), functions = count - 5;
    if (pieces < 1 || size < 8 || repeats < 1 || repeats > 64 || functions > 8) fail("out of range");
    static struct result results[8][64];
    alarm(600);
    for (int repeat = 0; repeat < repeats; repeat++)
        for (int i = 0; i < functions; i++)
            results[i][repeat] = measure(strchr(arguments[5 + i], '=') + 1, pieces, size, pause);
    printf("\n%ld pieces of %ld bytes%s:\n\n", pieces, size, pause > 0 ? ", with pauses" : "");
    printf("| function | from write to reader, us | 99th percentile | MB/s | CPU per piece, us | ratio | peak, KB |\n");
    printf("|---|---:|---:|---:|---:|---:|---:|\n");
    double least = middle(results[0], repeats, offsetof(struct result, cpu));
    for (int i = 0; i < functions; i++) {
        double cpu = middle(results[i], repeats, offsetof(struct result, cpu));
        long peak = 0;
        for (int repeat = 0; repeat < repeats; repeat++)
            if (results[i][repeat].peak > peak) peak = results[i][repeat].peak;
        printf("| %.*s | %.1f | %.1f | %.0f | %.2f | %.2f | %ld |\n",
            (int)strcspn(arguments[5 + i], "="), arguments[5 + i],
            middle(results[i], repeats, offsetof(struct result, median)),
            middle(results[i], repeats, offsetof(struct result, late)),
            middle(results[i], repeats, offsetof(struct result, rate)), cpu, cpu / least, peak);
    }
    return 0;
}
