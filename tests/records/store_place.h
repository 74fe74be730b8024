// A store in a folder of a test's own, and sessions to be kept in it. Its includer asks for mkdtemp.
#pragma once

#include "records/store_notes.h"

#include "base/file_place.h"

static inline const char *error_name(ErrorCode code) {
    static const char *const NAMES[] = {[ERROR_NONE] = "none",
                                        [ERROR_NOT_FOUND] = "not found",
                                        [ERROR_NOT_A_FILE] = "not a file",
                                        [ERROR_NOT_A_FOLDER] = "not a folder",
                                        [ERROR_NOT_READABLE] = "not readable",
                                        [ERROR_NOT_WRITABLE] = "not writable",
                                        [ERROR_DISK_FULL] = "disk full",
                                        [ERROR_TOO_LARGE] = "too large",
                                        [ERROR_NOT_OURS] = "not ours",
                                        [ERROR_NEWER] = "newer",
                                        [ERROR_DAMAGED] = "damaged",
                                        [ERROR_HELD] = "held",
                                        [ERROR_REPLACED] = "replaced",
                                        [ERROR_NOT_A_SESSION] = "not a session",
                                        [ERROR_SYSTEM] = "system"};
    return NAMES[code];
}

// Why the last thing did not come about.
static inline void assert_error(Place *place, ErrorCode code) {
    assert_string_equal(error_name(place->error.code), error_name(code));
    place->error = (Error){0};
}

static inline Store *open_store(Place *place, StoreAccess access) {
    Store *store = store_open(place->folder, access, &place->error);
    if (!store) {
        fail_msg("the store is not opened: %s", error_name(place->error.code));
    }
    return store;
}

// The number stands in all that tells two sessions apart; those of one `text` have one case.
static inline StoreSession make_session(Arena *arena, int32_t number, const char *text) {
    StrBuilder lines = {.arena = arena};
    str_addf(&lines, "{\"seq\": 1, \"at_ms\": 0, \"kind\": \"start\", \"case\": \"c\", \"seed\": %d}\n", number);
    for (int32_t i = 2; i < 4 + number % 5; i++) {
        str_addf(&lines,
                 "{\"seq\": %d, \"at_ms\": %d, \"kind\": \"vote\", \"counts\": [%d, 4], \"said\": \"mot-%d\"}\n", i,
                 i * 1000, number, number);
    }
    return (StoreSession){.header = {.id = str_format(arena, "%032x", number),
                                     .kind = number % 2 ? STORE_GROUP : STORE_SOLO,
                                     .case_id = S("c"),
                                     .title = str_format(arena, "Titre %s", text),
                                     .begun = S("2026-11-27"),
                                     .kept = S("2026-11-28"),
                                     .erase_after = S("2027-11-28"),
                                     .consent = true,
                                     .label = str_format(arena, "Groupe numéro-%d", number),
                                     .present = 14},
                          .lines = str_built(&lines),
                          .case_bytes = str_format(arena, "{\"format\": 1, \"title\": \"%s\"}\n", text)};
}

static inline StoreNote make_note(Arena *arena, int32_t number) {
    return (StoreNote){.id = str_format(arena, "%032x", number),
                       .day = S("2026-11-28"),
                       .line = str_format(arena, "{\"kind\": \"entry\", \"did\": \"note-%03d-fin\"}", number)};
}

static inline void write_note(Place *place, Store *store, const StoreNote *note) {
    if (!store_write_note(store, note, &place->error)) {
        fail_msg("the note is not written: %s", error_name(place->error.code));
    }
}

static inline StoreNoteList notes_of(Place *place, Store *store) {
    StoreNoteList list;
    if (!store_list_notes(store, &place->arena, &list, &place->error)) {
        fail_msg("no notes are listed: %s", error_name(place->error.code));
    }
    return list;
}

static inline void keep(Place *place, Store *store, const StoreSession *session) {
    if (!store_keep(store, session, 1, NULL, &place->error)) {
        fail_msg("the session is not kept: %s", error_name(place->error.code));
    }
}

static inline StoreHeaderList list_of(Place *place, Store *store) {
    StoreHeaderList list;
    if (!store_list(store, &place->arena, &list, &place->error)) {
        fail_msg("nothing is listed: %s", error_name(place->error.code));
    }
    return list;
}

static inline void assert_read_back(Place *place, Store *store, const StoreHeader *header, const StoreSession *kept) {
    StoreSession read;
    if (!store_read(store, &place->arena, header, &read, &place->error)) {
        fail_msg("the session is not read: %s", error_name(place->error.code));
    }
    assert_str(read.lines, kept->lines);
    assert_str(read.case_bytes, kept->case_bytes);
    assert_str(read.header.id, kept->header.id);
    assert_str(read.header.label, kept->header.label);
}
