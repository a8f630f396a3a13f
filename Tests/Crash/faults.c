/*
 * Stands between a program and the C library (LD_PRELOAD), and makes the disk or the clock fail on command.
 *
 * FAULT_ORDER names a file. While it exists, it holds one line `CALL ERRNO AFTER TIMES`: after AFTER calls of this kind on a
 * file of a record or of a witness, TIMES calls fail. CALL is write, sync, truncate, settle (a sync of the folder that the
 * file is in) or any; ERRNO is a number, or 0 for a write that writes half and says so. FAULT_REPORT names a file to which
 * each call that fails adds a line with its kind.
 * CLOCK_SHIFT names a file with the seconds by which the calendar clock is wrong.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = dlsym(RTLD_NEXT, name)

static char order[128];
static long passed, failed;

static const char *stores[] = { "record.sqlite", "witness.sqlite" };

/* What a call on this file is called in an order; NULL if it is neither of a store nor the folder of one. */
static const char *kind_of(int fd, const char *call) {
    char link[64], path[512], inside[600];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return NULL;
    path[length] = 0;
    for (int place = 0; place < 2; place++) {
        if (strstr(path, stores[place])) return call;
        snprintf(inside, sizeof inside, "%s/%s", path, stores[place]);
        if (!strcmp(call, "sync") && !access(inside, F_OK)) return "settle";
    }
    return NULL;
}

/* So that no test passes for want of a failure. */
static void report(const char *call) {
    const char *file = getenv("FAULT_REPORT");
    FILE *out = file ? fopen(file, "a") : NULL;
    if (!out) return;
    fprintf(out, "%s\n", call);
    fclose(out);
}

/* -1: go on; 0: write half; otherwise the error to give. */
static int fault(int fd, const char *call) {
    const char *file = getenv("FAULT_ORDER");
    if (!file || !(call = kind_of(fd, call))) return -1;
    FILE *in = fopen(file, "r");
    if (!in) { order[0] = 0; return -1; }
    char line[128] = "", kind[16] = "";
    int number = 0;
    long after = 0, times = 0;
    if (!fgets(line, sizeof line, in)) line[0] = 0;
    fclose(in);
    if (sscanf(line, "%15s %d %ld %ld", kind, &number, &after, &times) != 4) return -1;
    if (strcmp(line, order)) { strcpy(order, line); passed = failed = 0; }
    if (strcmp(kind, "any") && strcmp(kind, call)) return -1;
    if (passed < after) { passed++; return -1; }
    if (failed >= times) return -1;
    failed++;
    report(call);
    return number;
}

#define WRITE(name) \
    ssize_t name(int fd, const void *bytes, size_t count, off64_t place) { \
        REAL(ssize_t, #name, int, const void *, size_t, off64_t); \
        int what = fault(fd, "write"); \
        if (what > 0) { errno = what; return -1; } \
        return real(fd, bytes, what == 0 ? count / 2 : count, place); \
    }
WRITE(pwrite)
WRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    int what = fault(fd, "write");
    if (what > 0) { errno = what; return -1; }
    return real(fd, bytes, what == 0 ? count / 2 : count);
}

#define SYNC(name) \
    int name(int fd) { \
        REAL(int, #name, int); \
        int what = fault(fd, "sync"); \
        if (what > 0) { errno = what; return -1; } \
        return real(fd); \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name) \
    int name(int fd, off64_t size) { \
        REAL(int, #name, int, off64_t); \
        int what = fault(fd, "truncate"); \
        if (what > 0) { errno = what; return -1; } \
        return real(fd, size); \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

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
