#include "player/kept_list.h"

#include "base/file.h"
#include "base/json.h"
#include "base/json_write.h"

enum { FORMAT = 1, MOST_BYTES = 4 * 1024 * 1024 };

static int32_t find(const KeptList *list, Str text) {
    for (int32_t i = 0; i < list->rows.count; i++) {
        if (str_equal(list->rows.rows[i], text)) {
            return i;
        }
    }
    return -1;
}

bool kept_list_has(const KeptList *list, Str text) {
    return find(list, text) >= 0;
}

static void remove_row(KeptList *list, int32_t row) {
    for (int32_t i = row + 1; i < list->rows.count; i++) {
        list->rows.rows[i - 1] = list->rows.rows[i];
    }
    list->rows.count--;
}

bool kept_list_add(KeptList *list, Str text) {
    if (text.len == 0 || kept_list_has(list, text)) {
        return false;
    }
    if (list->rows.count == KEPT_LIST_MOST) {
        remove_row(list, 0);
    }
    *rows_append(&list->arena, &list->rows) = str_copy(&list->arena, text);
    return true;
}

bool kept_list_remove(KeptList *list, Str text) {
    int32_t row = find(list, text);
    if (row >= 0) {
        remove_row(list, row);
    }
    return row >= 0;
}

static void read_paths(KeptList *list, const JsonValue *root) {
    const JsonValue *paths = json_type(root) == JSON_OBJECT ? json_member(root, S("paths")) : NULL;
    bool is_list = paths && json_type(paths) == JSON_LIST;
    for (const JsonValue *path = is_list ? json_first(paths) : NULL; path; path = json_next(path)) {
        if (json_type(path) == JSON_TEXT) {
            (void)kept_list_add(list, json_text(path));
        }
    }
}

static bool read_file(KeptList *list, Arena *scratch, Str path, Error *error) {
    ArenaMark mark = arena_mark(scratch);
    Str bytes = {0};
    JsonDoc doc;
    bool read = file_load(scratch, path, MOST_BYTES, &bytes, error);
    if (read) {
        Arena deeper = {0};
        read = json_parse(&deeper, bytes, &doc, NULL, NULL);
        if (read) {
            read_paths(list, doc.root);
            json_finish(&doc);
        }
        arena_finish(&deeper);
    }
    arena_rewind(scratch, mark);
    return read;
}

void kept_list_read(KeptList *list, Arena *scratch, Str path) {
    Error error = {0};
    *list = (KeptList){0};
    if (path.len > 0 && !read_file(list, scratch, path, &error) && error.code != ERROR_NOT_FOUND) {
        (void)read_file(list, scratch, str_format(scratch, "%.*s~", S_ARG(path)), NULL);
    }
}

void kept_list_finish(KeptList *list) {
    arena_finish(&list->arena);
    *list = (KeptList){0};
}

Str kept_list_write(Arena *arena, const KeptList *list) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("format"), FORMAT);
    json_write_key(&writer, S("paths"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < list->rows.count; i++) {
        json_write_text(&writer, list->rows.rows[i]);
    }
    json_end(&writer);
    json_end(&writer);
    return json_written(&writer);
}
