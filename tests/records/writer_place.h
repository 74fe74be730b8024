// A writer in a folder of a test's own. Its includer asks for mkdtemp.
#pragma once

#include "records/writer.h"

#include "base/file_place.h"

static inline Str file_in(Place *place, const char *name) {
    return str_from_c(path_of(place, name));
}

static inline WriterReport last_report(Writer *writer) {
    WriterReport report = {0};
    writer_wait(writer);
    while (writer_take_report(writer, &report)) {
    }
    return report;
}
