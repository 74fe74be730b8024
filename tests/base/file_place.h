// A folder of its own for each test of base/file, and what is done there.
#pragma once

#include "base/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { MOST = 1024 * 1024 };

typedef struct {
    Arena arena;
    Str folder;
    Error error;
} Place;

static inline int begin(void **state) {
    Place *place = calloc(1, sizeof *place);
    place->folder = temporary_folder(&place->arena);
    *state = place;
    return place->folder.len > 0 ? 0 : -1;
}

static inline char *path_of(Place *place, const char *name) {
    return str_to_c(&place->arena, path_join(&place->arena, place->folder, str_from_c(name)));
}

static inline int end(void **state) {
    Place *place = *state;
    FileList names;
    if (!file_list(&place->arena, place->folder, S(""), &names, NULL)) {
        return -1;
    }
    for (int32_t i = 0; i < names.count; i++) {
        const char *path = path_of(place, str_to_c(&place->arena, names.rows[i]));
        (void)(remove(path) == 0 || rmdir(path)); // remove() of Windows takes no folder
    }
    int removed = rmdir(str_to_c(&place->arena, place->folder));
    arena_finish(&place->arena);
    free(place);
    return removed;
}

static inline void assert_str(Str actual, Str expected) {
    assert_int_equal(actual.len, expected.len);
    assert_true(str_equal(actual, expected));
}

// Written without file_save, so that loading is tested by itself.
static inline char *write_file(Place *place, const char *name, Str bytes) {
    char *path = path_of(place, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.text, 1, (size_t)bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline bool load(Place *place, const char *path, Str *bytes) {
    return file_load(&place->arena, str_from_c(path), MOST, bytes, &place->error);
}

static inline bool save(Place *place, const char *path, Str bytes) {
    return file_save(str_from_c(path), bytes, &place->error);
}

static inline void assert_holds(Place *place, const char *path, Str expected) {
    Str bytes;
    assert_true(load(place, path, &bytes));
    assert_str(bytes, expected);
}

static inline void assert_not_loaded(Place *place, const char *path, ErrorCode code) {
    Str bytes = S("before");
    assert_false(load(place, path, &bytes));
    assert_int_equal(place->error.code, code);
    assert_string_equal(place->error.path, path);
    assert_int_equal(bytes.len, 0);
}

// Only these names stand in the folder.
static inline void assert_names(Place *place, const char *expected) {
    FileList names;
    assert_true(file_list(&place->arena, place->folder, S(""), &names, &place->error));
    StrBuilder line = {.arena = &place->arena};
    for (int32_t i = 0; i < names.count; i++) {
        str_addf(&line, "%s%.*s", i > 0 ? " " : "", S_ARG(names.rows[i]));
    }
    assert_string_equal(str_to_c(&place->arena, str_built(&line)), expected);
}
