#include "base/utf8.h"
#include "scenario/reader.h"

#include <string.h>

static Str type_words(JsonType type) {
    static const Str WORDS[] = {TR_INIT("null"),   TR_INIT("false"),  TR_INIT("true"),     TR_INIT("a whole number"),
                                TR_INIT("a text"), TR_INIT("a list"), TR_INIT("an object")};
    return WORDS[type];
}

Finding *reader_complain(Reader *reader, FindingCode code, const JsonValue *value, int32_t variant, Str about) {
    Finding *finding = findings_add(reader->findings, code, json_place(value), about);
    finding->variant = variant;
    return finding;
}

void reader_complain_type(Reader *reader, const JsonValue *value, Str wanted) {
    Finding *finding = reader_complain(reader, FINDING_WRONG_TYPE, value, 0, wanted);
    finding->arguments[1] = type_words(json_type(value));
    finding->words = 3;
}

bool reader_expect(Reader *reader, const JsonValue *value, JsonType type) {
    if (json_type(value) == type) {
        return true;
    }
    reader_complain_type(reader, value, type_words(type));
    return false;
}

Str reader_keep(Reader *reader, Str text) {
    if (text.len == 0) {
        return (Str){0};
    }
    char *kept = arena_push_text(reader->arena, text.len);
    memcpy(kept, text.text, (size_t)text.len);
    return (Str){kept, text.len};
}

static Str number_text(Reader *reader, int32_t number) {
    return str_format(reader->findings->arena, "%d", number);
}

int32_t reader_fit_count(Reader *reader, const JsonValue *list, int32_t least, int32_t most) {
    int32_t count = json_count(list);
    if (count < least) {
        reader_complain(reader, FINDING_BAD_VALUE, list, BAD_VALUE_TOO_FEW, number_text(reader, least));
    }
    if (count > most) {
        Finding *finding = reader_complain(reader, FINDING_TOO_MANY, list, 0, number_text(reader, most));
        finding->arguments[1] = number_text(reader, count);
        reader->cut = true;
    }
    return count < most ? count : most;
}

bool reader_read_text(Reader *reader, const JsonValue *value, int32_t most, Str *text) {
    if (!reader_expect(reader, value, JSON_TEXT)) {
        return false;
    }
    Str read = json_text(value);
    if (utf8_is_blank(read)) {
        reader_complain(reader, FINDING_BAD_VALUE, value, BAD_VALUE_EMPTY, json_key(value));
        return false;
    }
    if (read.len > most && utf8_count(read) > most) {
        reader_complain(reader, FINDING_TOO_LONG, value, 0, number_text(reader, most));
    }
    *text = reader_keep(reader, read);
    return true;
}

Name reader_read_name(Reader *reader, const JsonValue *value, FieldKind kind) {
    if (!reader_expect(reader, value, JSON_TEXT)) {
        return 0;
    }
    Str text = json_text(value);
    if (kind == FIELD_SLUG ? !scenario_is_slug(text) : !scenario_is_name(text)) {
        reader_complain(reader, FINDING_BAD_VALUE, value, kind == FIELD_SLUG ? BAD_VALUE_SLUG : BAD_VALUE_NAME, text);
        return 0;
    }
    if (kind == FIELD_NAME && scenario_is_reserved(text)) {
        reader_complain(reader, FINDING_BAD_VALUE, value, BAD_VALUE_RESERVED, text);
        return 0;
    }
    return reader_intern(reader, text);
}

// The words of a list, for "one of …".
static Str list_words(Arena *arena, const WordList *list) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = 0; i < list->count; i++) {
        str_add(&text, i > 0 ? S(", ") : S(""));
        str_add(&text, list->words[i]);
    }
    return str_built(&text);
}

int32_t reader_read_word(Reader *reader, const JsonValue *value, const WordList *list) {
    if (!reader_expect(reader, value, JSON_TEXT)) {
        return 0;
    }
    for (int32_t i = 0; i < list->count; i++) {
        if (str_equal(list->words[i], json_text(value))) {
            return i + 1;
        }
    }
    reader_complain(reader, FINDING_BAD_VALUE, value, BAD_VALUE_WORD, list_words(reader->findings->arena, list));
    return 0;
}

int32_t reader_read_int(Reader *reader, const JsonValue *value, int32_t least, int32_t most, int32_t fallback) {
    if (!reader_expect(reader, value, JSON_INTEGER)) {
        return fallback;
    }
    int64_t number = json_integer(value);
    if (number < least || number > most) {
        Str low = number_text(reader, least);
        Finding *finding = reader_complain(reader, FINDING_BAD_VALUE, value, BAD_VALUE_RANGE, low);
        finding->arguments[1] = number_text(reader, most);
        return fallback;
    }
    return (int32_t)number;
}

Name reader_intern(Reader *reader, Str text) {
    Scenario *scenario = reader->scenario;
    int32_t known = table_find(&scenario->name_table, text);
    if (known != 0) {
        return known;
    }
    Str kept = reader_keep(reader, text);
    *rows_append(reader->arena, &scenario->names) = kept;
    *table_slot(reader->arena, &scenario->name_table, kept) = scenario->names.count - 1;
    return scenario->names.count - 1;
}

static FieldKind name_kind(Target target) {
    bool name = target == TARGET_TRAP || target == TARGET_FACT || target == TARGET_GAUGE ||
                target == TARGET_COMPETENCY || target == TARGET_DETECTOR;
    return name ? FIELD_NAME : FIELD_SLUG;
}

Ref reader_read_ref(Reader *reader, const JsonValue *value, Target target) {
    Name name = reader_read_name(reader, value, name_kind(target));
    return (Ref){.name = name, .id = -(int32_t)target, .place = json_place(value)};
}

Ref reader_read_key(Reader *reader, const JsonValue *member, Target target) {
    Name name = reader_intern(reader, json_key(member));
    return (Ref){.name = name, .id = -(int32_t)target, .place = json_place(member)};
}
