// The terminal, the window and the HTML page say one debrief: each sentence of it stands on each of them, and none of
// them says a sentence of its own but for what leads around in it.
#include "player/screen.h"
#include "player/shipped.h"

#include "base/embedded.h"
#include "base/emphasis.h"
#include "base/file.h"
#include "cli/play.h"
#include "fake/face.h"
#include "report/html_debrief.h"
#include "scenario/scenario_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 32000, WALKS_OF_A_CASE = 7, MOST_STEPS = 60 };

// A stand-in for palabre-cli: the lines that it would print.
static StrBuilder *printed; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): cli_print knows no other

Str cli_text(const Cli *cli, Str source) {
    return catalog_text(&cli->catalog, source);
}

void cli_print(Str text) {
    str_add(printed, text);
}

void cli_print_line(Str text) {
    str_add(printed, text);
    str_add(printed, S("\n"));
}

Str cli_number(Cli *cli, int64_t number) {
    return str_format(&cli->scratch, "%lld", (long long)number);
}

typedef ROWS_OF(Str) TextTable;

typedef struct {
    Arena arena; // of one walk
    Cli cli;
    Player player;
    Play play;
    Ui *ui;
    Scenario *scenario;
    ToldDebrief debrief;
    TextTable said; // the sentences of the debrief, the longest first
    Str language;
} Desk;

static void add_lines(Desk *desk, TextTable *texts, Str text) {
    for (Str rest = text; rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        if (line.len > 0) {
            *rows_append(&desk->arena, texts) = line;
        }
    }
}

static void add_plain(Desk *desk, TextTable *texts, Str text) {
    add_lines(desk, texts, emphasis_plain(&desk->arena, text));
}

// A label that ends a sentence gives its end up where something is said of it.
static void add_label(Desk *desk, TextTable *texts, Str label) {
    add_plain(desk, texts, str_ends(label, S(".")) ? str_slice(label, 0, label.len - 1) : label);
}

static void add_row(Desk *desk, TextTable *texts, const ToldRow *row) {
    add_label(desk, texts, row->label);
    if (row->own) {
        add_lines(desk, texts, row->text);
    } else {
        add_plain(desk, texts, row->text);
    }
    add_plain(desk, texts, row->mark);
    for (int32_t i = 0; i < row->more.count; i++) {
        add_plain(desk, texts, row->more.rows[i]);
    }
}

static int compare_lengths(const void *a, const void *b) {
    const Str *left = a, *right = b;
    return (left->len < right->len) - (left->len > right->len);
}

static TextTable list_said(Desk *desk, const ToldDebrief *debrief) {
    TextTable texts = {0};
    add_plain(desk, &texts, debrief->title);
    add_plain(desk, &texts, debrief->text);
    for (int32_t i = 0; i < debrief->sections.count; i++) {
        const ToldSection *section = &debrief->sections.rows[i];
        if (section->rows.count == 0) {
            continue; // a place for notes alone
        }
        add_label(desk, &texts, section->heading);
        add_plain(desk, &texts, section->lead);
        for (int32_t j = 0; j < section->rows.count; j++) {
            add_row(desk, &texts, &section->rows.rows[j]);
        }
        for (int32_t j = 0; j < section->notes.count; j++) {
            add_plain(desk, &texts, section->notes.rows[j]);
        }
    }
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        add_plain(desk, &texts, debrief->curves.rows[i].name);
    }
    add_plain(desk, &texts, debrief->turning_words);
    if (texts.rows) {
        qsort(texts.rows, (size_t)texts.count, sizeof *texts.rows, compare_lengths);
    }
    return texts;
}

// Each surface gives its texts, a line each.
static Str say_terminal(Desk *desk) {
    StrBuilder lines = {.arena = &desk->arena};
    printed = &lines;
    play_show_debrief(&desk->play);
    printed = NULL;
    return str_built(&lines);
}

static Str say_window(Desk *desk) {
    StrBuilder lines = {.arena = &desk->arena};
    ui_begin(desk->ui, &(UiInput){0}, WIDTH, HEIGHT,
             (UiPreferences){.text_scale = 100, .still = true, .words = &desk->player.app.catalog});
    (void)screen_debrief_view(desk->ui, &desk->player);
    const UiFrame *frame = ui_end(desk->ui);
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        str_addf(&lines, "%.*s\n%.*s\n", S_ARG(node->name), S_ARG(node->value));
    }
    return str_built(&lines);
}

static Str replace(Desk *desk, Str text, const char *entity, const char *by) {
    StrBuilder out = {.arena = &desk->arena};
    Str wanted = str_from_c(entity);
    for (ptrdiff_t at = str_find(text, wanted); at >= 0; at = str_find(text, wanted)) {
        str_addf(&out, "%.*s%s", S_ARG(str_slice(text, 0, at)), by);
        text = str_slice(text, at + wanted.len, text.len);
    }
    str_add(&out, text);
    return str_built(&out);
}

// A tag that only marks a word leaves its line whole; what a picture says of itself is a line too.
static void add_tag(StrBuilder *out, Str tag) {
    static const Str LABEL = S_INIT("aria-label=\"");
    ptrdiff_t label = str_find(tag, LABEL);
    if (label >= 0) {
        Str rest = str_slice(tag, label + LABEL.len, tag.len);
        str_add(out, str_slice(rest, 0, str_find(rest, S("\""))));
    }
    if (!str_equal(tag, S("em")) && !str_equal(tag, S("/em"))) {
        str_add(out, S("\n"));
    }
}

static Str text_of_page(Desk *desk, Str page) {
    StrBuilder out = {.arena = &desk->arena};
    Str rest = str_slice(page, str_find(page, S("<body>")), page.len);
    while (rest.len > 0) {
        str_add(&out, str_cut(&rest, '<'));
        add_tag(&out, str_cut(&rest, '>'));
    }
    Str text = str_built(&out);
    static const char *const ENTITIES[][2] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
    for (int32_t i = 0; i < COUNT(ENTITIES); i++) {
        text = replace(desk, text, ENTITIES[i][0], ENTITIES[i][1]);
    }
    return text;
}

static Str say_page(Desk *desk) {
    return text_of_page(desk, html_debrief(&(HtmlDebrief){.telling = &desk->play.telling,
                                                          .debrief = &desk->player.debrief,
                                                          .language = desk->language,
                                                          .date = S("2026-11-27"),
                                                          .with_words = true}));
}

typedef struct {
    const char *name;
    Str (*say)(Desk *desk);
    Str around[17]; // what leads around: sources of the catalogue
} Surface;

static const Surface TERMINAL = {"terminal", say_terminal, {TR_INIT("The end: {0}")}};
static const Surface WINDOW = {
    "window",
    say_window,
    {TR_INIT("DEBRIEF · {0}"), TR_INIT("Debrief: {0}"), TR_INIT("‹ Situations"), TR_INIT("Back to the situations"),
     TR_INIT("Replay the turning point"), TR_INIT("Choose a decision to replay"), TR_INIT("Export the debrief"),
     TR_INIT("Try other words: {0}, {1}"), TR_INIT("Try other words"), TR_INIT("To talk about"), TR_INIT("My notes"),
     TR_INIT("My notes…"), TR_INIT("Fold all"), TR_INIT("{0}, {1}"), TR_INIT("unfolded"),
     TR_INIT("This debrief is erased on closing, unless you export it.")}};
static const Surface PAGE = {"page",
                             say_page,
                             {TR_INIT("Palabre · {0} · {1}"), TR_INIT("November"), TR_INIT("Arrival"),
                              TR_INIT("Departure"), TR_INIT("My notes")}};

// Takes every occurrence of `said` out of `text`.
static Str without(Desk *desk, Str text, Str said) {
    StrBuilder out = {.arena = &desk->arena};
    for (ptrdiff_t at = str_find(text, said); said.len > 0 && at >= 0; at = str_find(text, said)) {
        str_addf(&out, "%.*s\n", S_ARG(str_slice(text, 0, at)));
        text = str_slice(text, at + said.len, text.len);
    }
    str_add(&out, text);
    return str_built(&out);
}

// The parts of a sentence of ours that stand between {0}, {1}…
static Str without_parts(Desk *desk, Str text, Str sentence) {
    for (Str rest = sentence; rest.len > 0;) {
        Str part = str_trim(str_cut(&rest, '{'));
        text = part.len > 1 ? without(desk, text, part) : text;
        (void)str_cut(&rest, '}');
    }
    return text;
}

static bool has_letter(Str text) {
    bool any = false;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.text[i];
        any = any || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return any;
}

static Str without_chrome(Desk *desk, const Surface *surface, Str text) {
    text = without(desk, text, desk->scenario->title);
    for (int32_t i = 0; i < COUNT(surface->around) && surface->around[i].len > 0; i++) {
        text = without_parts(desk, text, catalog_text(&desk->player.app.catalog, surface->around[i]));
    }
    return text;
}

// Empty when the surface says just what the debrief does.
static Str find_fault(Desk *desk, const Surface *surface) {
    Str text = surface->say(desk);
    for (int32_t i = 0; i < desk->said.count; i++) {
        if (str_find(text, desk->said.rows[i]) < 0) {
            return str_format(&desk->arena, "the %s leaves out: %.*s", surface->name, S_ARG(desk->said.rows[i]));
        }
    }
    for (int32_t i = 0; i < desk->said.count; i++) {
        text = without(desk, text, desk->said.rows[i]);
    }
    for (Str rest = without_chrome(desk, surface, text); rest.len > 0;) {
        Str line = str_cut(&rest, '\n');
        if (has_letter(line)) {
            return str_format(&desk->arena, "the %s says of its own: %.*s", surface->name, S_ARG(line));
        }
    }
    return (Str){0};
}

static void set_language(Desk *desk, Str language) {
    desk->language = language;
    desk->player.app.catalog = (Catalog){0};
    if (str_equal(language, S("fr"))) {
        assert_true(catalog_read(&desk->player.app.catalog, embedded_find(S("fr.mo"))));
    }
    desk->cli.catalog = desk->player.app.catalog;
}

static bool play_out(Desk *desk, Random *random) {
    Session *session = &desk->play.session;
    for (int32_t i = 0; i < MOST_STEPS && session->walk.status == WALK_ASKS; i++) {
        Event event = {.kind = EVENT_ANSWER};
        if (!space_draw_answer(&session->walk, random, &event.answer)) {
            return false;
        }
        if (answer_is_typed(walk_ask(&session->walk), &event.answer)) {
            event.answer.text = str_format(&desk->arena, "Zwei *Sterne*,\nWort Nummer %d.", i);
        }
        assert_int_equal(session_step(session, &event), SESSION_FINE);
        if (random_below(random, 12) == 0) {
            Event back = {.kind = EVENT_REWIND, .target = session_last_answer(session)->seq};
            assert_int_equal(session_step(session, &back), SESSION_FINE);
        }
    }
    return session->walk.status == WALK_ENDED;
}

// False where the walk did not come to an end.
static bool begin_walk(Desk *desk, uint64_t seed) {
    Random random = random_from_seed(seed);
    Play *play = &desk->play;
    set_language(desk, seed % 2 == 0 ? S("fr") : S("en"));
    *play = (Play){.cli = &desk->cli, .scenario = desk->scenario};
    play->telling = (Telling){.session = &play->session,
                              .story = &play->story,
                              .catalog = &desk->cli.catalog,
                              .arena = &desk->arena,
                              .numbers = seed % 3 == 0};
    session_init(&play->session, &desk->arena, desk->scenario);
    story_begin(&play->story, &play->session);
    assert_int_equal(session_step(&play->session, &(Event){.kind = EVENT_START, .seed = seed}), SESSION_FINE);
    if (!play_out(desk, &random)) {
        return false;
    }
    desk->debrief = desk->player.debrief = debrief_create(&play->telling);
    desk->said = list_said(desk, &desk->debrief);
    return true;
}

static void end_walk(Desk *desk) {
    arena_finish(&desk->arena);
    arena_finish(&desk->cli.scratch);
}

static void begin_desk(Desk *desk, Arena *arena, const char *path) {
    Arena scratch = {0};
    Framework framework = {0};
    Findings findings = {.arena = arena};
    Str bytes;
    assert_true(file_load(arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, NULL));
    framework_read(arena, &scratch, &framework);
    *desk = (Desk){.ui = ui_create(fake_typesetter(), fake_clipboard()),
                   .scenario = scenario_parse(arena, &scratch, &framework, bytes, &findings)};
    assert_true(desk->scenario->playable);
    desk->player.open.scenario = desk->scenario;
    desk->player.walks = arena_push(arena, Solo, MOST_WALKS);
    desk->player.walk_count = 1;
    desk->player.looked_at.decision = ALL_DECISIONS; // nothing is folded away
    arena_finish(&scratch);
}

static void end_desk(Desk *desk) {
    end_walk(desk);
    ui_destroy(desk->ui);
}

static void check_surfaces(Desk *desk, Arena *arena, const char *path, uint64_t seed) {
    static const Surface *const SURFACES[] = {&TERMINAL, &WINDOW, &PAGE};
    for (int32_t i = 0; i < COUNT(SURFACES); i++) {
        Str fault = find_fault(desk, SURFACES[i]);
        if (fault.len > 0) {
            fail_msg("%s, seed %llu: %s", path, (unsigned long long)seed, str_to_c(arena, fault));
        }
    }
}

static void check_walks(const char *path, int32_t count) {
    Arena arena = {0};
    Desk *desk = arena_push(&arena, Desk, 1);
    begin_desk(desk, &arena, path);
    int32_t told = 0;
    for (uint64_t seed = 1; told < count; seed++) {
        assert_true(seed < (uint64_t)count * 10);
        if (begin_walk(desk, seed)) {
            told++;
            check_surfaces(desk, &arena, path, seed);
        }
        end_walk(desk);
    }
    end_desk(desk);
    arena_finish(&arena);
}

static void of_each_shipped_case_they_say_the_same(void **state) {
    (void)state;
    Arena arena = {0};
    FileList paths = shipped_cases(&arena);
    for (int32_t i = 0; i < paths.count; i++) {
        check_walks(str_to_c(&arena, paths.rows[i]), WALKS_OF_A_CASE);
    }
    arena_finish(&arena);
}

static void of_every_kind_of_decision_and_debrief_they_say_the_same(void **state) {
    (void)state;
    enum { FEW = 12 };
    static const char *const PATHS[] = {"data/cases/dossier-vert.json", "data/cases/rumeur.json",
                                        "data/cases/ask-first.json", "data/cases/two-words.json",
                                        "data/cases/fin-de-rendez-vous.json"};
    for (int32_t i = 0; i < COUNT(PATHS); i++) {
        check_walks(PATHS[i], FEW);
    }
}

static Str say_less(Desk *desk) {
    desk->player.debrief.sections.count--;
    Str text = say_window(desk);
    desk->player.debrief.sections.count++;
    return text;
}

static Str say_more(Desk *desk) {
    return str_format(&desk->arena, "%.*sYou did well.\n", S_ARG(say_terminal(desk)));
}

static Str say_otherwise(Desk *desk) {
    return replace(desk, say_page(desk), "invented situation", "made-up situation");
}

static void what_one_of_them_leaves_out_adds_or_says_otherwise_is_found(void **state) {
    (void)state;
    static const Surface LESS = {"window", say_less, {{0}}}, MORE = {"terminal", say_more, {TR_INIT("The end: {0}")}},
                         OTHER = {"page", say_otherwise, {{0}}};
    Arena arena = {0};
    Desk *desk = arena_push(&arena, Desk, 1);
    begin_desk(desk, &arena, "data/cases/dossier-vert.json");
    assert_true(begin_walk(desk, 1));
    assert_true(str_begins(find_fault(desk, &LESS), S("the window leaves out: ")));
    assert_true(str_equal(find_fault(desk, &MORE), S("the terminal says of its own: You did well.")));
    assert_true(str_equal(find_fault(desk, &OTHER),
                          S("the page leaves out: These marks describe choices in an invented situation. They do not "
                            "evaluate a person.")));
    end_desk(desk);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_each_shipped_case_they_say_the_same),
        cmocka_unit_test(of_every_kind_of_decision_and_debrief_they_say_the_same),
        cmocka_unit_test(what_one_of_them_leaves_out_adds_or_says_otherwise_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
