#include "records/notebook.h"

#include "base/date.h"
#include "base/json.h"
#include "base/json_write.h"

static const Str ANSWER_KEYS[NOTEBOOK_PROMPTS] = {S_INIT("did"), S_INIT("wished"), S_INIT("tell")};
static const Str TIME_KEYS[NOTEBOOK_TIMES] = {[NOTEBOOK_BEFORE] = S_INIT("before"),
                                              [NOTEBOOK_AFTER] = S_INIT("after"),
                                              [NOTEBOOK_LOOKING_BACK] = S_INIT("looking_back")};

Str notebook_prompt(int32_t prompt) {
    static const Str PROMPTS[NOTEBOOK_PROMPTS] = {TR_INIT("What I did"), TR_INIT("What I would have liked"),
                                                  TR_INIT("Whom I talk to about it")};
    return PROMPTS[prompt];
}

// One line to each competency of the framework, in its order.
Str notebook_behaviour(int32_t behaviour) {
    static const Str BEHAVIOURS[NOTEBOOK_BEHAVIOURS] = {
        TR_INIT("Put a request in other words before I act"),
        TR_INIT("Slow down in front of somebody who is angry or in tears"),
        TR_INIT("Say what is done here and what is not"),
        TR_INIT("Leave the mouse to the person"),
        TR_INIT("Name the right place to go, and the reason"),
        TR_INIT("Ask for agreement before I look at a document"),
        TR_INIT("Answer a prejudiced remark calmly"),
        TR_INIT("Announce the end, and sum up what comes next"),
    };
    return BEHAVIOURS[behaviour];
}

Str notebook_time(NotebookTime time) {
    static const Str TIMES[NOTEBOOK_TIMES] = {[NOTEBOOK_BEFORE] = TR_INIT("At ease, from 0 to 10"),
                                              [NOTEBOOK_AFTER] = TR_INIT("Now, from 0 to 10"),
                                              [NOTEBOOK_LOOKING_BACK] =
                                                  TR_INIT("And before I began, looking back, I would say")};
    return TIMES[time];
}

NotebookPage notebook_new_position(void) {
    NotebookPage page = {.kind = NOTEBOOK_POSITION};
    for (int32_t time = 0; time < NOTEBOOK_TIMES; time++) {
        for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
            page.places[time][i] = NOTEBOOK_UNSAID;
        }
    }
    return page;
}

static void write_places(JsonWriter *writer, const int32_t *places) {
    json_begin_list(writer);
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
        if (places[i] == NOTEBOOK_UNSAID) {
            json_write_null(writer);
        } else {
            json_write_int(writer, places[i]);
        }
    }
    json_end(writer);
}

Str notebook_write(Arena *arena, const NotebookPage *page) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_object(&writer);
    json_write_member_text(&writer, S("kind"), page->kind == NOTEBOOK_ENTRY ? S("entry") : S("position"));
    for (int32_t i = 0; i < NOTEBOOK_PROMPTS && page->kind == NOTEBOOK_ENTRY; i++) {
        json_write_member_text(&writer, ANSWER_KEYS[i], page->answers[i]);
    }
    if (page->kind == NOTEBOOK_POSITION) {
        json_write_member_text(&writer, S("after_day"), page->after_day);
    }
    for (int32_t i = 0; i < NOTEBOOK_TIMES && page->kind == NOTEBOOK_POSITION; i++) {
        json_write_key(&writer, TIME_KEYS[i]);
        write_places(&writer, page->places[i]);
    }
    json_end(&writer);
    return json_written(&writer);
}

static Str read_text(Arena *arena, const JsonValue *object, Str key) {
    const JsonValue *value = json_member(object, key);
    return value && json_type(value) == JSON_TEXT ? str_copy(arena, json_text(value)) : (Str){0};
}

static void read_places(const JsonValue *list, int32_t *places) {
    const JsonValue *value = list && json_type(list) == JSON_LIST ? json_first(list) : NULL;
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS && value; i++, value = json_next(value)) {
        bool said =
            json_type(value) == JSON_INTEGER && json_integer(value) >= 0 && json_integer(value) <= NOTEBOOK_MOST;
        places[i] = said ? (int32_t)json_integer(value) : NOTEBOOK_UNSAID;
    }
}

static bool read_object(Arena *arena, const JsonValue *root, NotebookPage *page) {
    Str kind = json_type(root) == JSON_OBJECT ? read_text(arena, root, S("kind")) : (Str){0};
    *page = notebook_new_position();
    if (str_equal(kind, S("entry"))) {
        page->kind = NOTEBOOK_ENTRY;
        for (int32_t i = 0; i < NOTEBOOK_PROMPTS; i++) {
            page->answers[i] = read_text(arena, root, ANSWER_KEYS[i]);
        }
        return true;
    }
    page->after_day = str_equal(kind, S("position")) ? read_text(arena, root, S("after_day")) : (Str){0};
    for (int32_t i = 0; i < NOTEBOOK_TIMES && str_equal(kind, S("position")); i++) {
        read_places(json_member(root, TIME_KEYS[i]), page->places[i]);
    }
    return str_equal(kind, S("position"));
}

bool notebook_read(Arena *arena, Str line, NotebookPage *page) {
    Arena scratch = {0};
    JsonDoc doc;
    bool read = json_parse(&scratch, line, &doc, NULL, NULL);
    if (read) {
        read = read_object(arena, doc.root, page);
        json_finish(&doc);
    }
    arena_finish(&scratch);
    return read;
}

bool notebook_is_empty(const NotebookPage *page) {
    bool empty = true;
    for (int32_t i = 0; i < NOTEBOOK_PROMPTS; i++) {
        empty = empty && str_trim(page->answers[i]).len == 0;
    }
    for (int32_t i = 0; i < NOTEBOOK_TIMES * NOTEBOOK_BEHAVIOURS && page->kind == NOTEBOOK_POSITION; i++) {
        empty = empty && page->places[i / NOTEBOOK_BEHAVIOURS][i % NOTEBOOK_BEHAVIOURS] == NOTEBOOK_UNSAID;
    }
    return empty;
}

Str notebook_tell_place(Arena *arena, const Catalog *catalog, const NotebookPage *page, int32_t behaviour) {
    static const Str SOURCES[NOTEBOOK_TIMES] = {[NOTEBOOK_BEFORE] = TR_INIT("before: {0}"),
                                                [NOTEBOOK_AFTER] = TR_INIT("after: {0}"),
                                                [NOTEBOOK_LOOKING_BACK] = TR_INIT("before, looking back: {0}")};
    StrBuilder told = {.arena = arena};
    for (int32_t i = 0; i < NOTEBOOK_TIMES; i++) {
        if (page->places[i][behaviour] != NOTEBOOK_UNSAID) {
            Str number = str_format(arena, "%d", page->places[i][behaviour]);
            str_add(&told, told.count > 0 ? S(" · ") : S(""));
            str_add(&told, catalog_format(arena, catalog, SOURCES[i], &number, 1));
        }
    }
    return str_built(&told);
}

static void tell_entry(StrBuilder *text, const Catalog *catalog, const NotebookPage *page) {
    for (int32_t i = 0; i < NOTEBOOK_PROMPTS; i++) {
        if (page->answers[i].len > 0) {
            str_addf(text, "\n%.*s\n%.*s\n", S_ARG(catalog_text(catalog, notebook_prompt(i))), S_ARG(page->answers[i]));
        }
    }
}

static void tell_position(StrBuilder *text, const Catalog *catalog, const NotebookPage *page) {
    str_addf(text, "\n%.*s\n", S_ARG(catalog_text(catalog, TR("A mark for myself"))));
    for (int32_t i = 0; i < NOTEBOOK_BEHAVIOURS; i++) {
        Str told = notebook_tell_place(text->arena, catalog, page, i);
        if (told.len > 0) {
            str_addf(text, "- %.*s\n  %.*s\n", S_ARG(catalog_text(catalog, notebook_behaviour(i))), S_ARG(told));
        }
    }
}

Str notebook_tell(Arena *arena, const Catalog *catalog, const StoreNote *notes, int32_t count) {
    StrBuilder text = {.arena = arena};
    str_addf(&text, "%.*s\n", S_ARG(catalog_text(catalog, TR("My notebook"))));
    for (int32_t i = 0; i < count; i++) {
        NotebookPage page;
        if (!notes[i].damaged && notebook_read(arena, notes[i].line, &page)) {
            str_addf(&text, "\n%.*s\n", S_ARG(date_told(arena, catalog, notes[i].day)));
            (page.kind == NOTEBOOK_ENTRY ? tell_entry : tell_position)(&text, catalog, &page);
        }
    }
    return str_built(&text);
}
