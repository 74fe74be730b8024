#include "records/journal.h"

#include "base/date.h"
#include "base/error.h"
#include "base/json.h"
#include "base/json_write.h"
#include "base/path.h"

enum { FORMAT = 1 };

static const int64_t DAY_US = INT64_C(86400000000);

static const Str SUFFIX = S_INIT(".jsonl");
static const Str ASIDE = S_INIT(".damaged");
static const Str KINDS[] = {[JOURNAL_SOLO] = S_INIT("solo"), [JOURNAL_GROUP] = S_INIT("group")};

// Ids of cases are slugs; whatever else a file may say must not lead out of the folder.
static bool is_slug(Str id) {
    for (ptrdiff_t i = 0; i < id.len; i++) {
        char c = id.text[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
            return false;
        }
    }
    return id.len > 0;
}

// Before its first line was whole.
static bool is_torn(Str path) {
    Arena scratch = {0};
    Str bytes = {0};
    bool torn = !file_is_link(path) && file_load(&scratch, path, JOURNAL_MOST_BYTES, &bytes, NULL) &&
                str_find(bytes, S("\n")) < 0;
    arena_finish(&scratch);
    return torn;
}

Str journal_path(Arena *arena, Str folder, Str case_id, int32_t number) {
    if (folder.len == 0 || !is_slug(case_id)) {
        return (Str){0};
    }
    return path_join(arena, folder, str_format(arena, "%.*s.%d%.*s", S_ARG(case_id), number, S_ARG(SUFFIX)));
}

Str journal_header_line(Arena *arena, const JournalHeader *header) {
    ASSERT(header->kind < JOURNAL_OTHER);
    JsonWriter writer = json_line_writer(arena);
    json_begin_object(&writer);
    json_write_member_text(&writer, S("palabre"), S("journal"));
    json_write_member_int(&writer, S("version"), FORMAT);
    json_write_member_text(&writer, S("kind"), KINDS[header->kind]);
    json_write_member_text(&writer, S("case"), header->case_id);
    json_write_member_text(&writer, S("title"), header->title);
    json_write_member_text(&writer, S("path"), header->path);
    json_write_member_text(&writer, S("hash"), header->hash);
    json_write_member_int(&writer, S("len"), header->len);
    json_write_member_text(&writer, S("date"), header->date);
    json_end(&writer);
    return json_written(&writer);
}

static Str text_line(Arena *arena, Str key, Str text) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_object(&writer);
    json_write_member_text(&writer, key, text);
    json_end(&writer);
    return json_written(&writer);
}

Str journal_note_line(Arena *arena, Str note) {
    return text_line(arena, S("note"), note);
}

Str journal_draft_line(Arena *arena, Str draft) {
    return text_line(arena, S("draft"), draft);
}

Str journal_parent(Arena *arena, int32_t walk, int32_t decision) {
    return str_format(arena, "%d:%d", walk, decision);
}

static Str member_text(const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value && json_type(value) == JSON_TEXT ? json_text(value) : (Str){0};
}

static int64_t member_int(const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value && json_type(value) == JSON_INTEGER ? json_integer(value) : 0;
}

static JournalKind kind_of(const JsonValue *header) {
    Str word = member_text(header, S("kind"));
    JournalKind kind = json_member(header, S("kind")) ? JOURNAL_OTHER : JOURNAL_SOLO;
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        kind = str_equal(KINDS[i], word) ? (JournalKind)i : kind;
    }
    return kind;
}

static bool read_header(Arena *arena, const JsonValue *object, JournalHeader *header) {
    if (!str_equal(member_text(object, S("palabre")), S("journal")) || member_int(object, S("version")) != FORMAT) {
        return false;
    }
    *header = (JournalHeader){.kind = kind_of(object),
                              .case_id = str_copy(arena, member_text(object, S("case"))),
                              .title = str_copy(arena, member_text(object, S("title"))),
                              .path = str_copy(arena, member_text(object, S("path"))),
                              .hash = str_copy(arena, member_text(object, S("hash"))),
                              .len = member_int(object, S("len")),
                              .date = str_copy(arena, member_text(object, S("date")))};
    if (!is_slug(header->case_id)) {
        *header = (JournalHeader){0};
    }
    return header->case_id.len > 0;
}

bool journal_is_of(const JournalHeader *header, Str path, Str hash, int64_t len) {
    bool same = str_equal(header->hash, hash) && header->len == len;
    return same || !file_exists(header->path) || file_is_same(header->path, path);
}

// A journal being read.
typedef struct {
    Arena *arena, *scratch;
    Journal *journal;
    StrBuilder lines; // of the last walk
    bool started;     // it has
} Reading;

static void begin_walk(Reading *reading, Str parent) {
    JournalWalk *walk = rows_append(reading->arena, &reading->journal->walks);
    Str decision = parent;
    Str before = str_cut(&decision, ':');
    if (!str_to_int(before, &walk->parent_walk) || !str_to_int(decision, &walk->parent_decision)) {
        walk->parent_walk = walk->parent_decision = 0;
    }
    reading->lines = (StrBuilder){.arena = reading->arena};
    reading->started = false;
}

// A start begins a walk, unless the walk has only lines of other kinds so far.
static void read_event(Reading *reading, const JsonValue *object, Str line) {
    Journal *journal = reading->journal;
    bool start = str_equal(member_text(object, S("kind")), S("start"));
    if (journal->walks.count == 0 || (start && reading->started)) {
        begin_walk(reading, member_text(object, S("parent")));
    }
    reading->started = reading->started || start;
    str_add(&reading->lines, line);
    str_add_char(&reading->lines, '\n');
    journal->walks.rows[journal->walks.count - 1].lines = str_built(&reading->lines);
    journal->draft = (Str){0};
}

// One whole line. False: it is none of ours.
static bool read_line(Reading *reading, Str line) {
    JsonDoc doc;
    if (!json_parse(reading->scratch, line, &doc, NULL, NULL)) {
        return false;
    }
    Journal *journal = reading->journal;
    bool known = json_type(doc.root) == JSON_OBJECT, typed = known && !json_member(doc.root, S("kind"));
    const JsonValue *note = typed ? json_member(doc.root, S("note")) : NULL;
    const JsonValue *draft = typed ? json_member(doc.root, S("draft")) : NULL;
    if (known && journal->header.case_id.len == 0) {
        known = read_header(reading->arena, doc.root, &journal->header);
    } else if (note) {
        journal->note = json_type(note) == JSON_TEXT ? str_copy(reading->arena, json_text(note)) : journal->note;
    } else if (draft) {
        journal->draft = json_type(draft) == JSON_TEXT ? str_copy(reading->arena, json_text(draft)) : (Str){0};
    } else if (known && !journal->damaged) {
        read_event(reading, doc.root, line);
    }
    json_finish(&doc);
    return known;
}

bool journal_read(Arena *arena, Arena *scratch, Str path, Journal *journal, Error *error) {
    Str bytes;
    *journal = (Journal){.path = path, .number = path_number(path)};
    if (error) {
        *error = (Error){0};
    }
    if (file_is_link(path) || !file_load(arena, path, JOURNAL_MOST_BYTES, &bytes, error)) {
        return false;
    }
    // Without its end a line is torn.
    ptrdiff_t whole = bytes.len;
    while (whole > 0 && bytes.text[whole - 1] != '\n') {
        whole--;
    }
    Str rest = str_slice(bytes, 0, whole);
    Reading reading = {.arena = arena, .scratch = scratch, .journal = journal};
    while (rest.len > 0) {
        ArenaMark mark = arena_mark(scratch);
        bool known = read_line(&reading, str_cut(&rest, '\n'));
        arena_rewind(scratch, mark);
        if (journal->header.case_id.len == 0) {
            return false;
        }
        journal->damaged = journal->damaged || !known;
    }
    return journal->header.case_id.len > 0;
}

static bool is_later(const Journal *a, const Journal *b) {
    int order = str_compare(a->header.date, b->header.date);
    return order > 0 || (order == 0 && a->number > b->number);
}

static void insert(Arena *arena, JournalList *list, const Journal *journal) {
    int32_t place = list->count;
    (void)rows_append(arena, list);
    while (place > 0 && is_later(journal, &list->rows[place - 1])) {
        list->rows[place] = list->rows[place - 1];
        place--;
    }
    list->rows[place] = *journal;
}

static void list_names(Arena *arena, Str folder, Str suffix, FileList *names) {
    if (folder.len == 0 || !file_list(arena, folder, suffix, names, NULL)) {
        *names = (FileList){0};
    }
}

int32_t journal_last_number(Arena *scratch, Str folder, Str case_id) {
    ArenaMark mark = arena_mark(scratch);
    FileList names = {0};
    int32_t last = 0;
    list_names(scratch, folder, SUFFIX, &names);
    for (int32_t i = 0; i < names.count; i++) {
        Str id = names.rows[i];
        int32_t number = path_number(names.rows[i]);
        if (number > last && str_equal(str_cut(&id, '.'), case_id) &&
            !is_torn(path_join(scratch, folder, names.rows[i]))) {
            last = number;
        }
    }
    arena_rewind(scratch, mark);
    return last;
}

void journal_list(Arena *arena, Arena *scratch, Str folder, JournalList *list) {
    FileList names = {0};
    Journal journal;
    *list = (JournalList){0};
    list_names(arena, folder, SUFFIX, &names);
    for (int32_t i = 0; i < names.count; i++) {
        if (journal_read(arena, scratch, path_join(arena, folder, names.rows[i]), &journal, NULL)) {
            insert(arena, list, &journal);
        }
    }
}

void journal_list_case(Arena *arena, Arena *scratch, Str folder, Str case_id, JournalKind kind, JournalList *list) {
    FileList names = {0};
    Journal journal;
    *list = (JournalList){0};
    list_names(arena, folder, SUFFIX, &names);
    for (int32_t i = 0; i < names.count; i++) {
        Str id = names.rows[i];
        if (str_equal(str_cut(&id, '.'), case_id) &&
            journal_read(arena, scratch, path_join(arena, folder, names.rows[i]), &journal, NULL) &&
            journal.header.kind == kind && str_equal(journal.header.case_id, case_id)) {
            insert(arena, list, &journal);
        }
    }
}

typedef enum { AGE_NEW, AGE_OLD, AGE_ABSURD } Age;

static Age age_of(int32_t began, int32_t now) {
    if (began < 0 || began - now > 1 || now - began > JOURNAL_LEAP_DAYS) {
        return AGE_ABSURD;
    }
    return now - began > JOURNAL_DAYS ? AGE_OLD : AGE_NEW;
}

// The time of its file is set when its date is first seen to be absurd, and counts from then on.
static bool is_over(Str path, Str date, Str today) {
    int32_t now = date_days(today);
    Age age = now < 0 ? AGE_NEW : age_of(date_days(date), now);
    FileLook look;
    if (age == AGE_ABSURD && file_look(path, &look)) {
        age = age_of((int32_t)(look.changed_us / DAY_US), now);
    }
    if (age == AGE_ABSURD) {
        (void)file_set_changed(path, now * DAY_US, NULL);
    }
    return age == AGE_OLD;
}

Str journal_aside_name(Arena *arena, Str path, Str today) {
    Str name = path_name(path);
    Str run = str_slice(name, 0, name.len - SUFFIX.len);
    return str_format(arena, "%.*s.%.*s%.*s", S_ARG(run), S_ARG(today), S_ARG(ASIDE));
}

void journal_list_aside(Arena *arena, Str folder, Str case_id, FileList *names) {
    FileList all = {0};
    *names = (FileList){0};
    list_names(arena, folder, ASIDE, &all);
    for (int32_t i = 0; i < all.count; i++) {
        Str id = all.rows[i];
        if (str_equal(str_cut(&id, '.'), case_id)) {
            *rows_append(arena, names) = path_join(arena, folder, all.rows[i]);
        }
    }
}

// The day stands in the name, for what is in the file may not say it any more.
static int32_t expire_aside(Arena *scratch, Str folder, Str today) {
    FileList names = {0};
    int32_t erased = 0;
    list_names(scratch, folder, ASIDE, &names);
    for (int32_t i = 0; i < names.count; i++) {
        Str run = str_slice(names.rows[i], 0, names.rows[i].len - ASIDE.len);
        Str date = {0};
        while (run.len > 0) {
            date = str_cut(&run, '.');
        }
        Str path = path_join(scratch, folder, names.rows[i]);
        erased += is_over(path, date, today) && file_erase(path, NULL);
    }
    return erased;
}

int32_t journal_expire(Arena *scratch, Str folder, Str today) {
    ArenaMark mark = arena_mark(scratch);
    Arena deeper = {0};
    JournalList list;
    int32_t erased = 0;
    journal_list(scratch, &deeper, folder, &list);
    for (int32_t i = 0; i < list.count; i++) {
        Str path = list.rows[i].path;
        erased += is_over(path, list.rows[i].header.date, today) && file_erase(path, NULL);
    }
    arena_finish(&deeper);
    erased += expire_aside(scratch, folder, today);
    arena_rewind(scratch, mark);
    return erased;
}

int32_t journal_erase_all(Arena *scratch, Str folder) {
    ArenaMark mark = arena_mark(scratch);
    const Str suffixes[] = {SUFFIX, ASIDE};
    int32_t left = 0;
    for (int32_t kind = 0; kind < COUNT(suffixes); kind++) {
        FileList names = {0};
        list_names(scratch, folder, suffixes[kind], &names);
        for (int32_t i = 0; i < names.count; i++) {
            left += !file_erase(path_join(scratch, folder, names.rows[i]), NULL);
        }
    }
    arena_rewind(scratch, mark);
    return left;
}
