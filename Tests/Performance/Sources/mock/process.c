// Starting a function, asking the kernel about it, and making sure that it ends.

#define _GNU_SOURCE
#include "mock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile pid_t child;            // 0 where none runs
static int process = -1;                // a descriptor of it, readable when it has ended
static int output = -1;                 // what the function writes, shown only where something fails

int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int64_t own_cpu(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

// The CPU time of all threads of a process, in nanoseconds: rusage and /proc/pid/stat count in ticks.
int64_t process_cpu(pid_t pid) {
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
        fail("no CPU clock for process %d", pid);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

void pin(int cpu) {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    if (sched_setaffinity(0, sizeof set, &set) != 0) fail("cannot run on CPU %d: %s", cpu, strerror(errno));
}

static void out_of_time(int signal) {
    (void)signal;
    static const char message[] = "mock: out of time (--seconds)\n";
    if (child > 0) kill(child, SIGKILL);
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0) {}
    _exit(1);
}

void give_up_after(int seconds) {
    signal(SIGALRM, out_of_time);
    alarm(seconds);
}

// How much of an executable a page fault maps depends on how its pages came into the page cache: right after
// a linker or strip wrote them it can be twice as much as after they were read from the disk, which is how a
// deployed function's are. So every executable is put out of the cache before the first use.
void put_out_of_cache(const char *path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) fail("cannot read %s: %s", path, strerror(errno));
    if (fsync(file) == 0) posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

// posix_spawn is vfork and execve: the cost of starting does not depend on the memory of this process. The
// child inherits the CPU that this process is pinned to.
pid_t start_process(const struct function *function, char *const *environment) {
    if (output < 0 && (output = memfd_create("output", MFD_CLOEXEC)) < 0) fail("memfd_create: %s", strerror(errno));
    if (ftruncate(output, 0) != 0 || lseek(output, 0, SEEK_SET) != 0) fail("output: %s", strerror(errno));

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    pid_t pid;
    int error = posix_spawn(&pid, function->path, &actions, NULL, function->arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail("cannot start %s: %s", function->path, strerror(error));
    child = pid;
    if ((process = syscall(SYS_pidfd_open, pid, 0)) < 0) fail("pidfd_open: %s", strerror(errno));
    return pid;
}

// Waits until somebody connects, or fails where the function ends without.
void await_connection(int listener) {
    struct pollfd either[] = {{listener, POLLIN, 0}, {process, POLLIN, 0}};
    while (poll(either, 2, -1) < 0)
        if (errno != EINTR) fail("poll: %s", strerror(errno));
    if (!(either[0].revents & POLLIN)) fail("the function ended without another request");
}

char *read_output(void) {
    struct stat status;
    if (output < 0 || fstat(output, &status) != 0) fail("no output");
    char *text = malloc(status.st_size + 1);
    if (!text) fail("out of memory");
    off_t length = 0;
    for (ssize_t got; length < status.st_size; length += got)
        if ((got = pread(output, text + length, status.st_size - length, length)) <= 0) fail("output: %s", strerror(errno));
    text[length] = 0;
    return text;
}

void end_process(void) {
    pid_t pid = child;
    child = 0;
    if (process >= 0) close(process);
    process = -1;
    if (pid <= 0) return;
    kill(pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {}
}

void fail(const char *format, ...) {
    fputs("mock: ", stderr);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);

    int status = 0;
    if (child > 0 && waitpid(child, &status, WNOHANG) == child) {
        child = 0;
        if (WIFSIGNALED(status)) fprintf(stderr, "The function was ended by signal %d.\n", WTERMSIG(status));
        else fprintf(stderr, "The function exited with status %d.\n", WEXITSTATUS(status));
    }
    end_process();

    char tail[4096];
    off_t length = output < 0 ? 0 : lseek(output, 0, SEEK_END);
    off_t from = length > (off_t)sizeof tail ? length - (off_t)sizeof tail : 0;
    ssize_t got = length > 0 ? pread(output, tail, sizeof tail, from) : 0;
    if (got > 0) fprintf(stderr, "The last that the function wrote:\n%.*s\n", (int)got, tail);
    exit(1);
}

static long number_behind(const char *text, const char *name) {
    const char *found = strstr(text, name);
    return found ? strtol(found + strlen(name), NULL, 10) : 0;
}

static void read_whole(pid_t pid, const char *name, char *text, size_t room) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? -1 : read(file, text, room - 1);
    if (got < 0) fail("cannot read %s: %s", path, strerror(errno));
    text[got] = 0;
    close(file);
}

// Resident memory is taken from smaps_rollup, which counts pages: VmRSS in status is a sum of per-CPU
// counters that may be some dozen pages off.
struct resources read_resources(pid_t pid) {
    char text[8192];
    struct resources found = {0};
    read_whole(pid, "smaps_rollup", text, sizeof text);
    found.resident = number_behind(text, "\nRss:");
    read_whole(pid, "status", text, sizeof text);
    found.peak = number_behind(text, "\nVmHWM:");
    found.threads = number_behind(text, "\nThreads:");

    // minflt is the tenth field, and the second one may contain spaces and parentheses.
    read_whole(pid, "stat", text, sizeof text);
    char *field = strrchr(text, ')');
    for (int skipped = 0; field && skipped < 8; skipped++) field = strchr(field + 1, ' ');
    found.faults = field ? strtol(field, NULL, 10) : 0;

    char path[64];
    snprintf(path, sizeof path, "/proc/%d/fd", pid);
    DIR *directory = opendir(path);
    if (!directory) fail("cannot read %s: %s", path, strerror(errno));
    for (struct dirent *entry; (entry = readdir(directory));) found.descriptors += entry->d_name[0] != '.';
    closedir(directory);
    return found;
}
