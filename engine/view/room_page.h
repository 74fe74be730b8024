// The parts of a trainer's page share this. Internal to view/view_room*.c.
#pragma once

#include "view/view_room.h"

enum { SIDE_WIDTH = 400, BESIDE_MAIN = SIDE_WIDTH + 110, AROUND_CARD = 40 }; // widths beside what is said

typedef struct {
    Ui *ui;
    const Group *group;
    const Telling *telling;
    const Scenario *scenario;
    const Ask *ask; // NULL: nothing is asked
    ViewRoom *view;
    GroupAction action;  // the first wish is the one that counts
    bool narrow;         // one column
    bool keys_only;      // what is shown is another page
    ViewRoomNote noting; // a field for it is open
    bool tells;          // what the room sees is said when it is new: not above a sentence that is to be typed
} RoomPage;

// Hands for one place, with a button for one less and one for one more.
typedef struct {
    Str name;  // of the place
    Str aloud; // said when the count has changed
    int32_t index, count;
    int32_t of; // what is counted there now: a count of something else is no change
    GroupActionKind add, take;
    bool closed;
} RoomHands;

void room_want(RoomPage *page, GroupActionKind kind, int32_t index); // `index` stands for `value` too
void room_want_text(RoomPage *page, GroupActionKind kind, int32_t index, Str text);
void room_want_draft(RoomPage *page, SoloActionKind kind, int32_t index, int32_t value, Str text);
void room_wish(RoomPage *page, ViewRoomWish wish, int32_t number);
Str room_text(const RoomPage *page, Str source);
bool room_button(RoomPage *page, Str key, int32_t index, Str text, Str hint); // secondary
void room_small(const RoomPage *page, Str text);
void room_told(const RoomPage *page, Str text);           // … and said when it is new
void room_warn_personal(const RoomPage *page, Str typed); // where it looks like an address or a number

void room_say_scenes(RoomPage *page); // view_room_scenes.c: the one to go on at is chosen
void room_say_another_scene(RoomPage *page);
void room_answer_another_scene(RoomPage *page);
void room_say_leave(RoomPage *page); // view_room_bar.c
void room_say_title(RoomPage *page); // and what the room's screen shows
void room_say_switches(RoomPage *page);
void room_say_phases(RoomPage *page);
void room_say_tally(RoomPage *page); // view_room_vote.c
void room_say_hands(RoomPage *page, const RoomHands *hands);
void room_say_result(RoomPage *page);
void room_say_few(RoomPage *page);      // why the room sees no counts
void room_say_figures(RoomPage *page);  // beside the result
void room_say_agreeing(RoomPage *page); // view_room_agree.c
void room_say_sure(RoomPage *page);
void room_say_ideas(RoomPage *page); // view_room_ideas.c
void room_answer_ideas(RoomPage *page);
void room_say_side(RoomPage *page);   // view_room_side.c
void room_say_help(RoomPage *page);   // where to turn
void room_say_way(RoomPage *page);    // view_room_way.c
void room_say_pairs(RoomPage *page);  // of what the room sees
void room_say_agenda(RoomPage *page); // view_room_debrief.c
void room_say_other_question(RoomPage *page);
void room_say_kept(RoomPage *page);
void room_say_end(RoomPage *page);
void room_say_checklist(RoomPage *page); // view_room_checks.c
void room_say_papers(RoomPage *page);    // to print, beside it
void room_say_cards(RoomPage *page);
void room_say_preview(RoomPage *page);
