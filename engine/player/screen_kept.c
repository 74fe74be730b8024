// The sessions that were kept: what there is, until when, and what to do with it.
#include "player/screen_kept.h"
#include "base/date.h"
#include "base/error_text.h"
#include "player/player_parts.h"

enum { PAGE_MOST_WIDTH = 900, ROWS_AT_ONCE = 50 };

typedef struct {
    Ui *ui;
    const Player *player;
    const KeptJob *shown; // NULL: not known yet
    Action *action;
} Page;

void screen_want_kept(Action *action, KeptActionKind kind, int32_t index) {
    if (action->kind == ACTION_NONE) {
        *action = (Action){.kind = ACTION_KEPT, .kept = {.kind = kind, .index = index}};
    }
}

// Once what it waits for is there, the focus goes where it belongs.
bool screen_kept_begin(Ui *ui, const Player *player, const KeptPage *page, Action *action) {
    ui_enter_page(ui, player->kept.shown ? page->title : S("waits"));
    screen_nav_begin(ui, player->screen, action);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = page->most_width, .gap = 16});
    ui_text(ui, (UiText){.text = ui_words(ui, page->title), .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    ui_text(ui, (UiText){.text = ui_words(ui, page->about), .color = COLOR_SOFT});
    bool kept = player->app.folders.data.len > 0 && player->app.writer; // a second window reads
    if (!kept) {
        screen_unkept(ui, player);
    }
    return kept;
}

bool screen_kept_is_read(Ui *ui, const Player *player) {
    if (player->kept.shown == NULL) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Palabre is reading what is kept…")), .live = true});
    }
    return player->kept.shown;
}

void screen_kept_end(Ui *ui, Action *action) {
    ui_box_end(ui);
    if (screen_goes_back(ui, ui_words(ui, TR("Go back")))) {
        screen_want(action, ACTION_BACK, 0);
    }
    screen_nav_end(ui);
}

static Str told_day(const Page *page, Str date) {
    return date_told(ui_arena(page->ui), &page->player->app.catalog, date);
}

Str screen_kept_who(Ui *ui, const StoreHeader *header) {
    if (header->kind == STORE_SOLO) {
        return ui_words(ui, TR("alone"));
    }
    Str people = ui_number(ui, header->present);
    return header->label.len > 0 ? UI_FORMAT(ui, TR("a group of {0}, “{1}”"), people, header->label)
                                 : UI_FORMAT(ui, TR("a group of {0}"), people);
}

// By more than a day, as the store counts.
static bool lies_ahead(const Page *page, const StoreHeader *header) {
    return !header->damaged && date_days(header->kept) > date_days(page->player->today) + 1;
}

static bool is_due(const Page *page, const StoreHeader *header) {
    return !header->damaged && !lies_ahead(page, header) && str_compare(header->erase_after, page->player->today) < 0;
}

static int32_t count_of(const Page *page, bool (*is)(const Page *page, const StoreHeader *header)) {
    int32_t count = 0;
    for (int32_t i = 0; i < page->shown->list.count; i++) {
        count += is(page, &page->shown->list.rows[i]);
    }
    return count;
}

static bool say_button(const Page *page, Str key, Str text, ButtonKind kind) {
    return ui_button(page->ui, (UiButton){.key = key, .text = ui_words(page->ui, text), .kind = kind});
}

// Of a store that cannot be opened: nothing is done to it unasked.
static void say_refused(const Page *page) {
    Ui *ui = page->ui;
    const Error *error = &page->shown->refused;
    Str why = error_text(ui_arena(ui), &page->player->app.catalog, error);
    screen_warning(ui, S("refused"),
                   UI_FORMAT(ui, TR("The sessions kept in “{0}” cannot be opened: {1}. Nothing was changed there."),
                             folders_tell(ui_arena(ui), &page->player->app.folders, page->player->app.folders.data),
                             why));
    bool spoilt = error->code == ERROR_DAMAGED || error->code == ERROR_NOT_OURS;
    if (error->code == ERROR_NEWER) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("The later version of Palabre still reads it."))});
    }
    if (!spoilt || page->player->app.is_second) {
        return;
    }
    ui_text(ui,
            (UiText){.text = ui_words(ui, TR("Set aside, the file keeps all its bytes under another name for thirty "
                                             "days, and new sessions can be kept meanwhile."))});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (say_button(page, S("aside"), TR("Set the file aside…"), BUTTON_PRIMARY)) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_KEPT_ASIDE);
    }
    if (say_button(page, S("erase-store"), TR("Erase it whole…"), BUTTON_DANGER)) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_KEPT_ERASE_STORE);
    }
    ui_box_end(ui);
}

static Str plural(const Page *page, Str one, Str many, int32_t count) {
    return UI_FORMAT(page->ui, catalog_plural(&page->player->app.catalog, one, many, count),
                     ui_number(page->ui, count));
}

static void say_dated(const Page *page) {
    Ui *ui = page->ui;
    int32_t ahead = count_of(page, lies_ahead), due = count_of(page, is_due);
    if (ahead > 0) {
        Str told = catalog_plural(
            &page->player->app.catalog,
            TRP("{0} session was kept on a day that is still to come, if today is {1}. Nothing of it was erased.",
                "{0} sessions were kept on a day that is still to come, if today is {1}. Nothing of them was erased."),
            ahead);
        screen_warning(ui, S("ahead"), UI_FORMAT(ui, told, ui_number(ui, ahead), told_day(page, page->player->today)));
    }
    if (due == 0 || page->player->app.is_second) {
        return;
    }
    screen_warning(
        ui, S("due"),
        plural(page,
               TRP("{0} session would be past its last day. But nothing was done here for over a year, and the date of "
                   "this computer may be wrong.",
                   "{0} sessions would be past their last day. But nothing was done here for over a year, and the date "
                   "of this computer may be wrong."),
               due));
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (say_button(page, S("purge"), TR("The date is right: erase what is past"), BUTTON_DANGER)) {
        screen_want_kept(page->action, KEPT_PURGE, 0);
    }
    ui_box_end(ui);
}

static void say_missing(const Page *page) {
    Ui *ui = page->ui;
    const KeptJob *shown = page->shown;
    if (shown->list.missing > 0) {
        screen_warning(
            ui, S("missing"),
            plural(page,
                   TRP("{0} more session was kept, but the file is damaged and does not show it any more.",
                       "{0} more sessions were kept, but the file is damaged and does not show them any more."),
                   shown->list.missing));
        ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
        if (!page->player->app.is_second && say_button(page, S("aside"), TR("Set the file aside…"), BUTTON_SECONDARY)) {
            screen_want(page->action, ACTION_SHOW, OVERLAY_KEPT_ASIDE);
        }
        ui_box_end(ui);
    }
    for (int32_t i = 0; i < shown->aside.count; i++) {
        ui_text(ui, (UiText){.text = UI_FORMAT(ui,
                                               TR("“{0}” was set aside, with sessions that cannot be read any more. It "
                                                  "goes by itself after {1} days."),
                                               shown->aside.rows[i], ui_number(ui, STORE_ASIDE_DAYS)),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT});
    }
}

// Whoever comes second is to know whom to ask.
void screen_kept_holder(Ui *ui, const Player *player) {
    const Holder *holder = &player->app.holder;
    if (!player->app.is_second) {
        return;
    }
    Str process = str_format(ui_arena(ui), "%d", holder->process);
    Str who = holder->process > 0
                  ? UI_FORMAT(ui,
                              TR("Another Palabre has held these sessions since {0}: process {1} on {2}. They can be "
                                 "read and exported here; to change them, close the other one and come back to this "
                                 "page."),
                              holder->since, process, holder->host)
                  : ui_words(ui, TR("Another Palabre holds these sessions. They can be read and exported here; to "
                                    "change them, close the other one and come back to this page."));
    screen_warning(ui, S("holder"), who);
}

void screen_kept_told(Ui *ui, const Player *player) {
    const PlayerKept *kept = &player->kept;
    if (kept->told.len == 0) {
        return;
    }
    if (kept->trouble) {
        screen_warning(ui, S("told"), kept->told);
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("told"), .fill = COLOR_TEAL_LIGHT, .padding = UI_PAD2(18, 12)});
    ui_text(ui, (UiText){.text = kept->told, .color = COLOR_TEAL_INK, .live = true});
    ui_card_end(ui);
}

static Str row_about(const Page *page, const StoreHeader *header) {
    Str days = UI_FORMAT(page->ui, TR("begun on {0}, kept until {1}"), told_day(page, header->begun),
                         told_day(page, header->erase_after));
    return str_format(ui_arena(page->ui), "%.*s · %.*s", S_ARG(screen_kept_who(page->ui, header)), S_ARG(days));
}

static void say_row(const Page *page, int32_t row) {
    Ui *ui = page->ui;
    const StoreHeader *header = &page->shown->list.rows[row];
    Str title = header->damaged ? ui_words(ui, TR("A damaged session")) : header->title;
    Str about =
        header->damaged ? ui_words(ui, TR("It cannot be read any more, only erased.")) : row_about(page, header);
    ui_box_begin(
        ui, (UiBox){.flow = ui_width(ui) < SCREEN_KEPT_NARROW ? UI_COLUMN : UI_ROW, .gap = 12, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    if (ui_checkbox(ui, (UiToggle){.key = S("row"),
                                   .index = row,
                                   .text = title,
                                   .about = about,
                                   .checked = page->shown->chosen[row],
                                   .wants_focus = row == 0,
                                   .place = row + 1,
                                   .set_size = page->shown->list.count})) {
        screen_want_kept(page->action, KEPT_CHOOSE, row);
    }
    ui_box_end(ui);
    if (!header->damaged && ui_button(ui, (UiButton){.key = S("open"),
                                                     .index = row,
                                                     .text = ui_words(ui, TR("Read")),
                                                     .name = UI_FORMAT(ui, TR("Read {0}, {1}"), title, about)})) {
        screen_want_kept(page->action, KEPT_OPEN, row);
    }
    ui_box_end(ui);
}

static void say_list(const Page *page) {
    Ui *ui = page->ui;
    int32_t all = page->shown->list.count, count = ROWS_AT_ONCE * (page->player->kept.asked_for_more + 1);
    if (all == 0) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("No session is kept on this computer. At the end of a session the "
                                                     "group may agree to keep its votes; at the end of a situation "
                                                     "that you played alone you may keep your walk.")),
                             .style = TEXT_READING,
                             .live = true});
        return;
    }
    ui_card_begin(ui,
                  (UiBox){.key = S("list"), .gap = 6, .role = ROLE_LIST, .name = ui_words(ui, TR("Kept sessions"))});
    for (int32_t i = 0; i < all && i < count; i++) {
        if (i > 0) {
            ui_divider(ui);
        }
        say_row(page, i);
    }
    ui_card_end(ui);
    if (count < all && ui_button(ui, (UiButton){.key = S("more"), .text = ui_words(ui, TR("Show more"))})) {
        screen_want_kept(page->action, KEPT_SHOW_MORE, 0);
    }
}

// Walks of one person are no groups to analyse.
static int32_t count_groups(const Page *page, bool chosen) {
    const KeptJob *shown = page->shown;
    int32_t count = 0;
    for (int32_t i = 0; i < shown->list.count; i++) {
        const StoreHeader *header = &shown->list.rows[i];
        count += header->kind == STORE_GROUP && !header->damaged && (!chosen || shown->chosen[i]);
    }
    return count;
}

static void say_analyse(const Page *page) {
    Ui *ui = page->ui;
    bool chosen = player_kept_chosen(page->player) > 0;
    int32_t count = count_groups(page, chosen);
    Str text = chosen ? plural(page, TRP("Analyse {0} session", "Analyse {0} sessions"), count)
                      : ui_words(ui, TR("Analyse what groups chose"));
    if (count > 0 && ui_button(ui, (UiButton){.key = S("analyse"), .text = text, .kind = BUTTON_PRIMARY})) {
        screen_want_analysis(page->action, ANALYSE_BEGIN, 0);
    }
}

static void say_buttons(const Page *page) {
    Ui *ui = page->ui;
    bool any = page->shown->list.count > 0, changes = player_kept_can_change(page->player);
    int32_t chosen = player_kept_chosen(page->player);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    say_analyse(page);
    if (ui_button(ui, (UiButton){.key = S("import"),
                                 .text = ui_words(ui, TR("Add from a file…")),
                                 .disabled = !changes,
                                 .wants_focus = !any})) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_IMPORT);
    }
    Str out = chosen > 0 ? plural(page, TRP("Export {0} session", "Export {0} sessions"), chosen)
                         : ui_words(ui, TR("Export all"));
    if (any && ui_button(ui, (UiButton){.key = S("export"), .text = out})) {
        screen_want_kept(page->action, KEPT_EXPORT, 0);
    }
    Str gone = chosen > 0 ? plural(page, TRP("Erase {0} session…", "Erase {0} sessions…"), chosen)
                          : ui_words(ui, TR("Erase all…"));
    if (any &&
        ui_button(ui, (UiButton){.key = S("erase"), .text = gone, .kind = BUTTON_DANGER, .disabled = !changes})) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_KEPT_ERASE);
    }
    ui_box_end(ui);
}

static void say_kept(const Page *page) {
    screen_kept_holder(page->ui, page->player);
    screen_kept_told(page->ui, page->player);
    if (!screen_kept_is_read(page->ui, page->player)) {
        return;
    }
    if (!page->shown->listed) {
        say_refused(page);
    } else {
        say_missing(page);
        say_dated(page);
        say_buttons(page);
        say_list(page);
    }
}

Action screen_kept_view(Ui *ui, const Player *player) {
    Action action = {0};
    Page page = {.ui = ui, .player = player, .shown = player->kept.shown, .action = &action};
    if (screen_kept_begin(ui, player,
                          &(KeptPage){.title = TR("Kept sessions"),
                                      .about = TR("On this computer only, each with its last day. What is erased here "
                                                  "leaves no trace in the folder of Palabre."),
                                      .most_width = PAGE_MOST_WIDTH},
                          &action)) {
        say_kept(&page);
    }
    screen_kept_end(ui, &action);
    return action;
}
