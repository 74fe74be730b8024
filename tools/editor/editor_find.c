// Finding and replacing: what is looked for, where it was found, and the step that puts something else there.
#include "base/catalog.h"
#include "base/error.h"
#include "editor/editor_parts.h"
#include "editor/texts.h"

static void forget_hits(EditorFind *find) {
    arena_finish(&find->hits_arena);
    find->hits = (FindHits){0};
    find->left_out = NULL;
    find->left_count = 0;
}

// What was found is forgotten once the case is another one.
void editor_find_forget(Editor *editor) {
    EditorFind *find = &editor->find;
    forget_hits(find);
    arena_finish(&find->texts_arena);
    find->texts = (Form){0};
}

static void look_again(Editor *editor) {
    EditorFind *find = &editor->find;
    const Scenario *scenario = editor->document.reading.scenario;
    forget_hits(find);
    if (scenario->read && find->wanted.len > 0) {
        if (find->texts.count == 0) {
            find->texts = texts_of(&find->texts_arena, scenario);
        }
        find->hits = find_hits(&find->hits_arena, &find->texts, find->wanted, find->rules);
        find->left_out = arena_push(&find->hits_arena, bool, find->hits.count + 1);
    }
}

void editor_find_show(Editor *editor, bool replaces) {
    editor->find.replaces = replaces;
    editor->find.at = -1;
    editor->overlay = EDITOR_FIND;
    look_again(editor);
}

static void set_words(Editor *editor, Str wanted, Str by) {
    EditorFind *find = &editor->find;
    Arena arena = {0};
    Str next = str_copy(&arena, wanted), other = str_copy(&arena, by);
    arena_finish(&find->words_arena);
    find->words_arena = arena;
    find->wanted = next;
    find->by = other;
}

void editor_find_set(Editor *editor, Str wanted) {
    set_words(editor, wanted, editor->find.by);
    editor->find.at = -1;
    look_again(editor);
}

void editor_find_set_by(Editor *editor, Str by) {
    set_words(editor, editor->find.wanted, by);
}

void editor_find_set_rules(Editor *editor, FindRules rules) {
    editor->find.rules = rules;
    editor->find.at = -1;
    look_again(editor);
}

void editor_find_leave_out(Editor *editor, int32_t hit) {
    EditorFind *find = &editor->find;
    ASSERT(hit >= 0 && hit < find->hits.count);
    find->left_out[hit] = !find->left_out[hit];
    find->left_count += find->left_out[hit] ? 1 : -1;
}

void editor_find_go(Editor *editor, int32_t hit) {
    EditorFind *find = &editor->find;
    ASSERT(hit >= 0 && hit < find->hits.count);
    find->at = hit;
    editor->overlay = EDITOR_PLAIN;
    editor_lead_to(editor, find->texts.rows[find->hits.rows[hit].text].at);
}

void editor_find_next(Editor *editor, int64_t now_ms) {
    EditorFind *find = &editor->find;
    if (find->hits.rows == NULL) {
        look_again(editor);
    }
    if (find->hits.count > 0) {
        editor_find_go(editor, (find->at + 1) % find->hits.count);
    } else {
        app_say(&editor->app, TOAST_TROUBLE, TR("“{0}” stands nowhere in this situation."), find->wanted, now_ms);
    }
}

void editor_replace(Editor *editor, int64_t now_ms) {
    EditorFind *find = &editor->find;
    Operations step = find_replace(&editor->scratch, &find->texts, &find->hits, find->left_out, find->by);
    int32_t count = find->hits.count - find->left_count;
    editor->overlay = EDITOR_PLAIN;
    if (step.count > 0 && editor_edit(editor, step.rows, step.count, &(Moment){.now_ms = now_ms})) {
        Str number = str_format(&editor->scratch, "%d", count);
        app_say(&editor->app, TOAST_DONE, TR("Replaced: {0}. One step undoes it."), number, now_ms);
    }
}
