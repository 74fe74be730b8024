#include "push/parcel_inside.h"

#include "base/digest.h"
#include "base/error.h"
#include "session/response.h"

// Of the names that ids are made of, so that nothing else makes the same (RFC 9562).
static const uint8_t SESSIONS[DIGEST_UUID_BYTES] = {0x9c, 0x41, 0x7e, 0xd2, 0x0b, 0x56, 0x4f, 0x1a,
                                                    0x83, 0x6e, 0x2d, 0xf4, 0x71, 0xc8, 0x05, 0xba};
static const uint8_t EDITIONS[DIGEST_UUID_BYTES] = {0x36, 0xe8, 0x1b, 0x90, 0x7d, 0x24, 0x4c, 0xd3,
                                                    0xa5, 0x0f, 0x68, 0xb1, 0xee, 0x97, 0x42, 0x1c};

static const struct {
    Str name, columns;
} TABLES[PARCEL_TABLES] = {
    [PARCEL_EDITIONS] = {S_INIT("editions"), S_INIT("edition, case_id, language, suspended")},
    [PARCEL_SCENES] = {S_INIT("scenes"), S_INIT("edition, scene, id, ending")},
    [PARCEL_DECISIONS] = {S_INIT("decisions"), S_INIT("edition, scene, number, kind, panel")},
    [PARCEL_PLACES] = {S_INIT("places"), S_INIT("edition, scene, place, id, option, recommended")},
    [PARCEL_ITEMS] = {S_INIT("items"), S_INIT("edition, scene, item, id")},
    [PARCEL_PANELS] = {S_INIT("panels"), S_INIT("edition, scene, item, place, colleagues, keyed")},
    [PARCEL_GAUGES] = {S_INIT("gauges"), S_INIT("edition, gauge, id")},
    [PARCEL_COMPETENCIES] = {S_INIT("competencies"), S_INIT("edition, competency, id")},
    [PARCEL_MARKS] = {S_INIT("marks"), S_INIT("edition, scene, place, competency, mark")},
    [PARCEL_MEETINGS] = {S_INIT("meetings"), S_INIT("edition, meeting, kind, id, must")},
    [PARCEL_SESSIONS] = {S_INIT("sessions"), S_INIT("session, edition, day, erase_after, people, ending, jumped, way")},
    [PARCEL_ANSWERS] = {S_INIT("answers"), S_INIT("session, scene, counted, spent_ms, offered, followed, sure, "
                                                  "distance, marks, most, paired, moved, apart")},
    [PARCEL_VOTES] = {S_INIT("votes"), S_INIT("session, scene, counted, round, item, voters, paired, hands, people")},
    [PARCEL_MOVES] = {S_INIT("moves"), S_INIT("session, scene, counted, from_place, to_place, at_least, at_most")},
    [PARCEL_PASSAGES] = {S_INIT("passages"), S_INIT("session, from_scene, to_scene")},
    [PARCEL_MET] = {S_INIT("met"), S_INIT("session, meeting, times")},
    [PARCEL_WALKS] = {S_INIT("walks"), S_INIT("session, gauge, points")},
    [PARCEL_PROFILES] = {S_INIT("profiles"), S_INIT("session, competency, word, given, low, high, occasions")}};

Str parcel_table_name(ParcelTable table) {
    return TABLES[table].name;
}

Str parcel_table_columns(ParcelTable table) {
    return TABLES[table].columns;
}

StrBuilder *parcel_rows(Parcel *parcel, ParcelTable table) {
    parcel->rows[table].arena = &parcel->arena;
    return &parcel->rows[table];
}

void parcel_finish(Parcel *parcel) {
    arena_finish(&parcel->arena);
    *parcel = (Parcel){0};
}

Str parcel_flag(bool holds) {
    return holds ? S("t") : S("f");
}

Str parcel_id(const ParcelCase *of, Name name) {
    return scenario_name(of->scenario, name);
}

bool parcel_is_suspended(const ParcelCase *of) {
    return response_waits(of->scenario);
}

ParcelFate parcel_judge(const StoreHeader *header, Str today) {
    return header->damaged                               ? PARCEL_DAMAGED
           : header->kind != STORE_GROUP                 ? PARCEL_ALONE
           : !header->consent                            ? PARCEL_NO_CONSENT
           : str_compare(header->erase_after, today) < 0 ? PARCEL_PAST
                                                         : PARCEL_GOES;
}

Str parcel_session_key(Arena *arena, const StoreSession *session) {
    const StoreHeader *header = &session->header;
    Str name = str_format(arena, "%.*s %.*s %lld\n%.*s", S_ARG(header->id), S_ARG(header->hash), (long long)header->len,
                          S_ARG(session->lines));
    return digest_uuid(arena, SESSIONS, name);
}

ParcelCase *parcel_read_case(Arena *arena, const Scenario *scenario, Str case_bytes) {
    ParcelCase *of = arena_push(arena, ParcelCase, 1);
    *of = (ParcelCase){.scenario = scenario,
                       .edition = digest_uuid(arena, EDITIONS, case_bytes),
                       .like = walk_create(arena, scenario),
                       .idle = arena_push(arena, Group, 1)};
    bool begun = group_begin(of->idle, &(GroupStart){.solo = {.scenario = scenario}, .present = DISCLOSED_LEAST});
    ASSERT(begun); // it is playable
    return of;
}

void parcel_close_case(ParcelCase *of) {
    if (of != NULL) {
        group_finish(of->idle);
    }
}
