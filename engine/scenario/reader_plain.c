#include "base/date.h"
#include "base/error.h"
#include "scenario/reader.h"

static void read_text(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    reader_read_text(reader, value, field->most, reader_slot(reader, field, shape, row));
}

static void read_name(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    *(Name *)reader_slot(reader, field, shape, row) = reader_read_name(reader, value, field->kind);
}

static void read_int(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    int32_t *slot = reader_slot(reader, field, shape, row);
    *slot = reader_read_int(reader, value, field->least, field->most, field->fallback);
}

static void read_word(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    *(int32_t *)reader_slot(reader, field, shape, row) = reader_read_word(reader, value, field->words);
}

static void read_flag(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (json_type(value) != JSON_TRUE && json_type(value) != JSON_FALSE) {
        reader_complain_type(reader, value, TR("true or false"));
    }
    *(bool *)reader_slot(reader, field, shape, row) = json_type(value) == JSON_TRUE;
}

// BCP 47 as far as cases need it: a language of two or three letters, then subtags of one to eight letters or digits.
static bool is_language(Str text) {
    Str rest = text;
    for (bool first = true; first || rest.len > 0; first = false) {
        Str tag = str_cut(&rest, '-');
        if (tag.len < (first ? 2 : 1) || tag.len > (first ? 3 : 8)) {
            return false;
        }
        for (ptrdiff_t i = 0; i < tag.len; i++) {
            char lower = (char)(tag.text[i] | 0x20);
            if (!(lower >= 'a' && lower <= 'z') && (first || tag.text[i] < '0' || tag.text[i] > '9')) {
                return false;
            }
        }
    }
    return text.text[text.len - 1] != '-';
}

static void read_formed(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_TEXT)) {
        return;
    }
    bool date = field->kind == FIELD_DATE;
    Str text = json_text(value);
    if (date ? !date_is_valid(text) : !is_language(text)) {
        reader_complain(reader, FINDING_BAD_VALUE, value, date ? BAD_VALUE_DATE : BAD_VALUE_LANGUAGE, text);
        return;
    }
    *(Str *)reader_slot(reader, field, shape, row) = reader_keep(reader, text);
}

static void read_condition(Reader *reader, const Field *field, const Shape *shape, int32_t row,
                           const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_TEXT)) {
        return;
    }
    Condition *condition = rows_append(reader->arena, &reader->scenario->conditions);
    condition->text = reader_keep(reader, json_text(value));
    condition->place = json_place(value);
    condition->answered = reader->answered ? reader->ask : 0;
    *(ConditionId *)reader_slot(reader, field, shape, row) = reader->scenario->conditions.count - 1;
}

static void read_ref(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    *(Ref *)reader_slot(reader, field, shape, row) = reader_read_ref(reader, value, field->target);
}

static void read_refs(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_LIST)) {
        return;
    }
    Scenario *scenario = reader->scenario;
    Span span = {scenario->refs.count, reader_fit_count(reader, value, field->least, field->most)};
    const JsonValue *element = json_first(value);
    for (int32_t i = 0; i < span.count; i++, element = json_next(element)) {
        Ref ref = reader_read_ref(reader, element, field->target);
        *rows_append(reader->arena, &scenario->refs) = ref;
    }
    *(Span *)reader_slot(reader, field, shape, row) = span;
}

static void read_texts(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_LIST)) {
        return;
    }
    Scenario *scenario = reader->scenario;
    Span span = {scenario->texts.count, reader_fit_count(reader, value, field->least, field->most)};
    const JsonValue *element = json_first(value);
    for (int32_t i = 0; i < span.count; i++, element = json_next(element)) {
        Str text = {0};
        reader_read_text(reader, element, LIMIT_TEXT_CHARS, &text);
        *rows_append(reader->arena, &scenario->texts) = text;
    }
    *(Span *)reader_slot(reader, field, shape, row) = span;
}

static void add_amount(Reader *reader, const Field *field, const JsonValue *member) {
    Amount amount = {.of = reader_read_key(reader, member, field->target)};
    amount.value = reader_read_int(reader, member, field->least, field->most, 0);
    if (field->target == TARGET_COMPETENCY && json_type(member) == JSON_INTEGER && json_integer(member) == 0) {
        reader_complain(reader, FINDING_BAD_VALUE, member, BAD_VALUE_ZERO_MARK, json_key(member));
    }
    *rows_append(reader->arena, &reader->scenario->amounts) = amount;
}

static void read_amounts(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_OBJECT)) {
        return;
    }
    Span span = {reader->scenario->amounts.count, 0};
    for (const JsonValue *member = json_first(value); member; member = json_next(member)) {
        if (scenario_is_name(json_key(member))) {
            add_amount(reader, field, member);
            span.count++;
        } else {
            reader_complain(reader, FINDING_BAD_VALUE, member, BAD_VALUE_NAME, json_key(member));
        }
    }
    *(Span *)reader_slot(reader, field, shape, row) = span;
}

static void read_object(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    if (!reader_expect(reader, value, JSON_OBJECT)) {
        return;
    }
    int32_t child = reader_add_row(reader, field->shape);
    reader_fill_object(reader, field->shape, child, value);
    *(int32_t *)reader_slot(reader, field, shape, row) = child;
}

static void read_list(Reader *reader, const Field *field, const Shape *shape, int32_t row, const JsonValue *value) {
    Span span = reader_read_rows(reader, field->shape, value, field);
    *(Span *)reader_slot(reader, field, shape, row) = span;
}

FieldReader *const READER_PLAIN[FIELD_KIND_COUNT] = {[FIELD_TEXT] = read_text,
                                                     [FIELD_SLUG] = read_name,
                                                     [FIELD_NAME] = read_name,
                                                     [FIELD_LANGUAGE] = read_formed,
                                                     [FIELD_DATE] = read_formed,
                                                     [FIELD_INT] = read_int,
                                                     [FIELD_FLAG] = read_flag,
                                                     [FIELD_WORD] = read_word,
                                                     [FIELD_TEXTS] = read_texts,
                                                     [FIELD_REF] = read_ref,
                                                     [FIELD_REFS] = read_refs,
                                                     [FIELD_AMOUNTS] = read_amounts,
                                                     [FIELD_CONDITION] = read_condition,
                                                     [FIELD_OBJECT] = read_object,
                                                     [FIELD_LIST] = read_list};
