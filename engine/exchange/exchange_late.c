// The doors to libxml2 and libzip where programs share libraries (PALABRE_SHARED): they stand in one of their own,
// which is opened when one of them is first gone through.
#include "base/error.h"
#include "base/module.h"
#include "exchange/archive.h"
#include "exchange/xml.h"

typedef XmlFault XmlRead(Arena *arena, Arena *scratch, Str bytes, XmlTake *take, void *context);
typedef ArchiveFault ArchiveRead(Arena *arena, Str bytes, ArchiveFile *files, int32_t count, Str *about);
typedef Str ArchiveWrite(Arena *arena, const ArchiveFile *files, int32_t count);

bool xml_is_there(void) {
    XmlRead *read;
    return module_find_door("xml_read", &read);
}

XmlFault xml_read(Arena *arena, Arena *scratch, Str bytes, XmlTake *take, void *context) {
    XmlRead *read;
    bool found = module_find_door("xml_read", &read);
    ASSERT(found); // who calls asked whether it is there
    return read(arena, scratch, bytes, take, context);
}

bool archive_is_there(void) {
    ArchiveRead *read;
    return module_find_door("archive_read", &read);
}

ArchiveFault archive_read(Arena *arena, Str bytes, ArchiveFile *files, int32_t count, Str *about) {
    ArchiveRead *read;
    bool found = module_find_door("archive_read", &read);
    ASSERT(found);
    return read(arena, bytes, files, count, about);
}

Str archive_write(Arena *arena, const ArchiveFile *files, int32_t count) {
    ArchiveWrite *write;
    bool found = module_find_door("archive_write", &write);
    ASSERT(found);
    return write(arena, files, count);
}
