// The tools beside the form: find and replace, figures, translation, the detectors' bench, spelling.
#include "base/error.h"
#include "editor/editor_parts.h"

// An action that is being done.
typedef struct {
    Editor *editor;
    const EditorAction *action;
    int64_t now_ms;
} Doing;

static void show_find(const Doing *doing) {
    editor_find_show(doing->editor, doing->action->index == 1);
}

static void set_find(const Doing *doing) {
    editor_find_set(doing->editor, doing->action->text);
}

static void set_find_by(const Doing *doing) {
    editor_find_set_by(doing->editor, doing->action->text);
}

static void set_find_case(const Doing *doing) {
    FindRules rules = doing->editor->find.rules;
    rules.exact_case = doing->action->index != 0;
    editor_find_set_rules(doing->editor, rules);
}

static void set_find_words(const Doing *doing) {
    FindRules rules = doing->editor->find.rules;
    rules.whole_words = doing->action->index != 0;
    editor_find_set_rules(doing->editor, rules);
}

static void leave_out(const Doing *doing) {
    editor_find_leave_out(doing->editor, doing->action->index);
}

static void go_to_hit(const Doing *doing) {
    editor_find_go(doing->editor, doing->action->index);
}

static void next_hit(const Doing *doing) {
    editor_find_next(doing->editor, doing->now_ms);
}

static void replace(const Doing *doing) {
    editor_replace(doing->editor, doing->now_ms);
}

static void measure(const Doing *doing) {
    editor_measure(doing->editor);
}

static void show_translate(const Doing *doing) {
    editor_translate_show(doing->editor);
}

static void export_texts(const Doing *doing) {
    editor_translate_export(doing->editor, doing->now_ms);
}

static void import_texts(const Doing *doing) {
    editor_translate_import(doing->editor);
}

static void set_phrase(const Doing *doing) {
    editor_bench_set_phrase(doing->editor, doing->action->text);
}

static void keep_phrase(const Doing *doing) {
    editor_bench_keep_phrase(doing->editor, doing->action->at, doing->now_ms);
}

static void suggest(const Doing *doing) {
    editor_spelling_suggest(doing->editor, doing->action->text);
}

static void respell(const Doing *doing) {
    editor_spelling_replace(doing->editor, doing->action, doing->now_ms);
}

static void learn_word(const Doing *doing) {
    editor_spelling_learn(doing->editor, doing->action->text, doing->now_ms);
}

typedef void Do(const Doing *doing);

static Do *const DOES[EDITOR_GO_TO] = {
    [EDITOR_SHOW_FIND] = show_find,
    [EDITOR_SET_FIND] = set_find,
    [EDITOR_SET_FIND_BY] = set_find_by,
    [EDITOR_SET_FIND_CASE] = set_find_case,
    [EDITOR_SET_FIND_WORDS] = set_find_words,
    [EDITOR_LEAVE_OUT] = leave_out,
    [EDITOR_GO_TO_HIT] = go_to_hit,
    [EDITOR_NEXT_HIT] = next_hit,
    [EDITOR_REPLACE] = replace,
    [EDITOR_MEASURE] = measure,
    [EDITOR_SHOW_TRANSLATE] = show_translate,
    [EDITOR_EXPORT_TEXTS] = export_texts,
    [EDITOR_IMPORT_TEXTS] = import_texts,
    [EDITOR_SET_PHRASE] = set_phrase,
    [EDITOR_KEEP_PHRASE] = keep_phrase,
    [EDITOR_SUGGEST] = suggest,
    [EDITOR_RESPELL] = respell,
    [EDITOR_LEARN_WORD] = learn_word,
};

void editor_tool_act(Editor *editor, const EditorAction *action, int64_t now_ms) {
    ASSERT(action->kind < EDITOR_GO_TO && DOES[action->kind]);
    DOES[action->kind](&(Doing){editor, action, now_ms});
}
