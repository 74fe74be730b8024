// The sessions that are to be pushed: those of files, or those that are kept.
//
//     Supply supply;
//     int status = supply_open(&supply, cli, paths, count, folder);    // no path: the store of the folder
//     for (int32_t i = 0; i < supply_count(&supply); i++) {
//         const StoreHeader *header = supply_header(&supply, i);
//         StoreSession session;
//         if (supply_read(&supply, &arena, i, &session)) { … }         // false: it was told why
//     }
//     supply_close(&supply);
#pragma once

#include "cli/sessions.h"

typedef struct {
    Cli *cli;
    Str folder;
    Store *store; // NULL: they are of files
    StoreHeaderList kept;
    StoreSessionList read;
} Supply;

// Complains, and returns the exit status: EXIT_DATA when some lines could not be read, and all else was.
int supply_open(Supply *supply, Cli *cli, const Str *paths, int32_t count, Str folder);
void supply_close(Supply *supply); // a zeroed one is fine
int32_t supply_count(const Supply *supply);
const StoreHeader *supply_header(const Supply *supply, int32_t row);
bool supply_read(Supply *supply, Arena *arena, int32_t row, StoreSession *session);
