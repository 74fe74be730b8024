// A case of a Branching Scenario, written as a package and read again, is the same case, to the byte.
#include "exchange/branching.h"
#include "exchange/exchange_desk.h"
#include "exchange/rich.h"

enum { CASES = 150, SEED = 1318, MOST_WORDS = 9 };

static Str write_paragraph(Dice *dice, Str text) {
    Str html = rich_write_html(dice->arena, text);
    return str_format(dice->arena, "<p>%.*s</p>", S_ARG(html));
}

static Str draw_html(void *context) {
    Dice *dice = context;
    Str text = dice_text(dice, MOST_WORDS, "");
    bool raw = random_below(&dice->random, 4) == 0; // whatever signs of HTML were drawn
    return raw ? text : write_paragraph(dice, text);
}

static Str draw_plain(void *context) {
    Dice *dice = context;
    Str text = dice_text(dice, MOST_WORDS, "");
    return random_below(&dice->random, 2) == 0 ? rich_write_html(dice->arena, text) : text;
}

// Left out: one answer or more than six, which come in as another number of screens, and so with other ids; screens
// that may lead round; ends that are not the usual one, and feedback of an end without a score, of which the maximum
// knows otherwise than the end.
static void tame_way(const Branching *branching, int32_t own, BranchingWay *way) {
    bool back = !branching->nodes[own].asks && way->target <= own;
    bool ends = way->target < 0 || way->target >= branching->node_count;
    way->target = back || ends ? -1 : way->target;
    way->scored = way->scored || (way->target == -1 && way->shows);
}

static void tame(Branching *branching) {
    for (int32_t i = 0; i < branching->node_count; i++) {
        BranchingNode *node = &branching->nodes[i];
        int32_t count = node->way_count;
        node->way_count = !node->asks ? 1 : count < 2 ? 2 : count > 6 ? 6 : count;
        for (int32_t j = 0; j < node->way_count; j++) {
            tame_way(branching, i, &node->ways[j]);
        }
    }
}

static void try_branching(Desk *desk, Dice *dice, int32_t seed) {
    BranchingWords words = {draw_html, draw_plain, dice};
    Branching branching = branching_draw(&dice->random);
    tame(&branching);
    Exchange first, again;
    LossReport written;
    desk_import(desk, branching_write(&desk->arena, &branching, &words), &first);
    Str package = desk_export(desk, first.bytes, EXCHANGE_H5P, &written);
    assert_true(str_equal(package, desk_export(desk, first.bytes, EXCHANGE_H5P, &written)));
    // How long the case takes, which an import guesses, has no place in a package.
    assert_int_equal(written.count, 1);
    assert_true(str_equal(written.rows[0].about, S("minutes")));
    desk_import(desk, package, &again);
    desk_assert_same(first.bytes, again.bytes, seed);
}

static void import_of_export_gives_the_case_again(void **state) {
    (void)state;
    desk_try(CASES, SEED, try_branching);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(import_of_export_gives_the_case_again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
