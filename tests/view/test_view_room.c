// The trainer reads every page of an evening: on the usual window nothing has to be scrolled to, and whatever a key of
// the whole window does can be pressed, however small it is and however large its letters. In the real fonts.
#include "view/view_room.h"

#include "base/embedded.h"
#include "base/file.h"
#include "fake/face.h"
#include "fake/tree.h"
#include "platform/font.h"
#include "session/small_case.h"
#include "solo/solo_shown.h"
#include "view/room_tour.h"

enum { PRESENT = 14, MOST_PAGES = 2000 };

typedef struct {
    int32_t width, height, text_scale;
} Look;

typedef struct {
    SmallCase c;
    Catalog words;
    Fonts *fonts;
    Ui *ui;
    Tour tour;
    const UiFrame *frame;
    int32_t faults;
    bool speaks;
    ViewRoomNote noting;
} Desk;

static void begin_desk(Desk *desk, const char *path) {
    Arena arena = {0};
    Str bytes;
    *desk = (Desk){.fonts = fonts_create(S("../assets/fonts"), NULL)};
    assert_non_null(desk->fonts);
    assert_true(catalog_read(&desk->words, embedded_find(S("fr.mo"))));
    desk->ui = ui_create(fonts_typesetter(desk->fonts), fake_clipboard());
    assert_true(file_load(&arena, str_from_c(path), LIMIT_FILE_BYTES, &bytes, NULL));
    read_bytes(&desk->c, bytes);
    arena_finish(&arena);
    desk->tour.words = S("Reformuler avant de proposer.");
    GroupStart start = {.solo = {.scenario = desk->c.scenario, .seed = 1}, .present = PRESENT};
    tour_begin(&desk->tour, &start, 1);
}

static void end_desk(Desk *desk) {
    group_finish(&desk->tour.group);
    end_case(&desk->c);
    ui_destroy(desk->ui);
    fonts_destroy(desk->fonts);
}

static void show(Desk *desk, Look look) {
    Ui *ui = desk->ui;
    const Group *group = &desk->tour.group;
    UiPreferences preferences = {
        .text_scale = look.text_scale, .still = true, .speaks = desk->speaks, .words = &desk->words};
    ui_begin(ui, &(UiInput){0}, look.width, look.height, preferences);
    Telling telling = {
        .session = &group->solo.session, .story = &group->solo.story, .catalog = &desk->words, .arena = ui_arena(ui)};
    Audience audience = audience_create(group, &telling);
    ViewRoom view = {
        .group = group, .telling = &telling, .audience = &audience, .noting = desk->noting, .shows_room = true};
    (void)view_room(ui, &view);
    desk->frame = ui_end(ui);
}

static void tell(Desk *desk, const char *what, Str text) {
    desk->faults++;
    if (desk->faults <= 30) {
        print_message("phase %d, decision %d: %s: “%.*s”\n", desk->tour.group.phase, group_decision(&desk->tour.group),
                      what, S_ARG(text));
    }
}

static void look_for_cuts(Desk *desk) {
    Rect clip = {0, 0, desk->frame->width, desk->frame->height};
    for (int32_t i = 0; i < desk->frame->draws.count; i++) {
        const DrawCommand *draw = &desk->frame->draws.rows[i];
        if (draw->kind == DRAW_CLIP) {
            clip = draw->rect;
        } else if (draw->kind == DRAW_TEXT &&
                   (draw->rect.y < clip.y || draw->rect.y + draw->rect.height > clip.y + clip.height)) {
            tell(desk, "to be scrolled to", draw->text);
        }
    }
    for (int32_t i = 0; i < desk->frame->tree.count; i++) {
        const UiTreeNode *node = &desk->frame->tree.rows[i];
        if (node->role == ROLE_BUTTON && node->rect.height <= 0) {
            tell(desk, "to be scrolled to", node->name);
        }
    }
}

// In sight: one presses these in a hurry.
static void look_for_buttons(Desk *desk) {
    static const Str NAMES[] = {S_INIT("Quitter la séance"), S_INIT("Fermer l’écran de la salle"), S_INIT("Écran noir"),
                                S_INIT("Aide")};
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        const UiTreeNode *node = find_node(desk->frame, ROLE_BUTTON, NAMES[i]);
        if (node == NULL || node->rect.width <= 0 || node->rect.height <= 0) {
            tell(desk, "cannot be pressed", NAMES[i]);
        }
    }
    if (find_node(desk->frame, ROLE_GROUP, S("Étapes")) == NULL) {
        tell(desk, "is not there", S("phases"));
    }
}

static void nothing_is_scrolled_to_on_the_usual_window(void **state) {
    static const char *const CASES[] = {"../scenarios/fr/s01-faire-faire-avec-laisser-faire.json",
                                        "../scenarios/fr/s02-ca-fait-trois-fois.json"};
    (void)state;
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        Desk desk;
        begin_desk(&desk, CASES[i]);
        int32_t pages = 0;
        GroupAction sentence = {.kind = GROUP_SENTENCE, .text = S("On répond à la file, pas à lui.")};
        assert_true(group_update(&desk.tour.group, &sentence));
        do {
            show(&desk, (Look){1280, 720, 100});
            look_for_cuts(&desk);
        } while (tour_step(&desk.tour) && pages++ < MOST_PAGES);
        assert_int_equal(desk.tour.group.phase, GROUP_PAGE);
        assert_int_equal(desk.faults, 0);
        end_desk(&desk);
    }
}

static bool act(Desk *desk, GroupActionKind kind, int32_t index) {
    return group_update(&desk->tour.group, &(GroupAction){.kind = kind, .index = index, .value = index});
}

// What is to be agreed on of a list: each item comes into sight.
static void look_at_items(Desk *desk) {
    const Group *group = &desk->tour.group;
    SoloItems items = solo_items(&group->solo);
    for (int32_t i = 0; group->phase == GROUP_AGREE && i < items.count; i++) {
        const Ask *ask = group_ask(group);
        Str text = desk->c.scenario->items.rows[ask->items.first + items.rows[i].item].text;
        (void)act(desk, GROUP_ROW, i);
        show(desk, (Look){1280, 720, 100});
        look_for_cuts(desk);
        if (ask->kind != ASK_RANK && find_node(desk->frame, ROLE_GROUP, text) == NULL) {
            tell(desk, "is not there", text);
        }
    }
}

// Through all phases of the decision that the room stands before, with a vote of each item.
static void look_at_decision(Desk *desk) {
    static const GroupPhase PHASES[] = {GROUP_READ,       GROUP_VOTE,   GROUP_TALK,
                                        GROUP_VOTE_AGAIN, GROUP_REVEAL, GROUP_AGREE};
    const Group *group = &desk->tour.group;
    for (int32_t i = 0; i < COUNT(PHASES); i++) {
        if (group->phase != PHASES[i] && !act(desk, GROUP_GO, (int32_t)PHASES[i])) {
            continue;
        }
        for (bool counts = true; counts; counts = group->open && act(desk, GROUP_CLOSE, 0)) {
            for (int32_t hand = 0; hand < PRESENT && group->open; hand++) {
                (void)act(desk, GROUP_COUNT, hand % 3);
            }
            show(desk, (Look){1280, 720, 100});
            look_for_cuts(desk);
        }
    }
    look_at_items(desk);
}

// Of many a part, and every long list, unless a longer run asks for all.
static bool is_looked_at(const Ask *ask, int32_t number) {
    enum { ONE_OF = 24, LONG_LIST = 8 };
    bool asked = ask->kind != ASK_NONE && !ask->private_answer;
    return asked && (count_properties(1) > 1 || number % ONE_OF == 0 || ask->items.count >= LONG_LIST);
}

// Gives how many decisions it has.
static int32_t look_at_case(const char *path, int32_t before) {
    Desk desk;
    begin_desk(&desk, path);
    const Scenario *scenario = desk.c.scenario;
    int32_t count = 0;
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        count += scenario->scenes.rows[scene].ask != 0;
        if (is_looked_at(&scenario->asks.rows[scenario->scenes.rows[scene].ask], before + count) &&
            act(&desk, GROUP_JUMP, scene)) {
            look_at_decision(&desk);
        }
    }
    if (desk.faults > 0) {
        fail_msg("%s", path);
    }
    end_desk(&desk);
    return count;
}

// Each in its turn, whatever led there.
static void each_decision_of_each_case_fits_the_usual_window(void **state) {
    (void)state;
    static const char *const FOLDERS[] = {"../scenarios/fr", "../scenarios/en"};
    Arena arena = {0};
    int32_t count = 0;
    for (int32_t folder = 0; folder < COUNT(FOLDERS); folder++) {
        FileList names;
        assert_true(file_list(&arena, str_from_c(FOLDERS[folder]), S(".json"), &names, NULL));
        for (int32_t i = 0; i < names.count; i++) {
            if (!str_ends(names.rows[i], S(".test.json"))) {
                Str path = str_format(&arena, "%s/%.*s", FOLDERS[folder], S_ARG(names.rows[i]));
                count += look_at_case(str_to_c(&arena, path), count);
            }
        }
    }
    assert_true(count > 300);
    arena_finish(&arena);
}

static void what_a_key_does_can_be_pressed_in_the_smallest_window(void **state) {
    static const Look LOOKS[] = {{1280, 720, 200}, {800, 600, 100}, {640, 360, 100}};
    (void)state;
    Desk desk;
    begin_desk(&desk, "data/cases/ask-first.json");
    int32_t pages = 0;
    do {
        for (int32_t i = 0; i < COUNT(LOOKS); i++) {
            show(&desk, LOOKS[i]);
            look_for_buttons(&desk);
        }
    } while (tour_step(&desk.tour) && pages++ < MOST_PAGES);
    assert_int_equal(desk.faults, 0);
    end_desk(&desk);
}

static void hears(Desk *desk, const char *lines) {
    StrBuilder said = {.arena = ui_arena(desk->ui)};
    show(desk, (Look){1280, 720, 100});
    for (int32_t i = 0; i < desk->frame->says.count; i++) {
        str_addf(&said, "%s%.*s", i > 0 ? " | " : "", S_ARG(desk->frame->says.rows[i].text));
    }
    assert_string_equal(str_to_c(ui_arena(desk->ui), str_built(&said)), lines);
}

// Read aloud, up to the first vote.
static void begin_listening(Desk *desk) {
    begin_desk(desk, "../scenarios/fr/s02-ca-fait-trois-fois.json");
    desk->speaks = true;
    while (!desk->tour.group.open) {
        assert_true(tour_step(&desk->tour));
    }
}

static void count(Desk *desk, GroupActionKind kind, int32_t place) {
    assert_true(group_update(&desk->tour.group, &(GroupAction){.kind = kind, .index = place}));
}

static void who_listens_hears_each_hand_and_not_all_the_others(void **state) {
    (void)state;
    Desk desk;
    begin_listening(&desk);
    show(&desk, (Look){1280, 720, 100});
    Str first = desk.frame->says.rows[1].text;
    assert_true(str_begins(first, S("A : ")));
    assert_true(desk.frame->says.count > 4);
    count(&desk, GROUP_COUNT, 1);
    hears(&desk, "B : 1 | 1 sur 14");
    count(&desk, GROUP_TAKE_LAST, 0);
    hears(&desk, "B : 0 | 0 sur 14");
    count(&desk, GROUP_ABSTAIN, 0);
    hears(&desk, "S’abstenir : 1 | 1 sur 14");
    assert_true(group_update(&desk.tour.group, &(GroupAction){.kind = GROUP_BLACK, .value = 1}));
    hears(&desk, "Premier vote, Écran de la salle : noir");
    end_desk(&desk);
}

static bool hears_of(Desk *desk, const char *text) {
    bool found = false;
    show(desk, (Look){1280, 720, 100});
    for (int32_t i = 0; i < desk->frame->says.count; i++) {
        found = found || str_equal(desk->frame->says.rows[i].text, str_from_c(text));
    }
    return found;
}

static void go(Desk *desk, GroupPhase phase) {
    assert_true(group_update(&desk->tour.group, &(GroupAction){.kind = GROUP_GO, .index = (int32_t)phase}));
}

// Seven for A and seven of whom two are for B, three for C and two abstain: both have five voters or more.
static void who_listens_hears_the_rows_of_each_sub_group(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, "../scenarios/fr/s02-ca-fait-trois-fois.json");
    desk.speaks = true;
    count(&desk, GROUP_DIVIDE, GROUP_JOBS);
    while (!desk.tour.group.open) {
        assert_true(tour_step(&desk.tour));
    }
    static const int32_t PLACES[] = {0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2};
    for (int32_t i = 0; i < COUNT(PLACES); i++) {
        if (i == 7) {
            count(&desk, GROUP_CLOSE, 0);
        }
        count(&desk, GROUP_COUNT, PLACES[i]);
    }
    count(&desk, GROUP_ABSTAIN, 0);
    count(&desk, GROUP_ABSTAIN, 0);
    count(&desk, GROUP_CLOSE, 0);
    go(&desk, GROUP_REVEAL);
    show(&desk, (Look){1280, 720, 100});
    assert_true(group_update(&desk.tour.group, &(GroupAction){.kind = GROUP_SHOW_PARTS, .value = 1}));
    assert_true(hears_of(&desk, "Écran de la salle : Dévoiler, Conseillers, 7 voix, A 7, B 0, C 0, D 0"));
    count(&desk, GROUP_NEXT, 0);
    assert_true(hears_of(&desk, "Écran de la salle : Dévoiler, Médiateurs, 7 voix, A 0, B 2, C 3, D 0"));
    end_desk(&desk);
}

// A glance reads it: the counts, what the votes say, the answer followed, what the debrief turns to.
static void who_listens_hears_what_was_counted_and_what_is_followed(void **state) {
    (void)state;
    Desk desk;
    begin_listening(&desk);
    for (int32_t i = 0; i < 14; i++) {
        count(&desk, GROUP_COUNT, i % 2);
    }
    count(&desk, GROUP_CLOSE, 0);
    assert_true(hears_of(&desk, "Clos : 14 sur 14"));
    go(&desk, GROUP_TALK);
    assert_true(hears_of(&desk, "A : 7, risquée"));
    go(&desk, GROUP_VOTE_AGAIN);
    for (int32_t i = 0; i < 14; i++) {
        count(&desk, GROUP_COUNT, 1);
    }
    count(&desk, GROUP_CLOSE, 0);
    go(&desk, GROUP_REVEAL);
    assert_true(hears_of(&desk, "B : 14, recommandée, suivie"));
    count(&desk, GROUP_PICK, 0);
    hears(&desk, "A : 0, risquée, suivie | B : 14, recommandée");
    assert_true(group_update(&desk.tour.group, &(GroupAction){.kind = GROUP_SHOW_BOTH, .value = 1}));
    hears(&desk, "Écran de la salle : Dévoiler, Second vote, 14 voix, avec le premier vote");
    assert_true(tour_step(&desk.tour));
    go(&desk, GROUP_ANALYSIS);
    assert_true(hears_of(&desk, "La discussion a déplacé 5 voix sur dix."));
    assert_true(group_update(&desk.tour.group, &(GroupAction){.kind = GROUP_TIMER}));
    hears(&desk, "Le minuteur tourne, 14 minutes");
    end_desk(&desk);
}

// Whatever the room may be shown of two votes: what goes on and what notes a sentence stand side by side.
static void the_buttons_below_a_vote_stand_in_one_row(void **state) {
    static const Look LOOKS[] = {{1280, 720, 100}, {1920, 1080, 100}};
    (void)state;
    Desk desk;
    begin_listening(&desk);
    for (int32_t round = 0; round < 2; round++) {
        for (int32_t i = 0; i < PRESENT; i++) {
            count(&desk, GROUP_COUNT, i % 2);
        }
        count(&desk, GROUP_CLOSE, 0);
        go(&desk, round == 0 ? GROUP_VOTE_AGAIN : GROUP_REVEAL);
    }
    for (int32_t i = 0; i < COUNT(LOOKS); i++) {
        show(&desk, LOOKS[i]);
        const UiTreeNode *next = find_node(desk.frame, ROLE_BUTTON, S("Ensuite : Suivre un parcours"));
        const UiTreeNode *note = find_node(desk.frame, ROLE_BUTTON, S("Noter une phrase"));
        assert_non_null(find_node(desk.frame, ROLE_BUTTON, S("Montrer aussi le premier vote")));
        assert_int_equal(next->rect.y, note->rect.y);
    }
    end_desk(&desk);
}

// Its field is not there any more, so what goes on has the focus, and a sentence can be noted.
static void an_idea_that_is_typed_waits_while_none_is_asked_for(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk, "../scenarios/fr/s02-ca-fait-trois-fois.json");
    desk.noting = VIEW_ROOM_NOTE_IDEA;
    while (desk.tour.group.phase != GROUP_OPENING) {
        assert_true(tour_step(&desk.tour));
    }
    show(&desk, (Look){1280, 720, 100});
    assert_non_null(find_node(desk.frame, ROLE_FIELD, S("Une idée, sans nom")));
    for (int32_t i = 0; i < 2; i++) {
        GroupAction idea = {.kind = GROUP_IDEA, .text = S("Nommer l’attente")};
        assert_true(group_update(&desk.tour.group, &idea));
    }
    assert_true(group_update(&desk.tour.group, &(GroupAction){.kind = GROUP_RANK, .value = 1}));
    show(&desk, (Look){1280, 720, 100});
    assert_null(find_node(desk.frame, ROLE_FIELD, S("Une idée, sans nom"))); // letters count hands
    while (desk.tour.group.phase != GROUP_READ) {
        assert_true(tour_step(&desk.tour));
    }
    show(&desk, (Look){1280, 720, 100});
    assert_non_null(find_node(desk.frame, ROLE_BUTTON, S("Noter une phrase")));
    assert_true(find_node(desk.frame, ROLE_BUTTON, S("Page suivante"))->focused);
    end_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_scrolled_to_on_the_usual_window),
        cmocka_unit_test(each_decision_of_each_case_fits_the_usual_window),
        cmocka_unit_test(what_a_key_does_can_be_pressed_in_the_smallest_window),
        cmocka_unit_test(who_listens_hears_what_was_counted_and_what_is_followed),
        cmocka_unit_test(the_buttons_below_a_vote_stand_in_one_row),
        cmocka_unit_test(an_idea_that_is_typed_waits_while_none_is_asked_for),
        cmocka_unit_test(who_listens_hears_each_hand_and_not_all_the_others),
        cmocka_unit_test(who_listens_hears_the_rows_of_each_sub_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
