// A Runtime API on loopback that measures the functions it starts. See Documentation/Performance.md.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct bytes {
    char *start;
    size_t length;
};

// What to do, from the command line.
struct plan {
    struct function {
        const char *label, *path;
        char *const *arguments;         // with the path first, as execve wants it
    } functions[16];
    int function_count;
    struct bytes event, large;          // large.length is 0 where no large event is to be sent
    long skip, warm, settle, repeats;
    long soak, every;                   // soak is 0 for a measurement
    long growth;                        // KB that resident memory may grow by in a soak
    int cpu;                            // -1 for unpinned
    int seconds;                        // the whole run ends within these
    const char *expect, *record;        // text in every answer; where the JSON goes
    char *environment[64];
};

// What one life of one function showed. Times in nanoseconds, memory in KB.
enum figure {
    START_WALL, START_CPU, START_FAULTS, START_RESIDENT,
    WARM_MEDIAN, WARM_P99, WARM_CPU, MOCK_CPU,
    LOOP_RESIDENT, LARGE_WALL, LARGE_RESIDENT, SETTLED_RESIDENT, PEAK_RESIDENT,
    THREADS, DESCRIPTORS_START, DESCRIPTORS_END, FIGURES
};

extern const struct figure_name {
    const char *key, *unit;
} figure_names[FIGURES];

// What the kernel says about a process at one moment.
struct resources {
    long resident, peak;                // KB
    long threads, descriptors, faults;
};

// process.c
void put_out_of_cache(const char *path);
pid_t start_process(const struct function *function, char *const *environment);
void await_connection(int listener);
char *read_output(void);                // what it has written so far; to be freed
void end_process(void);
struct resources read_resources(pid_t pid);
int64_t process_cpu(pid_t pid);
int64_t now(void);
int64_t own_cpu(void);
void pin(int cpu);
void give_up_after(int seconds);
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

// api.c
void listen_on_loopback(char *endpoint, size_t room);
void forget_connection(void);
void await_poll(void);
void send_event(struct bytes event, int64_t *sent_at);
void await_answer(const char *expect, int64_t *answered_at);
void accept_answer(void);

// report.c
void print_tables(const struct plan *plan, double (*figures)[FIGURES]);
void write_json(const struct plan *plan, double (*figures)[FIGURES]);
double median(const double *values, long count);
