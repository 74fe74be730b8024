// A group's session: the trainer's page, and what the room sees of it.
#include "player/player_parts.h"
#include "player/screen_parts.h"
#include "report/html_print.h"
#include "view/view_audience.h"
#include "view/view_room.h"

static void want_room(Action *action, RoomActionKind kind, int32_t index, Str text) {
    if (action->kind == ACTION_NONE) {
        *action = (Action){.kind = ACTION_ROOM, .room = {.kind = kind, .index = index, .text = text}};
    }
}

static PrintKind print_of(ViewRoomPaper paper) {
    static const PrintKind PRINTS[VIEW_ROOM_PAPER_COUNT] = {
        [VIEW_ROOM_CARDS] = PRINT_CARDS, [VIEW_ROOM_SHEET] = PRINT_SHEET, [VIEW_ROOM_GRID] = PRINT_GRID};
    return PRINTS[paper];
}

static void take_wish(const ViewRoom *view, Action *action) {
    switch (view->wish) {
    case VIEW_ROOM_NONE:
        break;
    case VIEW_ROOM_LEAVE:
        screen_want(action, ACTION_BACK, 0);
        break;
    case VIEW_ROOM_HELP:
        screen_want(action, ACTION_SHOW, OVERLAY_HELP);
        break;
    case VIEW_ROOM_WINDOW:
        want_room(action, ROOM_WINDOW, 0, (Str){0});
        break;
    case VIEW_ROOM_HAND:
        want_room(action, ROOM_HAND, 0, (Str){0});
        break;
    case VIEW_ROOM_NOTE:
        want_room(action, ROOM_NOTE, view->number, (Str){0});
        break;
    case VIEW_ROOM_TYPE:
        want_room(action, ROOM_TYPE, view->number, view->text);
        break;
    case VIEW_ROOM_SAVE:
        want_room(action, ROOM_SAVE, 0, (Str){0});
        break;
    case VIEW_ROOM_PRINT:
        want_room(action, ROOM_PRINT, (int32_t)print_of((ViewRoomPaper)view->number), (Str){0});
        break;
    case VIEW_ROOM_KEEP:
        screen_want(action, ACTION_SHOW, OVERLAY_ROOM_KEEP);
        break;
    case VIEW_ROOM_ERASE:
        screen_want(action, ACTION_SHOW, OVERLAY_CONFIRM_ROOM_ERASE);
        break;
    }
}

static void take(const ViewRoom *view, GroupAction wanted, Action *action) {
    take_wish(view, action);
    if (wanted.kind != GROUP_NONE && action->kind == ACTION_NONE) {
        *action = (Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_ACT, .group = wanted}};
    }
}

static ViewRoom view_of(const Player *player, const Telling *telling, const Audience *audience) {
    const PlayerRoom *room = &player->room;
    return (ViewRoom){.group = room->group,
                      .telling = telling,
                      .audience = audience,
                      .sentence = room->sentence,
                      .noting = (ViewRoomNote)room->noting,
                      .minority = room->minority,
                      .shows_room = room->window || player_room_shares(player),
                      .shares = player_room_shares(player)};
}

// What remains, said where the trainer reads it aloud.
static void say_erased(Ui *ui, const Player *player, Action *action) {
    Audience audience = player_audience(player, ui_arena(ui));
    ui_enter_page(ui, S("erased"));
    ui_box_begin(ui, (UiBox){.height = UI_GROW, .gap = 16, .padding = UI_PAD(40)});
    ui_text(ui, (UiText){.text = audience.heading, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    ui_text(ui, (UiText){.text = audience.text, .style = TEXT_READING, .live = true});
    if (player->room.kept > 0) {
        const Folders *folders = &player->app.folders;
        Str place = folders_tell(ui_arena(ui), folders, folders->documents);
        ui_text(ui, (UiText){.text = UI_FORMAT(ui,
                                               TR("The page of the group is in {0} and stays there: Palabre erases "
                                                  "nothing that it saved for you."),
                                               place),
                             .color = COLOR_SOFT});
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (ui_button(ui, (UiButton){.key = S("end"),
                                 .text = ui_words(ui, TR("End the session")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        want_room(action, ROOM_LEAVE, 0, (Str){0});
    }
    ui_box_end(ui);
    ui_box_end(ui);
    if (ui_shortcut(ui, KEY_ESCAPE, 0, ui_words(ui, TR("End the session")))) {
        want_room(action, ROOM_LEAVE, 0, (Str){0});
    }
}

// The room's pages are cut for the screen that they are shown on.
static void tell_width(Ui *ui, const Player *player, Action *action) {
    if (player->room.group->width != ui_width(ui) && action->kind == ACTION_NONE) {
        GroupAction screen = {.kind = GROUP_SCREEN, .value = ui_width(ui)};
        *action = (Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_ACT, .group = screen}};
    }
}

Action screen_room_view(Ui *ui, const Player *player) {
    Action action = {0};
    if (!player->room.group) {
        say_erased(ui, player, &action);
        return action;
    }
    Telling telling = player_room_telling(player, ui_arena(ui));
    Audience audience = player_audience(player, ui_arena(ui));
    ViewRoom view = view_of(player, &telling, &audience);
    bool hands = player_room_shares(player) && !player->room.in_hand;
    if (hands) { // one screen for both shows what the room may see, until the trainer takes the hand
        view_audience(ui, &audience);
    }
    GroupAction wanted = hands ? view_room_keys(ui, &view) : view_room(ui, &view);
    take(&view, wanted, &action);
    if (hands) {
        tell_width(ui, player, &action);
    }
    return action;
}

Action screen_audience_view(Ui *ui, const Player *player) {
    Action action = {0};
    Audience audience = player_audience(player, ui_arena(ui));
    view_audience(ui, &audience);
    if (player->room.group && player->overlay == OVERLAY_NONE) {
        Telling telling = player_room_telling(player, ui_arena(ui));
        ViewRoom view = view_of(player, &telling, &audience);
        take(&view, view_room_keys(ui, &view), &action);
        tell_width(ui, player, &action);
    }
    return action;
}
