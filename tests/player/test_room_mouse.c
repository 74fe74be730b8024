// An evening with a group by the mouse alone: no key is pressed from the page of the case to the session that is
// erased.
// `./check --long` plays the whole story, else the first decision, then all of the debrief.
#include "player/desk.h"

#include "player/player_program.h"

#include "property.h"

enum { WIDTH = 1280, HEIGHT = 720, PRESENT = 14, MOST_CLICKS = 2000, MOST_WHEELS = 60, BETWEEN_MS = 600, FEW = 1 };

static const char CASE[] = "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json";

typedef struct {
    Desk desk;
    Machine *machine;
    Shell shell;
    const UiFrame *frame;
    int32_t clicks;
    bool whole;
    bool ended; // the room saw an ending
} Evening;

static const Group *group_of(const Evening *evening) {
    return evening->desk.player.room.group;
}

static void show(Evening *evening, UiInput input) {
    input.now_ms = evening->desk.now_ms;
    evening->frame = shell_answer(&evening->shell, desk_window(evening->machine), &input, (WindowSize){WIDTH, HEIGHT});
}

// Of those that can be pressed and whose name begins so, by turns another one; NULL: none is in sight.
static const UiTreeNode *find(const Evening *evening, Str beginning, int32_t turn) {
    const UiTreeNode *found = NULL;
    for (int32_t i = 0; i < evening->frame->tree.count && turn >= 0; i++) {
        const UiTreeNode *node = &evening->frame->tree.rows[i];
        bool fits = node->role == ROLE_BUTTON && node->enabled && node->rect.height > 0 && node->rect.width > 0 &&
                    str_begins(node->name, beginning);
        found = fits ? node : found;
        turn -= fits;
    }
    return found;
}

static void turn_wheel(Evening *evening, int32_t by) {
    show(evening, (UiInput){.kind = INPUT_MOVE, .x = WIDTH / 3, .y = HEIGHT / 2});
    show(evening, (UiInput){.kind = INPUT_WHEEL, .wheel_y = by});
}

static bool click(Evening *evening, Str beginning, int32_t turn) {
    for (int32_t i = 0; i < MOST_WHEELS && find(evening, beginning, turn) == NULL; i++) {
        turn_wheel(evening, i < MOST_WHEELS / 2 ? -1 : 1);
    }
    const UiTreeNode *node = find(evening, beginning, turn);
    if (node == NULL) {
        return false;
    }
    static const UiInputKind KINDS[] = {INPUT_MOVE, INPUT_DOWN, INPUT_UP};
    UiInput pointer = {
        .x = node->rect.x + node->rect.width / 2, .y = node->rect.y + node->rect.height / 2, .clicks = 1};
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        pointer.kind = KINDS[i];
        show(evening, pointer);
    }
    writer_wait(evening->desk.player.app.writer);
    evening->desk.now_ms += BETWEEN_MS;
    show(evening, (UiInput){.kind = INPUT_IDLE});
    evening->clicks++;
    return true;
}

static void count_hands(Evening *evening) {
    int32_t missing = group_missing(group_of(evening));
    if (missing > 0) {
        assert_true(click(evening, S("Une main de plus pour "), missing % 3 == 0));
    } else {
        assert_true(click(evening, S("Clore"), 0));
    }
}

// It stays in sight at the foot of the page.
static Str name_of_next(const Evening *evening) {
    static const Str NAMES[] = {S_INIT("Page suivante"), S_INIT("Ensuite"), S_INIT("Continuer")};
    int32_t i = 0;
    while (i + 1 < COUNT(NAMES) && find(evening, NAMES[i], 0) == NULL) {
        i++;
    }
    return NAMES[i];
}

static void go_on(Evening *evening) {
    const Group *group = group_of(evening);
    bool picks = group->phase == GROUP_REVEAL && group_ask(group)->kind == ASK_CHOICE && group->picked < 0;
    evening->ended = evening->ended || group->phase == GROUP_ENDING;
    if (!evening->whole && group->phase == GROUP_FOLLOWED && group_decision(group) == FEW) {
        assert_true(click(evening, S("Passer au bilan"), 0));
    } else if (group->open) {
        count_hands(evening);
    } else if (picks) {
        assert_true(click(evening, S("Suivre"), 0));
    } else if (group->phase == GROUP_PAGE) {
        assert_true(click(evening, S("Effacer la séance"), 0));
    } else {
        assert_true(click(evening, name_of_next(evening), 0));
    }
}

static void an_evening_is_led_by_the_mouse_alone_to_its_end(void **state) {
    (void)state;
    Evening evening = {.whole = property_factor() > 1};
    desk_start(&evening.desk, (DeskStart){.case_path = str_from_c(CASE)});
    evening.machine = desk_machine();
    shell_init(&evening.shell, player_program(&evening.desk.player), evening.machine);
    show(&evening, (UiInput){.kind = INPUT_RESIZE});
    assert_true(click(&evening, S("Animer un groupe"), 0));
    assert_non_null(group_of(&evening));
    while (group_of(&evening)->present < PRESENT) {
        assert_true(click(&evening, S("Une personne de plus"), 0));
    }
    Str path = str_copy(&evening.desk.arena, evening.desk.player.room.journal_path);
    assert_true(file_exists(path));
    while (!evening.desk.player.room.erased && evening.clicks < MOST_CLICKS) {
        if (evening.desk.player.overlay != OVERLAY_NONE) {
            assert_true(click(&evening, S("Effacer la séance"), 0));
        } else {
            go_on(&evening);
        }
    }
    print_message("%d clicks\n", evening.clicks);
    assert_true(evening.desk.player.room.erased);
    assert_int_equal(evening.ended, evening.whole);
    assert_false(file_exists(path));
    shell_finish(&evening.shell);
    machine_destroy(evening.machine);
    desk_close(&evening.desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_evening_is_led_by_the_mouse_alone_to_its_end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
