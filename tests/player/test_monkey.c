// Somebody who presses anything: 10,000 inputs for each of two seeds, PALABRE_MONKEY_STEPS for more. Nothing may break,
// after each input the page is one that can be used and painted, and now and then it is painted.
#include "player/desk.h"
#include "player/wall.h"

#include "base/random.h"
#include "base/utf8.h"
#include "player/player_program.h"

enum { STEPS = 10000, SIZES = 6, PAINTED = 50, FAR = 1 << 24 };

typedef struct {
    Desk desk;
    Machine *machine;
    Shell shell;
    Wall wall;
    Random random;
    int32_t width, height;
    int32_t x, y;
} Monkey;

static int32_t draw(Monkey *monkey, int32_t below) {
    return random_below(&monkey->random, below);
}

static UiInput random_key(Monkey *monkey) {
    static const int32_t KEYS[] = {
        KEY_TAB,       KEY_TAB,   KEY_ENTER,  KEY_ENTER, KEY_ENTER, KEY_SPACE,     KEY_DOWN,   KEY_DOWN, KEY_UP,
        KEY_LEFT,      KEY_RIGHT, KEY_ESCAPE, KEY_HOME,  KEY_END,   KEY_BACKSPACE, KEY_DELETE, KEY_F1,   KEY_PAGE_UP,
        KEY_PAGE_DOWN, KEY_F5,    KEY_SLASH,  'a',       'b',       'c',           'd',        'e',      'f',
        'h',           'v',       'p',        '1',       '2',       '3',           '4',        'z'};
    static const int32_t MODIFIERS[] = {0, 0, 0, 0, 0, MOD_SHIFT, MOD_CTRL, MOD_CTRL | MOD_SHIFT, MOD_ALT};
    return (UiInput){.kind = INPUT_KEY,
                     .key = KEYS[draw(monkey, COUNT(KEYS))],
                     .modifiers = MODIFIERS[draw(monkey, COUNT(MODIFIERS))]};
}

static UiInput random_input(Monkey *monkey) {
    static const Str TEXTS[] = {S_INIT("e"),       S_INIT("Vous êtes venu trois fois. "), S_INIT("«\u202fœ\u202f»"),
                                S_INIT("e\u0301"), S_INIT("👩‍👩‍👧"),          S_INIT("\t\n")};
    switch (draw(monkey, 12)) {
    case 0:
        monkey->x = draw(monkey, monkey->width + 40) - 20;
        monkey->y = draw(monkey, monkey->height + 40) - 20;
        return (UiInput){.kind = INPUT_MOVE, .x = monkey->x, .y = monkey->y};
    case 1:
    case 2:
        return (UiInput){.kind = INPUT_DOWN, .x = monkey->x, .y = monkey->y, .clicks = 1 + draw(monkey, 3)};
    case 3:
        return (UiInput){.kind = INPUT_UP, .x = monkey->x, .y = monkey->y};
    case 4:
        return (UiInput){.kind = INPUT_TEXT, .text = TEXTS[draw(monkey, 6)]};
    case 5:
        return (UiInput){.kind = INPUT_WHEEL, .wheel_y = draw(monkey, 7) - 3};
    case 6:
        return (UiInput){.kind = INPUT_IDLE};
    default:
        return random_key(monkey);
    }
}

static void check_node(const UiFrame *frame, int32_t row) {
    const UiTreeNode *node = &frame->tree.rows[row];
    assert_true(utf8_find_invalid(node->name) < 0 && utf8_find_invalid(node->value) < 0);
    Rect window = {0, 0, frame->width, frame->height}, seen = rect_intersect(node->rect, window);
    assert_true(rect_is_empty(node->rect) || (seen.width == node->rect.width && seen.height == node->rect.height));
    for (int32_t i = 0; node->focusable && i < row; i++) {
        assert_true(!frame->tree.rows[i].focusable || frame->tree.rows[i].id != node->id);
    }
}

static bool is_near(int32_t number) {
    return number > -FAR && number < FAR;
}

// Numbers that a painter can work with.
static bool can_be_painted(const UiFrame *frame, const DrawCommand *draw) {
    Rect rect = draw->rect, window = {0, 0, frame->width, frame->height}, seen = rect_intersect(rect, window);
    bool sound = is_near(rect.x) && is_near(rect.y) && is_near(rect.width) && is_near(rect.height) && rect.width >= 0 &&
                 rect.height >= 0 && draw->radius >= 0 && draw->stroke_width >= 0 && draw->blur >= 0 && draw->dash >= 0;
    if (draw->kind == DRAW_CLIP) {
        return sound && (rect_is_empty(rect) || (seen.width == rect.width && seen.height == rect.height));
    }
    return sound &&
           (draw->kind != DRAW_TEXT || (draw->text.len > 0 && draw->size > 0 && utf8_find_invalid(draw->text) < 0));
}

static void check_draw(const UiFrame *frame, const DrawCommand *draw) {
    if (!can_be_painted(frame, draw)) {
        fail_msg("in %dx%d, kind %d at %d,%d, %dx%d: “%.*s”", frame->width, frame->height, draw->kind, draw->rect.x,
                 draw->rect.y, draw->rect.width, draw->rect.height, S_ARG(draw->text));
    }
}

static void check_frame(const UiFrame *frame) {
    int32_t focused = 0, can = 0;
    assert_true(frame->draws.count > 0);
    for (int32_t i = 0; i < frame->draws.count; i++) {
        check_draw(frame, &frame->draws.rows[i]);
    }
    for (int32_t i = 0; i < frame->tree.count; i++) {
        const UiTreeNode *node = &frame->tree.rows[i];
        focused += node->focused;
        can += node->focusable && node->enabled;
        check_node(frame, i);
    }
    assert_int_equal(focused, can > 0);
}

static int32_t count_steps(void) {
    const char *wanted = getenv("PALABRE_MONKEY_STEPS"); // NOLINT(concurrency-mt-unsafe)
    int32_t steps = 0;
    return wanted != NULL && str_to_int(str_from_c(wanted), &steps) ? steps : STEPS;
}

static UiInput resize(Monkey *monkey) {
    static const int32_t WIDTHS[SIZES] = {1280, 1920, 800, 700, 3840, 1},
                         HEIGHTS[SIZES] = {720, 1080, 480, 400, 2160, 1};
    int32_t size = draw(monkey, SIZES);
    monkey->width = WIDTHS[size];
    monkey->height = HEIGHTS[size];
    SettingsForRun *run = &monkey->desk.player.app.settings.for_run;
    int32_t scale = 100 * draw(monkey, 3); // 0: as in the settings
    settings_ask(run, SETTING_TEXT_SCALE, scale);
    run->asked[SETTING_TEXT_SCALE] = scale > 0;
    return (UiInput){.kind = INPUT_RESIZE};
}

static void step(Monkey *monkey, bool paints) {
    UiInput input = draw(monkey, 200) == 0 ? resize(monkey) : random_input(monkey);
    monkey->desk.now_ms += draw(monkey, 900);
    input.now_ms = monkey->desk.now_ms;
    const UiFrame *frame =
        shell_answer(&monkey->shell, desk_window(monkey->machine), &input, (WindowSize){monkey->width, monkey->height});
    check_frame(frame);
    if (paints) {
        (void)wall_paint(&monkey->wall, frame, monkey->shell.family);
    }
}

static void roam(uint64_t seed, bool from_debrief) {
    Monkey monkey = {.random = random_from_seed(seed), .width = 1280, .height = 720};
    desk_open(&monkey.desk);
    monkey.machine = desk_machine();
    if (from_debrief) { // which so much impatience seldom reaches
        desk_begin_case(&monkey.desk, "s02-ca-fait-trois-fois");
        desk_play_out(&monkey.desk);
        desk_act(&monkey.desk, ACTION_TO_DEBRIEF, 0);
        assert_int_equal(monkey.desk.player.screen, SCREEN_DEBRIEF);
    }
    shell_init(&monkey.shell, player_program(&monkey.desk.player), monkey.machine);
    int32_t steps = count_steps();
    print_message("seed %llu, %d steps\n", (unsigned long long)seed, steps);
    wall_open(&monkey.wall);
    for (int32_t i = 0; i < steps; i++) {
        step(&monkey, i % PAINTED == 0);
    }
    wall_close(&monkey.wall);
    shell_finish(&monkey.shell);
    machine_destroy(monkey.machine);
    desk_close(&monkey.desk);
}

static void nothing_breaks_whatever_is_pressed(void **state) {
    (void)state;
    roam(1, false);
}

static void nothing_breaks_at_the_debrief(void **state) {
    (void)state;
    roam(20261127, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_breaks_whatever_is_pressed),
                                       cmocka_unit_test(nothing_breaks_at_the_debrief)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
