// What is printed of the case: a page of HTML in the folder for documents, which a browser opens.
#include "base/catalog.h"
#include "base/error_text.h"
#include "base/file.h"
#include "base/path.h"
#include "editor/editor_parts.h"
#include "report/html_print.h"

// "Le dossier vert – Reading copy.html" where nothing has that name.
static Str path_for(Editor *editor, PrintKind kind) {
    const Str parts[] = {editor->document.reading.scenario->title, html_print_title(&editor->app.catalog, kind)};
    Str name = path_document(&editor->scratch, parts, COUNT(parts), S(".html"));
    Str path = path_join(&editor->scratch, editor->app.folders.documents, name);
    return path_numbered(&editor->overlay_arena, path, file_free_number(path));
}

static Str make_page(Editor *editor, PrintKind kind) {
    return html_print(&(HtmlPrint){.arena = &editor->scratch,
                                   .catalog = &editor->app.catalog,
                                   .scenario = editor->document.reading.scenario,
                                   .language = editor->app.language},
                      kind);
}

static void say(Editor *editor, ToastKind kind, Str source, Str argument, int64_t now_ms) {
    app_say(&editor->app, kind, source, argument, now_ms);
}

void editor_print(Editor *editor, int32_t kind, int64_t now_ms) {
    ASSERT(kind >= 0 && kind < PRINT_KIND_COUNT);
    Error error = {0};
    editor->overlay = EDITOR_PLAIN;
    arena_finish(&editor->overlay_arena);
    if (editor->errors > 0) {
        say(editor, TOAST_TROUBLE, TR("This cannot be printed yet: the check tells what is missing. F7 leads there."),
            (Str){0}, now_ms);
        return;
    }
    if (editor->app.folders.documents.len == 0) {
        say(editor, TOAST_TROUBLE, TR("There is no folder for documents here: nothing was written."), (Str){0}, now_ms);
        return;
    }
    Str path = path_for(editor, (PrintKind)kind);
    if (file_save(path, make_page(editor, (PrintKind)kind), &error)) {
        editor->app.opens = path;
        say(editor, TOAST_DONE, TR("To be printed from the page that opens: {0}"),
            folders_tell(&editor->scratch, &editor->app.folders, path), now_ms);
    } else {
        say(editor, TOAST_TROUBLE, TR("It cannot be saved there: {0}."),
            error_text(&editor->scratch, &editor->app.catalog, &error), now_ms);
    }
}
