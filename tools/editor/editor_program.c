#include "editor/editor_program.h"

#include "editor/editor_view.h"

static bool view(Ui *ui, Str window, const void *context, void *action) {
    (void)window;
    EditorAction wanted = editor_view(ui, context);
    *(EditorAction *)action = wanted;
    return wanted.kind != EDITOR_NONE;
}

static void update(void *context, const void *action, int64_t now_ms) {
    editor_update(context, action, now_ms);
}

static Str title(const void *context, Arena *arena) {
    const Editor *editor = context;
    Str name = editor->document.reading.scenario->title;
    const Str arguments[] = {name.len > 0 ? name : catalog_text(&editor->app.catalog, TR("Without a title"))};
    return catalog_format(arena, &editor->app.catalog, TR("{0} – Palabre editor"), arguments, COUNT(arguments));
}

static int64_t next_tick(const void *context, int64_t now_ms) {
    return editor_next_tick(context, now_ms);
}

Program editor_program(Editor *editor) {
    static const EditorAction TICK = {.kind = EDITOR_TICK}, LEAVE = {.kind = EDITOR_LEAVE}, END = {.kind = EDITOR_END};
    return (Program){.context = editor,
                     .app = &editor->app,
                     .view = view,
                     .update = update,
                     .title = title,
                     .next_tick = next_tick,
                     .action_size = (ptrdiff_t)sizeof(EditorAction),
                     .tick = &TICK,
                     .leave = &LEAVE,
                     .end = &END};
}
