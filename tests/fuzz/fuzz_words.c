// Any text as the texts of a case that can be played: through every check, mended, and read again.
#include "base/json_write.h"
#include "base/utf8.h"
#include "case_checked.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char HEAD[] =
    "{\"format\": 1, \"id\": \"w\", \"kind\": \"scenario\", \"language\": \"fr\", \"theme\": \"accueil\", "
    "\"minutes\": {\"alone\": 1, \"group\": 1}, \"competencies\": [\"eco\"], \"start\": \"s\", "
    "\"characters\": [{\"id\": \"p\", \"name\": \"P\"}], \"title\": ";

static Str quoted(Arena *arena, Str text) {
    JsonWriter writer = json_line_writer(arena);
    json_write_text(&writer, text);
    return json_written(&writer);
}

// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Str text = {(const char *)data, (ptrdiff_t)size};
    if (utf8_find_invalid(text) >= 0) {
        return 0;
    }
    Arena arena = {0};
    Str word = quoted(&arena, text);
    Str bytes = str_format(
        &arena,
        "%s%.*s, \"summary\": %.*s, \"scenes\": [{\"id\": \"s\", \"with\": \"p\", \"lines\": [{\"by\": \"p\", "
        "\"text\": %.*s}], \"ask\": {\"kind\": \"choice\", \"next\": \"e\", \"why\": %.*s, \"options\": ["
        "{\"id\": \"a\", \"text\": %.*s, \"scores\": {\"eco\": 1}}, {\"id\": \"b\", \"text\": \"B\", "
        "\"scores\": {\"eco\": -1}}]}}, {\"id\": \"e\", \"ending\": {\"title\": \"E\", \"tone\": \"good\", "
        "\"text\": %.*s}}]}",
        HEAD, S_ARG(word), S_ARG(word), S_ARG(word), S_ARG(word), S_ARG(word), S_ARG(word));
    fuzz_check_case(bytes);
    arena_finish(&arena);
    return 0;
}
