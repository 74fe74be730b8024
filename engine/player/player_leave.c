// Out of the program.
#include "player/player_parts.h"
#include "player/player_room.h"
#include "player/screen.h"

void player_end(Player *player) {
    player_journal_note(player);
    player_journal_draft(player);
    player_room_put_down(player);
    player->app.quit = true;
}

// The question asked before a screen is left, were it left now.
static Overlay asked_before_leaving(const Player *player) {
    const ScreenRow *row = screen_row(player->screen);
    if (player->open.review) {
        return OVERLAY_NONE;
    }
    while (row->back.kind == BACK_LEADS || row->back.kind == BACK_RETURNS) {
        row = screen_row(row->back.kind == BACK_LEADS ? row->back.to : player->back_to);
    }
    return row->back.kind == BACK_ASKS ? row->back.asks : OVERLAY_NONE;
}

void player_ask_to_end(Player *player) {
    player->overlay = asked_before_leaving(player);
    player->closing = player->overlay != OVERLAY_NONE;
    if (!player->closing) {
        player_end(player);
    }
}
