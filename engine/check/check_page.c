// A decision must fit the page that the room sees, which never scrolls. It is measured as the page is set at its
// tightest, in pixels at 1920 × 1080: from top to bottom who speaks, the latest line, the prompt, then the options as
// cards across the page, each with its letter at the left. (Once votes are counted their bars take the place of long
// texts, which the labels stand for.) Several options or items must be seen at once; of a rate or a classify one item
// at a time, with the bins below.
#include "check/check_parts.h"
#include "scenario/advance.h"

enum {
    PAGE_WIDTH = CHECK_PAGE_WIDTH,
    PAGE_HEIGHT = 1080 - 48 - 40,
    EM = CHECK_PAGE_EM,
    LINE_HEIGHT = 55,
    HEAD_HEIGHT = 47 + 8, // who speaks and how, at 36 px, and the gap below
    GAP = 16,
    CARD_TEXT_WIDTH = PAGE_WIDTH - 153 - 24, // without its letter
    CARD_PADDING = 14
};

// How many lines a text takes, or at most: advance_count_lines or the quicker advance_most_lines.
typedef int32_t CountLines(Str text, int32_t width);

static int32_t height_of(Str text, int32_t width_px, CountLines *count_lines) {
    return count_lines(text, width_px * 1000 / EM) * LINE_HEIGHT;
}

static int32_t height_of_card(Str text, CountLines *count_lines) {
    return height_of(text, CARD_TEXT_WIDTH, count_lines) + 2 * CARD_PADDING + GAP;
}

// The tallest line that may be the latest when the decision is met: the last one, and those before it while each has a
// condition.
static int32_t height_of_latest_line(const Scenario *scenario, Span lines, CountLines *count_lines) {
    int32_t most = 0;
    for (int32_t i = lines.count - 1; i >= 0; i--) {
        const Line *line = &scenario->lines.rows[lines.first + i];
        int32_t height = height_of(line->text, PAGE_WIDTH, count_lines) + GAP;
        most = height > most ? height : most;
        if (line->when == 0) {
            break;
        }
    }
    return most;
}

static int32_t height_of_items(const Scenario *scenario, const Ask *ask, CountLines *count_lines) {
    int32_t sum = 0;
    int32_t most = 0;
    for (int32_t i = 0; i < ask->items.count; i++) {
        int32_t height = height_of_card(scenario->items.rows[ask->items.first + i].text, count_lines);
        sum += height;
        most = height > most ? height : most;
    }
    return ask->kind == ASK_RANK ? sum : most;
}

static int32_t height_of_page(const Scenario *scenario, const Scene *scene, CountLines *count_lines) {
    const Ask *ask = &scenario->asks.rows[scene->ask];
    int32_t height = HEAD_HEIGHT + height_of_latest_line(scenario, scene->lines, count_lines) +
                     height_of_items(scenario, ask, count_lines);
    if (ask->prompt.len > 0) {
        height += height_of(ask->prompt, PAGE_WIDTH, count_lines) + GAP;
    }
    for (int32_t i = 0; i < ask->options.count; i++) {
        height += height_of_card(scenario->options.rows[ask->options.first + i].text, count_lines);
    }
    for (int32_t i = 0; i < ask->bins.count; i++) {
        height += height_of_card(scenario->bins.rows[ask->bins.first + i].text, count_lines);
    }
    return height;
}

static void tell_text(const Check *check, Str text, int32_t place, Str member) {
    if (HEAD_HEIGHT + height_of(text, PAGE_WIDTH, advance_most_lines) > PAGE_HEIGHT &&
        HEAD_HEIGHT + height_of(text, PAGE_WIDTH, advance_count_lines) > PAGE_HEIGHT) {
        Finding *finding = findings_add(check->findings, FINDING_OVERFLOW, place, (Str){0});
        finding->variant = OVERFLOW_TEXT;
        finding->member = member;
    }
}

// Decisions as a whole, and what has a page to itself: a line, an ending, what is said first.
void check_overflow(const Check *check) {
    const Scenario *scenario = check->scenario;
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        if (scene->ask != 0 && height_of_page(scenario, scene, advance_most_lines) > PAGE_HEIGHT &&
            height_of_page(scenario, scene, advance_count_lines) > PAGE_HEIGHT) {
            int32_t place = scenario->asks.rows[scene->ask].place;
            findings_add(check->findings, FINDING_OVERFLOW, place, scenario_name(scenario, scene->id));
        }
    }
    for (int32_t i = 1; i < scenario->lines.count; i++) {
        tell_text(check, scenario->lines.rows[i].text, scenario->lines.rows[i].place, S("text"));
    }
    for (int32_t i = 1; i < scenario->endings.count; i++) {
        tell_text(check, scenario->endings.rows[i].text, scenario->endings.rows[i].place, S("text"));
    }
    tell_text(check, scenario->intro, scenario->place, S("intro"));
    tell_text(check, scenario->notice, scenario->place, S("notice"));
}
