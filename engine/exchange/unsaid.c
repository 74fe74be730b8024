#include "exchange/unsaid.h"

#include "base/json.h"
#include "scenario/scenario.h"

typedef struct {
    CaseLoss *loss;
    const SaidKeys *said;
    int32_t count;
    LossReason reason;
} Search;

static bool has_word(Str words, Str word) {
    while (words.len > 0) {
        if (str_equal(str_cut(&words, ' '), word)) {
            return true;
        }
    }
    return false;
}

#define TOLD "prompt next why rules "
static const SaidKeys STORY[] = {
    {S_INIT("characters"), S_INIT("name")},
    {S_INIT("lines"), S_INIT("by text if")},
    {S_INIT("ending"), S_INIT("title text")},
    {S_INIT("choice"), S_INIT(TOLD "reply options")},
    {S_INIT("multiple"), S_INIT(TOLD "options")},
    {S_INIT("rank"), S_INIT(TOLD "items")},
    {S_INIT("rate"), S_INIT(TOLD "items")},
    {S_INIT("classify"), S_INIT(TOLD "items bins")},
    {S_INIT("write"), S_INIT(TOLD)},
    {S_INIT("options"), S_INIT("text if scores effects set unset reply why next")},
    {S_INIT("boxes"), S_INIT("text")},
    {S_INIT("items"), S_INIT("text")},
    {S_INIT("bins"), S_INIT("text")},
};
#undef TOLD

static const SaidKeys *find_kind(const SaidKeys *said, int32_t count, Str kind) {
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(said[i].kind, kind)) {
            return &said[i];
        }
    }
    return NULL;
}

static const SaidKeys *said_of(const Search *search, Str kind) {
    const SaidKeys *own = find_kind(search->said, search->count, kind);
    return own ? own : find_kind(STORY, COUNT(STORY), kind);
}

static bool is_text_to_complete(const JsonValue *value) {
    return value && json_type(value) == JSON_TEXT &&
           (scenario_is_to_complete(json_text(value)) || str_equal(json_text(value), S("a-completer")));
}

static bool is_to_complete(const JsonValue *value) {
    if (json_type(value) != JSON_LIST) {
        return is_text_to_complete(value);
    }
    const JsonValue *each = json_first(value);
    while (each && json_type(each) == JSON_OBJECT && is_text_to_complete(json_member(each, S("name")))) {
        each = json_next(each);
    }
    return !each;
}

static Str kind_of(const JsonValue *object, Str key, Str around) {
    if (str_equal(key, S("ask"))) {
        const JsonValue *kind = json_member(object, S("kind"));
        return kind && json_type(kind) == JSON_TEXT ? json_text(kind) : key;
    }
    bool boxes = str_equal(key, S("options")) && !str_equal(around, S("choice"));
    return boxes ? S("boxes") : str_equal(key, S("reply")) ? S("lines") : key;
}

static void search_object(const Search *search, const JsonValue *object, Str kind); // as deep as a case is

// NOLINTNEXTLINE(misc-no-recursion)
static void search_value(const Search *search, const JsonValue *value, Str key, Str around) {
    if (json_type(value) == JSON_OBJECT) {
        search_object(search, value, kind_of(value, key, around));
    } else if (json_type(value) == JSON_LIST) {
        for (const JsonValue *each = json_first(value); each; each = json_next(each)) {
            if (json_type(each) == JSON_OBJECT) {
                search_object(search, each, kind_of(each, key, around));
            }
        }
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
static void search_object(const Search *search, const JsonValue *object, Str kind) {
    static const Str NAMES = S_INIT("$schema format id kind language start");
    const SaidKeys *said = said_of(search, kind);
    if (!said) {
        return;
    }
    for (const JsonValue *member = json_first(object); member; member = json_next(member)) {
        Str key = json_key(member);
        if (has_word(said->keys, key)) {
            search_value(search, member, key, kind);
        } else if (!has_word(NAMES, key) && json_type(member) != JSON_FALSE && !is_to_complete(member)) {
            loss_case_judge(search->loss, CONSTRUCT_CASE_TEXT, BECAME_DROPPED, search->reason, json_place(member),
                            str_copy(search->loss->report->arena, key));
        }
    }
}

void unsaid_tell(CaseLoss *loss, Arena *scratch, const SaidKeys *said, int32_t count, LossReason reason) {
    Search search = {.loss = loss, .said = said, .count = count, .reason = reason};
    ArenaMark mark = arena_mark(scratch);
    JsonDoc doc;
    if (json_parse(scratch, loss->bytes, &doc, NULL, NULL)) {
        search_object(&search, doc.root, S(""));
        json_finish(&doc);
    }
    arena_rewind(scratch, mark);
}
