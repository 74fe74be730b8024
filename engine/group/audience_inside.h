// The pages of a phase, as they are put together. Internal to group/audience*.c.
#pragma once

#include "group/audience.h"

typedef struct {
    const Group *group;
    const Telling *telling;
    const Scenario *scenario;
    const Ask *ask; // NULL: nothing is asked
    Arena *arena;
    ROWS_OF(Audience) pages;
} Room;

typedef ROWS_OF(ToldLine) LineTable;
typedef ROWS_OF(AudienceRow) AudienceRows;

Audience *audience_add_page(Room *room, Audience page); // borrowed until the next one
AudienceRow *audience_add_row(Room *room, AudienceRows *rows, Str text);
Str audience_words(const Room *room, Str source);
int32_t audience_permille(int32_t part, int32_t of); // 0 of nothing

// Of a text: `wide` is its em as it takes room across, `line` how high a line is.
typedef struct {
    int32_t wide, line;
} RoomType;

extern const RoomType ROOM_SPEECH, ROOM_ASKED, ROOM_TEXT, ROOM_SMALL, ROOM_LABEL; // asked and label: bold

int32_t audience_width(const Room *room); // of the page, without margins
int32_t audience_count_lines(Str text, RoomType type, int32_t width);
int32_t audience_height(Str text, RoomType type, int32_t width); // in units; 0 for none
int32_t audience_row_text_width(const Room *room, const AudienceRow *row, AudienceKind kind);

typedef struct {
    RoomType type;
    int32_t width, most; // most: as high as it may be
    int32_t words;       // … and so many; 0: any number
} RoomFit;

// Cuts off what does not fit: at the end of a sentence where there is one, else between words, else within one. `rest`
// is what is left; empty at the end.
Str audience_cut_words(Str *rest, RoomFit fit);

void audience_add_lines(Room *room, const LineTable *lines, Audience head); // as many pages as they take
void audience_add_text(Room *room, Audience head, Str text);                // pages of a long text
void audience_add_question(Room *room, Audience head);                      // as many as its heading and its text take

// audience_rows.c: pages of rows below the same head, as few as fit, each about as full as the others. At
// least one page.
void audience_add_rows(Room *room, const AudienceRows *rows, Audience head);
// All on one page that is set so.
bool audience_fits(const Room *room, const AudienceRows *rows, const Audience *head, AudienceSet set);

// audience_ask.c: phases of a decision.
void audience_say_read(Room *room);
void audience_say_ask(Room *room); // being voted on, or talked about
void audience_say_reveal(Room *room);
void audience_say_agree(Room *room);
void audience_say_followed(Room *room); // audience_followed.c
void audience_say_ending(Room *room);
Str audience_quoted(const Room *room, Str text); // what somebody said
void audience_say_ways(Room *room);              // audience_ways.c: that which a replay left, and the present one
void audience_say_ideas(Room *room);             // audience_ideas.c: those of the question that is asked
