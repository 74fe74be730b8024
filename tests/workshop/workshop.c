#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "workshop.h"

#include "base/limits.h"
#include "base/temporary.h"

#include <ftw.h>
#include <unistd.h>

enum { WIDTH = 1280, HEIGHT = 720, APART_MS = 2000 };

Str workshop_path(Workshop *workshop, const char *name) {
    return path_join(&workshop->arena, workshop->root, str_from_c(name));
}

static void begin(Workshop *workshop) {
    FoldersWish wish = {.data = workshop_path(workshop, "data")};
    EditorStart start = {.app = {.system_language = S("en"),
                                 .waits_for_disk = true,
                                 .beside = true,
                                 .folders = folders_find(&workshop->arena, &wish)},
                         .path = workshop->path,
                         .today = S("2026-11-30"),
                         .dictionaries = workshop->dictionaries,
                         .now_ms = workshop->now_ms};
    start.app.folders.documents = workshop->root;
    editor_begin(&workshop->editor, &start);
    workshop->machine = machine_create(&(MachineOptions){.fonts = S("../assets/fonts"), .script = S("quit")}, NULL);
    assert_non_null(workshop->machine);
    assert_non_null(window_open(workshop->machine, &(WindowOptions){.name = S("main")}, NULL));
    shell_init(&workshop->shell, editor_program(&workshop->editor), workshop->machine);
    if (workshop->editor.overlay == EDITOR_TEMPLATES) { // an empty page is wanted
        workshop->editor.overlay = EDITOR_PLAIN;
    }
    workshop_input(workshop, (UiInput){.kind = INPUT_IDLE});
}

static void end(Workshop *workshop) {
    shell_finish(&workshop->shell);
    machine_destroy(workshop->machine);
    editor_finish(&workshop->editor);
}

void workshop_open_bytes(Workshop *workshop, Str bytes) {
    workshop->now_ms = 1000;
    workshop->width = workshop->width > 0 ? workshop->width : WIDTH;
    workshop->height = workshop->height > 0 ? workshop->height : HEIGHT;
    workshop->root = temporary_folder(&workshop->arena);
    assert_true(workshop->root.len > 0);
    if (bytes.len > 0) {
        workshop->path = workshop_path(workshop, "case.json");
        assert_true(file_save(workshop->path, bytes, NULL));
    }
    begin(workshop);
}

void workshop_open(Workshop *workshop, const char *from) {
    workshop_open_bytes(workshop, from ? workshop_load(workshop, str_from_c(from)) : (Str){0});
}

void workshop_again(Workshop *workshop) {
    end(workshop);
    begin(workshop);
}

static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

void workshop_close(Workshop *workshop) {
    enum { OPEN_FOLDERS = 8 };
    end(workshop);
    assert_int_equal(nftw(str_to_c(&workshop->arena, workshop->root), remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS),
                     0);
    arena_finish(&workshop->arena);
}

void workshop_input(Workshop *workshop, UiInput input) {
    input.now_ms = workshop->now_ms;
    Window *window = window_find(workshop->machine, S("main"));
    workshop->frame = shell_answer(&workshop->shell, window, &input, (WindowSize){workshop->width, workshop->height});
}

void workshop_wait(Workshop *workshop, int32_t ms) {
    workshop->now_ms += ms;
    workshop_input(workshop, (UiInput){.kind = INPUT_IDLE});
}

void workshop_act(Workshop *workshop, EditorAction action) {
    workshop->now_ms += APART_MS;
    editor_update(&workshop->editor, &action, workshop->now_ms);
    workshop_wait(workshop, 0);
}

void workshop_type(Workshop *workshop, const char *at, const char *text) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_TYPE, .at = str_from_c(at), .text = str_from_c(text)});
}

void workshop_key(Workshop *workshop, int32_t key, int32_t modifiers) {
    workshop->now_ms += APART_MS;
    workshop_input(workshop, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

void workshop_text(Workshop *workshop, const char *text) {
    workshop_input(workshop, (UiInput){.kind = INPUT_TEXT, .text = str_from_c(text)});
}

const UiTreeNode *workshop_find(const Workshop *workshop, UiRole role, const char *name) {
    return find_node(workshop->frame, role, str_from_c(name));
}

void workshop_click(Workshop *workshop, UiRole role, const char *name) {
    const UiTreeNode *node = workshop_find(workshop, role, name);
    if (!node) {
        fail_msg("there is no %s", name);
        return;
    }
    int32_t x = node->rect.x + node->rect.width / 2, y = node->rect.y + node->rect.height / 2;
    workshop->now_ms += APART_MS;
    workshop_input(workshop, (UiInput){.kind = INPUT_MOVE, .x = x, .y = y});
    workshop_input(workshop, (UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .clicks = 1});
    workshop_input(workshop, (UiInput){.kind = INPUT_UP, .x = x, .y = y, .clicks = 1});
}

const UiTreeNode *workshop_focused(const Workshop *workshop) {
    for (int32_t i = 0; i < workshop->frame->tree.count; i++) {
        if (workshop->frame->tree.rows[i].focused) {
            return &workshop->frame->tree.rows[i];
        }
    }
    fail_msg("nothing has the focus");
    return NULL;
}

bool workshop_says(const Workshop *workshop, const char *text) {
    bool found = false;
    for (int32_t i = 0; i < workshop->frame->tree.count && !found; i++) {
        found = str_find(workshop->frame->tree.rows[i].name, str_from_c(text)) >= 0;
    }
    return found;
}

Str workshop_load(Workshop *workshop, Str path) {
    Str bytes = {0};
    if (!file_load(&workshop->arena, path, LIMIT_FILE_BYTES, &bytes, NULL)) {
        fail_msg("%.*s cannot be read", S_ARG(path));
    }
    return bytes;
}
