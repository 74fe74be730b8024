#include "base/error_text.h"

Str error_text(Arena *arena, const Catalog *catalog, const Error *error) {
    static const Str WORDS[] = {[ERROR_NONE] = S_INIT(""),
                                [ERROR_NOT_FOUND] = TR_INIT("there is no file or folder of this name"),
                                [ERROR_NOT_A_FILE] = TR_INIT("it is a folder, a pipe or a device, not a file"),
                                [ERROR_NOT_A_FOLDER] = TR_INIT("something else stands there"),
                                [ERROR_NOT_READABLE] = TR_INIT("reading it is not allowed"),
                                [ERROR_NOT_WRITABLE] = TR_INIT("writing there is not allowed"),
                                [ERROR_DISK_FULL] = TR_INIT("the disk is full"),
                                [ERROR_TOO_LARGE] = TR_INIT("it is too large"),
                                [ERROR_NOT_OURS] = TR_INIT("it is the file of another application"),
                                [ERROR_NEWER] = TR_INIT("a later version of Palabre wrote it"),
                                [ERROR_DAMAGED] = TR_INIT("the file is damaged, or was changed by another program"),
                                [ERROR_HELD] = TR_INIT("another program is using it"),
                                [ERROR_REPLACED] = TR_INIT("something else has taken its place meanwhile"),
                                [ERROR_NOT_A_SESSION] = TR_INIT("what is to be kept is not a whole session"),
                                [ERROR_SYSTEM] = TR_INIT("the system refused it")};
    if (error->code == ERROR_SYSTEM && error->system != 0) {
        Str number = str_format(arena, "%d", error->system);
        return catalog_format(arena, catalog, TR("the system refused it (error {0})"), &number, 1);
    }
    return catalog_text(catalog, WORDS[error->code]);
}
