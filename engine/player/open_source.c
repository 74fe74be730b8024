#include "player/open_source.h"

#include "base/file.h"
#include "base/limits.h"
#include "session/event.h"

OpenSource open_source_copy(Arena *arena, const OpenSource *source) {
    return (OpenSource){.path = str_copy(arena, source->path),
                        .hash = str_copy(arena, source->hash),
                        .bytes = str_copy(arena, source->bytes)};
}

bool open_source_load(Arena *arena, OpenSource *source, Error *error) {
    return source->bytes.len > 0 || (file_load(arena, source->path, LIMIT_FILE_BYTES, &source->bytes, error) &&
                                     str_equal(event_hash(arena, source->bytes), source->hash));
}
