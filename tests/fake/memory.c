#include "fake/memory.h"

#include <stddef.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER 1
#endif

#ifdef HAS_SANITIZER
// NOLINTBEGIN: names of the sanitizer's, for which gcc ships no header
size_t __sanitizer_get_current_allocated_bytes(void);
const char *__asan_default_options(void);

const char *__asan_default_options(void) { // what is let go is not kept back, or it would be counted
    return "quarantine_size_mb=0:thread_local_quarantine_size_kb=0";
}

int64_t memory_in_use(void) {
    return (int64_t)__sanitizer_get_current_allocated_bytes();
}
// NOLINTEND
#else
#include <malloc.h>

int64_t memory_in_use(void) {
    struct mallinfo2 info = mallinfo2();
    return (int64_t)(info.uordblks + info.hblkhd);
}
#endif
