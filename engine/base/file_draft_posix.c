#define _DEFAULT_SOURCE // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): madvise

#include "base/file_draft.h"

#include "base/file_inside.h"
#include "base/path.h"
#include "base/system.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { STEP_BYTES = 512 * 1024 }; // that are read before memory is given back

struct FileDraft {
    int file;
    int system; // errno of the first failure
    ptrdiff_t len;
    Str text;         // where it is in memory, as long as it is
    ptrdiff_t passed; // bytes of it, by who reads it
};

static int open_named(Arena *scratch, char **name) {
    Str wanted = system_environment(scratch, S("TMPDIR"));
    *name = str_to_c(scratch, path_join(scratch, wanted.len > 0 ? wanted : S("/var/tmp"), S("palabre-XXXXXX")));
    return mkstemp(*name);
}

static int open_unnamed(Arena *scratch) {
    char *name;
    int file = open_named(scratch, &name);
    if (file >= 0) {
        unlink(name);
    }
    return file;
}

FileDraft *file_draft_begin(Arena *arena) {
    FileDraft *draft = arena_push(arena, FileDraft, 1);
    Arena scratch = {0};
    draft->file = open_unnamed(&scratch);
    arena_finish(&scratch);
    return draft->file >= 0 ? draft : NULL;
}

FileDraft *file_draft_receive(Arena *arena, bool (*write)(const void *context, Str path), const void *context) {
    FileDraft *draft = arena_push(arena, FileDraft, 1);
    Arena scratch = {0};
    char *name;
    draft->file = open_named(&scratch, &name);
    bool written = draft->file >= 0 && write(context, str_from_c(name));
    if (draft->file >= 0) {
        unlink(name);
        draft->len = lseek(draft->file, 0, SEEK_END);
    }
    if (draft->file >= 0 && !written) {
        close(draft->file);
    }
    arena_finish(&scratch);
    return written ? draft : NULL;
}

static void forget_text(FileDraft *draft) {
    if (draft->text.len > 0) {
        munmap((void *)(uintptr_t)draft->text.text, (size_t)draft->text.len);
    }
    draft->text = (Str){0};
    draft->passed = 0;
}

void file_draft_add(FileDraft *draft, Str bytes) {
    forget_text(draft);
    if (draft->system == 0 && !file_inside_write(draft->file, bytes)) {
        draft->system = errno;
    }
    draft->len += bytes.len;
}

ptrdiff_t file_draft_len(const FileDraft *draft) {
    return draft ? draft->len : 0;
}

static bool take_file(FileDraft *draft, int file, ptrdiff_t len) {
    bool taken = file_inside_pour(file, draft->file, len);
    draft->len = taken ? lseek(draft->file, 0, SEEK_CUR) : 0;
    return taken;
}

FileDraft *file_draft_load(Arena *arena, Str path, ptrdiff_t most, Error *error) {
    ptrdiff_t len;
    int file = file_inside_open_regular(arena, path, &len, error);
    if (file < 0) {
        return NULL;
    }
    FileDraft *draft = NULL;
    if (len > most) {
        (void)error_set(error, ERROR_TOO_LARGE, 0, path);
    } else if ((draft = file_draft_begin(arena)) == NULL || !take_file(draft, file, len)) {
        (void)file_inside_refuse_read(error, errno, path);
        file_draft_close(draft);
        draft = NULL;
    }
    close(file);
    return draft;
}

Str file_draft_text(FileDraft *draft) {
    if (draft->text.len == 0 && draft->len > 0 && draft->system == 0) {
        void *text = mmap(NULL, (size_t)draft->len, PROT_READ, MAP_SHARED, draft->file, 0);
        draft->text = text == MAP_FAILED ? (Str){0} : (Str){text, draft->len};
    }
    return draft->text;
}

void file_draft_pass(FileDraft *draft, Str rest) {
    ptrdiff_t at = draft ? (ptrdiff_t)((uintptr_t)rest.text - (uintptr_t)draft->text.text) : -1;
    if (at < 0 || at > draft->text.len) {
        return;
    }
    if (at < draft->passed) { // by another reader
        draft->passed = at;
    } else if (at - draft->passed >= STEP_BYTES) {
        draft->passed = at;
        madvise((void *)(uintptr_t)draft->text.text, (size_t)draft->text.len, MADV_DONTNEED);
    }
}

bool file_inside_pour_draft(const FileDraft *draft, int file) {
    if (!draft) {
        return true;
    }
    errno = draft->system;
    return draft->system == 0 && lseek(draft->file, 0, SEEK_SET) == 0 &&
           file_inside_pour(draft->file, file, draft->len);
}

void file_draft_close(FileDraft *draft) {
    if (draft) {
        forget_text(draft);
        close(draft->file);
    }
}
