// One kept session: what the room did, the conversation, the look back.
#include "base/date.h"
#include "player/player_parts.h"
#include "player/screen_kept.h"
#include "view/view_solo.h"

enum { PAGE_MOST_WIDTH = 820 };

typedef struct {
    Ui *ui;
    const Player *player;
    const KeptSession *kept;
    Action *action;
} Page;

static Str told_day(const Page *page, Str date) {
    return date_told(ui_arena(page->ui), &page->player->app.catalog, date);
}

static void say_back(const Page *page) {
    Ui *ui = page->ui;
    if (screen_say_back(ui, ui_words(ui, TR("Go back to the kept sessions")), ui_words(ui, TR("‹ Kept sessions")),
                        ui_words(ui, TR("Back to the kept sessions")))) {
        screen_want(page->action, ACTION_BACK, 0);
    }
}

static void say_head(const Page *page) {
    Ui *ui = page->ui;
    const StoreHeader *header = &page->kept->header;
    ui_text(ui, (UiText){.text = header->title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    ui_text(ui, (UiText){.text = screen_kept_who(ui, header), .style = TEXT_STRONG});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("Begun on {0}, kept on {1}, to be erased after {2}."),
                                           told_day(page, header->begun), told_day(page, header->kept),
                                           told_day(page, header->erase_after)),
                         .color = COLOR_SOFT});
    if (header->kind == STORE_GROUP) {
        ui_text(ui, (UiText){.text = ui_words(ui, header->consent ? TR("The group agreed that it be kept.")
                                                                  : TR("Nobody said that the group agreed.")),
                             .color = COLOR_SOFT});
    }
}

static void say_buttons(const Page *page) {
    Ui *ui = page->ui;
    bool group = page->kept->header.kind == STORE_GROUP;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12});
    if (group && ui_button(ui, (UiButton){.key = S("analyse"),
                                          .text = ui_words(ui, TR("Analyse this session")),
                                          .kind = BUTTON_PRIMARY,
                                          .wants_focus = true})) {
        screen_want_analysis(page->action, ANALYSE_BEGIN, 0);
    }
    if (ui_button(
            ui,
            (UiButton){.key = S("export"), .text = ui_words(ui, TR("Export this session")), .wants_focus = !group})) {
        screen_want_kept(page->action, KEPT_EXPORT, 0);
    }
    if (page->kept->steps.count > 0 &&
        ui_button(ui, (UiButton){.key = S("replay"), .text = ui_words(ui, TR("Replay it step by step"))})) {
        screen_want_kept(page->action, KEPT_REPLAY, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("erase"),
                                 .text = ui_words(ui, TR("Erase this session…")),
                                 .kind = BUTTON_DANGER,
                                 .disabled = !player_kept_can_change(page->player)})) {
        screen_want(page->action, ACTION_SHOW, OVERLAY_KEPT_ERASE);
    }
    ui_box_end(ui);
}

static void say_row(const Page *page, const Telling *telling, const ToldRow *row) {
    Ui *ui = page->ui;
    Str beside = row->text.len > 0 ? row->text : row->mark;
    ui_box_begin(ui, (UiBox){.gap = 2});
    ui_text(ui, (UiText){.text = telling_labelled(telling, row->label, beside), .marked = !row->own});
    if (row->text.len > 0 && row->mark.len > 0) {
        ui_text(ui, (UiText){.text = row->mark, .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    for (int32_t i = 0; i < row->more.count; i++) {
        ui_text(ui, (UiText){.text = row->more.rows[i], .style = TEXT_SMALL, .color = COLOR_SOFT, .marked = true});
    }
    ui_box_end(ui);
}

static void say_section(const Page *page, Str heading, Str lead, const ToldRow *rows, int32_t count) {
    Ui *ui = page->ui;
    Telling telling = kept_session_telling(page->kept, &page->player->app.catalog, ui_arena(ui));
    ui_card_begin(ui, (UiBox){.gap = 10, .role = ROLE_GROUP, .name = heading});
    ui_heading(ui, heading);
    if (lead.len > 0) {
        ui_text(ui, (UiText){.text = lead, .style = TEXT_STRONG});
    }
    for (int32_t i = 0; i < count; i++) {
        say_row(page, &telling, &rows[i]);
    }
    ui_card_end(ui);
}

static void say_room(const Page *page) {
    const GroupTold *room = &page->kept->room;
    for (int32_t i = 0; i < room->count; i++) {
        const GroupSection *section = &room->rows[i];
        say_section(page, section->heading, (Str){0}, section->rows.rows, section->rows.count);
    }
}

static void say_way(const Page *page) {
    Ui *ui = page->ui;
    Str title = ui_words(ui, TR("The conversation"));
    Telling telling = kept_session_telling(page->kept, &page->player->app.catalog, ui_arena(ui));
    ui_card_begin(ui, (UiBox){.gap = 10, .role = ROLE_GROUP, .name = title});
    ui_heading(ui, title);
    view_transcript(ui, &telling, page->kept->session.way.count);
    ui_card_end(ui);
}

static void say_look_back(const Page *page) {
    const ToldDebrief *debrief = &page->kept->debrief;
    for (int32_t i = 0; i < debrief->sections.count; i++) {
        const ToldSection *section = &debrief->sections.rows[i];
        if (section->rows.count > 0 && section->part != DEBRIEF_DECISIONS) { // the conversation has them
            say_section(page, section->heading, section->lead, section->rows.rows, section->rows.count);
        }
    }
}

Action screen_kept_session_view(Ui *ui, const Player *player) {
    Action action = {0};
    const KeptSession *kept = player->kept.session;
    Page page = {.ui = ui, .player = player, .kept = kept, .action = &action};
    ui_enter_page(ui, S("kept session"));
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .fill = COLOR_PAPER,
                             .align = UI_CENTER,
                             .padding = UI_PAD(24),
                             .scrolls = true});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = PAGE_MOST_WIDTH, .gap = 16});
    say_back(&page);
    say_head(&page);
    screen_kept_told(ui, player);
    say_buttons(&page);
    if (kept->scenario == NULL) {
        screen_warning(ui, S("unread"), ui_words(ui, TR("Its situation cannot be read by this version of Palabre.")));
    } else {
        if (!kept->whole) {
            screen_warning(ui, S("part"),
                           ui_words(ui, TR("This version of Palabre plays the rest otherwise: it is left out.")));
        }
        say_room(&page);
        say_way(&page);
        say_look_back(&page);
    }
    ui_box_end(ui);
    ui_box_end(ui);
    return action;
}
