// The cards as they are kept from one start to the next, so that a library of thousands need not be parsed anew: a file
// beside the settings. A card in it counts while its file has the same path, length and time of change; what cannot be
// read counts as not there. Broken cases are not kept: they are about to be mended.
#pragma once

#include "base/json.h"
#include "base/json_write.h"
#include "player/library.h"

typedef struct {
    JsonDoc doc;
    Table places; // by path, of the row, from 1
    ROWS_OF(const JsonValue *) rows;
} LibraryIndex;

// Opens the bytes of the file, which must outlive it: empty where they are no index of this version.
LibraryIndex library_index_open(Arena *arena, Arena *scratch, Str bytes);
// The card of a file as `look` found it, its texts in `arena`. False: there is none.
bool library_index_find(const LibraryIndex *index, Arena *arena, Str path, FileLook look, Card *card);
void library_index_close(LibraryIndex *index);

JsonWriter library_index_begin(Arena *arena);
void library_index_add(JsonWriter *writer, const Card *card);
Str library_index_end(JsonWriter *writer);
