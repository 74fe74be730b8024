#include "records/holder.h"

#include "base/file.h"
#include "base/json.h"
#include "base/json_write.h"
#include "base/system.h"

enum { MOST_BYTES = 4096 };

void holder_read(Arena *arena, Str path, Holder *holder) {
    Arena scratch = {0};
    Str bytes = {0};
    JsonDoc doc = {0};
    *holder = (Holder){0};
    if (file_load(&scratch, path, MOST_BYTES, &bytes, NULL) && json_parse(&scratch, bytes, &doc, NULL, NULL)) {
        const JsonValue *process = json_type(doc.root) == JSON_OBJECT ? json_member(doc.root, S("process")) : NULL;
        const JsonValue *host = json_type(doc.root) == JSON_OBJECT ? json_member(doc.root, S("host")) : NULL;
        const JsonValue *since = json_type(doc.root) == JSON_OBJECT ? json_member(doc.root, S("since")) : NULL;
        if (process && host && since && json_type(process) == JSON_INTEGER && json_type(host) == JSON_TEXT &&
            json_type(since) == JSON_TEXT) {
            *holder = (Holder){.process = (int32_t)json_integer(process),
                               .host = str_copy(arena, json_text(host)),
                               .since = str_copy(arena, json_text(since))};
        }
        json_finish(&doc);
    }
    arena_finish(&scratch);
}

void holder_tell(Str path) {
    Arena scratch = {0};
    JsonWriter writer = json_line_writer(&scratch);
    Str since = str_format(&scratch, "%.*s %.*s", S_ARG(system_today(&scratch)), S_ARG(system_time(&scratch)));
    json_begin_object(&writer);
    json_write_member_int(&writer, S("process"), system_process());
    json_write_member_text(&writer, S("host"), system_host(&scratch));
    json_write_member_text(&writer, S("since"), since);
    json_end(&writer);
    (void)!file_write(path, json_written(&writer), NULL);
    arena_finish(&scratch);
}
