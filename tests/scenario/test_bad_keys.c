// Each key of a case that uses all of them: with a value of each JSON type, left out, written twice, misspelt.
#include "bad_input.h"

#include "base/json_token.h"

typedef struct {
    ptrdiff_t key, value, end; // where the key begins, its value begins, and its value ends
    ptrdiff_t from, to;        // what goes when the member goes, with one comma
} Member;

typedef ROWS_OF(Member) MemberList;

static ptrdiff_t offset_of(Str bytes, Str token) {
    return token.text - bytes.text;
}

static ptrdiff_t end_of(Str bytes, Str token) {
    return offset_of(bytes, token) + token.len;
}

// Past the value that begins with `token`.
static ptrdiff_t skip_value(Str bytes, Str token) {
    int32_t depth = 0;
    for (;; token = json_find_token(bytes, end_of(bytes, token))) {
        depth += token.text[0] == '{' || token.text[0] == '[';
        depth -= token.text[0] == '}' || token.text[0] == ']';
        if (depth == 0) {
            return end_of(bytes, token);
        }
    }
}

static MemberList list_members(Arena *arena, Str bytes) {
    MemberList members = {0};
    Str before = S("{");
    for (Str token = json_find_token(bytes, 0); token.len > 0;) {
        Str next = json_find_token(bytes, end_of(bytes, token));
        if (token.text[0] == '"' && next.len > 0 && next.text[0] == ':') {
            Member member = {.key = offset_of(bytes, token)};
            Str value = json_find_token(bytes, end_of(bytes, next));
            member.value = offset_of(bytes, value);
            member.end = skip_value(bytes, value);
            Str after = json_find_token(bytes, member.end);
            bool last = after.text[0] == '}';
            bool first = before.text[0] == '{';
            member.from = last && !first ? offset_of(bytes, before) : member.key;
            member.to = last ? member.end : end_of(bytes, after);
            *rows_append(arena, &members) = member;
        }
        before = token;
        token = next;
    }
    return members;
}

static Str key_of(Str bytes, const Member *member) {
    Str token = json_find_token(bytes, member->key);
    return str_slice(token, 1, token.len - 1);
}

// `bytes` with what stands at [from, to) replaced, where judge does not empty it.
static Str changed(Desk *desk, ptrdiff_t from, ptrdiff_t to, Str by) {
    Str spliced = splice(desk, desk->complete, from, to, by);
    return str_copy(&desk->lasting, spliced);
}

typedef enum { TYPE_NULL, TYPE_BOOL, TYPE_NUMBER, TYPE_TEXT, TYPE_LIST, TYPE_OBJECT, TYPE_COUNT } Type;

static Type type_of(Str value) {
    switch (value.text[0]) {
    case 'n':
        return TYPE_NULL;
    case 't':
    case 'f':
        return TYPE_BOOL;
    case '"':
        return TYPE_TEXT;
    case '[':
        return TYPE_LIST;
    case '{':
        return TYPE_OBJECT;
    default:
        return TYPE_NUMBER;
    }
}

// Keys whose value has more than one type, and what is the author's own.
static bool takes_several_types(Str key) {
    static const Str KEYS[] = {S_INIT("next"), S_INIT("why"), S_INIT("arrival"), S_INIT("departure"), S_INIT("sert")};
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        if (str_equal(key, KEYS[i])) {
            return true;
        }
    }
    return str_begins(key, S("x-"));
}

static bool is_authors_own(Str key) {
    return str_begins(key, S("x-")) || str_equal(key, S("sert"));
}

typedef void Try(Desk *desk, const Member *member);

static void with_each_member(Desk *desk, Try *try) {
    MemberList members = list_members(&desk->lasting, desk->complete);
    assert_true(members.count > 300);
    for (int32_t i = 0; i < members.count; i++) {
        ArenaMark mark = arena_mark(&desk->lasting);
        try(desk, &members.rows[i]);
        arena_rewind(&desk->lasting, mark);
    }
}

static void try_each_type(Desk *desk, const Member *member) {
    static const Str VALUES[TYPE_COUNT] = {
        [TYPE_NULL] = S_INIT("null"),  [TYPE_BOOL] = S_INIT("true"), [TYPE_NUMBER] = S_INIT("7"),
        [TYPE_TEXT] = S_INIT("\"x\""), [TYPE_LIST] = S_INIT("[]"),   [TYPE_OBJECT] = S_INIT("{}")};
    Str key = key_of(desk->complete, member);
    Type type = type_of(str_slice(desk->complete, member->value, member->end));
    for (int i = 0; i < TYPE_COUNT; i++) {
        Verdict verdict = judge(desk, changed(desk, member->value, member->end, VALUES[i]));
        if (i != (int)type && !takes_several_types(key) && verdict.errors == 0) {
            fail_msg("“%.*s”: %.*s is taken", S_ARG(key), S_ARG(VALUES[i]));
        }
        assert_int_equal(verdict.count[FINDING_BAD_JSON], 0);
    }
}

static void each_key_is_given_each_type(void **state) {
    with_each_member(*state, try_each_type);
}

static void try_without(Desk *desk, const Member *member) {
    Verdict verdict = judge(desk, changed(desk, member->from, member->to, S("")));
    assert_int_equal(verdict.count[FINDING_BAD_JSON], 0);
    bool top = desk->complete.text[member->key - 3] == '\n'; // indented by two: a member of the case itself
    static const Str REQUIRED[] = {S_INIT("format"), S_INIT("id"),           S_INIT("kind"),  S_INIT("language"),
                                   S_INIT("title"),  S_INIT("summary"),      S_INIT("theme"), S_INIT("minutes"),
                                   S_INIT("scenes"), S_INIT("competencies"), S_INIT("start")};
    for (int32_t i = 0; top && i < COUNT(REQUIRED); i++) {
        if (str_equal(key_of(desk->complete, member), REQUIRED[i])) {
            assert_int_equal(verdict.count[FINDING_MISSING_KEY], 1);
        }
    }
}

static void each_key_is_left_out(void **state) {
    with_each_member(*state, try_without);
}

static void try_twice(Desk *desk, const Member *member) {
    StrBuilder twice = {.arena = &desk->arena};
    Str once = str_slice(desk->complete, member->key, member->end);
    str_addf(&twice, "%.*s, %.*s", S_ARG(once), S_ARG(once));
    Verdict verdict = judge(desk, changed(desk, member->key, member->end, str_built(&twice)));
    assert_int_equal(verdict.count[FINDING_DUPLICATE_KEY], 1);
}

static void each_key_stands_twice(void **state) {
    with_each_member(*state, try_twice);
}

// A name that stands as a key (of a gauge, of an item) becomes a link that leads nowhere, any other an unknown key.
static void try_misspelt(Desk *desk, const Member *member) {
    Str key = key_of(desk->complete, member);
    Verdict verdict = judge(desk, changed(desk, member->key + 1, member->key + 1, S("z")));
    if (!is_authors_own(key) && verdict.errors == 0) {
        fail_msg("“z%.*s” is taken", S_ARG(key));
    }
}

static void each_key_is_misspelt(void **state) {
    with_each_member(*state, try_misspelt);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_key_is_given_each_type, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(each_key_is_left_out, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(each_key_stands_twice, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(each_key_is_misspelt, open_desk, close_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
