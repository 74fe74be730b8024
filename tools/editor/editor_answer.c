// What follows from the answers to the editor's questions; their words stand in panel_dialog.c.
#include "base/error.h"
#include "editor/editor_parts.h"

static void stay(Editor *editor, int64_t now_ms) {
    (void)now_ms;
    editor->leaving = false;
}

static void save_first(Editor *editor, int64_t now_ms) {
    if (editor->document.file.path.len == 0) {
        editor_ask_path(editor);
    } else {
        editor_save(editor, SAVE_MINE_ONLY, now_ms);
    }
}

static void save_and_leave(Editor *editor, int64_t now_ms) {
    editor->leaving = true;
    save_first(editor, now_ms);
}

static void leave(Editor *editor, int64_t now_ms) {
    (void)now_ms;
    editor_drop_aside(editor);
    editor->app.quit = true;
}

static void save_over(Editor *editor, int64_t now_ms) {
    editor_save(editor, SAVE_OVER, now_ms);
}

static void take_file(Editor *editor, int64_t now_ms) {
    editor->leaving = false;
    editor_take_file(editor, now_ms);
}

static void drop_draft(Editor *editor, int64_t now_ms) {
    (void)now_ms;
    editor_drop_draft(editor);
}

static void choose_template(Editor *editor, int64_t now_ms) {
    (void)now_ms;
    editor->overlay = EDITOR_TEMPLATES;
}

typedef void Follow(Editor *editor, int64_t now_ms);

static Follow *const FOLLOWS[EDITOR_OVERLAY_COUNT][EDITOR_CHOICES] = {
    [EDITOR_ASK_LEAVE] = {stay, leave, save_and_leave},
    [EDITOR_ASK_CHANGED] = {stay, take_file, save_over},
    [EDITOR_ASK_EMPTY] = {stay, save_over},
    [EDITOR_ASK_DRAFT] = {drop_draft, editor_take_draft},
    [EDITOR_ASK_HELD] = {leave, stay},
    [EDITOR_ASK_NEW] = {stay, choose_template, save_first},
    [EDITOR_ASK_DELETE] = {stay, editor_delete_asked},
    [EDITOR_ASK_FILE] = {stay, save_first},
};

void editor_answer(Editor *editor, int32_t choice, int64_t now_ms) {
    EditorOverlay asked = editor->overlay;
    ASSERT(choice >= 0 && choice < EDITOR_CHOICES && FOLLOWS[asked][choice]);
    editor->overlay = EDITOR_PLAIN;
    FOLLOWS[asked][choice](editor, now_ms);
}
