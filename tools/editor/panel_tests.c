// The dialogs of the tests of a case: what they come to, and the one that makes a test of a play.
#include "base/path.h"
#include "editor/panel.h"
#include "editor/pointer.h"

enum { TESTS_WIDTH = 820, RECORD_WIDTH = 620, NAME_MOST_CHARS = 200, MOST_SHOWN = 200 };

static Str tell_scene(const Page *page, SceneId scene) {
    return page->editor->targets[TARGET_SCENE].rows[scene - page->scenario->scene_rows.first].label;
}

static Str tell_ending(const Page *page, const TrialNote *note) {
    Ui *ui = page->ui;
    Str got = panel_tell_target(page, TARGET_SCENE, note->got);
    Str wanted = panel_tell_target(page, TARGET_SCENE, note->wanted);
    if (str_equal(note->got, S("null"))) {
        return UI_FORMAT(ui, TR("It comes to no ending any more: it stays in “{0}”."), tell_scene(page, note->scene));
    }
    return str_equal(note->wanted, S("null")) ? UI_FORMAT(ui, TR("It ends now, at “{0}”."), got)
                                              : UI_FORMAT(ui, TR("It ends at “{0}”, not at “{1}”."), got, wanted);
}

static Str tell_note(const Page *page, const TrialNote *note) {
    Ui *ui = page->ui;
    switch (note->fault) {
    case TRIAL_NO_OBJECT:
        return panel_words(page, TR("This is no test."));
    case TRIAL_UNKNOWN_KEY:
    case TRIAL_WRONG_KIND:
        return UI_FORMAT(ui, TR("“{0}” is nothing that a test has, or not of the kind that it has."), note->what);
    case TRIAL_BAD_START:
        return panel_words(page, TR("It cannot begin any more: the scene it begins at, or a gauge or a fact that was "
                                    "set, is not there."));
    case TRIAL_BAD_ANSWER:
        return UI_FORMAT(ui, TR("Answer {0}, in “{1}”: {2} is not possible there any more."), ui_number(ui, note->step),
                         tell_scene(page, note->scene), note->got);
    case TRIAL_NOTHING_ASKED:
        return UI_FORMAT(ui, TR("Answer {0}: nothing is asked any more, the play has come to “{1}”."),
                         ui_number(ui, note->step), tell_scene(page, note->scene));
    case TRIAL_ENDING:
        return tell_ending(page, note);
    case TRIAL_MARK:
        return UI_FORMAT(ui, TR("Marks, {0}: {1} instead of {2}."),
                         panel_tell_target(page, TARGET_COMPETENCY, note->what), note->got, note->wanted);
    case TRIAL_GAUGE:
        return UI_FORMAT(ui, TR("{0}: {1} instead of {2}."), panel_tell_target(page, TARGET_GAUGE, note->what),
                         note->got, note->wanted);
    case TRIAL_FACT:
        return UI_FORMAT(ui,
                         str_equal(note->wanted, S("1")) ? TR("“{0}” is not true at the end any more.")
                                                         : TR("“{0}” is true at the end now."),
                         panel_tell_target(page, TARGET_FACT, note->what));
    case TRIAL_NO_NAME:
        break;
    }
    return UI_FORMAT(ui, TR("There is no “{0}” here any more."),
                     str_equal(note->what, S("facts")) ? note->wanted : note->what);
}

// Leads to the scene that it is about, where it is about one.
static void say_note(const Page *page, const TrialNote *note, int32_t index) {
    Ui *ui = page->ui;
    Str text = tell_note(page, note);
    if (note->scene == 0) {
        ui_text(ui, (UiText){.text = text});
    } else if (ui_button(ui, (UiButton){.key = S("note"), .index = index, .text = text, .kind = BUTTON_QUIET})) {
        int32_t row = note->scene - page->scenario->scene_rows.first;
        panel_want(page, (EditorAction){.kind = EDITOR_GO_TO, .at = pointer_element(ui_arena(ui), S("/scenes"), row)});
    }
}

static void say_test(const Page *page, int32_t index) {
    Ui *ui = page->ui;
    const TrialVerdict *verdict = &page->editor->tests.rows.rows[index];
    bool passed = verdict->notes.count == 0;
    Str word = panel_words(page, passed ? TR("as it was") : TR("not any more"));
    ui_box_begin(ui, (UiBox){.key = S("test"),
                             .index = index,
                             .gap = 2,
                             .padding = UI_PAD2(0, 4),
                             .role = ROLE_GROUP,
                             .name = UI_FORMAT(ui, TR("{0}: {1}"), verdict->name, word)});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .align = UI_START});
    ui_text(ui, (UiText){.text = passed ? S("✓") : S("✗"),
                         .style = TEXT_STRONG,
                         .color = passed ? COLOR_TEAL_INK : COLOR_TERRACOTTA_INK,
                         .role = UI_SILENT});
    ui_text(ui, (UiText){.text = verdict->name, .style = TEXT_STRONG, .grow = UI_GROW});
    ui_text(ui, (UiText){.text = word, .color = passed ? COLOR_TEAL_INK : COLOR_TERRACOTTA_INK});
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.padding = {26, 0, 0, 0}, .gap = 2, .align = UI_START});
    for (int32_t i = 0; i < verdict->notes.count; i++) {
        say_note(page, &verdict->notes.rows[i], i);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static Str tell_all(const Page *page) {
    const EditorTests *tests = &page->editor->tests;
    int32_t count = tests->rows.count;
    Str all = panel_tell_count(page, TRP("{0} test.", "{0} tests."), count);
    Str failed = tests->failed == 0 ? panel_words(page, TR("All come to what they came to."))
                                    : panel_tell_count(page,
                                                       TRP("{0} does not come to what it came to any more.",
                                                           "{0} do not come to what they came to any more."),
                                                       tests->failed);
    return count == 0
               ? panel_words(page, TR("There is no test yet. Play from a scene, or from the beginning, and press "
                                      "“Record as a test…”: from then on it is told here whether the same "
                                      "answers still lead there."))
               : UI_FORMAT(page->ui, TR("{0} {1}"), all, failed);
}

static void say_tests(const Page *page) {
    Ui *ui = page->ui;
    const EditorTests *tests = &page->editor->tests;
    int32_t count = tests->rows.count, shown = count < MOST_SHOWN ? count : MOST_SHOWN;
    ui_text(ui, (UiText){.text = tell_all(page), .live = true});
    // What has changed is what is looked for.
    for (int32_t passed = 0; passed < 2; passed++) {
        for (int32_t i = 0; i < shown; i++) {
            if ((tests->rows.rows[i].notes.count == 0) == (passed == 1)) {
                say_test(page, i);
            }
        }
    }
    if (shown < count) {
        Str more = panel_tell_count(page, TRP("and {0} more", "and {0} more"), count - shown);
        ui_text(ui, (UiText){.text = more, .color = COLOR_SOFT});
    }
}

void panel_say_tests(const Page *page) {
    Ui *ui = page->ui;
    Str trouble = page->editor->tests.trouble;
    bool closes = ui_dialog_begin(
        ui, (UiDialog){.key = S("tests"), .title = panel_words(page, TR("Tests")), .width = TESTS_WIDTH});
    if (trouble.len > 0) {
        ui_text(ui, (UiText){.text = trouble, .color = COLOR_TERRACOTTA_INK, .live = true});
    } else {
        say_tests(page);
    }
    panel_end_dialog(
        page,
        &(UiButton){
            .key = S("close"), .text = panel_words(page, TR("Close")), .kind = BUTTON_PRIMARY, .wants_focus = true},
        closes);
}

static Str tell_play(const Page *page) {
    const Session *session = &page->editor->play.solo.session;
    const Walk *walk = &session->walk;
    Str answers = panel_tell_count(page, TRP("{0} answer", "{0} answers"), session->way.count);
    Str scene = panel_tell_target(page, TARGET_SCENE,
                                  scenario_name(session->scenario, session->scenario->scenes.rows[walk->scene].id));
    return UI_FORMAT(page->ui,
                     walk->status == WALK_ENDED
                         ? TR("{0}, to the ending “{1}”. The test holds these answers, that "
                              "ending and the marks.")
                         : TR("{0}, up to “{1}”: no ending yet. The test holds these answers and the marks."),
                     answers, scene);
}

static void say_name(const Page *page) {
    Ui *ui = page->ui;
    const Editor *editor = page->editor;
    Str edited;
    ui_text(ui, (UiText){.text = tell_play(page)});
    if (ui_field(ui,
                 (UiField){.key = S("name"),
                           .name = panel_words(page, TR("Name of the test")),
                           .text = editor->path,
                           .most_chars = NAME_MOST_CHARS,
                           .wants_focus = true},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_SET_TEST_NAME, .text = edited});
    }
    if (ui_checkbox(ui, (UiToggle){.key = S("whole"),
                                   .text = panel_words(page, TR("Gauges and facts too")),
                                   .about = panel_words(page, TR("The least change of an effect is then told.")),
                                   .checked = editor->tests.whole})) {
        panel_want(page, (EditorAction){.kind = EDITOR_SET_TEST_WHOLE, .index = !editor->tests.whole});
    }
    if (editor->trouble.len > 0) {
        ui_text(ui, (UiText){.text = editor->trouble, .color = COLOR_TERRACOTTA_INK, .live = true});
    }
}

void panel_say_record(const Page *page) {
    Ui *ui = page->ui;
    bool no = ui_dialog_begin(ui, (UiDialog){.key = S("record"),
                                             .title = panel_words(page, TR("Record this play as a test")),
                                             .width = RECORD_WIDTH});
    say_name(page);
    bool yes = ui_pressed(ui, ui_id(ui, S("name"), 0)) && ui_input(ui)->kind == INPUT_KEY;
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
    no = ui_button(ui, (UiButton){.key = S("no"), .text = panel_words(page, TR("Cancel"))}) || no;
    yes = ui_button(ui, (UiButton){.key = S("yes"),
                                   .text = panel_words(page, TR("Record")),
                                   .kind = BUTTON_PRIMARY,
                                   .disabled = str_trim(page->editor->path).len == 0}) ||
          yes;
    ui_box_end(ui);
    ui_dialog_end(ui);
    if (yes) {
        panel_want(page, (EditorAction){.kind = EDITOR_RECORD_TEST});
    } else if (no) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    }
}
