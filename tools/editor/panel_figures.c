// The dialog with the figures of a case: a table of its endings, its walks, the time it takes to read.
#include "editor/panel.h"
#include "view/view_table.h"

enum { FIGURES_WIDTH = 1100, WORDS_A_MINUTE = 200, FIRST_COMPETENCY = 2 };

static Str tell_mark(const Page *page, int32_t mark) {
    Str number = ui_number(page->ui, mark < 0 ? -mark : mark);
    return str_format(ui_arena(page->ui), "%s%.*s", mark < 0 ? "−" : mark > 0 ? "+" : "", S_ARG(number));
}

static Str tell_walks(const Page *page) {
    const Simulation *walks = &page->editor->measure.walks;
    Ui *ui = page->ui;
    return walks->ended == walks->runs
               ? UI_FORMAT(ui, TR("{0} walks at random, all to an end, of {1} to {2} decisions."),
                           ui_number(ui, walks->runs), ui_number(ui, walks->shortest), ui_number(ui, walks->longest))
               : UI_FORMAT(ui, TR("{0} walks at random: {1} came to an end, of {2} to {3} decisions."),
                           ui_number(ui, walks->runs), ui_number(ui, walks->ended), ui_number(ui, walks->shortest),
                           ui_number(ui, walks->longest));
}

static Str tell_reading(const Page *page) {
    Ui *ui = page->ui;
    int64_t words = page->editor->measure.words, minutes = (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE;
    Str source = catalog_plural(&page->editor->app.catalog,
                                TRP("To read: {1} words a walk, that is {0} minute at {2} words a minute.",
                                    "To read: {1} words a walk, that is {0} minutes at {2} words a minute."),
                                (int32_t)minutes);
    return UI_FORMAT(ui, source, ui_number(ui, minutes), ui_number(ui, words), ui_number(ui, WORDS_A_MINUTE));
}

static void say_about(const Page *page) {
    Ui *ui = page->ui;
    bool exact = page->editor->measure.reach.exact;
    ui_text(ui, (UiText){.text = tell_walks(page)});
    ui_text(ui, (UiText){.text = tell_reading(page)});
    ui_text(ui, (UiText){.text = panel_words(page, exact ? TR("The totals are exact: the lowest and the highest that a "
                                                              "walk to that ending can have.")
                                                         : TR("There are too many walks to look at each: no total "
                                                              "goes beyond these, but not all may be reached.")),
                         .color = COLOR_SOFT});
}

// The ending, how many walks led there, and its lowest and highest total of each competency.
static Str *add_row(const Page *page, Str *cell, Str name, int32_t hits, const EndingBounds *bounds) {
    Ui *ui = page->ui;
    *cell++ = name;
    *cell++ = bounds->reachable ? ui_number(ui, hits) : panel_words(page, TR("no walk leads there"));
    for (CompetencyId c = 1; c < page->scenario->competencies.count; c++) {
        *cell++ = bounds->reachable ? UI_FORMAT(ui, TR("{0} to {1}"), tell_mark(page, bounds->low[c]),
                                                tell_mark(page, bounds->high[c]))
                                    : S("–");
    }
    return cell;
}

static int32_t count_endings(const Scenario *scenario) {
    int32_t count = 0;
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        count += scenario->scenes.rows[i].ending != 0;
    }
    return count;
}

static void say_endings(const Page *page) {
    Ui *ui = page->ui;
    const Scenario *scenario = page->scenario;
    const EditorMeasure *measure = &page->editor->measure;
    int32_t columns = FIRST_COMPETENCY + scenario->competencies.count - 1, rows = 1 + count_endings(scenario);
    Str *heads = arena_push(ui_arena(ui), Str, columns), *cells = arena_push(ui_arena(ui), Str, columns * rows);
    heads[0] = panel_words(page, TR("Ending"));
    heads[1] = panel_words(page, TR("Walks"));
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        heads[FIRST_COMPETENCY + c - 1] = scenario->competencies.rows[c].name;
    }
    Str *cell = add_row(page, cells, panel_words(page, TR("All endings")), measure->walks.ended, &measure->reach.all);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        const Ending *ending = &scenario->endings.rows[scenario->scenes.rows[i].ending];
        if (scenario->scenes.rows[i].ending != 0) {
            cell = add_row(page, cell, ending->title, measure->walks.ending_hits[i], &measure->reach.endings[i]);
        }
    }
    view_table(ui, &(ViewTable){.key = S("endings"),
                                .name = panel_words(page, TR("What each ending can earn")),
                                .columns = heads,
                                .column_count = columns,
                                .cells = cells,
                                .row_count = rows});
}

void panel_say_figures(const Page *page) {
    Ui *ui = page->ui;
    bool closes = ui_dialog_begin(
        ui, (UiDialog){.key = S("figures"), .title = panel_words(page, TR("Figures")), .width = FIGURES_WIDTH});
    if (page->editor->measure.on) {
        say_about(page);
        say_endings(page);
    } else {
        ui_text(ui, (UiText){.text = panel_words(page, TR("There are figures once the check has no errors left."))});
    }
    panel_end_dialog(
        page,
        &(UiButton){
            .key = S("close"), .text = panel_words(page, TR("Close")), .kind = BUTTON_PRIMARY, .wants_focus = true},
        closes);
}
