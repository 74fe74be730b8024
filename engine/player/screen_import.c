// What became of a file of another tool: refused, one of its stories to be chosen, or a case and all that is told of
// it.
#include "base/path.h"
#include "player/player_parts.h"
#include "player/screen_parts.h"

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
    screen_loss_begin(ui, S("unfinished"), ui_words(ui, TR("Left to complete")));
    ui_text(ui, (UiText){.text = ui_words(ui, TR("The file does not tell what a situation needs here. It can be played "
                                                 "all the same.")),
                         .color = COLOR_SOFT});
    for (int32_t i = 0; i < unfinished->count && i < SCREEN_MOST_ROWS; i++) {
        ui_text(ui, (UiText){.text = unfinished_words(ui, page->player, &unfinished->rows[i])});
    }
    screen_loss_more(ui, unfinished->count);
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
    screen_loss_classes(ui, page->player, &made->report);
    if (made->report.count == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("All of it came in as it was."))});
    }
    screen_loss_rows(ui, page->player, &page->job->groups, ui_words(ui, TR("To look at again")));
    say_unfinished(page);
}

static void say_refused(const Page *page) {
    Ui *ui = page->ui;
    say_title(ui, UI_FORMAT(ui, TR("“{0}” cannot be made a situation"), path_name(page->job->path)));
    ui_text(ui, (UiText){.text = ui_words(ui, exchange_fault_words(page->job->fault)),
                         .style = TEXT_STRONG,
                         .color = COLOR_OCHRE_INK,
                         .live = true});
    screen_loss_rows(ui, page->player, &page->job->groups, ui_words(ui, TR("Where it fails")));
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
    for (int32_t i = 0; i < file->count && i < SCREEN_MOST_ROWS; i++) {
        Str text = UI_FORMAT(ui, TR("{0}. {1}"), ui_number(ui, i + 1), file->rows[i].title);
        if (ui_button(ui, (UiButton){.key = S("story"), .index = i, .text = text, .wants_focus = i == 0})) {
            screen_want(page->action, ACTION_TAKE_STORY, i + 1);
        }
    }
    ui_box_end(ui);
    screen_loss_more(ui, file->count);
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

static void say_foot(const Page *page) {
    Ui *ui = page->ui;
    screen_foot_begin(ui, UI_WRAP, 12);
    if (ui_button(
            ui, (UiButton){
                    .key = S("play"), .text = ui_words(ui, TR("Play")), .kind = BUTTON_PRIMARY, .wants_focus = true})) {
        screen_want(page->action, ACTION_TO_CASE, 0);
    }
    if (player_can_add(page->player) &&
        ui_button(ui, (UiButton){.key = S("add"), .text = ui_words(ui, TR("Add to your situations"))})) {
        screen_want(page->action, ACTION_ADD_CASE, 0);
    }
    screen_foot_end(ui);
}

Action screen_import_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {.ui = ui, .player = player, .job = player->import.shown, .action = &action};
    bool foot = can_be_played(&page);
    ui_enter_page(ui, page_key(&page));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    screen_column_begin(ui, S("page"), foot);
    screen_back(ui, &action);
    say_body(&page);
    screen_column_end(ui);
    if (foot) {
        say_foot(&page);
    }
    ui_box_end(ui);
    return action;
}
