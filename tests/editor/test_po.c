// Files of messages: read again as they were written, and read as translators' tools write them.
#include "editor_desk.h"

#include "base/random.h"
#include "editor/po.h"
#include "property.h"

static void assert_same(const PoMessages *a, const PoMessages *b) {
    assert_int_equal(a->count, b->count);
    for (int32_t i = 0; i < a->count; i++) {
        assert_str(a->rows[i].context, b->rows[i].context);
        assert_str(a->rows[i].id, b->rows[i].id);
        assert_str(a->rows[i].text, b->rows[i].text);
        assert_int_equal(a->rows[i].fuzzy, b->rows[i].fuzzy);
    }
}

static Str random_text(Arena *arena, Random *random) {
    static const Str PARTS[] = {S_INIT("a"),  S_INIT(" "),      S_INIT("\n"),  S_INIT("\\"),
                                S_INIT("\""), S_INIT("\t"),     S_INIT("\r"),  S_INIT("#"),
                                S_INIT("é"),  S_INIT("\u202F"), S_INIT("\\n"), S_INIT("msgid")};
    StrBuilder text = {.arena = arena};
    for (int32_t count = random_below(random, 9); count > 0; count--) {
        str_add(&text, PARTS[random_below(random, COUNT(PARTS))]);
    }
    return str_built(&text);
}

static void what_is_written_is_read_again(void **state) {
    (void)state;
    Random random = random_from_seed(7);
    for (int32_t i = 0; i < 300 * property_factor(); i++) {
        Arena arena = {0};
        PoMessages written = {0}, read;
        int32_t line = 0;
        for (int32_t count = random_below(&random, 4); count > 0; count--) {
            PoMessage message = {.note = S("une note"), .fuzzy = random_below(&random, 2) == 1};
            message.context = random_text(&arena, &random);
            message.id = random_text(&arena, &random);
            message.text = random_text(&arena, &random);
            *rows_append(&arena, &written) = message;
        }
        assert_true(po_read(&arena, po_write(&arena, &written), &read, &line));
        assert_same(&read, &written);
        arena_finish(&arena);
    }
}

// Bytes are put into a file at random: it is read, or a line of it is told.
static void a_file_that_is_damaged_does_no_harm(void **state) {
    (void)state;
    static const char SIGNS[] = "\"\\\n#~,[]m \xC3\xA9\r";
    Str po = S("msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#, fuzzy\nmsgctxt \"/a\"\nmsgid \"b\"\nmsgstr \"c\"\n");
    Random random = random_from_seed(11);
    for (int32_t i = 0; i < 2000 * property_factor(); i++) {
        Arena arena = {0};
        PoMessages messages;
        int32_t line = 0, lines = 1;
        char *bytes = (char *)str_to_c(&arena, po);
        for (int32_t count = random_below(&random, 4); count > 0; count--) {
            bytes[random_below(&random, (int32_t)po.len)] = SIGNS[random_below(&random, COUNT(SIGNS) - 1)];
        }
        for (ptrdiff_t k = 0; k < po.len; k++) {
            lines += bytes[k] == '\n';
        }
        bool read = po_read(&arena, (Str){bytes, po.len}, &messages, &line);
        assert_in_range(line, 0, lines);
        assert_true(read || messages.count <= 3);
        (void)po_header(&messages, S("Language"));
        arena_finish(&arena);
    }
}

static void what_tools_write_is_understood(void **state) {
    (void)state;
    Arena arena = {0};
    PoMessages messages;
    int32_t line;
    Str po =
        S("\xEF\xBB\xBF# Une traductrice\r\nmsgid \"\"\r\nmsgstr \"\"\r\n\"Language: en_GB\\n\"\r\n\"X: y\\n\"\r\n\r\n"
          "#: /x:12\r\n#, fuzzy, c-format\r\n#| msgid \"Avant\"\r\nmsgctxt \"/x\"\r\nmsgid \"Un \"\r\n\"mot\"\r\n"
          "msgstr \"A \"\r\n\"word\"\r\n\r\n#~ msgid \"Ancien\"\r\n#~ msgstr \"Old\"\r\n\r\n"
          "msgid \"un\"\r\nmsgid_plural \"deux\"\r\nmsgstr[0] \"one\"\r\nmsgstr[1] \"two\"\r\n");
    assert_true(po_read(&arena, po, &messages, &line));
    assert_int_equal(messages.count, 3);
    assert_str(po_header(&messages, S("Language")), S("en_GB"));
    assert_str(po_header(&messages, S("X")), S("y"));
    assert_str(po_header(&messages, S("Y")), S(""));
    assert_true(messages.rows[1].fuzzy);
    assert_str(messages.rows[1].id, S("Un mot"));
    assert_str(messages.rows[1].text, S("A word"));
    assert_false(messages.rows[2].fuzzy);
    assert_str(messages.rows[2].text, S("one"));
    arena_finish(&arena);
}

static void a_line_that_is_none_is_told(void **state) {
    (void)state;
    static const struct {
        const char *po;
        int32_t line;
    } WRONG[] = {{"msgid \"a\"\nmsgstr \"b", 2}, {"\"a\"\n", 1},   {"# x\n\n{\"format\": 1}", 3},
                 {"msgid \"a\\\"\n", 1},         {"msgid a\n", 1}, {"msgid \"a\"b\"", 1}};
    for (int32_t i = 0; i < COUNT(WRONG); i++) {
        Arena arena = {0};
        PoMessages messages;
        int32_t line;
        assert_false(po_read(&arena, str_from_c(WRONG[i].po), &messages, &line));
        assert_int_equal(line, WRONG[i].line);
        arena_finish(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(a_file_that_is_damaged_does_no_harm),
        cmocka_unit_test(what_tools_write_is_understood),
        cmocka_unit_test(a_line_that_is_none_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
