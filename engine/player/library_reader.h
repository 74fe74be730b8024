// Reads the cards of folders on a thread of its own, so that the one that draws never waits for the disk.
//
//     LibraryReader *reader = library_reader_start(&(LibraryWish){.framework = &framework, .folders = folders, …});
//     …
//     bool more = library_reader_take(reader, &library); // each time `wake` was called: cards come in parcels
//     …
//     library_reader_stop(reader);                       // also before the end
//
// A file is parsed once: afterwards its card comes out of the index (library_index.h), which is written when something
// in it is not true any more.
#pragma once

#include "player/library.h"
#include "records/writer.h"

typedef struct LibraryReader LibraryReader;

typedef void LibraryWake(void *context); // called on the reader's thread: something can be taken

typedef struct {
    const Framework *framework;
    const Str *folders; // their *.json, without *.test.json; an empty name is skipped
    int32_t folder_count;
    Str besides;           // path of a case that need stand in none of them; empty: none
    Str journal;           // folder of what was begun; empty: nothing is marked as begun
    Str index;             // path; empty: there is none
    bool keeps;            // the index is written when it is not true any more
    Writer *writer;        // all that it was given is done first; NULL: there is none
    LibraryReader *before; // is stopped, and only then read anew: the new one's from now on; NULL: there is none
    LibraryWake *wake;
    void *context;
    bool waits; // no thread: all is read at once, so that two runs show the same
} LibraryWish;

typedef struct {
    int32_t read, count; // of files; count is 0 until the folders were listed
} LibraryProgress;

LibraryReader *library_reader_start(const LibraryWish *wish); // what is wished for is copied
// Moves the cards that were read so far. False: these were the last.
bool library_reader_take(LibraryReader *reader, Library *library);
LibraryProgress library_reader_progress(LibraryReader *reader);
// Writes no index any more; waits while one is being written. On any thread; NULL is fine.
void library_reader_forget(LibraryReader *reader);
void library_reader_stop(LibraryReader *reader); // waits for the file that is being read; NULL is fine
