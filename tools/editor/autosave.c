#include "editor/autosave.h"

#include "base/file.h"
#include "base/json.h"
#include "base/json_write.h"
#include "base/path.h"
#include "editor/difference.h"
#include "session/event.h"

#include <string.h>

enum { FORMAT = 1, NUMBERS = 100000 };

static const Str SUFFIX = S_INIT(".draft");

static Str name_of(Arena *arena, Str file) {
    return file.len > 0 ? event_hash(arena, file) : S("new");
}

static Str draft_path(Arena *arena, Str folder, Str file, int32_t number) {
    Str name = str_format(arena, "%.*s.%d%.*s", S_ARG(name_of(arena, file)), number, S_ARG(SUFFIX));
    return path_join(arena, folder, name);
}

// The sum of the first part goes over this besides: whose draft it is.
static Str owner_of(Arena *arena, Str file, Str date) {
    return str_format(arena, "%.*s %.*s", S_ARG(file), S_ARG(date));
}

// Over what a part says, and over all parts before it.
static Str sum_of(Arena *arena, Str before, Difference where, Str text) {
    StrBuilder all = {.arena = arena};
    str_addf(&all, "%.*s %d %d ", S_ARG(before), where.from, where.had_to);
    str_add(&all, text);
    return event_hash(arena, str_built(&all));
}

static Str end_part(Arena *arena, JsonWriter *head, Str text, Str sum) {
    json_write_member_int(head, S("len"), text.len);
    json_write_member_text(head, S("sum"), sum);
    json_end(head);
    StrBuilder part = {.arena = arena};
    str_add(&part, json_written(head));
    str_add_char(&part, '\n');
    str_add(&part, text);
    return str_built(&part);
}

// The draft gives this from now on. Its texts lie in one arena, so all are copied.
static void remember(Autosave *autosave, const Document *document, Str path, Str sum, Str former) {
    Arena arena = {0};
    autosave->path = str_copy(&arena, path);
    autosave->sum = str_copy(&arena, sum);
    autosave->former = str_copy(&arena, former);
    autosave->state = str_copy(&arena, document->reading.bytes);
    autosave->revision = document->revisions.current->id;
    autosave->waits = false;
    arena_finish(&autosave->arena);
    autosave->arena = arena;
}

static void begin_draft(Autosave *autosave, const Document *document, Arena *arena, Str today, AutosaveTask *task) {
    Str file = document->file.path;
    Str text = document->reading.bytes;
    int32_t number = 1;
    while (number < NUMBERS && file_exists(draft_path(arena, autosave->folder, file, number))) {
        number++;
    }
    Str sum = sum_of(arena, owner_of(arena, file, today), (Difference){0}, text);
    JsonWriter head = json_line_writer(arena);
    json_begin_object(&head);
    json_write_member_text(&head, S("palabre"), S("draft"));
    json_write_member_int(&head, S("version"), FORMAT);
    json_write_member_text(&head, S("path"), file);
    json_write_member_text(&head, S("date"), today);
    task->line = end_part(arena, &head, text, sum);
    task->path = draft_path(arena, autosave->folder, file, number);
    remember(autosave, document, task->path, sum, autosave->path);
    autosave->parts = 1;
}

static void add_part(Autosave *autosave, const Document *document, Arena *arena, AutosaveTask *task) {
    Str bytes = document->reading.bytes;
    Difference where = difference_find(autosave->state, bytes);
    Str text = str_slice(bytes, where.from, where.to);
    Str sum = sum_of(arena, autosave->sum, where, text);
    JsonWriter head = json_line_writer(arena);
    json_begin_object(&head);
    json_write_member_int(&head, S("from"), where.from);
    json_write_member_int(&head, S("cut"), where.had_to - where.from);
    task->line = end_part(arena, &head, text, sum);
    task->path = str_copy(arena, autosave->path);
    remember(autosave, document, task->path, sum, (Str){0});
    autosave->parts++;
}

static bool erase(Arena *arena, Str *path, AutosaveTask *task) {
    *task = (AutosaveTask){.path = str_copy(arena, *path), .erases = true};
    *path = (Str){0};
    return true;
}

static bool lacks_something(const Autosave *autosave, const Document *document) {
    return document->unsaved && (autosave->path.len == 0 || autosave->revision != document->revisions.current->id);
}

bool autosave_step(Autosave *autosave, const Document *document, Arena *arena, int64_t now_ms, Str today,
                   AutosaveTask *task) {
    *task = (AutosaveTask){0};
    if (autosave->former.len > 0) {
        return erase(arena, &autosave->former, task);
    }
    if (!lacks_something(autosave, document)) {
        autosave->waits = false;
        return !document->unsaved && autosave->path.len > 0 && erase(arena, &autosave->path, task);
    }
    if (!autosave->waits || autosave->since_ms > now_ms) {
        autosave->waits = true;
        autosave->since_ms = now_ms;
    }
    if (now_ms - autosave->since_ms < AUTOSAVE_MS) {
        return false;
    }
    int32_t most = autosave->parts_most > 0 ? autosave->parts_most : AUTOSAVE_PARTS;
    if (autosave->path.len == 0 || autosave->parts >= most) {
        begin_draft(autosave, document, arena, today, task);
    } else {
        add_part(autosave, document, arena, task);
    }
    return true;
}

int64_t autosave_wait_ms(const Autosave *autosave, const Document *document, int64_t now_ms) {
    if (!lacks_something(autosave, document)) {
        bool erases = autosave->former.len > 0 || (!document->unsaved && autosave->path.len > 0);
        return erases ? 0 : -1;
    }
    int64_t waited_ms = autosave->waits ? now_ms - autosave->since_ms : 0;
    return waited_ms >= AUTOSAVE_MS ? 0 : AUTOSAVE_MS - waited_ms;
}

bool autosave_run(const AutosaveTask *task, Error *error) {
    if (task->erases) {
        return file_erase(task->path, error);
    }
    Arena scratch = {0};
    bool added = file_append(task->path, str_format(&scratch, "%.*s\n", S_ARG(task->line)), error);
    arena_finish(&scratch);
    return added;
}

// The draft on the disk goes only once the other one is there, for it may be all that is left.
void autosave_restart(Autosave *autosave) {
    autosave->revision = 0;
    autosave->parts = INT32_MAX;
}

void autosave_finish(Autosave *autosave) {
    arena_finish(&autosave->arena);
    *autosave = (Autosave){.folder = autosave->folder, .parts_most = autosave->parts_most};
}

// A draft being read.
typedef struct {
    Arena scratch; // of one part
    Str rest;
    Str sum;
    char room[32];   // where the sum stands from one part to the next
    Arena states[2]; // the state, and the one that is made of it
    int32_t state;   // which of both
    Str bytes;
} Recovery;

static int64_t member_int(const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value && json_type(value) == JSON_INTEGER ? json_integer(value) : -1;
}

static Str member_text(const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value && json_type(value) == JSON_TEXT ? json_text(value) : (Str){0};
}

// Takes the bytes that a head announces, when they are as they were written.
static bool take_text(Recovery *recovery, const JsonValue *head, Difference where, Str *text) {
    int64_t len = member_int(head, S("len"));
    if (len < 0 || len >= recovery->rest.len || recovery->rest.text[len] != '\n') {
        return false;
    }
    *text = str_slice(recovery->rest, 0, (ptrdiff_t)len);
    Str sum = sum_of(&recovery->scratch, recovery->sum, where, *text);
    if (!str_equal(sum, member_text(head, S("sum"))) || sum.len > (ptrdiff_t)sizeof recovery->room) {
        return false;
    }
    memcpy(recovery->room, sum.text, (size_t)sum.len);
    recovery->sum = (Str){recovery->room, sum.len};
    recovery->rest = str_slice(recovery->rest, (ptrdiff_t)len + 1, recovery->rest.len);
    return true;
}

static void put_text(Recovery *recovery, Difference where, Str text) {
    int32_t next = 1 - recovery->state;
    recovery->bytes = difference_put(&recovery->states[next], recovery->bytes, where.from, where.had_to, text);
    arena_finish(&recovery->states[recovery->state]);
    recovery->state = next;
}

static bool is_first(const JsonValue *head) {
    return str_equal(member_text(head, S("palabre")), S("draft")) && member_int(head, S("version")) == FORMAT;
}

static bool read_part(Recovery *recovery, Arena *arena, Draft *draft, bool first) {
    Str line = str_cut(&recovery->rest, '\n');
    Str text = {0};
    JsonDoc doc;
    if (!json_parse(&recovery->scratch, line, &doc, NULL, NULL)) {
        return false;
    }
    int64_t from = first ? 0 : member_int(doc.root, S("from"));
    int64_t cut = first ? 0 : member_int(doc.root, S("cut"));
    if (first) {
        recovery->sum =
            owner_of(&recovery->scratch, member_text(doc.root, S("path")), member_text(doc.root, S("date")));
    }
    bool fits = from >= 0 && cut >= 0 && from <= recovery->bytes.len && cut <= recovery->bytes.len - from;
    Difference where = {.from = (int32_t)from, .had_to = (int32_t)(from + cut)};
    bool known = fits && (!first || is_first(doc.root)) && take_text(recovery, doc.root, where, &text);
    if (known) {
        put_text(recovery, where, text);
    }
    if (known && first) {
        draft->file = str_copy(arena, member_text(doc.root, S("path")));
        draft->date = str_copy(arena, member_text(doc.root, S("date")));
    }
    json_finish(&doc);
    return known;
}

bool autosave_read(Arena *arena, Str path, Draft *draft, Error *error) {
    Arena file = {0};
    Recovery recovery = {0};
    *draft = (Draft){.path = path};
    if (error) {
        *error = (Error){0};
    }
    bool known = !file_is_link(path) && file_load(&file, path, AUTOSAVE_MOST_BYTES, &recovery.rest, error) &&
                 read_part(&recovery, arena, draft, true);
    while (known && recovery.rest.len > 0 && !draft->damaged) {
        draft->damaged = !read_part(&recovery, arena, draft, false);
        arena_finish(&recovery.scratch);
    }
    draft->bytes = known ? str_copy(arena, recovery.bytes) : (Str){0};
    arena_finish(&recovery.scratch);
    arena_finish(&recovery.states[0]);
    arena_finish(&recovery.states[1]);
    arena_finish(&file);
    return known;
}

bool autosave_find(Arena *arena, Str folder, Str file, Draft *draft) {
    FileList names = {0};
    Str name = name_of(arena, file);
    int32_t latest = 0;
    if (!file_list(arena, folder, SUFFIX, &names, NULL)) {
        return false;
    }
    for (int32_t i = 0; i < names.count; i++) {
        Str stem = names.rows[i];
        int32_t number = path_number(names.rows[i]);
        Draft one;
        if (number > latest && str_equal(str_cut(&stem, '.'), name) &&
            autosave_read(arena, path_join(arena, folder, names.rows[i]), &one, NULL) && str_equal(one.file, file)) {
            *draft = one;
            latest = number;
        }
    }
    return latest > 0;
}
