// What became of a file of another tool: refused, one of its stories to be chosen, or a case and all that is told of
// it.
#include "base/path.h"
#include "player/player_parts.h"
#include "player/screen_parts.h"

enum { PAGE_MOST_WIDTH = 820, MOST_SHOWN = 200 };

typedef struct {
    Ui *ui;
    const Player *player;
    const ImportJob *job; // NULL: the file is being read
    Action *action;
} Page;

static const Str KIND_NAMES[EXCHANGE_KIND_COUNT] = {
    [EXCHANGE_GIFT] = S_INIT("GIFT"),         [EXCHANGE_TWEE] = S_INIT("Twee"), [EXCHANGE_TWINE] = S_INIT("Twine"),
    [EXCHANGE_MOODLE] = S_INIT("Moodle XML"), [EXCHANGE_H5P] = S_INIT("H5P"),   [EXCHANGE_INK] = S_INIT("ink"),
};

static void say_title(Ui *ui, Str text) {
    ui_text(ui, (UiText){.text = text, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
}

static void say_left_out(Ui *ui, int32_t count) {
    if (count > MOST_SHOWN) {
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("… and {0} more."), ui_number(ui, count - MOST_SHOWN)),
                             .color = COLOR_SOFT});
    }
}

static void begin_part(Ui *ui, Str key, Str heading) {
    ui_card_begin(ui, (UiBox){.key = key, .gap = 8, .role = ROLE_LIST, .name = heading});
    ui_heading(ui, heading);
}

static Str count_words(Ui *ui, const Player *player, Became became, int32_t count) {
    const Catalog *catalog = &player->app.catalog;
    const Str SOURCES[BECAME_COUNT] = {
        [BECAME_CONVERTED] = catalog_plural(catalog, TRP("{0} converted", "{0} converted"), count),
        [BECAME_DEGRADED] = catalog_plural(catalog, TRP("{0} degraded", "{0} degraded"), count),
        [BECAME_KEPT] = catalog_plural(catalog, TRP("{0} kept", "{0} kept"), count),
        [BECAME_DROPPED] = catalog_plural(catalog, TRP("{0} dropped", "{0} dropped"), count)};
    return UI_FORMAT(ui, SOURCES[became], ui_number(ui, count));
}

// "Short answers (3): 2 converted, 1 dropped"
static Str class_words(Ui *ui, const Player *player, Construct construct) {
    const LossCount *count = &player->import.shown->exchange.report.counts[construct];
    StrBuilder became = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i < BECAME_COUNT; i++) {
        if (count->became[i] > 0) {
            Str words = count_words(ui, player, (Became)i, count->became[i]);
            str_addf(&became, "%s%.*s", became.count > 0 ? ", " : "", S_ARG(words));
        }
    }
    return UI_FORMAT(ui, TR("{0} ({1}): {2}"), ui_words(ui, loss_class(construct)), ui_number(ui, count->found),
                     str_built(&became));
}

static void say_classes(const Page *page) {
    Ui *ui = page->ui;
    begin_part(ui, S("classes"), ui_words(ui, TR("What became of it")));
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        if (page->job->exchange.report.counts[i].found > 0) {
            ui_text(ui, (UiText){.text = class_words(ui, page->player, (Construct)i)});
        }
    }
    ui_card_end(ui);
}

static void say_loss(const Page *page, const Loss *loss) {
    Ui *ui = page->ui;
    bool error = loss_is_error(loss->reason);
    Str became = ui_words(ui, error ? TR("error") : loss_became(loss->became));
    Str message = loss_message(ui_arena(ui), &page->player->app.catalog, loss);
    Str text = loss->line > 0 ? UI_FORMAT(ui, TR("Line {0}, {1}: {2}"), ui_number(ui, loss->line), became, message)
                              : UI_FORMAT(ui, TR("The whole file, {0}: {1}"), became, message);
    ui_text(ui, (UiText){.text = text, .color = error ? COLOR_OCHRE_INK : COLOR_INK});
}

static void say_losses(const Page *page, Str heading) {
    Ui *ui = page->ui;
    const LossReport *report = &page->job->exchange.report;
    if (report->count == 0) {
        return;
    }
    begin_part(ui, S("losses"), heading);
    for (int32_t i = 0; i < report->count && i < MOST_SHOWN; i++) {
        say_loss(page, &report->rows[i]);
    }
    say_left_out(ui, report->count);
    ui_card_end(ui);
}

// As a person calls it, where the finding has the key of the file.
static Str unfinished_words(Ui *ui, const Player *player, const Finding *finding) {
    static const struct {
        Str member, words;
    } KNOWN[] = {{S_INIT("summary"), TR_INIT("The summary that the library shows")},
                 {S_INIT("theme"), TR_INIT("The theme")},
                 {S_INIT("competencies"), TR_INIT("The competency that the answers show")}};
    for (int32_t i = 0; i < COUNT(KNOWN); i++) {
        if (str_equal(finding->arguments[0], KNOWN[i].member)) {
            return ui_words(ui, KNOWN[i].words);
        }
    }
    return finding_message(ui_arena(ui), &player->app.catalog, finding);
}

static void say_unfinished(const Page *page) {
    Ui *ui = page->ui;
    const Findings *unfinished = &page->job->unfinished;
    if (unfinished->count == 0) {
        return;
    }
    begin_part(ui, S("unfinished"), ui_words(ui, TR("Left to complete")));
    ui_text(ui, (UiText){.text = ui_words(ui, TR("The file does not tell what a situation needs here. It can be played "
                                                 "all the same.")),
                         .color = COLOR_SOFT});
    for (int32_t i = 0; i < unfinished->count && i < MOST_SHOWN; i++) {
        ui_text(ui, (UiText){.text = unfinished_words(ui, page->player, &unfinished->rows[i])});
    }
    say_left_out(ui, unfinished->count);
    ui_card_end(ui);
}

static void say_made(const Page *page) {
    Ui *ui = page->ui;
    const Exchange *made = &page->job->exchange;
    say_title(ui, UI_FORMAT(ui, TR("“{0}” became a situation"), path_name(page->job->path)));
    Str title = page->player->open.scenario ? page->player->open.scenario->title : made->name;
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("It was read as {0}, and is called “{1}”. The file is as it was."),
                                           KIND_NAMES[made->kind], title)});
    screen_unkept(ui, page->player);
    say_classes(page);
    if (made->report.count == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("All of it came in as it was."))});
    }
    say_losses(page, ui_words(ui, TR("To look at again")));
    say_unfinished(page);
}

static void say_refused(const Page *page) {
    Ui *ui = page->ui;
    say_title(ui, UI_FORMAT(ui, TR("“{0}” cannot be made a situation"), path_name(page->job->path)));
    ui_text(ui, (UiText){.text = ui_words(ui, exchange_fault_words(page->job->fault)),
                         .style = TEXT_STRONG,
                         .color = COLOR_OCHRE_INK,
                         .live = true});
    say_losses(page, ui_words(ui, TR("Where it fails")));
    ui_text(ui, (UiText){.text = ui_words(ui, TR("The file is as it was, and nothing was written."))});
    screen_other(ui, page->action);
}

static void say_stories(const Page *page) {
    Ui *ui = page->ui;
    const Exchange *file = &page->job->exchange;
    say_title(ui, UI_FORMAT(ui, TR("“{0}” has several stories"), path_name(page->job->path)));
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Each becomes a situation of its own. Which one is to be taken?")),
                         .live = true});
    ui_box_begin(ui, (UiBox){.gap = 8, .role = ROLE_LIST, .name = ui_words(ui, TR("Stories in this file"))});
    for (int32_t i = 0; i < file->count && i < MOST_SHOWN; i++) {
        Str text = UI_FORMAT(ui, TR("{0}. {1}"), ui_number(ui, i + 1), file->rows[i]);
        if (ui_button(ui, (UiButton){.key = S("story"), .index = i, .text = text, .wants_focus = i == 0})) {
            screen_want(page->action, ACTION_TAKE_STORY, i + 1);
        }
    }
    ui_box_end(ui);
    say_left_out(ui, file->count);
}

static void say_body(const Page *page) {
    Ui *ui = page->ui;
    if (page->job == NULL) {
        say_title(ui, ui_words(ui, TR("The file is being read…")));
    } else if (page->job->fault == EXCHANGE_SEVERAL) {
        say_stories(page);
    } else if (page->job->fault != EXCHANGE_FINE) {
        say_refused(page);
    } else {
        say_made(page);
    }
}

// Each is a page of its own, read from its top.
static Str page_key(const Page *page) {
    bool several = page->job != NULL && page->job->fault == EXCHANGE_SEVERAL;
    bool made = page->job != NULL && page->job->fault == EXCHANGE_FINE;
    return page->job == NULL ? S("import")
           : several         ? S("import stories")
           : made            ? S("import made")
                             : S("import refused");
}

static bool can_be_played(const Page *page) {
    return page->job != NULL && page->job->fault == EXCHANGE_FINE && page->player->open.scenario != NULL;
}

// In sight whatever was read.
static void say_foot(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.padding = {24, 8, 24, 16}, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 12});
    if (ui_button(
            ui, (UiButton){
                    .key = S("play"), .text = ui_words(ui, TR("Play")), .kind = BUTTON_PRIMARY, .wants_focus = true})) {
        screen_want(page->action, ACTION_TO_CASE, 0);
    }
    if (player_can_add(page->player) &&
        ui_button(ui, (UiButton){.key = S("add"), .text = ui_words(ui, TR("Add to your situations"))})) {
        screen_want(page->action, ACTION_ADD_CASE, 0);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

Action screen_import_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {.ui = ui, .player = player, .job = player->import.shown, .action = &action};
    bool foot = can_be_played(&page);
    ui_enter_page(ui, page_key(&page));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .align = UI_CENTER,
                             .padding = {24, 24, 24, foot ? 8 : 24},
                             .scrolls = true,
                             .hugs = foot});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 18});
    screen_back(ui, &action);
    say_body(&page);
    ui_box_end(ui);
    ui_box_end(ui);
    if (foot) {
        say_foot(&page);
    }
    ui_box_end(ui);
    return action;
}
