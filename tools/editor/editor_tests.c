// The tests of the case: running them, and making one of a play.
#include "base/error_text.h"
#include "base/file.h"
#include "base/path.h"
#include "editor/editor_parts.h"

void editor_tests_forget(Editor *editor) {
    EditorTests *tests = &editor->tests;
    arena_finish(&tests->arena);
    *tests = (EditorTests){.whole = tests->whole};
}

static Str path_of(Editor *editor) {
    Str path = editor->document.file.path;
    Str name = str_format(&editor->scratch, "%.*s.test.json", S_ARG(path_stem(path)));
    return path_join(&editor->scratch, path_folder(path), name);
}

// Bytes of the file, which may not be there yet: then they are empty. Gives why it is none of this case; empty: it is.
// Nothing is to be closed then.
static Str open_file(Editor *editor, Str *bytes, Trials *tests) {
    Error error = {0};
    const Catalog *catalog = &editor->app.catalog;
    Str name = path_name(editor->document.file.path);
    *tests = (Trials){0};
    *bytes = (Str){0};
    if (!file_load(&editor->scratch, path_of(editor), LIMIT_FILE_BYTES, bytes, &error)) {
        const Str why[] = {error_text(&editor->scratch, catalog, &error)};
        return error.code == ERROR_NOT_FOUND
                   ? (Str){0}
                   : catalog_format(&editor->scratch, catalog, TR("The file of tests could not be read: {0}."), why, 1);
    }
    TrialsFault fault = trials_open(&editor->scratch, *bytes, tests);
    bool ours = fault == TRIALS_FINE && str_equal(tests->case_name, name);
    if (!ours) {
        trials_close(tests);
    }
    return ours                   ? (Str){0}
           : fault == TRIALS_FINE ? catalog_text(catalog, TR("The file of tests is about another situation."))
                                  : catalog_text(catalog, TR("What stands in the place of the file of tests is none."));
}

static TrialRunner begin_runner(Editor *editor, Arena *arena, const Scenario *scenario) {
    return (TrialRunner){
        .arena = arena, .scratch = &editor->scratch, .scenario = scenario, .bank = detector_bank_create(scenario)};
}

static void run_all(Editor *editor, const Trials *file) {
    EditorTests *tests = &editor->tests;
    TrialRunner runner = begin_runner(editor, &tests->arena, editor->document.reading.scenario);
    for (const JsonValue *test = json_first(file->list); test != NULL; test = json_next(test)) {
        TrialVerdict verdict = trial_run(&runner, test);
        *rows_append(&tests->arena, &tests->rows) = verdict;
        tests->failed += verdict.notes.count > 0;
    }
    detector_bank_destroy(runner.bank);
}

// Asks for a file first: tests stand beside it.
static bool has_file(Editor *editor) {
    bool has = editor->document.file.path.len > 0;
    editor->overlay = has ? editor->overlay : EDITOR_ASK_FILE;
    return has;
}

static void show(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action, (void)now_ms;
    Str bytes, trouble;
    Trials file;
    if (!has_file(editor)) {
        return;
    }
    editor_tests_forget(editor);
    editor->overlay = EDITOR_TESTS;
    trouble = open_file(editor, &bytes, &file);
    if (trouble.len == 0 && editor->errors > 0) {
        trouble = catalog_text(&editor->app.catalog,
                               TR("This cannot be played yet: the check tells what is missing. F7 leads there."));
    } else if (trouble.len == 0 && bytes.len > 0) {
        run_all(editor, &file);
    }
    trials_close(&file);
    editor->tests.trouble = str_copy(&editor->tests.arena, trouble);
}

static void call(Editor *editor, Str name) {
    Arena arena = {0};
    Str path = str_copy(&arena, name);
    arena_finish(&editor->overlay_arena);
    editor->overlay_arena = arena;
    editor->path = path;
    editor->trouble = (Str){0};
}

static void set_name(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)now_ms;
    call(editor, action->text);
}

static void set_whole(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)now_ms;
    editor->tests.whole = action->index != 0;
}

static bool is_taken(const Trials *file, Str name) {
    const JsonValue *test = file->list != NULL ? json_first(file->list) : NULL;
    bool taken = false;
    for (; test != NULL && !taken; test = json_next(test)) {
        const JsonValue *other = json_type(test) == JSON_OBJECT ? json_member(test, S("name")) : NULL;
        taken = other != NULL && json_type(other) == JSON_TEXT && str_equal(json_text(other), name);
    }
    return taken;
}

// The title of the ending, with a number where a test has it.
static Str propose_name(Editor *editor, const Trials *file) {
    const Session *session = &editor->play.solo.session;
    const Scene *scene = &session->scenario->scenes.rows[session->walk.scene];
    Str title = session->scenario->endings.rows[scene->ending].title;
    Str name = title.len > 0          ? title
               : scene->title.len > 0 ? scene->title
                                      : scenario_name(session->scenario, scene->id);
    Str free = name;
    for (int32_t i = 2; is_taken(file, free); i++) {
        free = str_format(&editor->scratch, "%.*s (%d)", S_ARG(name), i);
    }
    return free;
}

static void ask_name(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action, (void)now_ms;
    Str bytes, trouble;
    Trials file;
    if (!editor->play.on || editor->play.behind || !has_file(editor)) {
        return;
    }
    trouble = open_file(editor, &bytes, &file);
    call(editor, propose_name(editor, &file));
    editor->trouble = str_copy(&editor->overlay_arena, trouble);
    editor->overlay = EDITOR_RECORD;
    trials_close(&file);
}

static Str make_test(Editor *editor, Str name) {
    const Session *session = &editor->play.solo.session;
    TrialRunner runner = begin_runner(editor, &editor->scratch, session->scenario);
    Str test = trial_record(&runner, session, &(TrialWish){.name = name, .whole = editor->tests.whole});
    detector_bank_destroy(runner.bank);
    return test;
}

// Why it was not written; empty: it was.
static Str write_test(Editor *editor, Str name, Str bytes, const Trials *file) {
    Error error = {0};
    const Catalog *catalog = &editor->app.catalog;
    if (is_taken(file, name)) {
        return catalog_text(catalog, TR("A test has this name already. Choose another name."));
    }
    Str test = make_test(editor, name);
    if (test.len == 0) {
        return catalog_text(catalog, TR("An answer that was taken back has led here, and a test takes none back. Play "
                                        "it again without stepping back."));
    }
    Str after = bytes.len > 0 ? trials_add(&editor->scratch, bytes, test)
                              : trials_begin(&editor->scratch, path_name(editor->document.file.path), test);
    if (!file_save(path_of(editor), after, &error)) {
        const Str why[] = {error_text(&editor->scratch, catalog, &error)};
        return catalog_format(&editor->scratch, catalog, TR("It cannot be saved there: {0}."), why, 1);
    }
    return (Str){0};
}

static void record(Editor *editor, const EditorAction *action, int64_t now_ms) {
    (void)action;
    Str bytes, name = str_trim(editor->path);
    Trials file;
    if (editor->overlay != EDITOR_RECORD || name.len == 0) {
        return;
    }
    Str trouble = open_file(editor, &bytes, &file);
    trouble = trouble.len == 0 ? write_test(editor, name, bytes, &file) : trouble;
    trials_close(&file);
    editor->trouble = str_copy(&editor->overlay_arena, trouble);
    if (trouble.len == 0) {
        editor->overlay = EDITOR_PLAIN;
        app_say(&editor->app, TOAST_DONE, TR("This play is a test now. It stands in {0}; F9 runs it."),
                folders_tell(&editor->scratch, &editor->app.folders, path_of(editor)), now_ms);
    }
}

typedef void Act(Editor *editor, const EditorAction *action, int64_t now_ms);

static Act *const ACTS[EDITOR_ACTION_COUNT] = {
    [EDITOR_RUN_TESTS] = show,           [EDITOR_ASK_TEST] = ask_name,  [EDITOR_SET_TEST_NAME] = set_name,
    [EDITOR_SET_TEST_WHOLE] = set_whole, [EDITOR_RECORD_TEST] = record,
};

void editor_tests_act(Editor *editor, const EditorAction *action, int64_t now_ms) {
    ACTS[action->kind](editor, action, now_ms);
}
