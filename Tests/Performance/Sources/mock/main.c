// mock: starts functions, serves them events over loopback, and measures them.

#define _GNU_SOURCE
#include "mock.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "mock [options] label=path [label=path ...]\n"
    "  --event FILE      the event; without it {\"name\":\"World\"}\n"
    "  --large FILE      an event to send once after the warm ones\n"
    "  --expect TEXT     text that every answer must contain\n"
    "  --skip N          invocations before those that are measured (1000)\n"
    "  --warm N          invocations that are measured (10000)\n"
    "  --settle N        invocations after the large one (1000)\n"
    "  --repeat N        lives of each function, taken in turns (7)\n"
    "  --cpu N           the CPU that mock and functions run on (0), or -1 for any\n"
    "  --seconds N       the whole run ends within these (300)\n"
    "  --env NAME=VALUE  a variable for the functions\n"
    "  --soak N          instead: one life, N invocations\n"
    "  --every N         in a soak, a line per N invocations (a tenth of all)\n"
    "  --growth KB       in a soak, by how much resident memory may grow (256)\n"
    "  --json FILE       writes every figure of every life\n"
    "Each path is executed without arguments and without a shell.\n";

static struct bytes read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) fail("cannot read %s: %s", path, strerror(errno));
    struct bytes bytes = {.length = ftell(file)};
    rewind(file);
    if (!(bytes.start = malloc(bytes.length + 1)) || fread(bytes.start, 1, bytes.length, file) != bytes.length)
        fail("cannot read %s", path);
    fclose(file);
    return bytes;
}

// What Lambda sets, but for LD_LIBRARY_PATH, whose eight folders would only slow down dynamic executables.
static void set_environment(struct plan *plan, const char *endpoint) {
    static char api[64];
    snprintf(api, sizeof api, "AWS_LAMBDA_RUNTIME_API=%s", endpoint);
    char *const always[] = {
        api, "AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=us-east-1", "AWS_LAMBDA_FUNCTION_NAME=echo",
        "AWS_LAMBDA_FUNCTION_VERSION=$LATEST", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=128",
        "AWS_LAMBDA_LOG_GROUP_NAME=/aws/lambda/echo", "AWS_LAMBDA_LOG_STREAM_NAME=2026/11/20/[$LATEST]0",
        "AWS_LAMBDA_INITIALIZATION_TYPE=on-demand", "_HANDLER=bootstrap", "LAMBDA_TASK_ROOT=/var/task",
        "LAMBDA_RUNTIME_DIR=/var/runtime", "TZ=:UTC", "LANG=en_US.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin",
    };
    int count = 0;
    while (plan->environment[count]) count++;
    for (size_t i = 0; i < sizeof always / sizeof *always; i++) plan->environment[count++] = always[i];
}

static long whole_number(const char *text, long least) {
    char *end;
    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno || end == text || *end || value < least) fail("\"%s\" is not a number from %ld up", text, least);
    return value;
}

static struct plan read_options(int count, char **arguments) {
    struct plan plan = {.skip = 1000, .warm = 10000, .settle = 1000, .repeats = 7, .seconds = 300, .growth = 256};
    plan.event = (struct bytes){"{\"name\":\"World\"}", 16};
    static const struct option options[] = {
        {"event", 1, 0, 'e'}, {"large", 1, 0, 'l'}, {"expect", 1, 0, 'x'}, {"skip", 1, 0, 's'}, {"warm", 1, 0, 'w'},
        {"settle", 1, 0, 't'}, {"repeat", 1, 0, 'r'}, {"cpu", 1, 0, 'c'}, {"seconds", 1, 0, 'd'}, {"env", 1, 0, 'v'},
        {"soak", 1, 0, 'S'}, {"every", 1, 0, 'E'}, {"growth", 1, 0, 'g'}, {"json", 1, 0, 'j'}, {0, 0, 0, 0},
    };
    int variables = 0;
    for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) switch (option) {
        case 'e': plan.event = read_file(optarg); break;
        case 'l': plan.large = read_file(optarg); break;
        case 'x': plan.expect = optarg; break;
        case 's': plan.skip = whole_number(optarg, 0); break;
        case 'w': plan.warm = whole_number(optarg, 0); break;
        case 't': plan.settle = whole_number(optarg, 0); break;
        case 'r': plan.repeats = whole_number(optarg, 1); break;
        case 'c': plan.cpu = whole_number(optarg, -1); break;
        case 'd': plan.seconds = whole_number(optarg, 1); break;
        case 'S': plan.soak = whole_number(optarg, 1); break;
        case 'E': plan.every = whole_number(optarg, 1); break;
        case 'g': plan.growth = whole_number(optarg, 0); break;
        case 'j': plan.record = optarg; break;
        case 'v':
            if (variables == 32) fail("more than 32 variables");
            plan.environment[variables++] = optarg;
            break;
        default: fputs(usage, stderr); exit(2);
    }
    for (; optind < count; optind++) {
        char *equals = strchr(arguments[optind], '=');
        if (!equals || plan.function_count == 16) { fputs(usage, stderr); exit(2); }
        *equals = 0;
        char **argv = calloc(2, sizeof *argv);
        if (!argv) fail("out of memory");
        argv[0] = equals + 1;
        plan.functions[plan.function_count++] = (struct function){arguments[optind], equals + 1, argv};
    }
    if (plan.function_count == 0) { fputs(usage, stderr); exit(2); }
    if (plan.every == 0) plan.every = plan.soak / 10 > 0 ? plan.soak / 10 : 1;
    return plan;
}

// One invocation, from a pending poll to the next one. Gives its latency: event written to answer received.
static int64_t invoke(struct bytes event, const char *expect) {
    int64_t sent, answered;
    send_event(event, &sent);
    await_answer(expect, &answered);
    accept_answer();
    await_poll();
    return answered - sent;
}

static int compare(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static void measure(const struct plan *plan, const struct function *function, double *figures) {
    static int64_t *latencies;
    if (!latencies && !(latencies = calloc(plan->warm + 1, sizeof *latencies))) fail("out of memory");

    int64_t begun = now();
    pid_t pid = start_process(function, plan->environment);
    await_poll();
    figures[START_WALL] = now() - begun;
    figures[START_CPU] = process_cpu(pid);
    struct resources started = read_resources(pid);
    figures[START_FAULTS] = started.faults;
    figures[START_RESIDENT] = started.resident;
    figures[DESCRIPTORS_START] = started.descriptors;

    for (long i = 0; i < plan->skip; i++) invoke(plan->event, plan->expect);
    int64_t cpu = process_cpu(pid), own = own_cpu();
    for (long i = 0; i < plan->warm; i++) latencies[i] = invoke(plan->event, plan->expect);
    if (plan->warm > 0) {
        figures[WARM_CPU] = (double)(process_cpu(pid) - cpu) / plan->warm;
        figures[MOCK_CPU] = (double)(own_cpu() - own) / plan->warm;
        qsort(latencies, plan->warm, sizeof *latencies, compare);
        figures[WARM_MEDIAN] = latencies[plan->warm / 2];
        figures[WARM_P99] = latencies[plan->warm * 99 / 100];
    }
    figures[LOOP_RESIDENT] = read_resources(pid).resident;

    if (plan->large.length > 0) {
        figures[LARGE_WALL] = invoke(plan->large, NULL);
        figures[LARGE_RESIDENT] = read_resources(pid).resident;
        for (long i = 0; i < plan->settle; i++) invoke(plan->event, plan->expect);
        figures[SETTLED_RESIDENT] = read_resources(pid).resident;
    }
    struct resources ended = read_resources(pid);
    figures[PEAK_RESIDENT] = ended.peak;
    figures[THREADS] = ended.threads;
    figures[DESCRIPTORS_END] = ended.descriptors;
    end_process();
    forget_connection();
}

// Resident memory is compared with what it was after the first tenth: by then the function has allocated
// what it works with.
static void soak(const struct plan *plan, const struct function *function) {
    pid_t pid = start_process(function, plan->environment);
    await_poll();
    printf("\n| %s, invocations | resident, KB | descriptors | threads | CPU per invocation, us |\n", function->label);
    printf("|---:|---:|---:|---:|---:|\n");
    struct resources first = {0}, last = read_resources(pid);
    printf("| 0 | %ld | %ld | %ld | |\n", last.resident, last.descriptors, last.threads);
    int64_t cpu = process_cpu(pid);
    for (long done = 0; done < plan->soak;) {
        long until = done + plan->every < plan->soak ? done + plan->every : plan->soak, count = until - done;
        for (; done < until; done++) invoke(plan->event, plan->expect);
        last = read_resources(pid);
        if (first.resident == 0) first = last;
        printf("| %ld | %ld | %ld | %ld | %.2f |\n", done, last.resident, last.descriptors, last.threads,
               (process_cpu(pid) - cpu) / 1e3 / count);
        fflush(stdout);
        cpu = process_cpu(pid);
    }
    end_process();
    forget_connection();
    if (last.descriptors != first.descriptors)
        fail("%s had %ld descriptors, then %ld", function->label, first.descriptors, last.descriptors);
    if (last.resident - first.resident > plan->growth)
        fail("%s grew from %ld to %ld KB", function->label, first.resident, last.resident);
}

int main(int count, char **arguments) {
    struct plan plan = read_options(count, arguments);
    char endpoint[32];
    listen_on_loopback(endpoint, sizeof endpoint);
    set_environment(&plan, endpoint);
    give_up_after(plan.seconds);
    if (plan.cpu >= 0) pin(plan.cpu);
    for (int f = 0; f < plan.function_count; f++) {
        put_out_of_cache(plan.functions[f].path);
        start_process(&plan.functions[f], plan.environment);
        await_poll();                   // reads what starting needs from the disk
        end_process();
        forget_connection();
    }

    if (plan.soak > 0) {
        for (int f = 0; f < plan.function_count; f++) soak(&plan, &plan.functions[f]);
        return 0;
    }
    // Taken in turns, so that what else the machine does falls on all of them alike.
    double (*figures)[FIGURES] = calloc(plan.repeats * plan.function_count, sizeof *figures);
    if (!figures) fail("out of memory");
    for (long repeat = 0; repeat < plan.repeats; repeat++)
        for (int f = 0; f < plan.function_count; f++)
            measure(&plan, &plan.functions[f], figures[repeat * plan.function_count + f]);
    print_tables(&plan, figures);
    if (plan.record) write_json(&plan, figures);
}
