// The spelling of the texts in the form that is shown (editor/spelling.h).
#include "base/error.h"
#include "base/json.h"
#include "editor/editor_parts.h"
#include "editor/texts.h"

static bool look_for_dictionary(void *context, Error *error) {
    EditorDictionary *wanted = context;
    (void)error;
    wanted->found = dictionary_open(wanted->language, wanted->folders);
    return true;
}

static void forget_texts(EditorSpelling *spelling) {
    arena_finish(&spelling->texts_arena);
    spelling->texts = NULL;
    spelling->text_count = 0;
}

static void take_dictionary(Editor *editor) {
    EditorSpelling *spelling = &editor->spelling;
    EditorDictionary *found = &spelling->looked_for;
    spelling_forget(&spelling->words);
    forget_texts(spelling);
    arena_finish(&spelling->arena);
    spelling->ticket = 0;
    spelling->language = str_copy(&spelling->arena, found->language);
    spelling->words = (Spelling){.dictionary = found->found, .french = str_begins(found->language, S("fr"))};
    found->found = NULL;
    arena_finish(&found->arena);
}

// Of another language there is another; the one that is being looked for is waited for.
static void look_for(Editor *editor, Str language) {
    EditorSpelling *spelling = &editor->spelling;
    EditorDictionary *wanted = &spelling->looked_for;
    dictionary_close((Dictionary *)spelling->words.dictionary);
    spelling_forget(&spelling->words);
    spelling->words.dictionary = NULL;
    wanted->language = str_copy(&wanted->arena, language);
    wanted->folders = str_copy(&wanted->arena, spelling->folders);
    if (editor->app.writer) {
        spelling->ticket = writer_run(editor->app.writer, look_for_dictionary, wanted);
    } else {
        (void)look_for_dictionary(wanted, NULL);
        take_dictionary(editor);
    }
}

// Names of people are as they are.
static bool is_spelled(const FormRow *row) {
    static const struct {
        Str shape, key;
    } NAMES[] = {{S_INIT("case"), S_INIT("authors")},       {S_INIT("case"), S_INIT("license")},
                 {S_INIT("case"), S_INIT("readers")},       {S_INIT("character"), S_INIT("name")},
                 {S_INIT("character"), S_INIT("initials")}, {S_INIT("source"), S_INIT("where")}};
    bool prose = texts_is_text(row) && !row->field->verbatim;
    for (int32_t i = 0; i < COUNT(NAMES) && prose; i++) {
        prose = !str_equal(row->shape->name, NAMES[i].shape) || !str_equal(row->field->key, NAMES[i].key);
    }
    return prose;
}

// What is as it was is not looked at again.
static EditorSpelled spell(Editor *editor, Arena *arena, int32_t index) {
    EditorSpelling *spelling = &editor->spelling;
    const FormRow *row = &editor->form.rows[index];
    const EditorSpelled *before = index < spelling->text_count ? &spelling->texts[index] : NULL;
    bool typed = spelling->typed_at.len > 0 && str_equal(spelling->typed_at, row->at);
    EditorSpelled now = {.text = is_spelled(row) ? str_copy(arena, row->text) : (Str){0},
                         .typed = typed ? spelling->typed_to : -1};
    if (before && before->whole && before->typed == now.typed && str_equal(before->text, now.text)) {
        for (int32_t i = 0; i < before->faults.count; i++) {
            *rows_append(arena, &now.faults) = before->faults.rows[i];
        }
        now.whole = true;
    } else {
        now.faults = spelling_find(&spelling->words, arena, now.text, now.typed);
        now.whole = !spelling->words.waits;
    }
    return now;
}

void editor_spelling_work(Editor *editor) {
    EditorSpelling *spelling = &editor->spelling;
    int32_t count = spelling->words.dictionary ? editor->form.count : 0;
    Arena arena = {0};
    EditorSpelled *texts = arena_push(&arena, EditorSpelled, count);
    spelling->waits = false;
    spelling->words.left = SPELLING_STEP;
    for (int32_t i = 0; i < count; i++) {
        texts[i] = spell(editor, &arena, i);
        spelling->waits = spelling->waits || !texts[i].whole;
    }
    forget_texts(spelling);
    spelling->texts_arena = arena;
    spelling->texts = texts;
    spelling->text_count = count;
}

void editor_spelling_follow(Editor *editor) {
    EditorSpelling *spelling = &editor->spelling;
    const Scenario *scenario = editor->document.reading.scenario;
    bool other = scenario->language.len > 0 && !str_equal(scenario->language, spelling->language);
    if (spelling->folders.len > 0 && scenario->read && other && spelling->ticket == 0) {
        look_for(editor, scenario->language);
    }
    if (scenario->read && spelling_take_own(&spelling->words, &editor->scratch, scenario)) {
        forget_texts(spelling);
    }
    editor_spelling_work(editor);
}

bool editor_spelling_take(Editor *editor, const WriterReport *report) {
    bool mine = report->kind == WRITER_RUN && editor->spelling.ticket != 0 && report->ticket == editor->spelling.ticket;
    if (mine) {
        take_dictionary(editor);
        editor_spelling_follow(editor);
    }
    return mine;
}

// The caret stands behind what is not as it was.
void editor_spelling_typed(Editor *editor, Str at, Str before, Str after) {
    EditorSpelling *spelling = &editor->spelling;
    ptrdiff_t same = 0;
    while (same < before.len && same < after.len &&
           before.text[before.len - 1 - same] == after.text[after.len - 1 - same]) {
        same++;
    }
    arena_finish(&spelling->typed_arena);
    spelling->typed_at = str_copy(&spelling->typed_arena, at);
    spelling->typed_to = after.len - same;
}

void editor_spelling_suggest(Editor *editor, Str word) {
    EditorSpelling *spelling = &editor->spelling;
    arena_finish(&spelling->asked_arena);
    spelling->asked = str_copy(&spelling->asked_arena, word);
    spelling->suggested = spelling_suggest(&spelling->words, &spelling->asked_arena, spelling->asked);
}

const SpellingFaults *editor_spelling_faults(const Editor *editor, const FormRow *row) {
    static const SpellingFaults NONE = {0};
    ptrdiff_t index = row - editor->form.rows;
    return index < editor->spelling.text_count ? &editor->spelling.texts[index].faults : &NONE;
}

void editor_spelling_replace(Editor *editor, const EditorAction *action, int64_t now_ms) {
    const FormRow *row = form_find(&editor->form, action->at);
    const SpellingFaults *faults = row ? editor_spelling_faults(editor, row) : NULL;
    for (int32_t i = 0; faults && i < faults->count; i++) {
        if (faults->rows[i].from == action->index) {
            Str before = str_slice(row->text, 0, faults->rows[i].from);
            Str after = str_slice(row->text, faults->rows[i].to, row->text.len);
            Str text = str_format(&editor->scratch, "%.*s%.*s%.*s", S_ARG(before), S_ARG(action->text), S_ARG(after));
            Str at = str_copy(&editor->scratch, action->at);
            Operation operation = operation_text(&editor->scratch, at, text);
            (void)editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms});
            editor->focus = str_copy(&editor->focus_arena, at);
            return;
        }
    }
}

void editor_spelling_learn(Editor *editor, Str word, int64_t now_ms) {
    Arena *scratch = &editor->scratch;
    Str learnt = str_copy(scratch, word); // the text that it stands in goes
    Operation operation = operation_text(scratch, S("/" SPELLING_OWN "/-"), learnt);
    operation.kind = OPERATION_INSERT;
    if (json_find_pointer(editor->document.reading.bytes, S("/" SPELLING_OWN)) < 0) {
        Str json = str_format(scratch, "[%.*s]", S_ARG(operation.json));
        operation = (Operation){.kind = OPERATION_SET, .at = S("/" SPELLING_OWN), .json = json};
    }
    if (editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        app_say(&editor->app, TOAST_DONE, TR("“{0}” is a word of this situation now."), learnt, now_ms);
    }
}

void editor_spelling_finish(Editor *editor) {
    EditorSpelling *spelling = &editor->spelling;
    dictionary_close((Dictionary *)spelling->words.dictionary);
    dictionary_close(spelling->looked_for.found); // nobody took its report
    spelling_forget(&spelling->words);
    forget_texts(spelling);
    arena_finish(&spelling->looked_for.arena);
    arena_finish(&spelling->arena);
    arena_finish(&spelling->typed_arena);
    arena_finish(&spelling->asked_arena);
}
