// Speech of a page, and of a text that is typed.
#include "ui/widgets.h"

#include "fake/face.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 720 };

typedef struct {
    Ui *ui;
    Str page, text;
    bool asks, toasts, types, rates;
    int32_t count; // of something that is counted
} Stage;

static Str get_words(void *context, Arena *arena) {
    (void)context, (void)arena;
    return S("pasted words");
}

static void set_words(void *context, Str text) {
    (void)context, (void)text;
}

static int begin(void **state) {
    static Stage stage;
    stage = (Stage){.ui = ui_create(fake_typesetter(), (Clipboard){NULL, get_words, set_words}), .page = S("one")};
    *state = &stage;
    return 0;
}

static int end(void **state) {
    Stage *stage = *state;
    ui_destroy(stage->ui);
    return 0;
}

static void say_field(Stage *stage) {
    Str edited;
    ui_box_begin(stage->ui, (UiBox){.width = 400});
    (void)ui_field(
        stage->ui,
        (UiField){.key = S("field"), .name = S("Your words"), .text = stage->text, .multiline = true, .most_chars = 40},
        &edited);
    stage->text = str_copy(ui_arena(stage->ui), edited);
    ui_box_end(stage->ui);
}

// Two questions, each rated in the same words.
static void say_rates(Stage *stage) {
    static const Str NAMES[] = {S_INIT("Patience"), S_INIT("Listening")};
    static const Str LEVELS[] = {S_INIT("0"), S_INIT("1")};
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        ui_box_begin(stage->ui, (UiBox){.key = S("rate"), .index = i, .role = ROLE_GROUP, .name = NAMES[i]});
        (void)ui_choices(
            stage->ui,
            (UiChoices){
                .key = S("levels"), .name = S("From 0 to 1"), .labels = LEVELS, .count = COUNT(LEVELS), .chosen = -1});
        ui_box_end(stage->ui);
    }
}

static const UiFrame *show(Stage *stage, UiInput input) {
    Ui *ui = stage->ui;
    ui_begin(ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100, .speaks = true});
    ui_enter_page(ui, stage->page);
    ui_box_begin(ui, (UiBox){.unread = true});
    ui_text(ui, (UiText){.text = S("A hint")});
    ui_box_end(ui);
    ui_aloud(ui, S("He:"), true);
    ui_text(ui, (UiText){.text = S("I wait."), .live = true});
    ui_aloud(ui, S("He:"), true);
    ui_box_begin(ui, (UiBox){.key = S("count"),
                             .name = str_format(ui_arena(ui), "B: %d", stage->count),
                             .live = true,
                             .quiet = true});
    ui_box_end(ui);
    if (ui_shortcut(ui, 'v', 0, S("Read"))) {
        ui_read_page(ui);
    }
    (void)ui_button(ui, (UiButton){.key = S("go"), .text = S("Go on")});
    if (stage->types) {
        say_field(stage);
    }
    if (stage->rates) {
        say_rates(stage);
    }
    if (stage->asks) {
        (void)ui_dialog_begin(ui, (UiDialog){.key = S("ask"), .title = S("Leave?"), .width = 400});
        ui_text(ui, (UiText){.text = S("It is kept.")});
        (void)ui_button(ui, (UiButton){.key = S("yes"), .text = S("Leave")});
        ui_dialog_end(ui);
    }
    if (stage->toasts) {
        (void)ui_toast(ui, S("All is kept."), UI_TINT_NONE);
    }
    return ui_end(ui);
}

static void hears(const UiFrame *frame, const char *lines) {
    Arena arena = {0};
    StrBuilder said = {.arena = &arena};
    for (int32_t i = 0; i < frame->says.count; i++) {
        str_add(&said, i > 0 ? S(" | ") : S(""));
        str_add(&said, frame->says.rows[i].text);
    }
    if (!str_equal(str_built(&said), str_from_c(lines))) {
        fail_msg("heard “%.*s”, not “%s”", S_ARG(str_built(&said)), lines);
    }
    arena_finish(&arena);
}

static const UiFrame *press(Stage *stage, int32_t key, int32_t modifiers) {
    return show(stage, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

static const UiFrame *type(Stage *stage, const char *text) {
    return show(stage, (UiInput){.kind = INPUT_TEXT, .text = str_from_c(text)});
}

static void the_same_words_are_said_each_time_they_stand_there(void **state) {
    hears(show(*state, (UiInput){0}), "He: | I wait. | He: | Go on, button");
    hears(show(*state, (UiInput){0}), "");
}

static void what_is_in_another_language_says_so(void **state) {
    Stage *stage = *state;
    Ui *ui = stage->ui;
    ui_begin(ui, &(UiInput){0}, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100, .speaks = true});
    ui_text(ui, (UiText){.text = S("The story"), .live = true});
    ui_box_begin(ui, (UiBox){.language = S("fr")});
    ui_text(ui, (UiText){.text = S("Il attend."), .live = true});
    ui_aloud(ui, S("Lui :"), true);
    (void)ui_button(ui, (UiButton){.key = S("go"), .text = S("Go on")});
    ui_box_end(ui);
    const UiFrame *frame = ui_end(ui);
    hears(frame, "The story | Il attend. | Lui : | Go on, button");
    static const Str LANGUAGES[] = {S_INIT(""), S_INIT("fr"), S_INIT("fr"), S_INIT("")};
    for (int32_t i = 0; i < frame->says.count; i++) {
        assert_true(str_equal(frame->says.rows[i].language, LANGUAGES[i]));
    }
}

static void a_page_is_read_without_its_hints(void **state) {
    (void)show(*state, (UiInput){0});
    hears(press(*state, 'v', 0), "He: | I wait. | He: | Go on, button");
}

static void a_dialog_says_all_of_itself_and_nothing_is_said_again_after_it(void **state) {
    Stage *stage = *state;
    (void)show(stage, (UiInput){0});
    stage->asks = true;
    hears(show(stage, (UiInput){0}), "Leave? dialog | It is kept. | Leave, button");
    hears(press(stage, 'v', 0), "Leave? dialog | It is kept. | Leave, button");
    stage->asks = false;
    hears(show(stage, (UiInput){0}), "Go on, button");
}

static void news_is_forgotten_with_its_page(void **state) {
    Stage *stage = *state;
    (void)show(stage, (UiInput){0});
    stage->page = S("two");
    hears(show(stage, (UiInput){0}), "He: | I wait. | He: | Go on, button");
    stage->page = S("one");
    hears(show(stage, (UiInput){0}), "He: | I wait. | He: | Go on, button");
}

static void a_count_is_said_when_it_changes_and_not_with_its_page(void **state) {
    Stage *stage = *state;
    hears(show(stage, (UiInput){0}), "He: | I wait. | He: | Go on, button");
    stage->count = 1;
    hears(show(stage, (UiInput){0}), "B: 1");
    stage->count = 0;
    hears(show(stage, (UiInput){0}), "B: 0");
    stage->page = S("two");
    hears(show(stage, (UiInput){0}), "He: | I wait. | He: | Go on, button");
}

static void a_toast_is_said_once_whatever_page_it_stands_on(void **state) {
    Stage *stage = *state;
    (void)show(stage, (UiInput){0});
    stage->toasts = true;
    hears(show(stage, (UiInput){0}), "All is kept.");
    stage->page = S("two");
    hears(show(stage, (UiInput){0}), "He: | I wait. | He: | Go on, button");
    stage->toasts = false;
    (void)show(stage, (UiInput){0});
    stage->toasts = true;
    hears(show(stage, (UiInput){0}), "All is kept.");
}

static void go_typing(Stage *stage) {
    stage->types = true;
    (void)show(stage, (UiInput){0});
    (void)press(stage, KEY_TAB, 0);
}

static void what_is_typed_is_said_word_by_word(void **state) {
    Stage *stage = *state;
    go_typing(stage);
    hears(type(stage, "H"), "");
    hears(type(stage, "i"), "");
    hears(type(stage, " "), "Hi");
    hears(type(stage, "x"), "");
    hears(type(stage, "."), "x");
    hears(type(stage, " "), "");
    hears(type(stage, "é"), "");
    hears(press(stage, KEY_BACKSPACE, 0), "é");
    hears(press(stage, KEY_BACKSPACE, 0), "space");
    hears(press(stage, KEY_BACKSPACE, MOD_CTRL), "x.");
    hears(press(stage, KEY_ENTER, 0), "new line");
}

static void where_the_caret_goes_is_said(void **state) {
    Stage *stage = *state;
    stage->text = S("Two words\n\nand more");
    go_typing(stage);
    hears(press(stage, KEY_UP, 0), "empty line");
    hears(press(stage, KEY_UP, 0), "Two words");
    hears(press(stage, KEY_HOME, 0), "Two words");
    hears(press(stage, KEY_RIGHT, 0), "w");
    hears(press(stage, KEY_RIGHT, MOD_CTRL), "wo");
    hears(press(stage, KEY_RIGHT, MOD_CTRL), "words");
    hears(press(stage, KEY_LEFT, MOD_CTRL), "words");
    hears(press(stage, KEY_LEFT, 0), "space");
    hears(press(stage, KEY_END, MOD_CTRL), "and more");
    hears(press(stage, KEY_RIGHT, 0), "end of the text");
}

static void what_is_selected_and_pasted_is_said(void **state) {
    Stage *stage = *state;
    stage->text = S("Two words");
    go_typing(stage);
    hears(press(stage, KEY_LEFT, MOD_SHIFT), "s, selected");
    hears(press(stage, KEY_LEFT, MOD_SHIFT), "d, selected");
    hears(press(stage, KEY_RIGHT, MOD_SHIFT), "d, no longer selected");
    hears(press(stage, 'a', MOD_CTRL), "Two words, selected");
    hears(press(stage, 'c', MOD_CTRL), "");
    hears(press(stage, KEY_RIGHT, 0), "end of the text");
    hears(press(stage, 'v', MOD_CTRL), "pasted words | Characters left: 19");
}

static void how_much_room_is_left_is_said(void **state) {
    Stage *stage = *state;
    stage->text = S("Nineteen characters");
    go_typing(stage);
    hears(type(stage, "xx"), "xx | Characters left: 19");
    hears(type(stage, "y"), "");
    hears(type(stage, "and all that would still go in"), "and all that would | No room is left.");
    hears(type(stage, "z"), "No room is left.");
}

static void every_group_that_the_focus_comes_into_is_called_by_its_name(void **state) {
    Stage *stage = *state;
    stage->rates = true;
    (void)show(stage, (UiInput){0});
    hears(press(stage, KEY_TAB, 0), "Patience | From 0 to 1 | 0, choice, not ticked, 1 of 2");
    hears(press(stage, KEY_RIGHT, 0), "1, choice, not ticked, 2 of 2");
    hears(press(stage, KEY_TAB, 0), "Listening | From 0 to 1 | 0, choice, not ticked, 1 of 2");
    hears(press(stage, KEY_TAB, MOD_SHIFT), "Patience | From 0 to 1 | 0, choice, not ticked, 1 of 2");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_words_are_said_each_time_they_stand_there, begin, end),
        cmocka_unit_test_setup_teardown(what_is_in_another_language_says_so, begin, end),
        cmocka_unit_test_setup_teardown(a_page_is_read_without_its_hints, begin, end),
        cmocka_unit_test_setup_teardown(a_dialog_says_all_of_itself_and_nothing_is_said_again_after_it, begin, end),
        cmocka_unit_test_setup_teardown(news_is_forgotten_with_its_page, begin, end),
        cmocka_unit_test_setup_teardown(a_count_is_said_when_it_changes_and_not_with_its_page, begin, end),
        cmocka_unit_test_setup_teardown(a_toast_is_said_once_whatever_page_it_stands_on, begin, end),
        cmocka_unit_test_setup_teardown(what_is_typed_is_said_word_by_word, begin, end),
        cmocka_unit_test_setup_teardown(where_the_caret_goes_is_said, begin, end),
        cmocka_unit_test_setup_teardown(what_is_selected_and_pasted_is_said, begin, end),
        cmocka_unit_test_setup_teardown(how_much_room_is_left_is_said, begin, end),
        cmocka_unit_test_setup_teardown(every_group_that_the_focus_comes_into_is_called_by_its_name, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
