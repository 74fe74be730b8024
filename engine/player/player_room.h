// A group's session in the player: the room's state, what is noted of it on the disk, and the window that the audience
// sees. Its page for the trainer is screen_room.c.
#pragma once

#include "group/audience.h"
#include "player/screens.h"

typedef struct StoreJob StoreJob; // a task of the store: player_keep.c

typedef enum {
    ROOM_NOTHING,
    ROOM_BEGIN,      // from the page of the open case
    ROOM_BEGIN_ANEW, // … the one that was begun is erased
    ROOM_RESUME,
    ROOM_FORGET, // what was begun is erased
    ROOM_ACT,    // `group`, its now_ms is filled in
    ROOM_NOTE,   // index: a ViewRoomNote, which is to be typed
    ROOM_TYPE,   // text: as far as it is typed; index 1: an argument of the few
    ROOM_WINDOW, // the room's screen is opened, or closed
    ROOM_CLOSED, // it was closed by hand, or could not be opened
    ROOM_HAND,   // of one screen for both: the trainer's page, or the room's
    ROOM_SAVE,   // the page of the group, as a file
    ROOM_KEEP,   // in the store; index 1: with what was written
    ROOM_PRINT,  // index: a PrintKind, as a file that is opened to be printed
    ROOM_ERASE,  // all but that file
    ROOM_LEAVE   // it can be taken up again, unless it was erased
} RoomActionKind;

typedef struct {
    RoomActionKind kind;
    GroupAction group;
    int32_t index;
    Str text; // borrowed for the call
} RoomAction;

typedef struct {
    Group *group; // NULL: there is none
    Arena arena;  // of this session
    Arena text_arena;
    Str journal_path;
    Str begun;       // the day, also of a session that was taken up again
    int32_t lines;   // of its log that the journal has
    int32_t present; // asked for by the command line; the next session begins with it
    bool window;     // the room's screen is wanted, as soon as there is a display for it
    bool shares;     // as the trainer was told last (player_room_shares)
    bool in_hand;    // of one screen for both: the trainer has it, else the room
    int32_t noting;  // a ViewRoomNote
    bool minority;
    Str sentence;
    bool erased;
    int32_t kept;      // … sentences on the page that was saved; 0: none was
    int64_t saving;    // ticket of the page, or of what is printed; 0: none
    Str saved;         // its path
    bool prints;       // … is to be printed
    StoreJob *keeping; // that is being done; NULL: none
    int64_t keeping_ticket;
    bool was_kept; // in the store
} PlayerRoom;

void player_room_update(Player *player, const RoomAction *action, int64_t now_ms);
void player_room_put_down(Player *player); // before it is left: what waits to be noted is
void player_room_finish(Player *player);
bool player_room_tells(Player *player, int64_t ticket, bool done, int32_t number, int64_t now_ms); // of its page
void player_room_tick(Player *player, int64_t now_ms); // time passed, or displays came or went
bool player_room_keeps(const Player *player);          // what is done now is there after the next start
bool player_room_shares(const Player *player);         // the machine has one screen, for the room and for the trainer
Audience player_audience(const Player *player, Arena *arena);
Telling player_room_telling(const Player *player, Arena *arena);
int64_t player_room_next_tick(const Player *player, int64_t now_ms); // -1: never
