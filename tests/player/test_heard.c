// Whoever plays by ear misses nothing: with speech on and by keyboard alone, what the case says must be heard is heard,
// in the order in which it stands on the page.
#include "player/desk.h"
#include "player/shipped.h"

#include "player/player_program.h"
#include "session/response.h"
#include "solo/solo_shown.h"
#include "spoken/spoken.h"
#include "told/feedback.h"
#include "told/telling.h"

enum { WIDTH = 1280, HEIGHT = 720, WALKS = 4 };

typedef struct {
    Arena arena;
    Desk desk;
    Machine *machine;
    Shell shell;
    ROWS_OF(Str) heard;
    int32_t at;     // what is expected next was said at this row or later
    int32_t missed; // what was not heard
} Listener;

// Names as the author of the case has them said.
static SpokenTable names_of(Listener *listener) {
    const Scenario *scenario = listener->desk.player.open.scenario;
    if (scenario == NULL) {
        return (SpokenTable){0};
    }
    Span span = scenario->pronunciation_rows;
    SpokenAs *rows = arena_push(&listener->arena, SpokenAs, span.count);
    for (int32_t i = 0; i < span.count; i++) {
        const Pronunciation *row = &scenario->pronunciations.rows[span.first + i];
        rows[i] = (SpokenAs){row->text, row->said};
    }
    return (SpokenTable){rows, span.count};
}

// As it is spoken: without the stars of emphasis, in one line, signs as words.
static Str plain(Listener *listener, Str text) {
    StrBuilder out = {.arena = &listener->arena};
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (text.text[i] != '*') {
            str_add_char(&out, text.text[i] == '\n' ? ' ' : text.text[i]);
        }
    }
    return spoken_text(&listener->arena, S("fr"), names_of(listener), str_built(&out));
}

// Slowly enough for a page to take Enter.
static void input(Listener *listener, UiInput given) {
    listener->desk.now_ms += 500;
    given.now_ms = listener->desk.now_ms;
    const UiFrame *frame =
        shell_answer(&listener->shell, desk_window(listener->machine), &given, (WindowSize){WIDTH, HEIGHT});
    for (int32_t i = 0; i < frame->says.count; i++) {
        *rows_append(&listener->arena, &listener->heard) = str_copy(&listener->arena, frame->says.rows[i].text);
    }
}

static void press(Listener *listener, int32_t key, int32_t modifiers) {
    input(listener, (UiInput){.kind = INPUT_KEY, .key = key, .modifiers = modifiers});
}

static bool is_heard(const Listener *listener, int32_t row, Str begins, Str ends) {
    Str said = listener->heard.rows[row];
    return str_begins(said, begins) && str_ends(said, ends);
}

static void tell_missed(Listener *listener, Str begins, Str ends) {
    print_message("not heard: %.*s … %.*s\n", S_ARG(begins), S_ARG(ends));
    for (int32_t i = listener->at; i < listener->heard.count; i++) {
        print_message("    but: %.*s\n", S_ARG(listener->heard.rows[i]));
    }
    listener->missed++;
}

static void expect(Listener *listener, Str begins, Str ends) {
    Str wanted = plain(listener, begins);
    for (int32_t i = listener->at; i < listener->heard.count; i++) {
        if (is_heard(listener, i, wanted, ends)) {
            listener->at = i + 1;
            return;
        }
    }
    tell_missed(listener, wanted, ends);
}

static void expect_text(Listener *listener, Str text) {
    if (text.len > 0) {
        expect(listener, text, (Str){0});
    }
}

static void expect_row(Listener *listener, Str begins, int32_t place, int32_t count) {
    Str end = count > 1 ? str_format(&listener->arena, " %d sur %d", place, count) : (Str){0};
    expect(listener, begins, end);
}

static const Solo *model_of(const Listener *listener) {
    return player_walk(&listener->desk.player);
}

// Whoever begins to speak is named before.
static void expect_line(Listener *listener, CharacterId *by, const Line *line) {
    if (line->by.id != 0 && line->by.id != *by) {
        expect(listener, model_of(listener)->scenario->characters.rows[line->by.id].name, S(":"));
    }
    *by = line->by.id;
    expect_text(listener, line->text);
}

// The scenes that the last answer led to.
static void expect_scenes(Listener *listener) {
    const Solo *model = model_of(listener);
    Span told = story_told_after(&model->story, model->session.way.count);
    CharacterId by = 0;
    for (int32_t i = told.first; i < told.first + told.count; i++) {
        const StoryRow *row = &model->story.told.rows[i];
        Span lines = model->scenario->scenes.rows[row->scene].lines;
        for (int32_t j = 0; j < lines.count; j++) {
            if ((row->lines >> j & 1) != 0) {
                expect_line(listener, &by, &model->scenario->lines.rows[lines.first + j]);
            }
        }
    }
}

static void expect_options(Listener *listener) {
    const Solo *model = model_of(listener);
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = solo_list_options(model, options);
    for (int32_t i = 0; i < count; i++) {
        bool own = options[i] == OPTION_OWN_WORDS;
        Str text = own ? model->scenario->own_words.rows[solo_ask(model)->own_words].prompt
                       : model->scenario->options.rows[options[i]].text;
        press(listener, KEY_DOWN, 0);
        expect_row(listener, str_format(&listener->arena, "%c. %.*s", 'A' + i, S_ARG(text)), i + 1, count);
    }
}

// Where several stand abreast the way goes to the right, then down and back.
static void go_to_next_item(Listener *listener, AskKind kind, int32_t next, int32_t count) {
    enum { FEW = 6 };
    int32_t abreast = kind != ASK_CLASSIFY ? 1 : count > FEW ? 3 : 2;
    if (next % abreast != 0) {
        press(listener, KEY_RIGHT, 0);
        return;
    }
    press(listener, KEY_DOWN, 0);
    for (int32_t i = 1; i < abreast; i++) {
        press(listener, KEY_LEFT, 0);
    }
}

// Items in the order shown; of a rate, each with all its levels.
static void expect_items(Listener *listener) {
    const Solo *model = model_of(listener);
    Telling telling = player_telling(&listener->desk.player, listener->desk.player.walk, &listener->arena);
    SoloItems items = solo_items(model);
    const Ask *ask = solo_ask(model);
    AskKind kind = ask->kind;
    for (int32_t i = 0; i < items.count; i++) {
        if (i > 0) {
            go_to_next_item(listener, kind, i, items.count);
        }
        Str text = model->scenario->items.rows[ask->items.first + items.rows[i].item].text;
        if (kind != ASK_RATE) {
            expect_row(listener, text, i + 1, items.count);
            continue;
        }
        expect_text(listener, text);
        for (int32_t j = 0; j < items.place_count; j++) {
            if (j > 0) {
                press(listener, KEY_RIGHT, 0);
            }
            expect_row(listener, telling_place(&telling, ask, j), j + 1, items.place_count);
        }
        for (int32_t j = 1; j < items.place_count; j++) {
            press(listener, KEY_LEFT, 0);
        }
        listener->at = listener->heard.count;
    }
}

static void expect_bins(Listener *listener) {
    const Scenario *scenario = model_of(listener)->scenario;
    Span bins = solo_ask(model_of(listener))->bins;
    for (int32_t i = 0; i < bins.count; i++) {
        Str text = scenario->bins.rows[bins.first + i].text;
        expect_text(listener, str_format(&listener->arena, "%d, %.*s", i + 1, S_ARG(text)));
    }
}

// The focus goes on to the next item, so the one that got its level is called by its name.
static void rate_last(Listener *listener, const Ask *ask) {
    Telling telling = player_telling(&listener->desk.player, listener->desk.player.walk, &listener->arena);
    SoloItems items = solo_items(model_of(listener));
    Str text = model_of(listener)->scenario->items.rows[ask->items.first + items.rows[items.count - 1].item].text;
    press(listener, '1', 0);
    expect_text(listener, str_format(&listener->arena, "%.*s : %.*s", S_ARG(plain(listener, text)),
                                     S_ARG(plain(listener, telling_place(&telling, ask, 0)))));
}

static void give_items(Listener *listener, const Ask *ask) {
    if (ask->kind == ASK_RATE) {
        rate_last(listener, ask);
    }
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        desk_walk(&listener->desk, ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, i, i % 2);
    }
    press(listener, KEY_ENTER, MOD_CTRL);
}

static void give_words(Listener *listener) {
    expect(listener, S("Ctrl+Entrée pour valider"), (Str){0});
    expect(listener, S("champ de texte"), (Str){0});
    input(listener, (UiInput){.kind = INPUT_TEXT, .text = S("Si je comprends bien, c’est la troisième fois.")});
    press(listener, KEY_ENTER, MOD_CTRL);
}

// Hears the decision out, and answers it.
static void decide(Listener *listener, int32_t turn) {
    const Solo *model = model_of(listener);
    const Ask *ask = solo_ask(model);
    OptionId options[LIMIT_OPTIONS + 1];
    Str number = str_format(&listener->arena, "%s %d", model->scenario->kind == KIND_QUIZ ? "Question" : "Décision",
                            model->session.way.count + 1);
    expect_text(listener, number);
    expect_text(listener, ask->prompt);
    switch (ask->kind) {
    case ASK_CHOICE:
        expect(listener, (Str){0}, S(" réponses"));
        expect_options(listener);
        press(listener, '1' + turn % solo_list_options(model, options), 0);
        break;
    case ASK_MULTIPLE:
        expect_options(listener);
        for (int32_t i = turn % 2; !solo_can_submit(model); i++) {
            press(listener, 'a' + i, 0);
        }
        press(listener, KEY_ENTER, MOD_CTRL);
        break;
    case ASK_WRITE:
        break;
    case ASK_CLASSIFY:
        expect_bins(listener);
        expect_items(listener);
        give_items(listener, ask);
        break;
    default:
        expect_items(listener);
        give_items(listener, ask);
        break;
    }
    if (model->phase == SOLO_PHASE_WORDS) {
        give_words(listener);
    }
    if (model->phase == SOLO_PHASE_CONFIDENCE) {
        press(listener, '2', 0);
    }
}

static void expect_why(Listener *listener, const Why *why) {
    expect_text(listener, why->text);
    expect_text(listener, why->gives);
    expect_text(listener, why->costs);
    expect_text(listener, why->instead);
}

static void expect_item_whys(Listener *listener, const Ask *ask) {
    const Scenario *scenario = model_of(listener)->scenario;
    for (int32_t i = 0; i < ask->items.count; i++) {
        expect_why(listener, &scenario->whys.rows[scenario->items.rows[ask->items.first + i].why]);
    }
}

// The answer comes before what it brought.
static void expect_confirmed(Listener *listener) {
    Telling telling = player_telling(&listener->desk.player, listener->desk.player.walk, &listener->arena);
    ToldFeedback shown = feedback_create(&telling, model_of(listener)->session.way.count, false);
    if (shown.answered.text.len == 0) {
        return;
    }
    Str answered = plain(listener, shown.answered.text);
    expect(listener, S("Votre réponse"), answered);
    if (shown.found.len > 0) {
        expect(listener, shown.found, S(""));
    }
}

static void hear_feedback(Listener *listener) {
    const Solo *model = model_of(listener);
    const Session *session = &model->session;
    expect_confirmed(listener);
    const Event *event = &session->events.rows[session->way.rows[session->way.count - 1]];
    Response response = response_to(&listener->arena, session, event);
    CharacterId by = 0;
    for (int32_t i = 0; i < response.line_count; i++) {
        expect_line(listener, &by, response.lines[i]);
    }
    if (!response_waits(model->scenario)) {
        for (int32_t i = 0; i < response.why_count; i++) {
            expect_why(listener, response.whys[i]);
        }
        expect_item_whys(listener, solo_ask(model));
    }
    press(listener, KEY_ENTER, 0);
}

static void hear_walk(Listener *listener, int32_t turn) {
    const Solo *model = model_of(listener);
    expect_scenes(listener);
    while (model->phase != SOLO_PHASE_ENDED) {
        decide(listener, turn++);
        if (model->phase == SOLO_PHASE_FEEDBACK) {
            hear_feedback(listener);
        }
        assert_true(model->phase == SOLO_PHASE_ASK || model->phase == SOLO_PHASE_WORDS ||
                    model->phase == SOLO_PHASE_ENDED);
        expect_scenes(listener);
    }
    const Scene *scene = &model->scenario->scenes.rows[model->session.walk.scene];
    const Ending *ending = &model->scenario->endings.rows[scene->ending];
    expect_text(listener, ending->title);
    expect_text(listener, telling_ending_text(ending));
}

static void begin_listening(Listener *listener, Str path) {
    *listener = (Listener){0};
    desk_start(&listener->desk, (DeskStart){.case_path = path});
    desk_set(&listener->desk, SETTING_SPEECH, 1);
    listener->machine = desk_machine();
    shell_init(&listener->shell, player_program(&listener->desk.player), listener->machine);
}

static void end_listening(Listener *listener) {
    int32_t missed = listener->missed;
    shell_finish(&listener->shell);
    machine_destroy(listener->machine);
    desk_close(&listener->desk);
    arena_finish(&listener->arena);
    assert_int_equal(missed, 0);
}

static void hear_case(Str path, int32_t turn) {
    Listener listener;
    begin_listening(&listener, path);
    desk_act(&listener.desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(&listener.desk, ACTION_START, 0);
    assert_int_equal(listener.desk.player.screen, SCREEN_PLAY);
    input(&listener, (UiInput){.kind = INPUT_IDLE});
    hear_walk(&listener, turn);
    press(&listener, KEY_ENTER, 0);
    assert_int_equal(listener.desk.player.screen, SCREEN_DEBRIEF);
    expect_text(&listener, S("Bilan"));
    end_listening(&listener);
}

static void hear_walks(const char *path) {
    for (int32_t turn = 0; turn < WALKS; turn++) {
        hear_case(str_from_c(path), turn);
    }
}

static void all_of_the_first_case_is_heard(void **state) {
    (void)state;
    hear_walks("../scenarios/fr/s01-faire-faire-avec-laisser-faire.json");
}

static void all_of_the_second_case_is_heard(void **state) {
    (void)state;
    hear_walks("../scenarios/fr/s02-ca-fait-trois-fois.json");
}

// One walk of each: what is heard of a walk differs by the kinds of answers and lines, which these share.
static void a_walk_of_each_shipped_case_is_heard(void **state) {
    (void)state;
    Arena arena = {0};
    FileList paths = shipped_cases(&arena);
    for (int32_t i = 0; i < paths.count; i++) {
        hear_case(paths.rows[i], i);
    }
    arena_finish(&arena);
}

static void all_of_a_case_with_every_kind_of_answer_is_heard(void **state) {
    (void)state;
    hear_walks("data/cases/dossier-vert.json");
}

static void all_of_a_case_about_two_answers_is_heard(void **state) {
    (void)state;
    hear_walks("data/cases/rumeur.json");
}

static void all_of_a_quiz_is_heard(void **state) {
    (void)state;
    hear_walks("data/cases/ask-first.json");
}

static int32_t count_heard(const Listener *listener, Str begins) {
    int32_t count = 0;
    for (int32_t i = 0; i < listener->heard.count; i++) {
        count += str_begins(listener->heard.rows[i], begins);
    }
    return count;
}

static void look(Listener *listener) {
    input(listener, (UiInput){.kind = INPUT_IDLE});
}

static void every_page_says_what_it_is_and_reads_itself(void **state) {
    (void)state;
    Listener listener;
    begin_listening(&listener, (Str){0});
    look(&listener);
    expect_text(&listener, S("Bienvenue dans Palabre"));
    press(&listener, 'v', 0);
    expect_text(&listener, S("S’entraîner"));
    press(&listener, KEY_ENTER, 0);
    expect_text(&listener, S("Avant votre première situation"));
    press(&listener, KEY_ENTER, 0);
    expect_text(&listener, S("Que voulez-vous travailler"));
    press(&listener, 'v', 0);
    expect_text(&listener, S("Faire, faire avec, laisser faire, bouton"));
    press(&listener, KEY_F1, 0);
    expect(&listener, (Str){0}, S("fenêtre"));
    expect_text(&listener, S("V, Lire cette page à voix haute"));
    expect_text(&listener, S("Ctrl, Faire taire la voix"));
    expect_text(&listener, S("Fermer, bouton"));
    press(&listener, 'v', 0);
    expect_text(&listener, S("F11"));
    press(&listener, KEY_ESCAPE, 0);
    desk_act(&listener.desk, ACTION_GO, SCREEN_SETTINGS);
    look(&listener);
    expect_text(&listener, S("Réglages"));
    press(&listener, 'v', 0);
    expect_text(&listener, S("Lecture à voix haute, case à cocher, coché"));
    end_listening(&listener);
}

static void the_whole_warning_is_heard_before_a_case(void **state) {
    (void)state;
    Listener listener;
    begin_listening(&listener, S("../scenarios/fr/s02-ca-fait-trois-fois.json"));
    look(&listener);
    const Scenario *scenario = listener.desk.player.open.scenario;
    expect_text(&listener, scenario->title);
    expect_text(&listener, scenario->notice);
    end_listening(&listener);
}

static void what_becomes_of_an_export_is_heard_before_it_is_written(void **state) {
    (void)state;
    Listener listener;
    begin_listening(&listener, S("schema/complete.json"));
    desk_act(&listener.desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(&listener.desk, ACTION_EXPORT_CASE, 0);
    look(&listener);
    expect_text(&listener, S("Exporter"));
    expect_text(&listener, S("GIFT"));
    press(&listener, KEY_RIGHT, 0);
    expect_text(&listener, S("Moodle XML"));
    press(&listener, KEY_ENTER, 0);
    desk_act(&listener.desk, ACTION_TICK, 0);
    look(&listener);
    expect_text(&listener, S("Éléments trouvés"));
    expect_text(&listener, S("Le fichier sera ici"));
    desk_act(&listener.desk, ACTION_WRITE_CASE, 0);
    desk_act(&listener.desk, ACTION_TICK, 0);
    look(&listener);
    expect_text(&listener, S("Le fichier est écrit"));
    end_listening(&listener);
}

static void names_are_heard_as_the_author_of_the_case_says_them(void **state) {
    (void)state;
    Listener listener;
    begin_listening(&listener, S("schema/complete.json"));
    desk_act(&listener.desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(&listener.desk, ACTION_START, 0);
    look(&listener);
    expect_text(&listener, S("lé-a Morin"));
    end_listening(&listener);
}

static void erasing_everything_is_heard_once_and_leaves_the_voice(void **state) {
    (void)state;
    Listener listener;
    begin_listening(&listener, (Str){0});
    desk_set(&listener.desk, SETTING_TEXT_SCALE, 150);
    desk_act(&listener.desk, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&listener.desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&listener.desk, ACTION_CONFIRM, 0);
    look(&listener);
    press(&listener, KEY_ENTER, 0);
    press(&listener, KEY_ENTER, 0); // the frame is new again, too
    assert_int_equal(listener.desk.player.screen, SCREEN_LIBRARY);
    assert_int_equal(count_heard(&listener, S("Tout ce que Palabre gardait ici est effacé")), 1);
    assert_int_equal(app_setting(&listener.desk.player.app, SETTING_TEXT_SCALE), 150);
    end_listening(&listener);
}

static void what_is_noticed_while_typing_is_heard_and_the_text_is_not_lost(void **state) {
    (void)state;
    Listener listener;
    begin_listening(&listener, S("data/cases/dossier-vert.json"));
    desk_act(&listener.desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(&listener.desk, ACTION_START, 0);
    desk_walk(&listener.desk, SOLO_OWN_WORDS, 0, 0);
    look(&listener);
    press(&listener, KEY_ENTER, MOD_CTRL);
    expect_text(&listener, S("Écrivez d’abord quelques mots."));
    input(&listener, (UiInput){.kind = INPUT_TEXT, .text = S("Vous avez l’air épuisée")});
    expect(&listener, S("Remarqué"), S("Vous avez l’air épuisée »"));
    press(&listener, KEY_TAB, 0);
    expect(&listener, S("Émotion de l’autre nommée"), S("Vous avez l’air épuisée »"));
    press(&listener, KEY_BACKSPACE, 0);
    assert_int_equal(model_of(&listener)->phase, SOLO_PHASE_WORDS);
    press(&listener, KEY_TAB, MOD_SHIFT);
    press(&listener, 'a', MOD_CTRL);
    press(&listener, KEY_DELETE, 0);
    expect_text(&listener, S("N’est plus remarqué"));
    end_listening(&listener);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_says_what_it_is_and_reads_itself),
        cmocka_unit_test(the_whole_warning_is_heard_before_a_case),
        cmocka_unit_test(what_becomes_of_an_export_is_heard_before_it_is_written),
        cmocka_unit_test(names_are_heard_as_the_author_of_the_case_says_them),
        cmocka_unit_test(erasing_everything_is_heard_once_and_leaves_the_voice),
        cmocka_unit_test(what_is_noticed_while_typing_is_heard_and_the_text_is_not_lost),
        cmocka_unit_test(all_of_the_first_case_is_heard),
        cmocka_unit_test(all_of_the_second_case_is_heard),
        cmocka_unit_test(a_walk_of_each_shipped_case_is_heard),
        cmocka_unit_test(all_of_a_case_with_every_kind_of_answer_is_heard),
        cmocka_unit_test(all_of_a_case_about_two_answers_is_heard),
        cmocka_unit_test(all_of_a_quiz_is_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
