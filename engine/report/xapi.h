// Kept sessions of groups as xAPI 1.0.3 statements, for a learning record store.
//
//     XapiWriter xapi = {.arena = &arena, .catalog = &catalog};
//     xapi_add(&xapi, &header, &group);      // each session, resumed from what was kept
//     Str bytes = xapi_written(&xapi);       // a list of statements, as POST /statements takes it
//
// Nobody is named: the actor is the group of one session, a pseudonym of the session's number, and neither its own name
// nor anything that was written in own words, nor a vote, stands in a statement. Sessions of fewer than five people
// give none: their answers would be those of single ones. What the group followed is one answer of all.
//
// A session's registration is its id; a statement's id is the UUID (version 5) of the number of its line in that
// registration, so that exporting again gives the same bytes, and a store knows what it has. The day on which a session
// began is known, not the hour: timestamps count from midnight, UTC, of that day.
//
//     initialized   the session opens
//     answered      each answer, also one that was taken back since (then `taken-back` says so), but of a private
//                   decision none
//     completed     an ending was reached; else
//     terminated    the session was left
//
// Of a `choice` and a `multiple`, the recommended options are the right answer in a quiz alone: in a situation no
// pattern is given, nor is one where the author keyed nothing, where items are tied, or where judgement is suspended.
// Marks are a score: their sum over the competencies, between the least and the most that the answers could give there.
#pragma once

#include "base/catalog.h"
#include "group/group.h"

typedef struct {
    Str id;    // of the session: 32 hexadecimal digits
    Str begun; // YYYY-MM-DD
    Str hash;  // of the case
} XapiSession;

typedef struct {
    Arena *arena;
    const Catalog *catalog;
    StrBuilder out;
    int32_t statements;
} XapiWriter;

bool xapi_add(XapiWriter *xapi, const XapiSession *session, const Group *group); // false: too few people, or no such id
Str xapi_written(XapiWriter *xapi);
