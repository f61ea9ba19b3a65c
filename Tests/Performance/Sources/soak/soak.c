// soak: runs a function for as many invocations as it is told, and makes whatever can go wrong go wrong at random.
//
//     soak [--seed N] [--slots N] [--growth KB] INVOCATIONS FORM PATH
//
// The Runtime API of this process closes connections, stalls, answers with errors, and cuts events, heads, chunks
// and answers anywhere. It keeps account: an invocation that was delivered is answered exactly once, or the log
// of the function says what became of it. Descriptors, threads and memory of the function must not grow.
// FORM is what the function SOAKED is told: answers, streams or follows.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum state { UNKNOWN, DELIVERED, BROKEN, ANSWERED, TOO_LARGE, LOST };
enum fault {
    POLL_CLOSED, POLL_REFUSED, HEAD_CUT, EVENT_CUT, EVENT_CHUNKED, EVENT_SPLIT, STALL,
    POST_CUT, POST_CLOSED, POST_REFUSED, POST_TOO_LARGE, POST_BROKEN, FAULTS
};
static const char *const names[FAULTS] = {
    "polls whose connection was closed", "polls answered with 500 to 504", "polls cut off within the head",
    "events cut off", "events in chunks", "events in pieces", "stalls",
    "answers cut off", "answers taken and not confirmed", "answers refused with 400, 403 or 410",
    "answers refused with 413", "answers refused with 500, which ends the process"
};
// One in so many of the occasions.
static const unsigned odds[FAULTS] = {
    4000, 4000, 8000, 4000, 4, 16, 400, 1500, 1500, 1500, 3000, 400000
};

struct connection { int socket; size_t used, room; char *in; size_t cut; };
static struct connection connections[2100];
static int connected, listener, log_end = -1;
static uint64_t state_of_random;
static long wanted, delivered, answered, failed, lost, faults[FAULTS], lives, lines;
static unsigned char *states, *explained;
static const char *form;
static pid_t child;
static bool is_ending;
static char *log_text;
static size_t log_used;

static _Noreturn void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "soak: ");
    vfprintf(stderr, format, arguments);
    fprintf(stderr, "\nThe end of the log:\n%.*s\n", (int)log_used, log_text);
    if (child > 0) kill(child, SIGKILL);
    exit(1);
}

static uint64_t next_random(void) {
    uint64_t value = state_of_random += 0x9E3779B97F4A7C15u;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

static unsigned below(unsigned limit) { return next_random() % limit; }
static bool happens(enum fault fault) {
    bool is_now = below(odds[fault]) == 0;
    faults[fault] += is_now;
    return is_now;
}

static void pause_for(unsigned microseconds) {
    nanosleep(&(struct timespec){.tv_nsec = microseconds * 1000L}, NULL);
}

static bool transmit(struct connection *c, const char *text, size_t length) {
    while (length > 0) {
        ssize_t sent = send(c->socket, text, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return false;
        text += sent;
        length -= sent;
    }
    return true;
}

static void drop(struct connection *c) {
    close(c->socket);
    free(c->in);
    *c = connections[--connected];
}

static bool answer(struct connection *c, int status, const char *body) {
    char text[512];
    int length = snprintf(text, sizeof text, "HTTP/1.1 %d X\r\nContent-Length: %zu\r\n\r\n%s", status, strlen(body), body);
    return transmit(c, text, length);
}

static void identify(char *id, long number) {
    snprintf(id, 40, "8f5e2c1a-0000-4000-8000-%012lx", number);
}

// Reads the log as it comes: a line that warns of an invocation explains what became of it.
static void read_log(void) {
    for (;;) {
        ssize_t got = read(log_end, log_text + log_used, (1 << 16) - log_used);
        if (got <= 0) return;
        log_used += got;
        char *start = log_text, *end;
        while ((end = memchr(start, '\n', log_text + log_used - start))) {
            *end = 0;
            lines++;
            char *id = strstr(start, "requestId=8f5e2c1a-0000-4000-8000-");
            if (id && (strstr(start, " ERROR ") || strstr(start, " WARN ") || strstr(start, " FATAL "))) {
                long number = strtol(id + 34, NULL, 16);
                if (number > 0 && number <= wanted) explained[number] = 1;
            }
            start = end + 1;
        }
        log_used = log_text + log_used - start;
        memmove(log_text, start, log_used);
        if (log_used == 1 << 16) log_used = 0;
    }
}

static void start(const char *path, const char *endpoint, int slots) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail("pipe: %s", strerror(errno));
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
    child = fork();
    if (child == 0) {
        dup2(ends[1], 1);
        dup2(ends[1], 2);
        setenv("AWS_LAMBDA_RUNTIME_API", endpoint, 1);
        setenv("SOAK", form, 1);
        if (slots > 0) {
            char text[16];
            snprintf(text, sizeof text, "%d", slots);
            setenv("AWS_LAMBDA_MAX_CONCURRENCY", text, 1);
        }
        execl(path, path, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    if (log_end >= 0) close(log_end);
    log_end = ends[0];
    fcntl(log_end, F_SETFL, O_NONBLOCK);
    log_used = 0;
    is_ending = false;
    lives++;
}

// Answers a poll, perhaps badly. False where the connection is over.
static bool deliver(struct connection *c) {
    if (happens(POLL_CLOSED)) return false;
    if (happens(POLL_REFUSED)) return answer(c, 500 + below(5), "{}");
    if (delivered == wanted) {
        answer(c, 410, "{}");
        return is_ending = true;
    }
    static const char *const kinds[] = {"wait", "group", "cancel", "main", "refuse", "refuseLate"};
    const char *kind = below(3) > 0 ? "plain" : kinds[below(6)];
    unsigned size = below(300) == 0 ? below(200000) : below(1500);
    long number = ++delivered;
    char id[40], event[128], text[2048], framing[64];
    identify(id, number);
    int length = snprintf(event, sizeof event, "{\"number\":%ld,\"kind\":\"%s\",\"size\":%u}", number, kind, size);
    bool is_cut = happens(EVENT_CUT), is_chunked = happens(EVENT_CHUNKED);
    snprintf(framing, sizeof framing, is_chunked ? "Transfer-Encoding: chunked" : "Content-Length: %d", length);
    int head = snprintf(text, sizeof text,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: %s\r\n"
        "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
        "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:soaked\r\n%s\r\n\r\n",
        id, framing);
    int all = head;
    if (!is_chunked) all += snprintf(text + all, sizeof text - all, "%s", event);
    else for (int at = 0; at <= length;) {
        int piece = at == length ? 0 : 1 + below(length - at);
        all += snprintf(text + all, sizeof text - all, "%x\r\n%.*s\r\n", piece, piece, event + at);
        at += piece;
        if (piece == 0) break;
    }
    if (happens(HEAD_CUT)) {
        delivered--;                    // nobody can know of it
        transmit(c, text, below(head - 4));
        return false;
    }
    states[number] = is_cut ? BROKEN : DELIVERED;
    if (is_cut) {
        transmit(c, text, head + below(all - head));
        return false;
    }
    int first = happens(EVENT_SPLIT) ? (int)below(all) : all;
    if (!transmit(c, text, first)) fail("the function does not receive its event");
    if (first < all) {
        pause_for(below(50));
        if (!transmit(c, text + first, all - first)) fail("the function does not receive its event");
    }
    return true;
}

static void settle(long number, const char *body, size_t length, bool is_error, bool is_stream, bool is_late) {
    char expected[64];
    if (states[number] == ANSWERED || states[number] == LOST) fail("invocation %ld is answered twice", number);
    if (states[number] == UNKNOWN) fail("invocation %ld is answered and was not delivered", number);
    if (is_error || is_late) {
        failed++;
        if (is_error && !memmem(body, length, "\"errorType\":", 12)) fail("invocation %ld has no error document", number);
    } else {
        if (states[number] != DELIVERED) fail("invocation %ld has an answer, and its event was cut off", number);
        snprintf(expected, sizeof expected, is_stream ? "%ld:" : "{\"number\":%ld,", number);
        if (length < strlen(expected) || memcmp(body, expected, strlen(expected)) != 0)
            fail("invocation %ld has the answer %.*s", number, length < 100 ? (int)length : 100, body);
    }
    states[number] = ANSWERED;
    answered++;
}

// Handles a request that has arrived whole. False where the connection is over.
static bool handle(struct connection *c, char *head, char *body, size_t length, bool is_stream, char *trailers) {
    if (happens(STALL)) pause_for(below(20000));
    if (strncmp(head, "GET /2018-06-01/runtime/invocation/next ", 40) == 0) return deliver(c);
    char kind[16];
    long number;
    if (sscanf(head, "POST /2018-06-01/runtime/invocation/8f5e2c1a-0000-4000-8000-%12lx/%15[a-z] ", &number, kind) != 2
        || number < 1 || number > wanted) fail("an unexpected request: %.200s", head);
    bool is_error = strcmp(kind, "error") == 0;
    bool is_late = trailers && strcasestr(trailers, "lambda-runtime-function-error-type");
    if (!is_error && !is_stream && states[number] == DELIVERED && happens(POST_TOO_LARGE)) {
        states[number] = TOO_LARGE;     // the error that is owed now is the answer
        return answer(c, 413, "{}");
    }
    settle(number, body, length, is_error, is_stream, is_late);
    if (happens(POST_CLOSED)) return false;
    if (happens(POST_REFUSED)) return answer(c, (int[]){400, 403, 410}[below(3)], "{}");
    if (delivered < wanted && happens(POST_BROKEN)) {
        is_ending = true;
        return answer(c, 500, "{}");
    }
    return answer(c, 202, "{\"status\":\"OK\"}\n");
}

// Handles what has arrived. False where the connection is over.
static bool advance(struct connection *c) {
    for (;;) {
        char *end = memmem(c->in, c->used, "\r\n\r\n", 4);
        if (!end) return true;
        char *body = end + 4, *stop = c->in + c->used, *trailers = NULL;
        *end = 0;
        char *field = strcasestr(c->in, "content-length:");
        bool is_chunked = strcasestr(c->in, "transfer-encoding:") != NULL;
        bool is_stream = strcasestr(c->in, "response-mode: streaming") != NULL;
        size_t length = field ? strtoul(field + 15, NULL, 10) : 0;
        if (c->cut == 0) c->cut = *c->in == 'P' && below(odds[POST_CUT]) == 0 ? 1 + below(4000) : SIZE_MAX;
        if (c->used >= c->cut) {        // whoever waits for a confirmation waits in vain
            faults[POST_CUT]++;
            long number = strtol(strstr(c->in, "4000-8000-") + 10, NULL, 16);
            if (states[number] == ANSWERED) fail("invocation %ld is answered twice", number);
            if (states[number] != BROKEN) lost++;
            states[number] = LOST;
            return false;
        }
        char *rest = body + length;
        if (is_chunked) {
            // Only looked over until all of it is there.
            for (rest = body;;) {
                char *line = memmem(rest, stop - rest, "\r\n", 2);
                if (!line) { *end = '\r'; return true; }
                size_t size = strtoul(rest, NULL, 16);
                if (size == 0) { trailers = line + 2; break; }
                if ((size_t)(stop - line) < size + 4) { *end = '\r'; return true; }
                rest = line + 2 + size + 2;
            }
            char *last = memmem(trailers - 2, stop - trailers + 2, "\r\n\r\n", 4);
            if (!last) { *end = '\r'; return true; }
            *last = 0;
            rest = last + 4;
            char *from = body, *to = body;
            for (size_t size; (size = strtoul(from, &from, 16)) > 0; to += size, from += size + 2) {
                from = strstr(from, "\r\n") + 2;
                memmove(to, from, size);
            }
            length = to - body;
        } else if (rest > stop) { *end = '\r'; return true; }
        if (!handle(c, c->in, body, length, is_stream, trailers)) return false;
        c->used = stop - rest;
        memmove(c->in, rest, c->used);
        c->cut = 0;
    }
}

static bool receive(struct connection *c) {
    if (c->room - c->used < 65536 && !(c->in = realloc(c->in, c->room += 1 << 18))) fail("out of memory");
    ssize_t got = recv(c->socket, c->in + c->used, c->room - c->used - 1, MSG_DONTWAIT);
    if (got < 0) return errno == EAGAIN || errno == EINTR;
    if (got == 0) return false;
    c->used += got;
    return advance(c);
}

struct resources { long resident, threads, descriptors; };

static long number_in(const char *name, const char *key) {
    char path[64], text[4096];
    snprintf(path, sizeof path, "/proc/%d/%s", child, name);
    FILE *file = fopen(path, "r");
    size_t got = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file) fclose(file);
    text[got] = 0;
    char *found = strstr(text, key);
    return found ? strtol(found + strlen(key), NULL, 10) : 0;
}

static struct resources measure(void) {
    struct resources found = {number_in("smaps_rollup", "\nRss:"), number_in("status", "\nThreads:"), 0};
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/fd", child);
    DIR *directory = opendir(path);
    for (struct dirent *entry; directory && (entry = readdir(directory));) found.descriptors += entry->d_name[0] != '.';
    if (directory) closedir(directory);
    return found;
}

int main(int count, char **arguments) {
    uint64_t seed = time(NULL);
    long slots = 0, growth = 2048; // arenas of several threads fill up for a while
    int at = 1;
    for (; at + 1 < count && arguments[at][0] == '-'; at += 2) {
        if (strcmp(arguments[at], "--seed") == 0) seed = strtoull(arguments[at + 1], NULL, 10);
        else if (strcmp(arguments[at], "--slots") == 0) slots = strtol(arguments[at + 1], NULL, 10);
        else if (strcmp(arguments[at], "--growth") == 0) growth = strtol(arguments[at + 1], NULL, 10);
        else fail("there is no option %s", arguments[at]);
    }
    if (count - at != 3 || slots < 0 || slots > 1600) fail("soak [--seed N] [--slots N] [--growth KB] INVOCATIONS FORM PATH");
    wanted = strtol(arguments[at], NULL, 10);
    form = arguments[at + 1];
    state_of_random = seed;
    states = calloc(wanted + 1, 1);
    explained = calloc(wanted + 1, 1);
    log_text = malloc(1 << 16);
    printf("\n%ld invocations of the form %s, seed %llu:\n\n", wanted, form, (unsigned long long)seed);
    printf("| delivered | process | resident, KB | threads | descriptors |\n|---:|---:|---:|---:|---:|\n");

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 2048) != 0
        || getsockname(listener, (struct sockaddr *)&address, &size) != 0) fail("cannot listen");
    char endpoint[32];
    snprintf(endpoint, sizeof endpoint, "127.0.0.1:%d", ntohs(address.sin_port));
    start(arguments[at + 2], endpoint, slots);

    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    struct resources first = {0}, last = {0};
    long born = 0, next_sample = wanted / 20;
    int idle = 0;
    static struct pollfd watched[2110];
    for (;;) {
        int entries = 0;
        watched[entries++] = (struct pollfd){listener, POLLIN, 0};
        watched[entries++] = (struct pollfd){log_end, POLLIN, 0};
        for (int c = 0; c < connected; c++) watched[entries++] = (struct pollfd){connections[c].socket, POLLIN, 0};
        int ready = poll(watched, entries, 100);
        idle = ready > 0 ? 0 : idle + 1;
        if (idle > 600) fail("nothing has moved for a minute; %ld are delivered", delivered);
        read_log();
        for (int c = connected - 1; c >= 0; c--)
            if (watched[c + 2].revents && !receive(&connections[c])) drop(&connections[c]);
        if (watched[0].revents & POLLIN) {
            int socket = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
            if (socket < 0 || connected == 2048) fail("accept: %s", strerror(errno));
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
            connections[connected++] = (struct connection){.socket = socket};
        }
        if (delivered >= next_sample && !is_ending && delivered - born > 20000 + wanted / 50) {
            last = measure();
            if (first.threads == 0) first = last;
            printf("| %ld | %ld | %ld | %ld | %ld |\n", delivered, lives, last.resident, last.threads, last.descriptors);
            fflush(stdout);
            next_sample = delivered + wanted / 20;
            if (last.resident - first.resident > growth) fail("the memory has grown from %ld KB to %ld KB", first.resident, last.resident);
            // Two of the pool come and go with its work, and a connection that was closed may not be yet.
            if (last.threads > first.threads + 2) fail("there were %ld threads, and are %ld", first.threads, last.threads);
            if (last.descriptors > first.descriptors + 2 * (slots ? slots : 1)) fail("there were %ld descriptors, and are %ld", first.descriptors, last.descriptors);
        }
        int status;
        if (waitpid(child, &status, WNOHANG) == child) {
            read_log();
            if (!is_ending) fail("the process ended by itself, with the wait status %d", status);
            while (connected > 0) drop(&connections[0]);
            if (delivered == wanted) {
                if (status != 0) fail("the process ended with the wait status %d after a 410", status);
                break;
            }
            if (!WIFEXITED(status) || WEXITSTATUS(status) != 1) fail("the wait status is %d after a 500", status);
            // Those under way have ended with it, for the reason that its last line tells.
            for (long number = 1; number <= delivered; number++) {
                if (states[number] == DELIVERED && slots > 1) states[number] = LOST, explained[number] = 1, lost++;
            }
            start(arguments[at + 2], endpoint, slots);
            born = delivered;
            first = (struct resources){0};
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &ended);
    long unexplained = 0, open = 0, broken = 0;
    for (long number = 1; number <= delivered; number++) {
        if (states[number] == DELIVERED || states[number] == TOO_LARGE) open++;
        if (states[number] == BROKEN) broken++;
        if ((states[number] == LOST || states[number] == BROKEN) && !explained[number]) unexplained++;
    }
    printf("\n| what happened | times |\n|---|---:|\n");
    for (int fault = 0; fault < FAULTS; fault++) printf("| %s | %ld |\n", names[fault], faults[fault]);
    printf("| handlers that failed | %ld |\n| processes | %ld |\n| lines of log | %ld |\n", failed, lives, lines);
    double seconds = (ended.tv_sec - began.tv_sec) + (ended.tv_nsec - began.tv_nsec) / 1e9;
    printf("\nIn %.0f s %ld invocations were delivered: %ld were answered once and none twice; %ld answers were cut off and "
        "%ld events could not be read, all of which the log explains but %ld; %ld were never answered.\n",
        seconds, delivered, answered, lost, broken, unexplained, open);
    if (unexplained > 0 || open > 0) fail("an invocation is unaccounted for");
    return 0;
}
