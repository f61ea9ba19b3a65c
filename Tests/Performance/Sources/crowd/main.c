// crowd: serves events to one function over as many connections as it opens, as Lambda Managed Instances does, and
// measures throughput, CPU, memory, threads and descriptors. It fails where an answer is missing, twice, or wrong.

#define _GNU_SOURCE
#include "../mock/mock.h"

#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char usage[] =
    "crowd [options] label=path [label=path ...]\n"
    "  --slots N         AWS_LAMBDA_MAX_CONCURRENCY (64); 0 leaves it unset, for one invocation at a time\n"
    "  --count N         invocations (10000)\n"
    "  --event TEXT      the event ({\"name\":\"World\"})\n"
    "  --expect TEXT     text that every answer must contain\n"
    "  --faults SEED     breaks what a service and a network can break, at random: polls and answers refused and closed,\n"
    "                    events in pieces, broken off, stalled, late and not to be decoded\n"
    "  --seconds N       the whole run ends within these (300)\n"
    "  --env NAME=VALUE  a variable for the function\n";

enum { ROOM = 16384 };

struct peer {
    int descriptor;
    bool polls;                         // waits for an event
    long invocation;                    // that it was given and has not answered, -1 for none
    char *rest;                         // of a message of which the beginning has been sent
    size_t rest_length;
    size_t used;
    char in[ROOM];
};

static int listener, readiness;
static struct peer *peers[65536];
static int open_peers;
static struct peer **idle;              // those that poll
static int idle_count;
static long sent, finished, answered, count;
static const char *event = "{\"name\":\"World\"}", *expect;
static char *states;                    // of each invocation: see below
static int64_t *sent_at, *latencies;

// The states of an invocation. One that broke off may be reported as failed, or not at all. One behind which the connection
// was closed is answered over another, unless the answer was on its way already: then the log has to say so.
enum { WAITING, SENT, BROKEN_OFF, CLOSED, ANSWERED };

// --- Faults

enum fault {
    POLL_REFUSED, POLL_CLOSED, EVENT_IN_PIECES, EVENT_BROKEN_OFF, EVENT_STALLED, EVENT_INVALID, EVENT_LATE,
    CLOSED_BEHIND_EVENT, ANSWER_IN_PIECES, ANSWER_REFUSED, ANSWER_UNCONFIRMED, CLOSED_BEHIND_ANSWER, FAULTS
};
static const char *const fault_names[FAULTS] = {
    "polls refused", "polls closed", "events in pieces", "events broken off", "events stalled", "events that do not decode",
    "events with 5 ms to the deadline", "connections closed behind an event", "confirmations in pieces", "answers refused",
    "answers not confirmed", "connections closed behind an answer",
};
// In a thousand of those that the fault can happen to.
static const unsigned fault_rates[FAULTS] = {5, 5, 30, 10, 0, 10, 10, 10, 30, 10, 10, 10};
static long faults_done[FAULTS], errors;
static uint64_t seed;                   // 0 for no faults
static uint64_t randomness;

static unsigned roll(unsigned sides) {
    // xorshift64*
    randomness ^= randomness >> 12, randomness ^= randomness << 25, randomness ^= randomness >> 27;
    return (unsigned)((randomness * 0x2545F4914F6CDD1DULL) >> 33) % sides;
}

static bool happens(enum fault fault) {
    if (!seed || roll(1000) >= fault_rates[fault]) return false;
    faults_done[fault]++;
    return true;
}

// What is to come of an invocation.
enum { RESPONSE, ERROR, EITHER };
static char *expected;
static int unfinished;                  // messages of which there is a rest

// A stall takes the function half a minute, so there are few.
static bool stalls(void) {
    if (!seed || faults_done[EVENT_STALLED] >= 5 || sent < count / 4 || roll(200)) return false;
    faults_done[EVENT_STALLED]++;
    return true;
}

static void listen_for_many(char *endpoint, size_t length) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, 4096) != 0
        || getsockname(listener, (struct sockaddr *)&address, &size) != 0)
        fail("cannot listen: %s", strerror(errno));
    snprintf(endpoint, length, "AWS_LAMBDA_RUNTIME_API=127.0.0.1:%d", ntohs(address.sin_port));
    readiness = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event interest = {.events = EPOLLIN, .data.fd = listener};
    if (readiness < 0 || epoll_ctl(readiness, EPOLL_CTL_ADD, listener, &interest) != 0) fail("epoll");
}

static void accept_peers(void) {
    int descriptor;
    while ((descriptor = accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK)) >= 0) {
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
        if (descriptor >= 65536) fail("too many descriptors");
        struct peer *peer = malloc(sizeof *peer);
        if (!peer) fail("out of memory");
        peer->descriptor = descriptor, peer->polls = false, peer->invocation = -1, peer->used = 0;
        peer->rest = NULL, peer->rest_length = 0;
        peers[descriptor] = peer;
        open_peers++;
        struct epoll_event interest = {.events = EPOLLIN, .data.fd = descriptor};
        if (epoll_ctl(readiness, EPOLL_CTL_ADD, descriptor, &interest) != 0) fail("epoll");
    }
}

static void close_peer(struct peer *peer) {
    if (peer->invocation >= 0) fail("a connection ended with invocation %ld unanswered", peer->invocation);
    for (int i = 0; i < idle_count; i++)
        if (idle[i] == peer) { idle[i] = idle[--idle_count]; break; }
    if (peer->rest) unfinished--;
    peers[peer->descriptor] = NULL;
    close(peer->descriptor);
    free(peer->rest);
    free(peer);
    open_peers--;
}

static void transmit(struct peer *peer, const char *bytes, size_t length) {
    // Small enough for any send queue.
    if (send(peer->descriptor, bytes, length, MSG_NOSIGNAL) != (ssize_t)length)
        fail("the function does not receive: %s", strerror(errno));
}

// Sends the beginning of a message; the rest follows piece by piece.
static void transmit_in_pieces(struct peer *peer, const char *bytes, size_t length) {
    size_t first = roll(length);
    transmit(peer, bytes, first);
    peer->rest_length = length - first;
    if (!(peer->rest = malloc(peer->rest_length))) fail("out of memory");
    memcpy(peer->rest, bytes + first, peer->rest_length);
    unfinished++;
}

static void transmit_rests(void) {
    for (int i = 0; unfinished > 0 && i < 65536; i++) {
        struct peer *peer = peers[i];
        if (!peer || !peer->rest) continue;
        size_t next = 1 + roll(peer->rest_length);
        transmit(peer, peer->rest, next);
        memmove(peer->rest, peer->rest + next, peer->rest_length -= next);
        if (peer->rest_length > 0) continue;
        free(peer->rest);
        peer->rest = NULL;
        unfinished--;
    }
}

static void send_event_to(struct peer *peer) {
    char message[2048];
    long number = sent++;
    const char *body = event;
    int64_t deadline = 4102444800000;
    expected[number] = RESPONSE;
    if (happens(EVENT_INVALID)) body = "[", expected[number] = ERROR;
    else if (happens(EVENT_LATE)) {
        struct timespec time;
        clock_gettime(CLOCK_REALTIME, &time);
        deadline = time.tv_sec * 1000LL + time.tv_nsec / 1000000 + 5, expected[number] = EITHER;
    }
    int length = snprintf(message, sizeof message,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: Fri, 20 Nov 2026 12:00:00 GMT\r\n"
        "Lambda-Runtime-Aws-Request-Id: 8f5e2c1a-0000-4000-8000-%012ld\r\n"
        "Lambda-Runtime-Deadline-Ms: %lld\r\n"
        "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:echo\r\n"
        "Lambda-Runtime-Trace-Id: Root=1-673dc000-%024lx;Parent=53995c3f42cd8ad8;Sampled=0\r\n"
        "Content-Length: %zu\r\n\r\n%s", number, (long long)deadline, number, strlen(body), body);
    if (length >= (int)sizeof message) fail("the event is too long");
    peer->polls = false;
    sent_at[number] = now();
    bool broken = happens(EVENT_BROKEN_OFF);
    if (broken || stalls()) {
        states[number] = BROKEN_OFF, expected[number] = ERROR;
        finished++;
        transmit(peer, message, roll(length));
        if (broken) close_peer(peer);
        return;
    }
    peer->invocation = number;
    states[number] = SENT;
    if (happens(EVENT_IN_PIECES)) return transmit_in_pieces(peer, message, length);
    transmit(peer, message, length);
    if (happens(CLOSED_BEHIND_EVENT)) {
        states[number] = CLOSED;
        finished++;
        peer->invocation = -1;
        close_peer(peer);
    }
}

// Takes note of an answer.
static void take(long number, bool is_error) {
    if (number < 0 || number >= count) fail("an answer for invocation %ld, which there is not", number);
    if (states[number] == ANSWERED) fail("invocation %ld was answered twice", number);
    if (states[number] == WAITING) fail("invocation %ld was answered before it was sent", number);
    if (expected[number] != EITHER && is_error != (expected[number] == ERROR))
        fail("invocation %ld was answered with %s", number, is_error ? "an error" : "a response");
    if (states[number] == SENT) finished++;
    states[number] = ANSWERED;
    if (is_error) errors++;
    else latencies[answered++] = now() - sent_at[number];
}

static void refuse(struct peer *peer, int status) {
    char message[200];
    int length = snprintf(message, sizeof message,
        "HTTP/1.1 %d Refused\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", status);
    transmit(peer, message, length);
}

// Handles the request at the start of the buffer, if it is whole; says whether it was.
static bool handle(struct peer *peer) {
    char *end = memmem(peer->in, peer->used, "\r\n\r\n", 4);
    if (!end) {
        if (peer->used == ROOM) fail("a head that is too long");
        return false;
    }
    size_t head = end + 4 - peer->in, body = 0;
    char saved = *end;
    *end = 0;
    char *length = strcasestr(peer->in, "\r\ncontent-length:");
    if (length) body = strtoul(length + 17, NULL, 10);
    *end = saved;
    if (peer->used < head + body) {
        if (head + body > ROOM) fail("an answer that is too long");
        return false;
    }
    if (memcmp(peer->in, "GET /2018-06-01/runtime/invocation/next ", 40) == 0) {
        if (peer->invocation >= 0) fail("a poll with invocation %ld unanswered", peer->invocation);
        if (happens(POLL_CLOSED)) {
            close_peer(peer);
            return false;
        }
        if (happens(POLL_REFUSED)) refuse(peer, 500 + roll(4));
        else peer->polls = true, idle[idle_count++] = peer;
    } else {
        static const char path[] = "POST /2018-06-01/runtime/invocation/8f5e2c1a-0000-4000-8000-";
        if (memcmp(peer->in, path, sizeof path - 1) != 0) fail("unexpected: %.*s", (int)(head + body), peer->in);
        long number = strtol(peer->in + sizeof path - 1, &end, 10);
        bool is_error = memcmp(end, "/error ", 7) == 0;
        if (!is_error && memcmp(end, "/response ", 10) != 0) fail("unexpected: %.*s", (int)(head + body), peer->in);
        if (!is_error && expect && !memmem(peer->in + head, body, expect, strlen(expect)))
            fail("another answer than expected");
        take(number, is_error);
        for (int i = 0; i < 65536 && peer->invocation != number; i++)
            if (peers[i] && peers[i]->invocation == number) peers[i]->invocation = -1;   // over another connection
        peer->invocation = -1;
        static const int refusals[] = {400, 403, 410, 500, 503};
        static const char accepted[] =
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
            "Date: Fri, 20 Nov 2026 12:00:00 GMT\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";
        if (happens(ANSWER_UNCONFIRMED)) {
            close_peer(peer);
            return false;
        }
        if (happens(ANSWER_REFUSED)) refuse(peer, refusals[roll(5)]);
        else if (happens(ANSWER_IN_PIECES)) transmit_in_pieces(peer, accepted, sizeof accepted - 1);
        else transmit(peer, accepted, sizeof accepted - 1);
        if (!peer->rest && happens(CLOSED_BEHIND_ANSWER)) {
            close_peer(peer);
            return false;
        }
    }
    memmove(peer->in, peer->in + head + body, peer->used - head - body);
    peer->used -= head + body;
    return true;
}

static void serve(int timeout) {
    static struct epoll_event ready[1024];
    int found = epoll_wait(readiness, ready, 1024, unfinished > 0 ? 0 : timeout);
    for (int i = 0; i < found; i++) {
        if (ready[i].data.fd == listener) { accept_peers(); continue; }
        struct peer *peer = peers[ready[i].data.fd];
        if (!peer) continue;
        ssize_t got = recv(peer->descriptor, peer->in + peer->used, ROOM - peer->used, 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (got <= 0) { close_peer(peer); continue; }
        peer->used += got;
        while (peers[ready[i].data.fd] == peer && handle(peer)) {}
    }
    transmit_rests();
}

static void await_idle(int slots) {
    for (int64_t until = now() + 60000000000LL; idle_count < slots; serve(100))
        if (now() > until) fail("%d of %d slots poll", idle_count, slots);
}

static int compare(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static long whole_number(const char *text) {
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end || value < 0) fail("\"%s\" is not a number", text);
    return value;
}

// What was broken, and that nothing has grown by it.
static void tell_faults(const struct function *function, struct resources rest, struct resources busy,
                        struct resources after) {
    printf("\nSeed %llu: %ld invocations; %ld responses and %ld errors, none of them twice", (unsigned long long)seed, count,
           answered, errors);
    for (int i = 0; i < FAULTS; i++) printf("; %s: %ld", fault_names[i], faults_done[i]);
    // Every loss is in the log.
    char *output = read_output(), *mentioned = calloc(count, 1);
    if (!mentioned) fail("out of memory");
    static const char id[] = "8f5e2c1a-0000-4000-8000-";
    for (char *at = output; (at = strstr(at, id)); at++) {
        long number = strtol(at + sizeof id - 1, NULL, 10);
        if (number >= 0 && number < count) mentioned[number] = 1;
    }
    long lost = 0, broken = 0;
    for (long i = 0; i < count; i++) {
        broken += states[i] == BROKEN_OFF;
        lost += states[i] == CLOSED;
        if (states[i] == CLOSED && !mentioned[i])
            fail("invocation %ld was neither answered nor mentioned in the log", i);
    }
    free(output);
    free(mentioned);
    printf(". Answers sent into a connection that was being closed, each of them in the log: %ld. Events broken off before it was "
           "known whose they were: %ld.\n", lost, broken);
    if (after.resident > busy.resident + busy.resident / 4 + 4096)
        fail("%s had %ld KB, then %ld", function->label, busy.resident, after.resident);
    if (after.threads > rest.threads + 8) fail("%s had %ld threads, then %ld", function->label, rest.threads, after.threads);
}

static void measure(const struct function *function, int slots, char **environment) {
    sent = finished = answered = errors = 0;
    memset(states, WAITING, count);
    memset(faults_done, 0, sizeof faults_done);
    randomness = seed;
    int64_t begun = now();
    pid_t pid = start_process(function, environment);
    await_idle(slots);
    double start = (now() - begun) / 1e6;
    // What is idle must stay so.
    int64_t cpu = process_cpu(pid);
    for (int64_t until = now() + 500000000; now() < until;) serve(50);
    double idle_cpu = (process_cpu(pid) - cpu) / 1e3;
    struct resources rest = read_resources(pid), busy = rest;

    cpu = process_cpu(pid), begun = now();
    bool sampled = false;
    while (finished < count) {
        while (idle_count > 0 && sent < count) send_event_to(idle[--idle_count]);
        serve(10000);
        if (!sampled && finished > count / 2) busy = read_resources(pid), sampled = true;
    }
    double seconds = (now() - begun) / 1e9, used = process_cpu(pid) - cpu;
    await_idle(slots);
    for (int64_t until = now() + 200000000; now() < until;) serve(50);
    struct resources after = read_resources(pid);
    qsort(latencies, answered, sizeof *latencies, compare);
    printf("| %s | %d | %.1f | %.0f | %.0f | %.1f | %.2f | %.2f | %ld / %ld / %ld | %ld / %ld / %ld | %ld / %ld |\n", function->label,
           slots, start, idle_cpu, count / seconds, used / count / 1e3, latencies[answered / 2] / 1e6,
           latencies[answered * 99 / 100] / 1e6, rest.resident, busy.resident, after.resident, rest.threads, busy.threads,
           after.threads, rest.descriptors, after.descriptors);
    fflush(stdout);
    // The pool of Swift's concurrency opens up to four of its own when it is first used.
    if (after.descriptors > rest.descriptors + 4)
        fail("%s had %ld descriptors, then %ld", function->label, rest.descriptors, after.descriptors);
    if (seed) tell_faults(function, rest, busy, after);
    end_process();
    for (int i = 0; i < 65536; i++)
        if (peers[i]) close_peer(peers[i]);
    idle_count = 0;
}

int main(int arguments, char **values) {
    int slots = 64, seconds = 300, variables = 0;
    char *environment[40] = {0}, endpoint[64], concurrency[64];
    count = 10000;
    static const struct option options[] = {
        {"slots", 1, 0, 's'}, {"count", 1, 0, 'c'}, {"event", 1, 0, 'e'}, {"expect", 1, 0, 'x'}, {"faults", 1, 0, 'p'},
        {"seconds", 1, 0, 'd'}, {"env", 1, 0, 'v'}, {0, 0, 0, 0},
    };
    for (int option; (option = getopt_long(arguments, values, "", options, NULL)) != -1;) switch (option) {
        case 's': slots = whole_number(optarg); break;
        case 'c': count = whole_number(optarg); break;
        case 'e': event = optarg; break;
        case 'x': expect = optarg; break;
        case 'p': seed = whole_number(optarg); break;
        case 'd': seconds = whole_number(optarg); break;
        case 'v': if (variables < 32) environment[variables++] = optarg; break;
        default: fputs(usage, stderr); exit(2);
    }
    if (optind == arguments || count == 0) { fputs(usage, stderr); exit(2); }
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) limit.rlim_cur = limit.rlim_max, setrlimit(RLIMIT_NOFILE, &limit);
    listen_for_many(endpoint, sizeof endpoint);
    environment[variables++] = endpoint;
    environment[variables++] = "AWS_LAMBDA_FUNCTION_NAME=crowd";
    environment[variables++] = "AWS_REGION=us-east-1";
    if (slots > 0) {
        snprintf(concurrency, sizeof concurrency, "AWS_LAMBDA_MAX_CONCURRENCY=%d", slots);
        environment[variables++] = concurrency;
    }
    idle = calloc(65536, sizeof *idle), states = calloc(count, 1), expected = calloc(count, 1);
    sent_at = calloc(count, sizeof *sent_at), latencies = calloc(count, sizeof *latencies);
    if (!idle || !states || !expected || !sent_at || !latencies) fail("out of memory");
    give_up_after(seconds);
    printf("| function | slots | start, ms | CPU in 0.5 s idle, us | invocations per s | CPU per invocation, us | median, ms "
           "| 99th percentile, ms | resident idle / busy / after, KB | threads | descriptors before / after |\n"
           "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    for (; optind < arguments; optind++) {
        char *equals = strchr(values[optind], '=');
        if (!equals) { fputs(usage, stderr); exit(2); }
        *equals = 0;
        char *argv[] = {equals + 1, NULL};
        struct function function = {values[optind], equals + 1, argv};
        measure(&function, slots > 0 ? slots : 1, environment);
    }
}
