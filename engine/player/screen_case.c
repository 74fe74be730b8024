// One situation before it is played: what it is about, what to know first, and how to begin.
#include "player/library_fault.h"
#include "player/screen_parts.h"
#include "view/view_face.h"
#include "view/view_solo.h"

enum { AVATAR_UNITS = 48, LOW = 500 };

typedef struct {
    Ui *ui;
    const Player *player;
    const OpenCase *open;
    const Scenario *scenario;
    const Card *card; // NULL: it has none
    Action *action;
} Page;

static const Card *card_of(const Player *player) {
    int32_t card = player->open.card;
    return card >= 0 && card < player->library.cards.count ? &player->library.cards.rows[card] : NULL;
}

static void say_head(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.gap = 8, .language = page->scenario->language});
    if (page->card != NULL) {
        screen_theme_tag(ui, page->player, page->card);
    }
    ui_text(ui, (UiText){.text = page->scenario->title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    if (page->card != NULL) {
        ui_text(ui, (UiText){.text = card_length(ui_arena(ui), &page->player->app.catalog, &page->card->told),
                             .color = COLOR_SOFT});
    }
    if (page->scenario->summary.len > 0) {
        ui_text(ui, (UiText){.text = page->scenario->summary, .style = TEXT_READING, .marked = true});
    }
    if (page->scenario->not_first) {
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Better after a few other situations.")), .color = COLOR_SOFT});
    }
    ui_box_end(ui);
}

static void say_notice(const Page *page) {
    Ui *ui = page->ui;
    Str title = ui_words(ui, TR("Before you begin"));
    ui_card_begin(ui, (UiBox){.key = S("notice"),
                              .gap = 12,
                              .fill = COLOR_OCHRE_LIGHT,
                              .stroke = COLOR_OCHRE,
                              .role = ROLE_GROUP,
                              .name = title,
                              .language = page->scenario->language});
    ui_text(
        ui,
        (UiText){.text = title, .style = TEXT_HEADING, .color = COLOR_OCHRE_INK, .role = ROLE_HEADING, .live = true});
    ui_text(ui, (UiText){.text = page->scenario->notice, .color = COLOR_OCHRE_INK, .marked = true, .live = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (ui_button(ui, (UiButton){.key = S("accept"),
                                 .text = ui_words(ui, TR("I have read this, go on")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen_want(page->action, ACTION_ACCEPT_NOTICE, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("decline"), .text = ui_words(ui, TR("Choose another situation"))})) {
        screen_want(page->action, ACTION_BACK, 0);
    }
    ui_box_end(ui);
    ui_card_end(ui);
}

static void say_part(Ui *ui, Str title, Str text) {
    if (text.len == 0) {
        return;
    }
    ui_box_begin(ui, (UiBox){.gap = 4});
    ui_heading(ui, title);
    ui_text(ui, (UiText){.text = text, .marked = true});
    ui_box_end(ui);
}

static void say_objectives(const Page *page) {
    Ui *ui = page->ui;
    Span span = page->scenario->objectives;
    if (span.count == 0) {
        return;
    }
    ui_box_begin(ui, (UiBox){.gap = 4, .role = ROLE_LIST, .name = ui_words(ui, TR("What you can practise here"))});
    ui_heading(ui, ui_words(ui, TR("What you can practise here")));
    for (int32_t i = 0; i < span.count; i++) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10});
        ui_text(ui, (UiText){.text = S("•"), .color = COLOR_TEAL_INK, .role = UI_SILENT});
        ui_text(ui, (UiText){.text = page->scenario->texts.rows[span.first + i], .marked = true, .grow = UI_GROW});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void say_character(const Page *page, CharacterId id) {
    Ui *ui = page->ui;
    const Character *character = &page->scenario->characters.rows[id];
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .align = UI_CENTER});
    view_face(ui, page->scenario, id, AVATAR_UNITS);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = character->name, .style = TEXT_STRONG});
    if (character->role.len > 0) {
        ui_text(ui, (UiText){.text = character->role, .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_characters(const Page *page) {
    Ui *ui = page->ui;
    Span span = page->scenario->character_rows;
    if (span.count == 0) {
        return;
    }
    ui_heading(ui, ui_words(ui, TR("Whom you will meet")));
    ui_box_begin(ui, (UiBox){.flow = UI_GRID, .columns = ui_width(ui) >= 760 ? 2 : 1, .gap = 12});
    for (int32_t i = 0; i < span.count; i++) {
        say_character(page, span.first + i);
    }
    ui_box_end(ui);
}

static void say_begin(const Page *page) {
    if (ui_button(page->ui, (UiButton){.key = S("start"),
                                       .text = ui_words(page->ui, TR("Begin")),
                                       .kind = BUTTON_PRIMARY,
                                       .wants_focus = true})) {
        screen_want(page->action, ACTION_START, 0);
    }
}

static void say_resume(const Page *page) {
    Ui *ui = page->ui;
    if (ui_button(ui, (UiButton){.key = S("resume"),
                                 .text = ui_words(ui, TR("Take up again")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen_want(page->action, ACTION_RESUME, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("start"), .text = ui_words(ui, TR("Start over"))})) {
        screen_want(page->action, ACTION_START, 0);
    }
}

static void say_let_go(const Page *page) {
    Str text = ui_words(page->ui, TR("Erase what you began"));
    if (ui_button(page->ui, (UiButton){.key = S("let-go"), .text = text, .kind = BUTTON_QUIET})) {
        screen_want(page->action, ACTION_LET_GO, 0);
    }
}

static void want_room(const Page *page, RoomActionKind kind) {
    if (page->action->kind == ACTION_NONE) {
        *page->action = (Action){.kind = ACTION_ROOM, .room = {.kind = kind}};
    }
}

// With a group: before a projector, or on one screen that all look at.
static void say_group(const Page *page) {
    Ui *ui = page->ui;
    const JournalList *begun = &page->open->begun_rooms;
    if (begun->count > 0) {
        Str since = screen_begun(ui, page->player, begun->rows[0].header.date);
        ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Session of a group: {0}"), since),
                             .style = TEXT_SMALL,
                             .color = COLOR_SOFT});
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    if (begun->count > 0 &&
        ui_button(ui, (UiButton){.key = S("room-again"), .text = ui_words(ui, TR("Take the session up again"))})) {
        want_room(page, ROOM_RESUME);
    }
    if (ui_button(ui, (UiButton){.key = S("room"),
                                 .text = ui_words(ui, TR("Play with a group")),
                                 .kind = begun->count > 0 ? BUTTON_QUIET : BUTTON_SECONDARY})) {
        want_room(page, ROOM_BEGIN);
    }
    if (begun->count > 0 && ui_button(ui, (UiButton){.key = S("room-forget"),
                                                     .text = ui_words(ui, TR("Erase the session")),
                                                     .kind = BUTTON_QUIET})) {
        want_room(page, ROOM_FORGET);
    }
    if (ui_button(
            ui,
            (UiButton){.key = S("export"), .text = ui_words(ui, TR("Export to another tool")), .kind = BUTTON_QUIET})) {
        screen_want(page->action, ACTION_EXPORT_CASE, 0);
    }
    if (player_can_copy(page->player) &&
        ui_button(ui, (UiButton){.key = S("copy"), .text = ui_words(ui, TR("Change a copy")), .kind = BUTTON_QUIET})) {
        screen_want(page->action, ACTION_WRITE, 1);
    }
    if (page->player->has_kept &&
        ui_button(ui, (UiButton){.key = S("kept"), .text = ui_words(ui, TR("Kept sessions")), .kind = BUTTON_QUIET})) {
        screen_want(page->action, ACTION_GO, SCREEN_KEPT);
    }
    ui_box_end(ui);
}

static void say_warnings(const Page *page) {
    Ui *ui = page->ui;
    const OpenCase *open = page->open;
    if (open->was_changed) {
        screen_warning(ui, S("changed"),
                       ui_words(ui, TR("This situation has been changed since you began it. What you began cannot be "
                                       "taken up again, but you can begin anew.")));
    }
    if (open->was_mended) {
        screen_warning(ui, S("mended"),
                       ui_words(ui, TR("The text of this situation has been changed since you began it. What you "
                                       "answered still fits, so you can take it up again.")));
    }
    if (open->was_damaged) {
        screen_warning(ui, S("damaged"),
                       ui_words(ui, TR("A part of what was noted cannot be read any more. You can take up again what "
                                       "comes before it; the damaged file is set aside.")));
    }
}

static void say_buttons(const Page *page) {
    Ui *ui = page->ui;
    const OpenCase *open = page->open;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    if (open->can_resume) {
        say_resume(page);
    } else {
        say_begin(page);
    }
    if (open->can_resume || open->was_changed) {
        say_let_go(page);
    }
    if (player_can_add(page->player) &&
        ui_button(ui, (UiButton){
                          .key = S("add"), .text = ui_words(ui, TR("Add to your situations")), .kind = BUTTON_QUIET})) {
        screen_want(page->action, ACTION_ADD_CASE, 0);
    }
    ui_box_end(ui);
}

static void say_begun(const Page *page) {
    if (page->open->can_resume) {
        Str begun = screen_begun(page->ui, page->player, page->open->begun_on);
        ui_text(page->ui, (UiText){.text = begun, .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
}

// Nobody is to meet a clock unprepared.
static void say_limits(const Page *page) {
    enum { USUAL = 100 };
    Ui *ui = page->ui;
    int32_t percent = player_time_percent(page->player);
    if (page->scenario->limits.count > 1 && percent > 0) {
        Str how = percent == USUAL ? TR("Some decisions have a time limit. {0} stops the clock, and the settings do "
                                        "without limits.")
                                   : TR("Some decisions have a time limit, which is longer for you because your text "
                                        "is larger. {0} stops the clock, and the settings do without limits.");
        say_part(ui, ui_words(ui, TR("Time")), UI_FORMAT(ui, how, ui_key_name(ui, 'p', 0)));
    }
}

static bool can_begin(const Page *page) {
    return page->scenario != NULL && !page->open->lists && (page->scenario->notice.len == 0 || page->open->notice_read);
}

// In a low window only what one begins with: the rest would leave no room for what is to be read.
static void say_foot(const Page *page) {
    Ui *ui = page->ui;
    screen_foot_begin(ui, UI_COLUMN, 10);
    say_buttons(page);
    if (ui_height(ui) >= LOW) {
        say_group(page);
        say_begun(page);
    }
    screen_foot_end(ui);
}

static void say_case(const Page *page) {
    Ui *ui = page->ui;
    const Scenario *scenario = page->scenario;
    say_head(page);
    if (scenario->notice.len > 0 && !page->open->notice_read) {
        say_notice(page);
        return;
    }
    say_warnings(page);
    screen_unkept(page->ui, page->player);
    bool says_more = scenario->role.len > 0 || scenario->intro.len > 0 || scenario->objectives.count > 0 ||
                     scenario->character_rows.count > 0;
    if (!says_more) { // as many a quiz
        return;
    }
    ui_card_begin(ui, (UiBox){.gap = 18, .padding = UI_PAD(24), .language = scenario->language});
    say_part(ui, ui_words(ui, TR("Your part")), scenario->role);
    say_part(ui, ui_words(ui, TR("The situation")), scenario->intro);
    say_objectives(page);
    say_characters(page);
    say_limits(page);
    ui_card_end(ui);
}

static void say_opening(const Page *page, Str what) {
    Ui *ui = page->ui;
    ui_text(ui, (UiText){.text = ui_words(ui, TR("This situation is being opened…")),
                         .style = TEXT_TITLE,
                         .live = true,
                         .role = ROLE_HEADING});
    ui_text(ui, (UiText){.text = what, .color = COLOR_SOFT});
}

static void say_broken(const Page *page) {
    Ui *ui = page->ui;
    ui_text(ui, (UiText){.text = ui_words(ui, TR("This situation cannot be played")),
                         .style = TEXT_TITLE,
                         .live = true,
                         .role = ROLE_HEADING});
    if (page->card == NULL) {
        return;
    }
    ui_text(ui, (UiText){.text = page->card->path, .color = COLOR_SOFT});
    const Catalog *catalog = &page->player->app.catalog;
    screen_warning(ui, S("fault"), library_fault(ui_arena(ui), catalog, page->card));
    ui_text(ui, (UiText){.text = library_advice(ui_arena(ui), catalog, page->card)});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Nothing else was touched: your settings and what you have begun are "
                                                 "kept."))});
    screen_other(ui, page->action);
}

Action screen_case_view(Ui *ui, const Player *player) {
    Action action = {0};
    const OpenCase *open = &player->open;
    Page page = {.ui = ui,
                 .player = player,
                 .open = open,
                 .scenario = open->scenario,
                 .card = card_of(player),
                 .action = &action};
    Str opening = player_opening(player);
    ui_enter_page(ui, opening.len > 0 ? S("opening") : S("case"));
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    screen_column_begin(ui, can_begin(&page) ? S("page") : S("notice"), can_begin(&page));
    screen_back(ui, &action);
    if (opening.len > 0) {
        say_opening(&page, opening);
    } else if (open->scenario != NULL) {
        say_case(&page);
    } else {
        say_broken(&page);
    }
    if (can_begin(&page) && ui_height(ui) < LOW) {
        say_begun(&page);
        say_group(&page);
    }
    screen_column_end(ui);
    if (can_begin(&page)) {
        say_foot(&page);
    }
    ui_box_end(ui);
    return action;
}
