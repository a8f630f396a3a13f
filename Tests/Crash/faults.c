/*
 * Stands between a program and the C library (LD_PRELOAD), and makes the disk or the clock fail on command.
 *
 * FAULT_ORDER names a file. While it exists, it holds one line `CALL ERRNO AFTER TIMES PATTERN NUMBER`: after AFTER calls of this
 * kind on a path that the pattern of the shell fits, TIMES calls fail. CALL is write, sync, settle (a sync of a folder),
 * truncate, open (a file to write to), rename, mkdir or any; ERRNO is a number, 0 for a write that writes half and says so, or
 * negative for one that writes half before the others fail. Orders differ in NUMBER. FAULT_REPORT names a file to which each call that fails adds a line with its kind.
 * CLOCK_SHIFT names a file with the seconds by which the calendar clock is wrong.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = dlsym(RTLD_NEXT, name)

static char order[1024];
static long passed, failed;
static int halved;

/* The path of an open file; empty if it has none. */
static void path_of(int fd, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    path[length > 0 ? length : 0] = 0;
}

/* So that no test passes for want of a failure. */
static void report(const char *call) {
    const char *file = getenv("FAULT_REPORT");
    FILE *out = file ? fopen(file, "a") : NULL;
    if (!out) return;
    fprintf(out, "%s\n", call);
    fclose(out);
}

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;

enum { GO_ON = -1, HALF = 0 };

/* What this call has to do: GO_ON, HALF or an error to give. */
static int decide(const char *line, const char *call, int number, long after, long times) {
    int what = GO_ON;
    pthread_mutex_lock(&counting);
    if (strcmp(line, order)) { strcpy(order, line); passed = failed = halved = 0; }
    if (passed < after) {
        passed++;
    } else if (number < 0 && !halved) {
        halved = 1;
        what = HALF;
    } else if (failed < times) {
        failed++;
        what = number < 0 ? -number : number;
    }
    if (what != GO_ON) report(call);
    pthread_mutex_unlock(&counting);
    return what;
}

static int fault(const char *path, const char *call) {
    const char *file = getenv("FAULT_ORDER");
    FILE *in = file ? fopen(file, "r") : NULL;
    if (!in) return GO_ON;
    char line[1024] = "", kind[16] = "", pattern[900] = "";
    int number = 0;
    long after = 0, times = 0;
    if (!fgets(line, sizeof line, in)) line[0] = 0;
    fclose(in);
    if (sscanf(line, "%15s %d %ld %ld %899s", kind, &number, &after, &times, pattern) != 5) return GO_ON;
    if ((strcmp(kind, "any") && strcmp(kind, call)) || fnmatch(pattern, path, 0)) return GO_ON;
    return decide(line, call, number, after, times);
}

static int fault_at(int fd, const char *call) {
    char path[512];
    if (!getenv("FAULT_ORDER")) return GO_ON;
    path_of(fd, path, sizeof path);
    struct stat what;
    if (!strcmp(call, "sync") && !fstat(fd, &what) && S_ISDIR(what.st_mode)) call = "settle";
    return fault(path, call);
}

#define WRITE(name) \
    ssize_t name(int fd, const void *bytes, size_t count, off64_t place) { \
        REAL(ssize_t, #name, int, const void *, size_t, off64_t); \
        int what = fault_at(fd, "write"); \
        if (what > 0) { errno = what; return -1; } \
        return real(fd, bytes, what == HALF ? (count + 1) / 2 : count, place); \
    }
WRITE(pwrite)
WRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    int what = fault_at(fd, "write");
    if (what > 0) { errno = what; return -1; }
    return real(fd, bytes, what == HALF ? (count + 1) / 2 : count);
}

#define SYNC(name) \
    int name(int fd) { \
        REAL(int, #name, int); \
        int what = fault_at(fd, "sync"); \
        if (what > 0) { errno = what; return -1; } \
        return real(fd); \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name) \
    int name(int fd, off64_t size) { \
        REAL(int, #name, int, off64_t); \
        int what = fault_at(fd, "truncate"); \
        if (what > 0) { errno = what; return -1; } \
        return real(fd, size); \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        int what = flags & (O_WRONLY | O_RDWR) ? fault(path, "open") : GO_ON; \
        if (what > 0) { errno = what; return -1; } \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    int what = fault(to, "rename");
    if (what > 0) { errno = what; return -1; }
    return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    int what = fault(path, "mkdir");
    if (what > 0) { errno = what; return -1; }
    return real(path, mode);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    REAL(int, "clock_gettime", clockid_t, struct timespec *);
    int answer = real(clock, time);
    const char *file = getenv("CLOCK_SHIFT");
    if (answer == 0 && clock == CLOCK_REALTIME && file) {
        FILE *in = fopen(file, "r");
        long shift = 0;
        if (in) {
            if (fscanf(in, "%ld", &shift) == 1) time->tv_sec += shift;
            fclose(in);
        }
    }
    return answer;
}
