#include "player/library_index.h"

#include <stddef.h>

enum { INDEX_VERSION = 1 }; // to be raised whenever cards are made otherwise

typedef struct {
    Str key;
    ptrdiff_t offset; // in a Card, of a Str
} TextMember;

static const TextMember TEXTS[] = {
    {S_INIT("id"), offsetof(Card, told.id)},           {S_INIT("title"), offsetof(Card, told.title)},
    {S_INIT("summary"), offsetof(Card, told.summary)}, {S_INIT("language"), offsetof(Card, told.language)},
    {S_INIT("theme"), offsetof(Card, told.theme)},     {S_INIT("search"), offsetof(Card, search)},
    {S_INIT("order"), offsetof(Card, order)},
};

typedef struct {
    Str key;
    ptrdiff_t offset; // in a Card, of an int32_t
} NumberMember;

static const NumberMember NUMBERS[] = {
    {S_INIT("minutes"), offsetof(Card, told.minutes)},
    {S_INIT("least"), offsetof(Card, told.least)},
    {S_INIT("most"), offsetof(Card, told.most)},
    {S_INIT("shortest"), offsetof(Card, told.usual.shortest)},
    {S_INIT("longest"), offsetof(Card, told.usual.longest)},
};

static bool read_text(const JsonValue *object, Str key, Str *text) {
    const JsonValue *value = json_member(object, key);
    bool found = value && json_type(value) == JSON_TEXT;
    *text = found ? json_text(value) : (Str){0};
    return found;
}

static bool read_number(const JsonValue *object, Str key, int64_t *number) {
    const JsonValue *value = json_member(object, key);
    bool found = value && json_type(value) == JSON_INTEGER;
    *number = found ? json_integer(value) : 0;
    return found;
}

static bool read_flag(const JsonValue *object, Str key, bool *flag) {
    const JsonValue *value = json_member(object, key);
    bool found = value && (json_type(value) == JSON_TRUE || json_type(value) == JSON_FALSE);
    *flag = found && json_type(value) == JSON_TRUE;
    return found;
}

LibraryIndex library_index_open(Arena *arena, Arena *scratch, Str bytes) {
    LibraryIndex index = {0};
    int64_t version = 0;
    if (!json_parse(scratch, bytes, &index.doc, NULL, NULL)) {
        return index;
    }
    const JsonValue *cards = json_member(index.doc.root, S("cards"));
    if (!read_number(index.doc.root, S("version"), &version) || version != INDEX_VERSION || !cards ||
        json_type(cards) != JSON_LIST) {
        return index;
    }
    for (const JsonValue *card = json_first(cards); card; card = json_next(card)) {
        Str path;
        if (read_text(card, S("path"), &path)) {
            *rows_append(arena, &index.rows) = card;
            *table_slot(arena, &index.places, path) = index.rows.count;
        }
    }
    return index;
}

static bool read_card(const JsonValue *object, Arena *arena, Card *card) {
    bool whole = true;
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        Str text;
        whole = read_text(object, TEXTS[i].key, &text) && whole;
        *(Str *)(void *)((char *)card + TEXTS[i].offset) = str_copy(arena, text);
    }
    for (int32_t i = 0; i < COUNT(NUMBERS); i++) {
        int64_t number;
        whole = read_number(object, NUMBERS[i].key, &number) && number >= INT32_MIN && number <= INT32_MAX && whole;
        *(int32_t *)(void *)((char *)card + NUMBERS[i].offset) = (int32_t)number;
    }
    whole = read_flag(object, S("quiz"), &card->told.quiz) && whole;
    return read_flag(object, S("not_first"), &card->told.not_first) && whole;
}

bool library_index_find(const LibraryIndex *index, Arena *arena, Str path, FileLook look, Card *card) {
    int32_t row = table_find(&index->places, path);
    if (row == 0) {
        return false;
    }
    const JsonValue *object = index->rows.rows[row - 1];
    int64_t len = 0;
    int64_t changed_us = 0;
    bool same = read_number(object, S("len"), &len) && read_number(object, S("changed_us"), &changed_us) &&
                len == look.len && changed_us == look.changed_us;
    *card = (Card){.look = look};
    if (!same || !read_card(object, arena, card)) {
        return false;
    }
    card->path = str_copy(arena, path);
    return true;
}

void library_index_close(LibraryIndex *index) {
    json_finish(&index->doc);
    *index = (LibraryIndex){0};
}

JsonWriter library_index_begin(Arena *arena) {
    JsonWriter writer = json_line_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), INDEX_VERSION);
    json_write_key(&writer, S("cards"));
    json_begin_list(&writer);
    return writer;
}

void library_index_add(JsonWriter *writer, const Card *card) {
    json_begin_object(writer);
    json_write_member_text(writer, S("path"), card->path);
    json_write_member_int(writer, S("len"), card->look.len);
    json_write_member_int(writer, S("changed_us"), card->look.changed_us);
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        json_write_member_text(writer, TEXTS[i].key,
                               *(const Str *)(const void *)((const char *)card + TEXTS[i].offset));
    }
    for (int32_t i = 0; i < COUNT(NUMBERS); i++) {
        json_write_member_int(writer, NUMBERS[i].key,
                              *(const int32_t *)(const void *)((const char *)card + NUMBERS[i].offset));
    }
    json_write_member_bool(writer, S("quiz"), card->told.quiz);
    json_write_member_bool(writer, S("not_first"), card->told.not_first);
    json_end(writer);
}

Str library_index_end(JsonWriter *writer) {
    json_end(writer);
    json_end(writer);
    return json_written(writer);
}
