// Whoever reads a page finds every word on it: no text is cut, leaves its box or the window, breaks within a word or
// stands on another. Every page of every walk is looked at in two sizes of window and of text, from its top to its end:
// in French, in English, and in a language whose words are a third longer. Of each case that comes with Palabre one
// walk is looked at, in its own language and two of these looks: what differs from case to case is how long its texts
// are.
#include "player/desk.h"
#include "player/pseudo.h"
#include "player/shipped.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/limits.h"
#include "player/player_program.h"
#include "ui/fault.h"

enum { MOST_FAULTS = 200, MOST_WHEELS = 60, FIRST_PAGES = 9 };

typedef struct {
    int32_t width, height, text_scale;
} Look;

static const Look LOOKS[] = {{1280, 720, 100}, {1280, 720, 200}, {1920, 1080, 100}, {1920, 1080, 200}};

enum { NARROWEST = 1 };

static const Look RUN_LOOKS[] = {{1280, 720, 100}, {800, 600, 200}};

typedef struct {
    Arena arena;
    Desk desk;
    Machine *machine;
    Shell shell;
    const Look *look;
    bool runs;   // words without end, which may break: only what leaves the page counts
    bool sample; // the narrowest look of each page, and by turns one of the others
    int32_t pages;
    Str told[MOST_FAULTS];
    int32_t count;
} Reader;

static bool is_new(const Reader *reader, Str fault) {
    for (int32_t i = 0; i < reader->count; i++) {
        if (str_equal(reader->told[i], fault)) {
            return false;
        }
    }
    return reader->count < MOST_FAULTS;
}

static void tell_fault(Reader *reader, const UiFault *fault) {
    if (reader->runs && fault->kind != FAULT_OUTSIDE) {
        return;
    }
    const Look *look = reader->look;
    Str name = ui_fault_name(fault->kind);
    Str line = str_format(&reader->arena, "%d, %d %%, screen %d: %.*s: “%.*s” “%.*s”", look->width, look->text_scale,
                          reader->desk.player.screen, S_ARG(name), S_ARG(fault->text), S_ARG(fault->other));
    if (is_new(reader, line)) {
        reader->told[reader->count++] = line;
        print_message("%.*s: %d,%d %dx%d in %d,%d %dx%d\n", S_ARG(line), fault->rect.x, fault->rect.y,
                      fault->rect.width, fault->rect.height, fault->room.x, fault->room.y, fault->room.width,
                      fault->room.height);
    }
}

static uint64_t show(Reader *reader, UiInput input) {
    input.now_ms = reader->desk.now_ms;
    const UiFrame *frame = shell_answer(&reader->shell, desk_window(reader->machine), &input,
                                        (WindowSize){reader->look->width, reader->look->height});
    UiFaults faults = ui_find_faults(reader->shell.ui);
    for (int32_t i = 0; i < faults.count; i++) {
        tell_fault(reader, &faults.rows[i]);
    }
    uint64_t hash = 0;
    for (int32_t i = 0; i < frame->draws.count; i++) {
        hash = hash * 31 + draw_hash(&frame->draws.rows[i]);
    }
    return hash;
}

// To its end, with the pointer over the left part, where the page is.
static void look_at_page(Reader *reader) {
    int32_t count = reader->runs ? COUNT(RUN_LOOKS) : COUNT(LOOKS);
    int32_t others = COUNT(LOOKS) - 1;
    for (int32_t i = 0; i < count; i++) {
        if (reader->sample && i != NARROWEST && i != (NARROWEST + 1 + reader->pages % others) % COUNT(LOOKS)) {
            continue;
        }
        reader->look = reader->runs ? &RUN_LOOKS[i] : &LOOKS[i];
        settings_ask(&reader->desk.player.app.settings.for_run, SETTING_TEXT_SCALE, reader->look->text_scale);
        (void)show(reader, (UiInput){.kind = INPUT_RESIZE});
        int32_t x = reader->look->width * 2 / 5, y = reader->look->height / 2;
        uint64_t before = show(reader, (UiInput){.kind = INPUT_MOVE, .x = x, .y = y}), now = ~before;
        for (int32_t wheel = 0; wheel < MOST_WHEELS && now != before; wheel++) {
            before = now;
            now = show(reader, (UiInput){.kind = INPUT_WHEEL, .wheel_y = -4});
        }
    }
    reader->pages++;
}

static void act(Reader *reader, ActionKind kind, int32_t index) {
    desk_act(&reader->desk, kind, index);
    look_at_page(reader);
}

static void look_at_overlays(Reader *reader) {
    for (int32_t overlay = OVERLAY_HELP; overlay <= OVERLAY_EXPORT; overlay++) {
        if (overlay != OVERLAY_HISTORY || player_walk(&reader->desk.player) != NULL) {
            act(reader, ACTION_SHOW, overlay);
        }
    }
    desk_act(&reader->desk, ACTION_SHOW, OVERLAY_NONE);
}

static void do_kept(Reader *reader, KeptAction kept) {
    Player *player = &reader->desk.player;
    player_update(player, &(Action){.kind = ACTION_KEPT, .kept = kept}, reader->desk.now_ms);
    writer_wait(player->app.writer);
    act(reader, ACTION_TICK, 0);
}

static void look_at_kept(Reader *reader) {
    act(reader, ACTION_GO, SCREEN_KEPT);
    do_kept(reader, (KeptAction){.kind = KEPT_IMPORT, .text = S("data/sessions/bad.jsonl")});
    do_kept(reader, (KeptAction){.kind = KEPT_IMPORT, .text = S("data/sessions/two.jsonl")});
    do_kept(reader, (KeptAction){.kind = KEPT_CHOOSE});
    for (int32_t overlay = OVERLAY_IMPORT; overlay <= OVERLAY_KEPT_ERASE_STORE; overlay++) {
        act(reader, ACTION_SHOW, overlay);
    }
    desk_act(&reader->desk, ACTION_SHOW, OVERLAY_NONE);
    do_kept(reader, (KeptAction){.kind = KEPT_OPEN});
    assert_int_equal(reader->desk.player.screen, SCREEN_KEPT_SESSION);
    if (reader->desk.player.kept.session->steps.count > 0) {
        do_kept(reader, (KeptAction){.kind = KEPT_REPLAY});
        assert_int_equal(reader->desk.player.screen, SCREEN_REPLAY);
        for (int32_t page = 0; page < FIRST_PAGES; page++) { // of the others the room's own tests make sure
            do_kept(reader, (KeptAction){.kind = KEPT_TURN, .index = 1});
        }
        desk_act(&reader->desk, ACTION_BACK, 0);
    }
    desk_act(&reader->desk, ACTION_BACK, 0);
    do_kept(reader, (KeptAction){.kind = KEPT_ERASE});
    act(reader, ACTION_BACK, 0);
}

static void do_notes(Reader *reader, NotesAction notes) {
    Player *player = &reader->desk.player;
    player_update(player, &(Action){.kind = ACTION_NOTES, .notes = notes}, reader->desk.now_ms);
    writer_wait(player->app.writer);
    act(reader, ACTION_TICK, 0);
}

static void look_at_notebook(Reader *reader) {
    act(reader, ACTION_GO, SCREEN_NOTEBOOK);
    do_notes(reader, (NotesAction){.kind = NOTES_TYPE, .index = 1, .text = S("Un peu plus de temps, et une chaise.")});
    do_notes(reader, (NotesAction){.kind = NOTES_KEEP});
    do_notes(reader, (NotesAction){.kind = NOTES_POSITION});
    do_notes(reader, (NotesAction){.kind = NOTES_PLACE, .index = 1, .value = 4});
    do_notes(reader, (NotesAction){.kind = NOTES_KEEP_POSITION});
    do_notes(reader, (NotesAction){.kind = NOTES_POSITION, .index = 1});
    act(reader, ACTION_SHOW, OVERLAY_NOTES_ERASE_ALL);
    desk_act(&reader->desk, ACTION_SHOW, OVERLAY_NONE);
    act(reader, ACTION_BACK, 0);
}

// The needs from one search, for all of them are many.
static void look_at_ways_in(Reader *reader) {
    desk_write(&reader->desk, ACTION_SET_NEED_SEARCH, "un");
    act(reader, ACTION_ENTER, SCREEN_NEEDS);
    desk_write(&reader->desk, ACTION_SET_NEED_SEARCH, "zzz");
    look_at_page(reader);
    act(reader, ACTION_BACK, 0);
    act(reader, ACTION_ENTER, SCREEN_CARE);
    desk_act(&reader->desk, ACTION_BACK, 0);
    act(reader, ACTION_ENTER, SCREEN_RETURNS);
    desk_act(&reader->desk, ACTION_BACK, 0);
}

static void look_at_library(Reader *reader) {
    look_at_page(reader); // the welcome
    act(reader, ACTION_WELCOME, 1);
    act(reader, ACTION_BACK, 0);
    look_at_ways_in(reader);
    look_at_overlays(reader);
    static const Str KEY = S_INIT("une clé dont le nom est long, si long que la phrase qui dit ce qui ne va pas prend "
                                  "bien cinq lignes et même davantage, où qu’elle se tienne");
    Str broken = str_format(&reader->arena, "{\"%.*s\": 1, \"%.*s\": 2}", S_ARG(KEY), S_ARG(KEY));
    assert_true(file_save(desk_path(&reader->desk, "data/cases/broken.json"), broken, NULL));
    act(reader, ACTION_RELOAD, 0);
    int32_t last = reader->desk.player.library.cards.count - 1;
    assert_true(reader->desk.player.library.cards.rows[last].broken);
    act(reader, ACTION_OPEN_CASE, last); // which says why it cannot
    desk_write(&reader->desk, ACTION_SET_SEARCH, "zzz");
    look_at_page(reader);
    desk_write(&reader->desk, ACTION_SET_SEARCH, "");
    look_at_kept(reader);
    look_at_notebook(reader);
    act(reader, ACTION_GO, SCREEN_SETTINGS);
    act(reader, ACTION_BACK, 0);
}

static void step(Reader *reader, SoloActionKind kind, int32_t index, int32_t value) {
    desk_walk(&reader->desk, kind, index, value);
    look_at_page(reader);
}

#define RUN "dossier_A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4A1B2C3D4"

static void type(Reader *reader) {
    desk_type(&reader->desk, reader->runs
                                 ? "Si je comprends bien, vous êtes venu trois fois : " RUN RUN RUN "."
                                 : "Si je comprends bien, vous êtes venu trois fois et le loyer est pour le 15.");
    look_at_page(reader);
    step(reader, SOLO_SAY, 0, 0);
}

static void place_items(Reader *reader, const Ask *ask) {
    step(reader, SOLO_CARRY, 0, 0);
    step(reader, SOLO_CARRY, -1, 0);
    for (int32_t i = 0; i < ask->items.count && ask->kind != ASK_RANK; i++) {
        desk_walk(&reader->desk, ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, i, i % 2);
    }
    step(reader, SOLO_SUBMIT, 0, 0);
}

// Each phase of a decision is looked at; choices are made in turn, and some in own words.
static void look_at_decision(Reader *reader, int32_t turn) {
    const Solo *model = player_walk(&reader->desk.player);
    const Ask *ask = solo_ask(model);
    OptionId options[LIMIT_OPTIONS + 1];
    switch (ask->kind) {
    case ASK_CHOICE:
        step(reader, SOLO_CHOOSE, turn % solo_list_options(model, options), 0);
        break;
    case ASK_MULTIPLE:
        desk_take_least(&reader->desk);
        look_at_page(reader);
        step(reader, SOLO_SUBMIT, 0, 0);
        break;
    case ASK_WRITE:
        break;
    default:
        place_items(reader, ask);
        break;
    }
    if (model->phase == SOLO_PHASE_WORDS) {
        type(reader);
    }
    if (model->phase == SOLO_PHASE_CONFIDENCE) {
        step(reader, SOLO_SET_CONFIDENCE, 0, 2);
    }
    if (model->phase == SOLO_PHASE_FEEDBACK) {
        act(reader, ACTION_SHOW, OVERLAY_HISTORY);
        desk_act(&reader->desk, ACTION_SHOW, OVERLAY_NONE);
        step(reader, SOLO_GO_ON, 0, 0);
    }
}

static void play(Reader *reader, int32_t turn) {
    look_at_page(reader);
    for (int32_t given = 0; player_walk(&reader->desk.player)->phase == SOLO_PHASE_ASK ||
                            player_walk(&reader->desk.player)->phase == SOLO_PHASE_WORDS;
         given++) {
        look_at_decision(reader, turn + given);
    }
}

static void look_at_export(Reader *reader) {
    act(reader, ACTION_EXPORT_CASE, 0);
    desk_act(&reader->desk, ACTION_EXPORT_AS, EXCHANGE_H5P);
    act(reader, ACTION_TICK, 0);
    desk_act(&reader->desk, ACTION_WRITE_CASE, 0);
    act(reader, ACTION_TICK, 0);
    desk_act(&reader->desk, ACTION_BACK, 0);
}

// From the page of a case, with what was begun on it, to two ways side by side.
static void look_at_case(Reader *reader, int32_t turn) {
    look_at_page(reader);
    act(reader, ACTION_ACCEPT_NOTICE, 0);
    look_at_export(reader);
    desk_act(&reader->desk, ACTION_START, 0);
    act(reader, ACTION_SHOW, OVERLAY_HELP);
    desk_act(&reader->desk, ACTION_BACK, 0);
    desk_act(&reader->desk, ACTION_BACK, 0);
    act(reader, ACTION_CONFIRM, 0);
    desk_act(&reader->desk, ACTION_RESUME, 0);
    play(reader, turn);
    act(reader, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(reader->desk.player.screen, SCREEN_DEBRIEF);
    desk_write(&reader->desk, ACTION_SET_NOTE, "Oser dire non.");
    act(reader, ACTION_EXPORT, 1);
    desk_act(&reader->desk, ACTION_DISMISS_TOAST, 0);
    look_at_overlays(reader);
    desk_act(&reader->desk, ACTION_WHAT_IF, 1);
    play(reader, turn + 1);
    act(reader, ACTION_TO_DEBRIEF, 0);
    act(reader, ACTION_BACK, 0);
}

// Of a case its page, one walk and the debrief.
static int32_t read_sample(Str path, int32_t turn) {
    Reader reader = {.sample = true};
    desk_start(&reader.desk, (DeskStart){.case_path = path});
    reader.machine = desk_machine();
    shell_init(&reader.shell, player_program(&reader.desk.player), reader.machine);
    look_at_page(&reader);
    desk_act(&reader.desk, ACTION_ACCEPT_NOTICE, 0);
    desk_act(&reader.desk, ACTION_START, 0);
    play(&reader, turn);
    act(&reader, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(reader.desk.player.screen, SCREEN_DEBRIEF);
    shell_finish(&reader.shell);
    machine_destroy(reader.machine);
    desk_close(&reader.desk);
    arena_finish(&reader.arena);
    return reader.count;
}

static int32_t read_all(Str language, const char *case_path, int32_t turn, bool longer) {
    Reader reader = {0};
    Catalog words;
    desk_start(&reader.desk, (DeskStart){.language = language, .case_path = str_from_c(case_path)});
    if (longer) {
        assert_true(catalog_read(&words, pseudo_catalog(&reader.arena, embedded_find(S("fr.mo")))));
        reader.desk.player.app.catalog = words;
        desk_set(&reader.desk, SETTING_EASY_FONT, 1); // its letters are wider too
    }
    reader.machine = desk_machine();
    shell_init(&reader.shell, player_program(&reader.desk.player), reader.machine);
    if (case_path[0] == '\0') {
        look_at_library(&reader);
    } else {
        look_at_case(&reader, turn);
    }
    shell_finish(&reader.shell);
    machine_destroy(reader.machine);
    desk_close(&reader.desk);
    arena_finish(&reader.arena);
    return reader.count;
}

// The case with a run before each text that is shown.
static Str with_runs(Arena *arena, Str bytes) {
    static const Str KEYS[] = {S_INIT("\"text\": \""),    S_INIT("\"title\": \""), S_INIT("\"name\": \""),
                               S_INIT("\"summary\": \""), S_INIT("\"role\": \""),  S_INIT("\"intro\": \""),
                               S_INIT("\"prompt\": \""),  S_INIT("\"why\": \""),   S_INIT("\"mood\": \""),
                               S_INIT("\"notice\": \""),  S_INIT("\"past\": \""),  S_INIT("\"word\": \""),
                               S_INIT("\"label\": \""),   S_INIT("\"gives\": \""), S_INIT("\"where\": \"")};
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = 0; at < bytes.len; at++) {
        str_add_char(&out, bytes.text[at]);
        for (int32_t i = 0; i < COUNT(KEYS); i++) {
            if (str_ends(str_slice(bytes, 0, at + 1), KEYS[i])) {
                str_add(&out, S(RUN " "));
            }
        }
    }
    return str_built(&out);
}

static void look_at_runs(Reader *reader, const char *path, const char *id) {
    Str bytes;
    desk_start(&reader->desk, (DeskStart){0});
    assert_true(file_load(&reader->arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, NULL));
    assert_true(file_save(desk_path(&reader->desk, "data/cases/runs.json"), with_runs(&reader->arena, bytes), NULL));
    reader->machine = desk_machine();
    shell_init(&reader->shell, player_program(&reader->desk.player), reader->machine);
    desk_act(&reader->desk, ACTION_WELCOME, 0);
    act(reader, ACTION_RELOAD, 0);
    desk_act(&reader->desk, ACTION_OPEN_CASE, desk_find_card(&reader->desk, id));
    look_at_case(reader, 0);
    shell_finish(&reader->shell);
    machine_destroy(reader->machine);
    desk_close(&reader->desk);
}

static void no_run_of_letters_leaves_its_page(void **state) {
    static const struct {
        const char *path, *id;
    } CASES[] = {{"data/cases/dossier-vert.json", "dossier-vert"}, {"data/cases/two-words.json", "two-words"}};
    (void)state;
    int32_t count = 0;
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        Reader reader = {.runs = true};
        look_at_runs(&reader, CASES[i].path, CASES[i].id);
        count += reader.count;
        arena_finish(&reader.arena);
    }
    assert_int_equal(count, 0);
}

// Limits run in one of these cases, one suspends judgement, one shows numbers; all six ways of asking are there.
static void every_page_can_be_read(Str language, bool longer) {
    static const char *const CASES[] = {"",
                                        "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json",
                                        "../scenarios/fr/s02-ca-fait-trois-fois.json",
                                        "data/cases/dossier-vert.json",
                                        "data/cases/rumeur.json",
                                        "data/cases/ask-first.json",
                                        "data/cases/two-words.json"};
    int32_t count = 0;
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        count += read_all(language, CASES[i], (int32_t)i, longer);
    }
    assert_int_equal(count, 0);
}

static void french_can_be_read(void **state) {
    (void)state;
    every_page_can_be_read(S("fr_FR.UTF-8"), false);
}

static void english_can_be_read(void **state) {
    (void)state;
    every_page_can_be_read(S("en_GB.UTF-8"), false);
}

static void longer_words_can_be_read(void **state) {
    (void)state;
    every_page_can_be_read(S("fr_FR.UTF-8"), true);
}

static void each_shipped_case_can_be_read(void **state) {
    (void)state;
    Arena arena = {0};
    FileList paths = shipped_cases(&arena);
    int32_t count = 0;
    for (int32_t i = 0; i < paths.count; i++) {
        int32_t found = read_sample(paths.rows[i], i);
        if (found > 0) {
            print_message("in %s\n", str_to_c(&arena, paths.rows[i]));
        }
        count += found;
    }
    arena_finish(&arena);
    assert_int_equal(count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_can_be_read),
        cmocka_unit_test(each_shipped_case_can_be_read),
        cmocka_unit_test(english_can_be_read),
        cmocka_unit_test(longer_words_can_be_read),
        cmocka_unit_test(no_run_of_letters_leaves_its_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
