#include "scenario/needs.h"

#include "base/error.h"
#include "scenario/framework_file.h"

typedef ROWS_OF(Need) NeedRows;
typedef ROWS_OF(Words) WordsRows;

static Need read_need(Arena *arena, const JsonValue *object, int32_t chapter) {
    const JsonValue *number = json_member(object, S("need"));
    ASSERT(number && json_type(number) == JSON_INTEGER);
    Need need = {.number = (int32_t)json_integer(number),
                 .chapter = chapter,
                 .name = {framework_file_text(arena, object, S("fr")), framework_file_text(arena, object, S("en"))}};
    need.competencies = framework_file_texts(arena, json_member(object, S("competencies")), &need.competency_count);
    need.cases = framework_file_texts(arena, json_member(object, S("cases")), &need.case_count);
    return need;
}

static void read_chapter(Arena *arena, const JsonValue *object, int32_t chapter, NeedRows *rows) {
    const JsonValue *list = json_member(object, S("needs"));
    ASSERT(list && json_type(list) == JSON_LIST);
    for (const JsonValue *need = json_first(list); need; need = json_next(need)) {
        *rows_append(arena, rows) = read_need(arena, need, chapter);
    }
}

void needs_read(Arena *arena, Arena *scratch, Needs *needs) {
    ArenaMark mark = arena_mark(scratch);
    JsonDoc doc;
    *needs = (Needs){0};
    if (framework_file_open(scratch, S("needs.json"), &doc)) {
        NeedRows rows = {0};
        WordsRows chapters = {0};
        const JsonValue *list = json_member(doc.root, S("chapters"));
        ASSERT(list && json_type(list) == JSON_LIST);
        for (const JsonValue *chapter = json_first(list); chapter; chapter = json_next(chapter)) {
            read_chapter(arena, chapter, chapters.count, &rows);
            *rows_append(arena, &chapters) = framework_file_words(arena, chapter, S("name"));
        }
        *needs =
            (Needs){.chapters = chapters.rows, .chapter_count = chapters.count, .rows = rows.rows, .count = rows.count};
        needs->gentle = framework_file_texts(arena, json_member(doc.root, S("gentle")), &needs->gentle_count);
        json_finish(&doc);
    }
    arena_rewind(scratch, mark);
}

bool needs_lead_to(Str code, Str case_id) {
    if (case_id.len <= code.len || case_id.text[code.len] != '-') {
        return false;
    }
    for (ptrdiff_t i = 0; i < code.len; i++) {
        char letter = code.text[i];
        letter = letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
        if (letter != case_id.text[i]) {
            return false;
        }
    }
    return true;
}
