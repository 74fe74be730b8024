// What leaves for a server: rows of its tables (docs/PUSH.md), made of kept sessions. Pure: no server, no file, no
// clock.
//
//     Parcel parcel = {0};
//     ParcelCase *of = parcel_read_case(&arena, scenario, case_bytes);
//     parcel_add_case(&parcel, of);
//     ParcelFate fate = parcel_judge(&session.header, today);          // before the session is read at all
//     fate = fate == PARCEL_GOES ? parcel_add_session(&parcel, of, &session) : fate;
//     for (ParcelTable table = 0; table < PARCEL_TABLES; table++) { … str_built(&parcel.rows[table]) … }
//     parcel_finish(&parcel);
//     parcel_close_case(of);
//
// A session leaves as the report of it alone would tell it (engine/analysis), so that whatever the rule of five hides
// there is hidden before it leaves. What a report tells of several sessions is a sum of what it tells of each: a server
// that adds up gets the same figures and can get no others. Of a session of fewer than five people nothing leaves but
// that there was one. No sentence leaves, of a case or of a person: only ids that the author of a case gave, numbers
// and days.
//
// A session is known by an id made of its own and of its log: the same session has the same one on every machine, and
// two that share an id and differ are two. A case is known by its exact bytes.
//
// Rows are text as COPY reads it: columns parted by tabs, lines, \N for none.
#pragma once

#include "analysis/analysis.h"
#include "records/store.h"

typedef enum {
    // of a case: the same for all sessions; what refers to another stands after it
    PARCEL_EDITIONS,
    PARCEL_SCENES,
    PARCEL_DECISIONS,
    PARCEL_PLACES,
    PARCEL_ITEMS,
    PARCEL_PANELS,
    PARCEL_GAUGES,
    PARCEL_COMPETENCIES,
    PARCEL_MARKS,
    PARCEL_MEETINGS,
    // of a session
    PARCEL_SESSIONS,
    PARCEL_ANSWERS,
    PARCEL_VOTES,
    PARCEL_MOVES,
    PARCEL_PASSAGES,
    PARCEL_MET,
    PARCEL_WALKS,
    PARCEL_PROFILES,
    PARCEL_TABLES
} ParcelTable;

typedef enum {
    PARCEL_GOES,
    PARCEL_SMALL,      // it goes, as one of fewer than five people: nothing of it but that it was
    PARCEL_ALONE,      // one person's: it stays
    PARCEL_NO_CONSENT, // whoever kept it did not say that the group agreed: it stays
    PARCEL_PAST,       // it should be erased by now: it stays
    PARCEL_DAMAGED,    // it stays, as the next
    PARCEL_UNPLAYED,   // nothing of it can be played in its case
    PARCEL_FATES
} ParcelFate;

typedef struct {
    Arena arena; // of the rows
    StrBuilder rows[PARCEL_TABLES];
} Parcel;

typedef struct {
    const Scenario *scenario;
    Str edition; // UUID of its bytes
    Walk like;   // that the walks of its sessions share with
    Group *idle; // five people who have not begun
} ParcelCase;

Str parcel_table_name(ParcelTable table);
Str parcel_table_columns(ParcelTable table); // "session, scene, …"

ParcelFate parcel_judge(const StoreHeader *header, Str today);     // by what its header says
Str parcel_session_key(Arena *arena, const StoreSession *session); // UUID
ParcelCase *parcel_read_case(Arena *arena, const Scenario *scenario, Str case_bytes);
void parcel_close_case(ParcelCase *of); // NULL is fine
void parcel_add_case(Parcel *parcel, const ParcelCase *of);
ParcelFate parcel_add_session(Parcel *parcel, const ParcelCase *of, const StoreSession *session);
void parcel_finish(Parcel *parcel); // empty and usable again
