// A group's session as its trainer sees it: what the room is shown now, the hands, notes, time, sentences, and what
// comes next. Whatever a key does can be pressed too.
//
//     Audience audience = audience_create(group, &telling);
//     ViewRoom view = {.group = group, .telling = &telling, .audience = &audience, …};
//     GroupAction action = view_room(ui, &view);
//     if (action.kind != GROUP_NONE) { action.now_ms = now; group_update(group, &action); }
//
// What is typed before it is said (a sentence) is the program's to keep between frames.
#pragma once

#include "group/agenda.h"
#include "group/audience.h"
#include "ui/widgets.h"

typedef enum {
    VIEW_ROOM_NONE,
    VIEW_ROOM_LEAVE,
    VIEW_ROOM_HELP,
    VIEW_ROOM_WINDOW, // the room's screen opens, or closes
    VIEW_ROOM_HAND,   // where both share a screen: the trainer's page, or the room's
    VIEW_ROOM_NOTE,   // `number`: a ViewRoomNote, which is to be typed
    VIEW_ROOM_TYPE,   // `text`: as far as it is typed
    VIEW_ROOM_SAVE,   // the page of the group
    VIEW_ROOM_PRINT,  // `number`: a ViewRoomPaper, before the evening
    VIEW_ROOM_KEEP,   // in the store
    VIEW_ROOM_ERASE
} ViewRoomWish;

typedef enum { VIEW_ROOM_CARDS, VIEW_ROOM_SHEET, VIEW_ROOM_GRID, VIEW_ROOM_PAPER_COUNT } ViewRoomPaper;

typedef enum {
    VIEW_ROOM_NOTE_NONE,
    VIEW_ROOM_NOTE_SENTENCE,
    VIEW_ROOM_NOTE_IDEA,
    VIEW_ROOM_NOTE_MINUTES, // that are planned
    VIEW_ROOM_NOTE_SCENE,   // some of the title of one to go on at
    VIEW_ROOM_NOTE_OWN      // nothing is typed: the notes that the case has for its trainer are read
} ViewRoomNote;

typedef struct {
    const Group *group;
    const Telling *telling;
    const Audience *audience;
    Str sentence;        // being typed
    ViewRoomNote noting; // a field for it is open
    bool minority;       // … it is an argument of the few
    bool shows_room;     // the room's screen is open
    bool shares;         // … and is this one, which has no other
    ViewRoomWish wish;   // given back
    int32_t number;
    Str text;
} ViewRoom;

GroupAction view_room(Ui *ui, ViewRoom *view);
GroupAction view_room_keys(Ui *ui, ViewRoom *view);            // the same keys, on a page that shows something else
Str view_room_phase(const Telling *telling, GroupPhase phase); // "Second vote"
