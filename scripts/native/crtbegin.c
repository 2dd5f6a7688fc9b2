// SPDX-License-Identifier: Apache-2.0
// What the NDK's crtbegin_so.o does for a library: its own handle, and its destructors when it is unloaded.

extern int __cxa_atexit(void (*function)(void *), void *argument, void *handle);
extern void __cxa_finalize(void *handle);

__attribute__((visibility("hidden"))) void *__dso_handle = &__dso_handle;

__attribute__((destructor, visibility("hidden"))) void tomeru_on_unload(void) { __cxa_finalize(&__dso_handle); }

static void call(void *function) { ((void (*)(void))function)(); }

__attribute__((visibility("hidden"))) int atexit(void (*function)(void)) {
  return __cxa_atexit(call, (void *)function, &__dso_handle);
}
