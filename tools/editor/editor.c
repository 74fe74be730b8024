#include "editor/editor.h"

#include "base/error.h"
#include "editor/editor_parts.h"
#include "editor/form_words.h"
#include "editor/typing.h"

Str editor_part_of(const Scenario *scenario, Str at) {
    Str rest = str_slice(at, 1, at.len), list = str_cut(&rest, '/'), number = str_cut(&rest, '/');
    int32_t row = 0;
    if (str_equal(list, S("scenes")) && str_to_int(number, &row) && row >= 0 && row < scenario->scene_rows.count) {
        return str_slice(at, 0, number.text + number.len - at.text);
    }
    for (int32_t i = 1; i < FORM_PART_COUNT; i++) {
        Str part = FORM_PARTS[i].at;
        if (str_equal(list, str_slice(part, 1, part.len))) {
            return part;
        }
    }
    return (Str){0};
}

bool editor_can_undo(const Editor *editor) {
    return editor->document.revisions.undo_count > 0;
}

bool editor_can_redo(const Editor *editor) {
    return editor->document.revisions.redo_count > 0;
}

void editor_refresh(Editor *editor) {
    const Scenario *scenario = editor->document.reading.scenario;
    arena_finish(&editor->form_arena);
    editor->form = (Form){0};
    // A scene that is not there any more shows the one before it.
    while (scenario->read && !str_equal(editor_part_of(scenario, editor->looked_at), editor->looked_at)) {
        editor->looked_at = scenario->scene_rows.count > 0
                                ? str_format(&editor->look_arena, "/scenes/%d", scenario->scene_rows.count - 1)
                                : (Str){0};
    }
    if (scenario->read) {
        editor->form = form_of(&editor->form_arena, scenario, editor->looked_at, &editor->shown);
        for (int32_t i = 0; i < COUNT(editor->targets); i++) {
            editor->targets[i] = form_targets(&editor->form_arena, scenario, (Target)i, editor->looked_at);
        }
    }
    editor_bench_follow(editor);
    editor_spelling_follow(editor);
}

void editor_look(Editor *editor, Str at) {
    Arena arena = {0};
    Str part = str_copy(&arena, editor_part_of(editor->document.reading.scenario, at));
    if (!str_equal(part, editor->looked_at)) {
        editor->shown = (FormShown){0};
        arena_finish(&editor->look_arena);
        editor->look_arena = arena;
        editor->looked_at = part;
        arena = (Arena){0};
    }
    arena_finish(&arena);
    editor_refresh(editor);
}

// What was emptied stays in sight as long as its scene does.
void editor_keep_shown(Editor *editor, Str at) {
    for (int32_t i = 0; i < editor->shown.count; i++) {
        if (str_equal(editor->shown.rows[i], at)) {
            return;
        }
    }
    *rows_append(&editor->look_arena, &editor->shown) = str_copy(&editor->look_arena, at);
}

Str editor_why_refused(OperationResult result) {
    static const Str WORDS[] = {
        [OPERATION_NO_PLACE] = TR_INIT("Nothing was changed: that part of the situation is not there any more."),
        [OPERATION_BAD_JSON] = TR_INIT("Nothing was changed: this would be no situation any more."),
        [OPERATION_TOO_LARGE] = TR_INIT("Nothing was changed: the situation would become too long to be read again."),
        [OPERATION_UNREAD] = TR_INIT("Nothing was changed: this file is no situation that Palabre can read."),
        [OPERATION_BAD_ID] = TR_INIT("Nothing was changed: such a name is made of small letters, digits and hyphens."),
        [OPERATION_TAKEN] = TR_INIT("Nothing was changed: something else has this name already."),
        [OPERATION_SHARED] = TR_INIT("Nothing was changed: this name belongs to all situations."),
    };
    ASSERT(result < COUNT(WORDS) && WORDS[result].len > 0);
    return WORDS[result];
}

static void tell_refused(Editor *editor, OperationResult result, int64_t now_ms) {
    if (result != OPERATION_DONE && result != OPERATION_NOTHING) {
        app_say(&editor->app, TOAST_TROUBLE, editor_why_refused(result), (Str){0}, now_ms);
    }
}

static bool change(Editor *editor, const Operation *operations, int32_t count, const Moment *moment) {
    OperationResult result = document_edit(&editor->document, &editor->scratch, operations, count, moment);
    tell_refused(editor, result, moment->now_ms);
    return result == OPERATION_DONE;
}

bool editor_edit(Editor *editor, const Operation *operations, int32_t count, const Moment *moment) {
    bool done = change(editor, operations, count, moment);
    if (done) {
        editor_follow(editor);
    }
    return done;
}

// An action that is being done.
typedef struct {
    Editor *editor;
    const EditorAction *action;
    int64_t now_ms;
} Doing;

static void play(const Doing *doing) {
    editor_play(doing->editor, doing->now_ms);
}

static void play_again(const Doing *doing) {
    doing->editor->overlay = EDITOR_PLAIN;
    editor_play_again(doing->editor, doing->now_ms);
}

static void stop_play(const Doing *doing) {
    editor_play_stop(doing->editor);
}

static void walk(const Doing *doing) {
    editor_play_walk(doing->editor, &doing->action->walk, doing->now_ms);
}

static void preset(const Doing *doing) {
    editor_set_preset(doing->editor, doing->action->text, doing->action->index);
}

static void act_on_tests(const Doing *doing) {
    editor_tests_act(doing->editor, doing->action, doing->now_ms);
}

static void print(const Doing *doing) {
    editor_print(doing->editor, doing->action->index, doing->now_ms);
}

static void edit(const Doing *doing, Operation operation, bool typed) {
    editor_keep_shown(doing->editor, operation.at);
    (void)editor_edit(doing->editor, &operation, 1, &(Moment){.now_ms = doing->now_ms, .typed = typed});
}

// What was typed, as it is to be set; the text itself where that is no French prose.
static Str set_typed(const Doing *doing) {
    Editor *editor = doing->editor;
    Str language = editor->document.reading.scenario->language, text = doing->action->text;
    const FormRow *row = form_find(&editor->form, doing->action->at);
    bool prose = row && row->kind == FORM_TEXT && !row->field->verbatim;
    return prose && str_begins(language, S("fr")) ? typing_mend(&editor->scratch, row->text, text) : text;
}

// A text that need not be there goes when nothing is left of it.
static bool is_left_out(const Editor *editor, Str at, Str text) {
    Pointed place;
    bool known = pointer_find(editor->document.reading.scenario, at, &place) && place.field && place.index < 0;
    return text.len == 0 && known && !place.field->required;
}

// The letters are a step, and what they are set as is another: whoever undoes that has what was typed.
static void type(const Doing *doing) {
    Editor *editor = doing->editor;
    Str at = doing->action->at, text = doing->action->text, set = set_typed(doing);
    Moment moment = {.now_ms = doing->now_ms, .typed = true};
    Operation letters = operation_text(&editor->scratch, at, text), mend = operation_text(&editor->scratch, at, set);
    if (is_left_out(editor, at, text)) {
        letters = (Operation){.kind = OPERATION_REMOVE, .at = at};
    }
    const FormRow *row = form_find(&editor->form, at);
    editor_spelling_typed(editor, at, row ? row->text : (Str){0}, set);
    editor_keep_shown(editor, at);
    bool typed = change(editor, &letters, 1, &moment);
    if (typed && !str_equal(set, text)) {
        change(editor, &mend, 1, &(Moment){.now_ms = doing->now_ms});
    }
    if (typed) {
        editor_follow(editor);
    }
}

// One that goes on for a hundred digits is no more a number than an empty one, which takes the value away.
static void type_int(const Doing *doing) {
    Editor *editor = doing->editor;
    Str at = doing->action->at, text = str_trim(doing->action->text);
    int32_t number = 0;
    if (str_to_int(text, &number)) {
        edit(doing, operation_int(&editor->scratch, at, number), true);
    } else if (text.len == 0) {
        edit(doing, (Operation){.kind = OPERATION_REMOVE, .at = at}, false);
    } else {
        editor->half.at = str_copy(&editor->focus_arena, at);
        editor->half.text = str_copy(&editor->focus_arena, doing->action->text);
    }
}

static void put(const Doing *doing) {
    if (editor_recast(doing->editor, doing->action->at, doing->action->text, doing->now_ms)) {
        return;
    }
    edit(doing, operation_text(&doing->editor->scratch, doing->action->at, doing->action->text), false);
}

static void put_int(const Doing *doing) {
    edit(doing, operation_int(&doing->editor->scratch, doing->action->at, doing->action->index), false);
}

static void put_flag(const Doing *doing) {
    Str json = doing->action->index ? S("true") : S("false");
    edit(doing, (Operation){.kind = OPERATION_SET, .at = doing->action->at, .json = json}, false);
}

static void put_value(const Doing *doing) {
    edit(doing, (Operation){.kind = OPERATION_SET, .at = doing->action->at, .json = doing->action->text}, false);
}

static void show_as_text(const Doing *doing) {
    doing->editor->as_text = doing->action->index != 0;
}

static void remove_value(const Doing *doing) {
    edit(doing, (Operation){.kind = OPERATION_REMOVE, .at = doing->action->at}, false);
}

static void add(const Doing *doing) {
    editor_add(doing->editor, doing->action->at, doing->action->text, doing->now_ms);
}

static void offer(const Doing *doing) {
    editor_offer(doing->editor, doing->action->at);
}

static void put_scene(const Doing *doing) {
    editor_put_scene(doing->editor, doing->action->at, doing->now_ms);
}

static void delete_part(const Doing *doing) {
    editor_delete(doing->editor, doing->action->at, doing->now_ms);
}

static void duplicate(const Doing *doing) {
    editor_duplicate(doing->editor, doing->action->at, doing->now_ms);
}

static void ask_rename(const Doing *doing) {
    editor_ask_rename(doing->editor, doing->action->at);
}

static void set_id(const Doing *doing) {
    editor_set_id(doing->editor, doing->action->text);
}

static void rename_part(const Doing *doing) {
    editor_rename(doing->editor, doing->now_ms);
}

static void move(const Doing *doing) {
    editor_move(doing->editor, doing->action->at, doing->action->index, doing->now_ms);
}

// Shows where something was undone, or done again.
static void show_step(Editor *editor, const RevisionStep *step) {
    if (step) {
        editor_follow(editor);
        if (!str_begins(step->at, S("/" SPELLING_OWN))) { // such a word is seen wherever it stands
            editor_lead_to(editor, step->at);
        }
    }
}

static void undo(const Doing *doing) {
    show_step(doing->editor, document_undo(&doing->editor->document, &doing->editor->scratch));
}

static void redo(const Doing *doing) {
    show_step(doing->editor, document_redo(&doing->editor->document, &doing->editor->scratch));
}

static void look(const Doing *doing) {
    Editor *editor = doing->editor;
    Str at = doing->action->at;
    if (str_equal(at, editor_part_of(editor->document.reading.scenario, at))) {
        editor_look(editor, at);
        editor->panel = doing->action->index == 1 ? editor->panel : EDITOR_FORM;
    } else {
        editor_lead_to(editor, at);
    }
}

static void next_finding(const Doing *doing) {
    editor_next_finding(doing->editor);
}

static void mend(const Doing *doing) {
    editor_mend(doing->editor, doing->action->index, doing->action->at, doing->now_ms);
}

static void mend_all_sure(const Doing *doing) {
    editor_mend_all(doing->editor, doing->now_ms);
}

static void go_to(const Doing *doing) {
    doing->editor->overlay = EDITOR_PLAIN;
    editor_lead_to(doing->editor, doing->action->at);
}

static void set_filter(const Doing *doing) {
    Arena arena = {0};
    Str filter = str_copy(&arena, doing->action->text);
    arena_finish(&doing->editor->filter_arena);
    doing->editor->filter_arena = arena;
    doing->editor->filter = filter;
}

static void show_panel(const Doing *doing) {
    doing->editor->panel = (EditorPanel)doing->action->index;
}

static void set_new_language(const Doing *doing) {
    doing->editor->new_language = str_equal(doing->action->text, S("fr")) ? S("fr") : S("en");
}

static void begin_new(const Doing *doing) {
    editor_begin_new(doing->editor, doing->action->text, doing->action->at, doing->now_ms);
}

static void save(const Doing *doing) {
    Editor *editor = doing->editor;
    if (editor->document.file.path.len == 0) {
        editor_ask_path(editor);
    } else if (document_is_unsaved(&editor->document)) {
        editor_save(editor, SAVE_MINE_ONLY, doing->now_ms);
    }
}

static void save_as(const Doing *doing) {
    editor_save_as(doing->editor, doing->now_ms);
}

static void take_previous(const Doing *doing) {
    editor_take_previous(doing->editor, doing->now_ms);
}

static void set_path(const Doing *doing) {
    Editor *editor = doing->editor;
    Arena arena = {0};
    Str path = str_copy(&arena, doing->action->text);
    arena_finish(&editor->overlay_arena);
    editor->overlay_arena = arena;
    editor->path = path;
    editor->trouble = (Str){0};
}

bool editor_has_unsaved(const Editor *editor) {
    const Document *document = &editor->document;
    return document_is_unsaved(document) && (document->file.path.len > 0 || document->revisions.undo_count > 0);
}

static void show(const Doing *doing) {
    Editor *editor = doing->editor;
    ASSERT(doing->action->index >= 0 && doing->action->index < EDITOR_OVERLAY_COUNT);
    if (editor->overlay == EDITOR_ASK_LEAVE || editor->overlay == EDITOR_ASK_CHANGED) {
        editor->leaving = false;
    }
    if (doing->action->index == EDITOR_ASK_PATH) {
        editor_ask_path(editor);
    } else if (doing->action->index == EDITOR_TEMPLATES && editor_has_unsaved(editor)) {
        editor->overlay = EDITOR_ASK_NEW;
    } else {
        editor->overlay = (EditorOverlay)doing->action->index;
    }
}

static void leave(const Doing *doing) {
    if (editor_has_unsaved(doing->editor)) {
        doing->editor->overlay = EDITOR_ASK_LEAVE;
    } else {
        doing->editor->app.quit = true;
    }
}

static void end(const Doing *doing) {
    editor_keep_aside_now(doing->editor, doing->now_ms);
    doing->editor->app.quit = true;
}

static void tick(const Doing *doing) {
    editor_take_reports(doing->editor, doing->now_ms);
    editor_keep_aside(doing->editor, doing->now_ms);
    (void)bench_work(&doing->editor->bench);
    if (doing->editor->spelling.waits) {
        editor_spelling_work(doing->editor);
    }
}

static void dismiss_toast(const Doing *doing) {
    app_dismiss_toast(&doing->editor->app);
}

static void say_copied(const Doing *doing) {
    app_say_copied(&doing->editor->app, doing->action->text, doing->now_ms);
}

static void set_setting(const Doing *doing) {
    app_change_setting(&doing->editor->app, doing->action->setting, doing->action->index);
}

static void confirm(const Doing *doing) {
    editor_answer(doing->editor, doing->action->index, doing->now_ms);
}

static void do_nothing(const Doing *doing) {
    (void)doing;
}

typedef void Do(const Doing *doing);

static Do *const DOES[EDITOR_TAKE] = {[EDITOR_NONE] = do_nothing,
                                      [EDITOR_TICK] = tick,
                                      [EDITOR_LEAVE] = leave,
                                      [EDITOR_END] = end,
                                      [EDITOR_SHOW] = show,
                                      [EDITOR_CONFIRM] = confirm,
                                      [EDITOR_DISMISS_TOAST] = dismiss_toast,
                                      [EDITOR_SAY_COPIED] = say_copied,
                                      [EDITOR_SET_SETTING] = set_setting,
                                      [EDITOR_LOOK] = look,
                                      [EDITOR_NEXT_FINDING] = next_finding,
                                      [EDITOR_MEND] = mend,
                                      [EDITOR_MEND_ALL] = mend_all_sure,
                                      [EDITOR_GO_TO] = go_to,
                                      [EDITOR_SET_FILTER] = set_filter,
                                      [EDITOR_SHOW_PANEL] = show_panel,
                                      [EDITOR_TYPE] = type,
                                      [EDITOR_TYPE_INT] = type_int,
                                      [EDITOR_PUT] = put,
                                      [EDITOR_PUT_INT] = put_int,
                                      [EDITOR_PUT_FLAG] = put_flag,
                                      [EDITOR_PUT_VALUE] = put_value,
                                      [EDITOR_SHOW_AS_TEXT] = show_as_text,
                                      [EDITOR_REMOVE] = remove_value,
                                      [EDITOR_ADD] = add,
                                      [EDITOR_OFFER] = offer,
                                      [EDITOR_PUT_SCENE] = put_scene,
                                      [EDITOR_DELETE] = delete_part,
                                      [EDITOR_DUPLICATE] = duplicate,
                                      [EDITOR_MOVE] = move,
                                      [EDITOR_ASK_RENAME] = ask_rename,
                                      [EDITOR_SET_ID] = set_id,
                                      [EDITOR_RENAME] = rename_part,
                                      [EDITOR_UNDO] = undo,
                                      [EDITOR_REDO] = redo,
                                      [EDITOR_SET_NEW_LANGUAGE] = set_new_language,
                                      [EDITOR_NEW] = begin_new,
                                      [EDITOR_SAVE] = save,
                                      [EDITOR_SET_PATH] = set_path,
                                      [EDITOR_SAVE_AS] = save_as,
                                      [EDITOR_TAKE_PREVIOUS] = take_previous,
                                      [EDITOR_PLAY] = play,
                                      [EDITOR_PLAY_AGAIN] = play_again,
                                      [EDITOR_STOP_PLAY] = stop_play,
                                      [EDITOR_WALK] = walk,
                                      [EDITOR_PRESET] = preset,
                                      [EDITOR_RUN_TESTS] = act_on_tests,
                                      [EDITOR_ASK_TEST] = act_on_tests,
                                      [EDITOR_SET_TEST_NAME] = act_on_tests,
                                      [EDITOR_SET_TEST_WHOLE] = act_on_tests,
                                      [EDITOR_RECORD_TEST] = act_on_tests,
                                      [EDITOR_PRINT] = print};

void editor_update(Editor *editor, const EditorAction *action, int64_t now_ms) {
    bool on_map = action->kind >= EDITOR_TAKE, tool = action->kind >= EDITOR_SHOW_FIND && action->kind < EDITOR_GO_TO;
    ASSERT(action->kind < EDITOR_ACTION_COUNT && (on_map || tool || DOES[action->kind]));
    ArenaMark mark = arena_mark(&editor->scratch);
    arena_finish(&editor->focus_arena);
    editor->focus = editor->half.at = editor->half.text = (Str){0};
    editor->now_ms = now_ms;
    if (action->kind != EDITOR_TICK && action->kind != EDITOR_NONE) {
        editor_spelling_typed(editor, (Str){0}, (Str){0}, (Str){0});
    }
    if (on_map) {
        editor_map_act(editor, action, now_ms);
    } else if (tool) {
        editor_tool_act(editor, action, now_ms);
    } else {
        DOES[action->kind](&(Doing){editor, action, now_ms});
    }
    editor_play_clock(editor, now_ms);
    editor_keep_aside(editor, now_ms); // whoever types without a pause leaves no time for a tick
    arena_rewind(&editor->scratch, mark);
}

void editor_begin(Editor *editor, const EditorStart *start) {
    *editor = (Editor){0};
    app_begin(&editor->app, &start->app);
    framework_read(&editor->arena, &editor->scratch, &editor->framework);
    editor->today = str_copy(&editor->arena, start->today);
    document_init(&editor->document, &editor->framework);
    editor->bench.measures = !start->app.waits_for_disk; // else two runs would not show the same
    editor->spelling.folders = str_copy(&editor->arena, start->dictionaries);
    editor->new_language = str_equal(editor->app.language, S("fr")) ? S("fr") : S("en");
    editor_open(editor, start->path, start->now_ms);
    if (start->copy && editor->document.file.path.len > 0 && editor->document.reading.scenario->read) {
        editor_begin_copy(editor, start->now_ms);
    }
}

void editor_finish(Editor *editor) {
    app_finish(&editor->app); // what is being written first
    editor_close(editor);
    editor_play_stop(editor);
    editor_bench_finish(editor);
    editor_spelling_finish(editor);
    editor_find_forget(editor);
    editor_measure_forget(editor);
    editor_translate_forget(editor);
    editor_tests_forget(editor);
    editor_map_forget(editor);
    arena_finish(&editor->on_map.branch_arena);
    arena_finish(&editor->find.words_arena);
    arena_finish(&editor->play.preset_arena);
    document_finish(&editor->document);
    arena_finish(&editor->map_arena);
    arena_finish(&editor->layout_arena);
    arena_finish(&editor->look_arena);
    arena_finish(&editor->form_arena);
    arena_finish(&editor->focus_arena);
    arena_finish(&editor->filter_arena);
    arena_finish(&editor->overlay_arena);
    arena_finish(&editor->draft_arena);
    arena_finish(&editor->scratch);
    arena_finish(&editor->arena);
    *editor = (Editor){0};
}

static int64_t sooner(int64_t a_ms, int64_t b_ms) {
    return a_ms < 0 || (b_ms >= 0 && b_ms < a_ms) ? b_ms : a_ms;
}

int64_t editor_next_tick(const Editor *editor, int64_t now_ms) {
    bool waits = editor->drafts.len > 0 && editor_has_unsaved(editor);
    int64_t wait_ms = waits ? autosave_wait_ms(&editor->autosave, &editor->document, now_ms) : -1;
    int64_t save_ms = wait_ms < 0 ? -1 : now_ms + wait_ms,
            work_ms = editor->bench.waiting > 0 || editor->spelling.waits ? now_ms : -1;
    return sooner(sooner(save_ms, work_ms), editor_play_next_tick(editor, now_ms));
}
