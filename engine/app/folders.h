// Where things are kept. Found once, at the start.
#pragma once

#include "base/error.h"

typedef struct {
    Str data;      // --data; empty: not given
    bool portable; // --portable: beside the program
    Str program;   // path of the running program
    Str shipped;   // folder of the cases that come with it; empty: looked for beside the program
} FoldersWish;

typedef struct {
    Str data;      // empty: nothing can be kept
    Str settings;  // DATA/settings.json
    Str journal;   // DATA/journal
    Str cases;     // DATA/cases
    Str shipped;   // scenarios
    Str documents; // for exports: that of the desktop, else an existing ~/Documents, else `home`; empty: none
    Str home;      // empty when it is not known
    bool shared;   // others of this machine can look into the data folder
    bool refused;  // the data folder could not be made: `error` says why
    Error error;
} Folders;

// Makes the data folder and those in it, 0700. DATA is --data, or PROGRAM's folder/data, or XDG_DATA_HOME/palabre, or
// HOME/.local/share/palabre. Without any of them `data` is empty and `refused` false. Others are shut out of what is
// Palabre's own; a folder that was named and stands open to them may be theirs too.
Folders folders_find(Arena *arena, const FoldersWish *wish);

// A path as a person reads it, "~/Documents/a.html" for one in the home folder: path_tell.
Str folders_tell(Arena *arena, const Folders *folders, Str path);

// XDG_DOCUMENTS_DIR of the bytes of a user-dirs.dirs; empty when they do not say.
Str folders_parse_documents(Arena *arena, Str bytes, Str home);
