// The room reads every page of every evening: nothing is cut, leaves its box or stands on another, nothing lies below
// the screen or scrolls, letters are large enough for the last row of chairs and stand out from their ground. In the
// real fonts, on the screens that rooms have.
#include "view/view_audience.h"

#include "base/embedded.h"
#include "base/file.h"
#include "fake/face.h"
#include "fake/tree.h"
#include "platform/font.h"
#include "session/small_case.h"
#include "ui/fault.h"
#include "view/room_tour.h"

enum { PRESENT = 14, PER_MILLE = 1000, LEAST_EM = 38, HIGH = 1080 };

typedef struct {
    int32_t width, height;
} Look;

static const Look LOOKS[] = {{1920, 1080}, {1280, 720}, {3840, 2160}, {1024, 768}};

typedef struct {
    SmallCase c;
    Catalog words;
    Fonts *fonts;
    Ui *ui;
    Tour tour;
    const UiFrame *frame;
    Audience audience;
    Look look;
    int32_t faults;
    bool runs; // words without end, which may break
    uint32_t kinds;
} Hall;

static void begin_hall(Hall *hall) {
    *hall = (Hall){.look = LOOKS[0]};
    hall->fonts = fonts_create(S("../assets/fonts"), NULL);
    assert_non_null(hall->fonts);
    assert_true(catalog_read(&hall->words, embedded_find(S("fr.mo"))));
    hall->ui = ui_create(fonts_typesetter(hall->fonts), fake_clipboard());
}

static void end_hall(Hall *hall) {
    ui_destroy(hall->ui);
    fonts_destroy(hall->fonts);
}

static void show(Hall *hall, const Audience *given) {
    Ui *ui = hall->ui;
    const Group *group = &hall->tour.group;
    UiPreferences preferences = {
        .theme = THEME_PROJECTOR, .scale = UI_SCALE_ROOM, .still = true, .words = &hall->words};
    ui_begin(ui, &(UiInput){0}, hall->look.width, hall->look.height, preferences);
    Telling telling = {
        .session = &group->solo.session, .story = &group->solo.story, .catalog = &hall->words, .arena = ui_arena(ui)};
    hall->audience = given != NULL ? *given : audience_create(group, &telling);
    view_audience(ui, &hall->audience);
    hall->frame = ui_end(ui);
}

static void tell(Hall *hall, const char *what, Str text) {
    hall->faults++;
    if (hall->faults <= 30) {
        print_message("%dx%d phase %d kind %d page %d/%d: %s: “%.*s”\n", hall->look.width, hall->look.height,
                      hall->tour.group.phase, hall->audience.kind, hall->audience.page, hall->audience.page_count, what,
                      S_ARG(str_slice(text, 0, text.len < 90 ? text.len : 90)));
    }
}

static void look_for_faults(Hall *hall) {
    UiFaults faults = ui_find_faults(hall->ui);
    for (int32_t i = 0; i < faults.count; i++) {
        const UiFault *fault = &faults.rows[i];
        if (fault->kind != FAULT_BROKEN || !hall->runs) {
            Str name = ui_fault_name(fault->kind);
            tell(hall, str_to_c(ui_arena(hall->ui), name), fault->text);
        }
    }
}

static bool holds(Str whole, Str part) {
    return str_find(whole, str_trim(part)) >= 0;
}

// What may be smaller than what is said and asked: who says it, where things stand, labels, notes.
static bool is_at_edge(const Hall *hall, Str text) {
    const Audience *audience = &hall->audience;
    bool found = holds(audience->who, text) || holds(audience->mood, text) || holds(audience->status, text) ||
                 holds(audience->note, text) || holds(audience->pause, text) || holds(S("·/"), text) ||
                 (audience->has_before && holds(S("premier vote, avant la discussion"), text));
    for (int32_t i = 0; i < audience->rows.count; i++) {
        found = found || holds(audience->rows.rows[i].label, text);
    }
    for (int32_t i = 0; i < audience->pairs.count; i++) {
        found = found || holds(audience->pairs.rows[i].label, text) || holds(audience->ways[0], text) ||
                holds(audience->ways[1], text);
    }
    for (int32_t i = 0; i < audience->lines.count; i++) {
        found = found || holds(audience->lines.rows[i].who, text) || holds(audience->lines.rows[i].mood, text);
    }
    int32_t number = 0;
    Str rest = text;
    return found || (audience->page_count > 1 && str_to_int(str_trim(str_cut(&rest, '/')), &number));
}

static Color ground_of(const UiFrame *frame, int32_t text) {
    Rect rect = frame->draws.rows[text].rect;
    for (int32_t i = text - 1; i >= 0; i--) {
        const DrawCommand *draw = &frame->draws.rows[i];
        if (draw->kind == DRAW_BOX && draw->fill.alpha == 255 &&
            rect_holds(draw->rect, rect.x + rect.width / 2, rect.y + rect.height / 2)) {
            return draw->fill;
        }
    }
    return (Color){0};
}

static void look_at_draws(Hall *hall) {
    const UiFrame *frame = hall->frame;
    for (int32_t i = 0; i < frame->draws.count; i++) {
        const DrawCommand *draw = &frame->draws.rows[i];
        Rect rect = draw->rect;
        if (draw->kind != DRAW_CLIP && (rect.y < 0 || rect.y + rect.height > hall->look.height || rect.x < 0 ||
                                        rect.x + rect.width > hall->look.width)) {
            tell(hall, "out of the screen", draw->text);
        }
        if (draw->kind != DRAW_TEXT) {
            continue;
        }
        if (draw->size * PER_MILLE < LEAST_EM * hall->look.height && !is_at_edge(hall, draw->text)) {
            tell(hall, "too small", draw->text);
        }
        if (color_contrast(draw->fill, ground_of(frame, i)) < 7) {
            tell(hall, "too pale", draw->text);
        }
    }
    for (int32_t i = 0; i < frame->tree.count; i++) {
        assert_false(frame->tree.rows[i].focusable);
    }
}

static void look_at_page(Hall *hall, int32_t width) {
    for (int32_t i = 0; i < COUNT(LOOKS); i++) {
        hall->look = LOOKS[i];
        if (width * hall->look.height == HIGH * hall->look.width) {
            show(hall, NULL);
            hall->kinds |= UINT32_C(1) << hall->audience.kind;
            look_for_faults(hall);
            look_at_draws(hall);
        }
    }
}

static void go_through(Hall *hall, int32_t width, uint64_t seed) {
    hall->tour.words = S("Reformuler avant de proposer, dire ce que l’on fait, et demander avant de toucher.");
    GroupStart start = {.solo = {.scenario = hall->c.scenario, .seed = seed}, .present = PRESENT};
    tour_begin(&hall->tour, &start, seed);
    (void)group_update(&hall->tour.group, &(GroupAction){.kind = GROUP_SCREEN, .value = width});
    int32_t before = 0;
    do {
        look_at_page(hall, width);
    } while (tour_step(&hall->tour) && before++ < 2000);
    assert_int_equal(hall->tour.group.phase, GROUP_PAGE);
    group_finish(&hall->tour.group);
}

static void use_family(Hall *hall, FontFamily family) {
    fonts_use_family(hall->fonts, family);
    ui_forget_fonts(hall->ui);
}

static void go_through_all(Hall *hall, uint64_t seed) {
    use_family(hall, seed % 2 == 0 ? FAMILY_EASY : FAMILY_STANDARD);
    go_through(hall, 1920, seed);
    go_through(hall, 1440, seed);
}

static void read_file(SmallCase *c, const char *path) {
    Arena arena = {0};
    Str bytes;
    assert_true(file_load(&arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, NULL));
    read_bytes(c, bytes);
    arena_finish(&arena);
}

static void every_page_of_the_cases_can_be_read(void **state) {
    static const char *const CASES[] = {"../scenarios/fr/s01-faire-faire-avec-laisser-faire.json",
                                        "../scenarios/fr/s02-ca-fait-trois-fois.json", "data/cases/ask-first.json",
                                        "data/cases/dossier-vert.json"};
    (void)state;
    Hall hall;
    begin_hall(&hall);
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        read_file(&hall.c, CASES[i]);
        go_through_all(&hall, (uint64_t)i);
        end_case(&hall.c);
    }
    assert_int_equal(hall.faults, 0);
    assert_int_equal(hall.kinds, (1 << (AUDIENCE_KEPT + 1)) - 1 - (1 << AUDIENCE_BLACK)); // none was left out
    end_hall(&hall);
}

static void add_words(StrBuilder *text, int32_t count) {
    static const Str WORDS[] = {S_INIT("anticonstitutionnellement"), S_INIT("désinstitutionnalisation"),
                                S_INIT("intergouvernementalisations"), S_INIT("professionnalisation,"),
                                S_INIT("incompréhensibilité")};
    for (int32_t i = 0; i < count; i++) {
        str_add(text, WORDS[i % COUNT(WORDS)]);
        str_add(text, i + 1 < count ? S(" ") : S("."));
    }
}

// Before each text that is shown so many long words, and before some a run of letters.
static Str with_words(Arena *arena, Str bytes, int32_t count) {
    static const Str KEYS[] = {S_INIT("\"text\": \""),    S_INIT("\"title\": \""), S_INIT("\"intro\": \""),
                               S_INIT("\"role\": \""),    S_INIT("\"why\": \""),   S_INIT("\"prompt\": \""),
                               S_INIT("\"arrival\": \""), S_INIT("\"gives\": \""), S_INIT("\"costs\": \""),
                               S_INIT("\"instead\": \""), S_INIT("\"model\": \"")};
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = 0; at < bytes.len; at++) {
        str_add_char(&out, bytes.text[at]);
        for (int32_t i = 0; bytes.text[at] == '"' && i < COUNT(KEYS); i++) {
            Str before = str_slice(bytes, at > 40 ? at - 40 : 0, at + 1);
            if (str_ends(before, KEYS[i]) && str_find(before, S("pronunciations")) < 0) {
                add_words(&out, count);
                str_add_char(&out, ' ');
            }
        }
    }
    return str_built(&out);
}

static void every_page_with_long_words_can_be_read(void **state) {
    (void)state;
    Arena arena = {0};
    Hall hall;
    Str bytes;
    begin_hall(&hall);
    assert_true(file_load(&arena, S("schema/complete.json"), LIMIT_FILE_BYTES, &bytes, NULL));
    for (int32_t count = 5; count <= 28; count += 23) {
        read_bytes(&hall.c, with_words(&arena, bytes, count));
        go_through_all(&hall, (uint64_t)count);
        end_case(&hall.c);
    }
    assert_int_equal(hall.faults, 0);
    end_hall(&hall);
    arena_finish(&arena);
}

static void add_rows(StrBuilder *text, const char *key, int32_t count, int32_t words) {
    str_addf(text, "\"%s\": [", key);
    for (int32_t i = 0; i < count; i++) {
        str_addf(text, "%s{\"id\": \"%c%s\", \"text\": \"", i > 0 ? ", " : "", 'a' + i, key);
        add_words(text, words);
        str_add(text, S("\"}"));
    }
    str_add(text, S("]"));
}

// Six options of 28 long words, 24 items, a notice as long as one may be, and words without an end.
static Str largest_case(Arena *arena) {
    StrBuilder text = {.arena = arena};
    str_add(&text, S("{\"format\": 1, \"id\": \"large\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \""));
    add_words(&text, 30);
    str_add(&text, S("\", \"summary\": \"S\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1}, "
                     "\"competencies\": [{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": \"B\"}], "
                     "\"notice\": \""));
    add_words(&text, 140);
    for (int32_t i = 0; i < 400; i++) {
        str_add(&text, S("n"));
    }
    str_add(&text, S("\", \"start\": \"s\", \"scenes\": [{\"id\": \"s\", \"lines\": [{\"text\": \""));
    for (int32_t i = 0; i < 4000; i++) {
        str_add(&text, S("m"));
    }
    str_add(&text, S("\"}], \"ask\": {\"kind\": \"choice\", \"prompt\": \""));
    add_words(&text, 140);
    str_add(&text, S("\", \"next\": \"t\", "));
    add_rows(&text, "options", 6, 28);
    str_add(&text, S("}}, {\"id\": \"t\", \"ask\": {\"kind\": \"classify\", \"next\": \"u\", "));
    add_rows(&text, "bins", 5, 12);
    str_add(&text, S(", "));
    add_rows(&text, "items", 24, 28);
    str_add(&text, S("}}, {\"id\": \"u\", \"ask\": {\"kind\": \"rank\", \"next\": \"v\", "));
    add_rows(&text, "items", 4, 140);
    str_add(&text, S("}}, {\"id\": \"v\", \"ask\": {\"kind\": \"multiple\", \"next\": \"end\", "));
    add_rows(&text, "options", 8, 28);
    str_add(&text, S("}}, {\"id\": \"end\", \"ending\": {\"tone\": \"good\", \"title\": \""));
    add_words(&text, 60);
    str_add(&text, S("\", \"text\": \""));
    add_words(&text, 140);
    str_add(&text, S("\"}}]}"));
    return str_built(&text);
}

static void every_page_of_the_largest_case_can_be_read(void **state) {
    (void)state;
    Arena arena = {0};
    Hall hall;
    begin_hall(&hall);
    hall.runs = true;
    read_bytes(&hall.c, largest_case(&arena));
    go_through_all(&hall, 4);
    assert_int_equal(hall.faults, 0);
    end_case(&hall.c);
    end_hall(&hall);
    arena_finish(&arena);
}

// A unit of type that the core measures with is the one that is painted.
static void sizes_are_those_that_pages_are_cut_for(void **state) {
    (void)state;
    static const struct {
        TextStyleId style;
        int32_t em, line;
    } TYPES[] = {{TEXT_ROOM_LARGE, AUDIENCE_LARGE, AUDIENCE_LARGE_LINE},
                 {TEXT_ROOM_SPEECH, AUDIENCE_SPEECH, AUDIENCE_SPEECH_LINE},
                 {TEXT_ROOM_TOLD, AUDIENCE_SPEECH, AUDIENCE_SPEECH_LINE},
                 {TEXT_ROOM_ASKED, AUDIENCE_SPEECH, AUDIENCE_SPEECH_LINE},
                 {TEXT_ROOM_TEXT, AUDIENCE_TEXT, AUDIENCE_TEXT_LINE},
                 {TEXT_ROOM_STRONG, AUDIENCE_TEXT, AUDIENCE_TEXT_LINE},
                 {TEXT_ROOM_SMALL, AUDIENCE_SMALL, AUDIENCE_SMALL_LINE},
                 {TEXT_ROOM_LABEL, AUDIENCE_SMALL, AUDIENCE_SMALL_LINE}};
    for (int32_t i = 0; i < COUNT(TYPES); i++) {
        assert_int_equal(TEXT_TYPES[TYPES[i].style].size, TYPES[i].em);
        assert_int_equal(TEXT_TYPES[TYPES[i].style].line_height, TYPES[i].line);
    }
}

static Audience results(void) {
    static const AudienceRow ROWS[] = {{.letter = 'A',
                                        .text = S_INIT("« Si vous continuez à crier, je ne pourrai pas vous aider. »"),
                                        .number = S_INIT("2"),
                                        .permille = 143,
                                        .before = 357},
                                       {.letter = 'B',
                                        .text = S_INIT("L’inviter à s’asseoir."),
                                        .number = S_INIT("12"),
                                        .permille = 857,
                                        .before = 643,
                                        .followed = true}};
    Audience audience = {.kind = AUDIENCE_RESULTS,
                         .who = S("M. Lefèvre"),
                         .mood = S("en colère"),
                         .status = S("Second vote · 14 voix"),
                         .heading = S("« Trois fois que je viens ! »"),
                         .has_before = true,
                         .page = 1,
                         .page_count = 3,
                         .pause = S("Pause possible")};
    audience.rows.rows = ROWS;
    audience.rows.count = COUNT(ROWS);
    return audience;
}

static void who_listens_is_told_what_is_seen(void **state) {
    (void)state;
    Hall hall;
    begin_hall(&hall);
    Audience audience = results();
    show(&hall, &audience);
    const UiTreeNode *row = find_node(hall.frame, ROLE_ITEM, S("B. L’inviter à s’asseoir."));
    assert_non_null(row);
    assert_true(str_equal(row->value, S("12, 64 % au premier vote, réponse suivie")));
    assert_int_equal(row->place, 2);
    assert_int_equal(row->set_size, 2);
    assert_non_null(find_node(hall.frame, ROLE_HEADING, S("« Trois fois que je viens ! »")));
    static const char *const TEXTS[] = {
        "M. Lefèvre",     "en colère",   "Second vote · 14 voix", "premier vote, avant la discussion",
        "Pause possible", "Page 2 sur 3"};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        assert_non_null(find_node(hall.frame, ROLE_TEXT, str_from_c(TEXTS[i])));
    }
    end_hall(&hall);
}

static void a_click_is_harmless(void **state) {
    (void)state;
    Hall hall;
    begin_hall(&hall);
    Audience audience = results();
    show(&hall, &audience);
    uint64_t before = draw_hash(&hall.frame->draws.rows[hall.frame->draws.count - 1]);
    int32_t count = hall.frame->draws.count;
    for (int32_t kind = INPUT_DOWN; kind <= INPUT_UP; kind++) {
        UiPreferences preferences = {.theme = THEME_PROJECTOR, .scale = UI_SCALE_ROOM, .words = &hall.words};
        ui_begin(hall.ui, &(UiInput){.kind = (UiInputKind)kind, .x = 900, .y = 500}, 1920, 1080, preferences);
        view_audience(hall.ui, &audience);
        hall.frame = ui_end(hall.ui);
    }
    assert_int_equal(hall.frame->draws.count, count);
    assert_true(draw_hash(&hall.frame->draws.rows[count - 1]) == before);
    end_hall(&hall);
}

static void a_black_screen_is_black(void **state) {
    (void)state;
    Hall hall;
    begin_hall(&hall);
    show(&hall, &(Audience){.kind = AUDIENCE_BLACK});
    const DrawCommand *last = &hall.frame->draws.rows[hall.frame->draws.count - 1];
    assert_int_equal(last->kind, DRAW_BOX);
    assert_int_equal(last->rect.width, 1920);
    assert_int_equal(last->rect.height, 1080);
    assert_int_equal(last->fill.red + last->fill.green + last->fill.blue, 0);
    assert_int_equal(last->fill.alpha, 255);
    assert_int_equal(hall.frame->tree.count, 0);
    end_hall(&hall);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_are_those_that_pages_are_cut_for),
        cmocka_unit_test(who_listens_is_told_what_is_seen),
        cmocka_unit_test(a_click_is_harmless),
        cmocka_unit_test(a_black_screen_is_black),
        cmocka_unit_test(every_page_of_the_cases_can_be_read),
        cmocka_unit_test(every_page_with_long_words_can_be_read),
        cmocka_unit_test(every_page_of_the_largest_case_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
