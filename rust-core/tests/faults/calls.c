// SPDX-License-Identifier: Apache-2.0
// Stands before the C library and lets one call on the files of a folder fail, or the process die before it. Loaded by
// `LD_PRELOAD`; src/ffi/interrupted.rs says which call, in the environment:
//
//   FAULT_FOLDER  the folder whose files count
//   FAULT_AT      which of the calls, from 1
//   FAULT_HOW     kill: the process dies before it, a write half done; once: it fails; on: it and all after it fail
//   FAULT_ERROR   the errno of a failure
//   FAULT_TOLD    a file for the name of the call; it is there if and only if the call came
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MOST = 1024 };
static char ours[MOST];
static int seen;

static const char *of(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static int is_ours(const char *path) {
  const char *folder = of("FAULT_FOLDER");
  return *folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int has(int file) { return file >= 0 && file < MOST && ours[file]; }

static void tell(const char *call, const char *path) {
  int told = syscall(SYS_openat, AT_FDCWD, of("FAULT_TOLD"), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  syscall(SYS_write, told, call, strlen(call));
  syscall(SYS_write, told, " ", 1);
  syscall(SYS_write, told, path, strlen(path));
  syscall(SYS_close, told);
}

// Whether this call fails; it does not return where the process dies.
static int fails(const char *call, const char *path, int file, const void *bytes, size_t size) {
  int at = atoi(of("FAULT_AT"));
  seen++;
  int here = seen == at, on = strcmp(of("FAULT_HOW"), "on") == 0 && seen > at;
  if (at == 0 || !(here || on)) return 0;
  if (here) tell(call, path);
  if (strcmp(of("FAULT_HOW"), "kill") == 0) {
    if (bytes) syscall(SYS_write, file, bytes, size / 2);
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  errno = atoi(of("FAULT_ERROR"));
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define PATH_FAILS(name, path) (is_ours(path) && fails(#name, path, -1, NULL, 0))
#define FILE_FAILS(name, file) (has(file) && fails(#name, "", file, NULL, 0))

static int opened(int file, const char *path) {
  if (file >= 0 && file < MOST) ours[file] = is_ours(path);
  return file;
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = va_arg(more, mode_t);
  va_end(more);
  if (PATH_FAILS(open64, path)) return -1;
  return opened(REAL(open64)(path, flags, mode), path);
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = va_arg(more, mode_t);
  va_end(more);
  if (PATH_FAILS(open, path)) return -1;
  return opened(REAL(open)(path, flags, mode), path);
}

int close(int file) {
  // It frees the number whatever it says; Rust does not look.
  if (file >= 0 && file < MOST) ours[file] = 0;
  return REAL(close)(file);
}

ssize_t read(int file, void *bytes, size_t size) {
  return FILE_FAILS(read, file) ? -1 : REAL(read)(file, bytes, size);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t at) {
  return FILE_FAILS(pread64, file) ? -1 : REAL(pread64)(file, bytes, size, at);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (has(file) && fails("write", "", file, bytes, size)) return -1;
  return REAL(write)(file, bytes, size);
}

int fsync(int file) { return FILE_FAILS(fsync, file) ? -1 : REAL(fsync)(file); }

int rename(const char *from, const char *to) { return PATH_FAILS(rename, to) ? -1 : REAL(rename)(from, to); }

int unlink(const char *path) { return PATH_FAILS(unlink, path) ? -1 : REAL(unlink)(path); }

int mkdir(const char *path, mode_t mode) { return PATH_FAILS(mkdir, path) ? -1 : REAL(mkdir)(path, mode); }

DIR *opendir(const char *path) { return PATH_FAILS(opendir, path) ? NULL : REAL(opendir)(path); }

int statx(int folder, const char *restrict path, int flags, unsigned mask, struct statx *restrict found) {
  // Rust asks once, with nothing, whether there is such a call; the header says that nobody does.
  const char *volatile given = path;
  const char *name = given;
  if (name && (*name ? PATH_FAILS(statx, name) : FILE_FAILS(statx, folder))) return -1;
  return REAL(statx)(folder, path, flags, mask, found);
}
