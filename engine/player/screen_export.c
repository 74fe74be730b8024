// The open case as a file of another tool: which one, what becomes of everything there, and where the file goes.
// Nothing is written before that was seen.
#include "base/path.h"
#include "player/player_parts.h"
#include "player/screen_parts.h"

typedef struct {
    Ui *ui;
    const Player *player;
    const ExportJob *job; // NULL: none was chosen, or it is being worked out
    ExchangeKind kind;    // that was chosen
    Action *action;
} Page;

static const struct {
    ExchangeKind kind;
    Str name, about;
} TOOLS[] = {
    {EXCHANGE_GIFT, S_INIT("GIFT"), TR_INIT("A bank of questions for Moodle, as a text that can be read as it is.")},
    {EXCHANGE_MOODLE, S_INIT("Moodle XML"),
     TR_INIT("A bank of questions for Moodle, with the settings that came from there.")},
    {EXCHANGE_TWEE, S_INIT("Twee 3"), TR_INIT("A story for Twine: texts and links.")},
    {EXCHANGE_H5P, S_INIT("H5P"),
     TR_INIT("A Branching Scenario for Lumi, or for a platform that has this type of content.")},
    {EXCHANGE_INK, S_INIT("ink"), TR_INIT("A story for Inky, with its conditions and gauges.")},
};

static int32_t row_of(ExchangeKind kind) {
    for (int32_t i = 0; i < COUNT(TOOLS); i++) {
        if (TOOLS[i].kind == kind) {
            return i;
        }
    }
    return -1;
}

static void say_head(const Page *page) {
    Ui *ui = page->ui;
    Str title = page->player->open.scenario ? page->player->open.scenario->title : (Str){0};
    if (screen_say_back(ui, ui_words(ui, TR("Go back to the situation")), ui_words(ui, TR("‹ The situation")),
                        ui_words(ui, TR("Back to the situation")))) {
        screen_want(page->action, ACTION_BACK, 0);
    }
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Export “{0}”"), title),
                         .style = TEXT_TITLE,
                         .role = ROLE_HEADING,
                         .live = true});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("A file is made for another tool. The situation stays as it is, and "
                                                 "nothing is written before you have seen what becomes of it.")),
                         .live = true});
}

static void say_tools(const Page *page) {
    Ui *ui = page->ui;
    Str names[COUNT(TOOLS)];
    for (int32_t i = 0; i < COUNT(TOOLS); i++) {
        names[i] = TOOLS[i].name;
    }
    int32_t chosen = row_of(page->kind);
    int32_t now = ui_choices(ui, (UiChoices){.key = S("tools"),
                                             .name = ui_words(ui, TR("For which tool")),
                                             .labels = names,
                                             .count = COUNT(TOOLS),
                                             .chosen = chosen,
                                             .wants_focus = page->player->handed.saved.len == 0});
    if (now != chosen) {
        screen_want(page->action, ACTION_EXPORT_AS, (int32_t)TOOLS[now].kind);
    }
    for (int32_t i = 0; i < COUNT(TOOLS) && chosen < 0; i++) {
        screen_pair(ui, TOOLS[i].name, ui_words(ui, TOOLS[i].about), false);
    }
    if (chosen >= 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TOOLS[chosen].about), .color = COLOR_SOFT});
    }
}

// For those who listen: what is seen at a glance below.
static Str sum_words(const Page *page) {
    Ui *ui = page->ui;
    int32_t became[BECAME_COUNT] = {0}, found = 0;
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        const LossCount *count = &page->job->exchange.report.counts[i];
        found += count->found;
        for (int32_t j = 0; j < BECAME_COUNT; j++) {
            became[j] += count->became[j];
        }
    }
    return UI_FORMAT(ui, TR("Found: {0}. Converted: {1}. Degraded: {2}. Kept: {3}. Dropped: {4}."),
                     ui_number(ui, found), ui_number(ui, became[BECAME_CONVERTED]),
                     ui_number(ui, became[BECAME_DEGRADED]), ui_number(ui, became[BECAME_KEPT]),
                     ui_number(ui, became[BECAME_DROPPED]));
}

static void say_refused(const Page *page) {
    Ui *ui = page->ui;
    Str why = page->job->read ? ui_words(ui, exchange_fault_words(page->job->fault))
                              : ui_words(ui, TR("The file of the situation has changed since it was opened, or cannot "
                                                "be read: open it again."));
    screen_warning(ui, S("refused"), why);
    ui_aloud(ui, why, true);
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Nothing was written."))});
    screen_loss_fates(ui, page->player, &page->job->groups);
}

static void say_saved(const Page *page) {
    Ui *ui = page->ui;
    Str path = folders_tell(ui_arena(ui), &page->player->app.folders, page->player->handed.saved);
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("The file is written: {0}"), path), .live = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (ui_button(ui,
                  (UiButton){.key = S("folder"), .text = ui_words(ui, TR("Open the folder")), .wants_focus = true})) {
        screen_want(page->action, ACTION_OPEN_WRITTEN, 0);
    }
    ui_box_end(ui);
}

static void say_save(const Page *page) {
    Ui *ui = page->ui;
    bool there = page->job->is_there;
    Str failed = page->player->handed.failed;
    if (failed.len > 0) {
        Str what = UI_FORMAT(ui, TR("Nothing was written: {0}. The situation is as it was."), failed);
        ui_text(ui, (UiText){.text = what, .style = TEXT_STRONG, .color = COLOR_OCHRE_INK, .live = true});
    }
    Str path = folders_tell(ui_arena(ui), &page->player->app.folders, page->job->path);
    ui_text(ui, (UiText){.text = there ? UI_FORMAT(ui, TR("A file of this name is there already: {0}"), path)
                                       : UI_FORMAT(ui, TR("The file will be here: {0}"), path),
                         .color = there ? COLOR_OCHRE_INK : COLOR_INK,
                         .live = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (ui_button(ui, (UiButton){.key = S("save"),
                                 .text = there ? ui_words(ui, TR("Keep both")) : ui_words(ui, TR("Write the file")),
                                 .kind = BUTTON_PRIMARY})) {
        screen_want(page->action, ACTION_WRITE_CASE, 0);
    }
    if (there && ui_button(ui, (UiButton){.key = S("over"), .text = ui_words(ui, TR("Replace it"))})) {
        screen_want(page->action, ACTION_WRITE_CASE, 1);
    }
    ui_box_end(ui);
}

static void say_end(const Page *page) {
    Ui *ui = page->ui;
    const Player *player = page->player;
    if (page->job->path.len == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("There is no folder for documents here: nothing can be "
                                                     "written.")),
                             .color = COLOR_OCHRE_INK,
                             .live = true});
    } else if (player->handed.saved.len > 0 && player->handed.saving == 0) {
        say_saved(page);
    } else {
        say_save(page);
    }
}

// In a low window it would hide what becomes of the case: it stands between the sum and the rest.
static bool is_low(const Page *page) {
    enum { LOW = 500 };
    return ui_height(page->ui) < LOW;
}

static void say_made(const Page *page) {
    Ui *ui = page->ui;
    ui_text(ui, (UiText){.text = sum_words(page), .style = TEXT_STRONG, .live = true});
    if (is_low(page)) {
        say_end(page);
    }
    screen_loss_fates(ui, page->player, &page->job->groups);
    screen_loss_classes(ui, page->player, &page->job->exchange.report);
}

static void say_body(const Page *page) {
    if (page->kind == EXCHANGE_UNKNOWN) {
        return;
    }
    if (page->job == NULL) {
        ui_text(page->ui, (UiText){.text = ui_words(page->ui, TR("The file is being worked out…")), .live = true});
    } else if (!page->job->read || page->job->fault != EXCHANGE_FINE) {
        say_refused(page);
    } else {
        say_made(page);
    }
}

static bool has_foot(const Page *page) {
    return page->job != NULL && page->job->read && page->job->fault == EXCHANGE_FINE && !is_low(page);
}

static void say_foot(const Page *page) {
    Ui *ui = page->ui;
    screen_foot_begin(ui, UI_COLUMN, 8);
    say_end(page);
    screen_foot_end(ui);
}

Action screen_export_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {
        .ui = ui, .player = player, .job = player->handed.shown, .kind = player_export_kind(player), .action = &action};
    bool foot = has_foot(&page);
    ui_enter_page(ui, S("export"));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    screen_column_begin(ui, S("page"), foot);
    say_head(&page);
    say_tools(&page);
    say_body(&page);
    screen_column_end(ui);
    if (foot) {
        say_foot(&page);
    }
    ui_box_end(ui);
    return action;
}
