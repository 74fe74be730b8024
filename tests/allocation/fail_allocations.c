// Makes an allocation of palabre-cli fail, for sweep.sh. Linked with --wrap=malloc,--wrap=calloc,--wrap=realloc, it
// sees what our own objects and static libraries ask for; cJSON, a shared library, asks our arenas, and libxml2 is told
// to ask here.
//
//     PALABRE_FAIL_AT=N      the N-th allocation fails
//     PALABRE_FAIL_ALL=1     and every one after it
//     PALABRE_COUNT=FILE     at exit, how many there were
//     PALABRE_WENT_ON=FILE   made when another one is asked for after that which failed
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// NOLINTBEGIN(readability-identifier-naming): these are the linker's names, and those of libxml2, whose headers stand
// where this build alone looks
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
int xmlMemSetup(void (*)(void *), void *(*)(size_t), void *(*)(void *, size_t), char *(*)(const char *));
void xmlInitParser(void);
// NOLINTEND(readability-identifier-naming)

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): malloc has no argument to carry them
static long asked, fail_at;
static int fail_all;
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

static char *copy(const char *text) {
    size_t size = strlen(text) + 1;
    char *copied = __wrap_malloc(size);
    return copied ? memcpy(copied, text, size) : NULL;
}

__attribute__((constructor)) static void begin(void) {
    xmlMemSetup(free, __wrap_malloc, __wrap_realloc, copy);
    xmlInitParser(); // its table of encodings, which it does without when there is no room
    asked = 0;
    const char *at = getenv("PALABRE_FAIL_AT");
    fail_at = at ? strtol(at, NULL, 10) : 0;
    fail_all = getenv("PALABRE_FAIL_ALL") != NULL;
}

__attribute__((destructor)) static void end(void) {
    const char *name = getenv("PALABRE_COUNT");
    FILE *file = name ? fopen(name, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", asked);
        fclose(file);
    }
}

static void note_that_it_went_on(void) {
    const char *name = getenv("PALABRE_WENT_ON");
    FILE *file = name ? fopen(name, "w") : NULL;
    if (file) {
        fclose(file);
    }
}

static int fails(void) {
    asked++;
    if (fail_at > 0 && asked == fail_at + 1) {
        note_that_it_went_on();
    }
    if (fail_at == 0 || asked < fail_at || (asked > fail_at && !fail_all)) {
        return 0;
    }
    errno = ENOMEM;
    return 1;
}

void *__wrap_malloc(size_t size) {
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size) {
    return fails() ? NULL : __real_realloc(memory, size);
}
