#include "editor/document.h"

#include "base/error.h"
#include "base/file.h"
#include "editor/difference.h"
#include "editor/rename.h"
#include "scenario/scenario_write.h"

void document_init(Document *document, const Framework *framework) {
    *document = (Document){.framework = framework};
}

void document_finish(Document *document) {
    revisions_finish(&document->revisions);
    arena_finish(&document->reading.arena);
    arena_finish(&document->file.arena);
    *document = (Document){.framework = document->framework};
}

static void parse(DocumentReading *reading, Arena *scratch, const Framework *framework, Str bytes) {
    arena_finish(&reading->arena);
    reading->bytes = str_copy(&reading->arena, bytes);
    reading->findings = (Findings){.arena = &reading->arena};
    reading->scenario = scenario_parse(&reading->arena, scratch, framework, reading->bytes, &reading->findings);
}

// Reads bytes of any form and lays them out canonically, unless they would become too large a file.
static void read_any(DocumentReading *reading, Arena *scratch, const Framework *framework, Str bytes) {
    Arena arena = {0};
    parse(reading, scratch, framework, bytes);
    if (reading->scenario->read) {
        Str written = scenario_write(&arena, scratch, reading->scenario, WRITE_AS_IS);
        if (!str_equal(written, reading->bytes) && written.len <= LIMIT_FILE_BYTES) {
            parse(reading, scratch, framework, written);
        }
    }
    arena_finish(&arena);
}

static void look_whether_saved(Document *document) {
    document->unsaved = !str_equal(document->reading.bytes, document->file.saved);
}

static void take_reading(Document *document, const DocumentReading *reading) {
    arena_finish(&document->reading.arena);
    document->reading = *reading;
    document->reading.findings.arena = &document->reading.arena;
    look_whether_saved(document);
}

void document_begin(Document *document, Arena *scratch, Str bytes) {
    document_finish(document);
    read_any(&document->reading, scratch, document->framework, bytes);
    document->canonical = str_equal(document->reading.bytes, bytes);
    document->unsaved = true;
    revisions_push(&document->revisions, scratch, document->reading.bytes, &(RevisionStep){.kind = OPERATION_ALL});
}

bool document_open(Document *document, Arena *scratch, Str path, Error *error) {
    DocumentFile file = {0};
    if (!file_load(&file.arena, path, LIMIT_FILE_BYTES, &file.bytes, error)) {
        arena_finish(&file.arena);
        return false;
    }
    file.path = str_copy(&file.arena, path);
    document_begin(document, scratch, file.bytes);
    file.saved = str_copy(&file.arena, document->reading.bytes);
    document_set_file(document, &file);
    return true;
}

// An id is renamed in what the operations before it have left.
static OperationResult rename_in(Document *document, Arena *scratch, Str bytes, const Operation *operation,
                                 Str *after) {
    DocumentReading between = {0};
    Arena deeper = {0};
    const Scenario *scenario = document->reading.scenario;
    if (!str_equal(bytes, document->reading.bytes)) {
        parse(&between, &deeper, document->framework, bytes);
        scenario = between.scenario;
    }
    OperationResult result = rename_id(scratch, &deeper, scenario, bytes, operation, after);
    arena_finish(&between.arena);
    arena_finish(&deeper);
    return result;
}

// Of the states between only the last is held: a step of many operations would hold the whole case for each.
static OperationResult apply(Document *document, Arena *scratch, const Operation *operations, int32_t count,
                             Str *after) {
    OperationResult result = OPERATION_NOTHING, one = OPERATION_NOTHING;
    const Scenario *scenario = document->reading.scenario;
    Arena held = {0};
    Str now = document->reading.bytes;
    for (int32_t i = 0; i < count && (one == OPERATION_NOTHING || one == OPERATION_DONE); i++) {
        const Operation *operation = &operations[i];
        Arena next = {0};
        Str changed = now;
        one = !scenario->read && operation->kind != OPERATION_ALL ? OPERATION_UNREAD
              : operation->kind == OPERATION_RENAME               ? rename_in(document, &next, now, operation, &changed)
                                                    : operation_apply(&next, scenario, now, operation, &changed);
        if (one == OPERATION_DONE) {
            now = str_copy(&next, changed);
            arena_finish(&held);
            held = next;
        } else {
            arena_finish(&next);
        }
        result = one == OPERATION_NOTHING ? result : one;
    }
    *after = str_copy(scratch, now);
    arena_finish(&held);
    return result;
}

// Whether a letter belongs to the step that ended in the current state.
static bool joins(const Document *document, const RevisionStep *step, const Difference *difference) {
    const Revision *current = document->revisions.current;
    const RevisionStep *last = &current->step;
    int64_t pause_ms = step->at_ms - last->at_ms;
    bool quick = pause_ms >= 0 && pause_ms <= DOCUMENT_TYPING_MS;
    bool beside = difference->from <= last->to && difference->had_to >= last->from;
    return step->typed && last->typed && str_equal(step->at, last->at) && quick && beside && current->older &&
           !current->newer && !current->sealed;
}

// A step that was joined until nothing is left of it is none.
static void join(Document *document, Arena *scratch, RevisionStep step, const Difference *difference) {
    Revisions *revisions = &document->revisions;
    const RevisionStep *last = &revisions->current->step;
    int32_t moved = last->to - difference->had_to + difference->to;
    step.at = str_copy(scratch, step.at);
    step.from = difference->from < last->from ? difference->from : last->from;
    step.to = difference->to > moved ? difference->to : moved;
    revisions_replace(revisions, scratch, document->reading.bytes, &step);
    Str older = revisions_bytes(scratch, revisions->current->older);
    if (str_equal(older, document->reading.bytes)) {
        revisions_undo(revisions);
        revisions_forget_newer(revisions);
    }
}

static void keep_step(Document *document, Arena *scratch, RevisionStep step, const Difference *difference) {
    if (joins(document, &step, difference)) {
        join(document, scratch, step, difference);
        return;
    }
    step.from = difference->from;
    step.to = difference->to;
    revisions_push(&document->revisions, scratch, document->reading.bytes, &step);
}

static OperationResult take_step(Document *document, Arena *scratch, Str after, const RevisionStep *step) {
    DocumentReading next = {0};
    if (after.len <= LIMIT_FILE_BYTES) {
        read_any(&next, scratch, document->framework, after);
    }
    OperationResult result = after.len > LIMIT_FILE_BYTES || next.bytes.len > LIMIT_FILE_BYTES ? OPERATION_TOO_LARGE
                             : step->kind != OPERATION_ALL && !next.scenario->read             ? OPERATION_BAD_JSON
                             : str_equal(next.bytes, document->reading.bytes)                  ? OPERATION_NOTHING
                                                                                               : OPERATION_DONE;
    if (result != OPERATION_DONE) {
        arena_finish(&next.arena);
        return result;
    }
    Difference difference = difference_find(document->reading.bytes, next.bytes);
    take_reading(document, &next);
    keep_step(document, scratch, *step, &difference);
    return OPERATION_DONE;
}

OperationResult document_edit(Document *document, Arena *scratch, const Operation *operations, int32_t count,
                              const Moment *moment) {
    ASSERT(document->revisions.current);
    Arena deeper = {0};
    ArenaMark mark = arena_mark(scratch);
    Str after;
    OperationResult result = apply(document, scratch, operations, count, &after);
    if (result == OPERATION_DONE) {
        RevisionStep step = {.kind = (int32_t)operations[count - 1].kind, .at_ms = moment->now_ms};
        step.at = str_copy(&deeper, operations[0].at); // it may point into the reading that goes
        step.typed = moment->typed && count == 1 && operations[0].kind == OPERATION_SET;
        result = take_step(document, &deeper, after, &step);
    }
    arena_rewind(scratch, mark);
    arena_finish(&deeper);
    return result;
}

// The current state is canonical already.
static void show_current(Document *document, Arena *scratch) {
    DocumentReading reading = {0};
    ArenaMark mark = arena_mark(scratch);
    parse(&reading, scratch, document->framework, revisions_bytes(scratch, document->revisions.current));
    arena_rewind(scratch, mark);
    take_reading(document, &reading);
}

const RevisionStep *document_undo(Document *document, Arena *scratch) {
    if (!revisions_undo(&document->revisions)) {
        return NULL;
    }
    show_current(document, scratch);
    return &document->revisions.current->newer->step;
}

const RevisionStep *document_redo(Document *document, Arena *scratch) {
    if (!revisions_redo(&document->revisions)) {
        return NULL;
    }
    show_current(document, scratch);
    return &document->revisions.current->step;
}

bool document_is_unsaved(const Document *document) {
    return document->unsaved;
}

void document_set_file(Document *document, const DocumentFile *file) {
    arena_finish(&document->file.arena);
    document->file = *file;
    look_whether_saved(document);
}

void document_set_identity(Document *document, Arena *scratch, Str id) {
    ASSERT(document->reading.scenario->read && scenario_is_slug(id));
    Arena deeper = {0};
    revisions_rewrite(&document->revisions, S("id"), operation_text(&deeper, S("/id"), id).json);
    show_current(document, scratch);
    arena_finish(&deeper);
}
