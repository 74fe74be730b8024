// For tests of the editor's document: one, with what it needs, and words to ask it.
#pragma once

#include "base/json.h"
#include "base/path.h"
#include "editor/document_file.h"
#include "scenario/case_desk.h"

#define S01 "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json"

typedef struct {
    Desk *desk;
    Document document;
    int64_t now_ms;
} Writing;

static inline int begin_writing(void **state) {
    void *desk = NULL;
    open_desk(&desk);
    Writing *writing = calloc(1, sizeof(Writing));
    assert_non_null(writing);
    writing->desk = desk;
    writing->now_ms = 1000000;
    document_init(&writing->document, &writing->desk->framework);
    *state = writing;
    return 0;
}

static inline int end_writing(void **state) {
    Writing *writing = *state;
    void *desk = writing->desk;
    document_finish(&writing->document);
    close_desk(&desk);
    free(writing);
    return 0;
}

static inline void begin_with(Writing *writing, Str bytes) {
    document_begin(&writing->document, &writing->desk->scratch, bytes);
}

static inline void open_file(Writing *writing, Str path) {
    Error error = {0};
    if (!document_open(&writing->document, &writing->desk->scratch, path, &error)) {
        fail_msg("%.*s: error %d", S_ARG(path), (int)error.code);
    }
}

// A command, a minute after the one before.
static inline OperationResult do_operation(Writing *writing, Operation operation) {
    writing->now_ms += 60000;
    return document_edit(&writing->document, &writing->desk->scratch, &operation, 1,
                         &(Moment){.now_ms = writing->now_ms});
}

static inline OperationResult set_json(Writing *writing, const char *at, const char *json) {
    return do_operation(writing, (Operation){.kind = OPERATION_SET, .at = str_from_c(at), .json = str_from_c(json)});
}

static inline OperationResult take_out(Writing *writing, const char *at) {
    return do_operation(writing, (Operation){.kind = OPERATION_REMOVE, .at = str_from_c(at)});
}

static inline OperationResult give_id(Writing *writing, const char *at, const char *id) {
    return do_operation(writing, (Operation){.kind = OPERATION_RENAME, .at = str_from_c(at), .json = str_from_c(id)});
}

// The text of a field after a key was pressed, `pause_ms` after the last one.
static inline OperationResult type_text(Writing *writing, const char *at, Str text, int32_t pause_ms) {
    writing->now_ms += pause_ms;
    Operation operation = operation_text(&writing->desk->arena, str_from_c(at), text);
    Moment moment = {.now_ms = writing->now_ms, .typed = true};
    return document_edit(&writing->document, &writing->desk->scratch, &operation, 1, &moment);
}

static inline const RevisionStep *undo(Writing *writing) {
    return document_undo(&writing->document, &writing->desk->scratch);
}

static inline const RevisionStep *redo(Writing *writing) {
    return document_redo(&writing->document, &writing->desk->scratch);
}

static inline Str bytes_of(Writing *writing) {
    return str_copy(&writing->desk->arena, writing->document.reading.bytes);
}

// The value at a pointer as it stands in the case; empty when there is none.
static inline Str value_at(const Writing *writing, const char *at) {
    int32_t place = json_find_pointer(writing->document.reading.bytes, str_from_c(at));
    return place >= 0 ? json_value_at(writing->document.reading.bytes, place) : (Str){0};
}

// Tells where two texts begin to differ, for cases are long.
static inline void assert_str(Str actual, Str expected) {
    enum { BEFORE = 60, SHOWN = 200 };
    ptrdiff_t same = 0;
    while (same < actual.len && same < expected.len && actual.text[same] == expected.text[same]) {
        same++;
    }
    if (same < actual.len || same < expected.len) {
        Str shown = str_slice(actual, same - BEFORE, same + SHOWN);
        Str wanted = str_slice(expected, same - BEFORE, same + SHOWN);
        fail_msg("byte %td:\n%.*s\nis not\n%.*s", same, S_ARG(shown), S_ARG(wanted));
    }
}

#define ASSERT_AT(writing, at, expected) assert_str(value_at((writing), (at)), S(expected))

// How many lines of `after` are not those of `before`, which has as many.
static inline int32_t count_changed_lines(Str before, Str after) {
    int32_t changed = 0;
    while (before.len > 0 && after.len > 0) {
        Str had = str_cut(&before, '\n');
        changed += !str_equal(had, str_cut(&after, '\n'));
    }
    return before.len == 0 && after.len == 0 ? changed : INT32_MAX;
}
