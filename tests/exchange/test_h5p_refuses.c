// Packages that cannot be read, or should not be: each is refused with a sentence that names the place, in little
// memory.
#include "base/limits.h"
#include "exchange/exchange_desk.h"
#include "exchange/zip_bytes.h"

enum { MOST_MEMORY = 64 * 1024 * 1024 };

#define BRANCHING MANIFEST("H5P.BranchingScenario")
#define ONE_SCREEN                                                                                                      \
    "{\"branchingScenario\": {\"content\": [{\"type\": {\"library\": \"H5P.AdvancedText 1.1\", \"params\": {\"text\": " \
    "\"<p>Bonjour</p>\"}}}]}}"

static void refuses(Desk *desk, Str bytes, LossReason reason, Str about) {
    Desk fresh = {.framework = desk->framework};
    Exchange exchange = {.name = S("x"), .language = S("fr"), .framework = &fresh.framework};
    ExchangeFault fault = exchange_import(&fresh.arena, &fresh.scratch, bytes, &exchange);
    assert_int_equal(fault, EXCHANGE_BROKEN);
    desk_assert_settled(&exchange.report);
    assert_int_equal(exchange.report.count, 1);
    assert_int_equal(exchange.report.rows[0].reason, reason);
    if (!str_equal(exchange.report.rows[0].about, about)) {
        fail_msg("about %.*s", S_ARG(exchange.report.rows[0].about));
    }
    assert_true(arena_size(&fresh.arena) + arena_size(&fresh.scratch) + bytes.len < MOST_MEMORY);
    desk_close(&fresh);
}

static void refuses_content(Desk *desk, Str content, LossReason reason, Str about) {
    refuses(desk, zip_package(&desk->arena, S(BRANCHING), content), reason, about);
}

static Str repeat(Desk *desk, Str text, int32_t count) {
    StrBuilder out = {.arena = &desk->arena};
    for (int32_t i = 0; i < count; i++) {
        str_add(&out, text);
    }
    return str_built(&out);
}

static void a_package_that_is_cut_anywhere_is_refused(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str whole = zip_package(&desk.arena, S(BRANCHING), S(ONE_SCREEN));
    for (ptrdiff_t len = 4; len < whole.len; len += 1 + len / 40) {
        refuses(&desk, str_slice(whole, 0, len), REASON_PACKAGE_BROKEN, (Str){0});
    }
    Exchange exchange;
    desk_import(&desk, whole, &exchange);
    desk_close(&desk);
}

static void archives_that_lie_or_hide_are_refused(void **state) {
    (void)state;
    static const Str CONTENT = S_INIT("content/content.json");
    enum { FLAGS = 0, METHOD = 2, SIZE = 16, DEFLATED = 8, LZMA = 14, RUNS = 80000 };
    Desk desk;
    desk_open(&desk);
    Arena *arena = &desk.arena;
    Str whole = zip_package(arena, S(BRANCHING), S(ONE_SCREEN));
    refuses(&desk, zip_change(arena, whole, CONTENT, FLAGS, 1, 2), REASON_PACKAGE_LOCKED, CONTENT);
    refuses(&desk, zip_change(arena, whole, CONTENT, METHOD, LZMA, 2), REASON_PACKAGE_METHOD, CONTENT);
    refuses(&desk, zip_change(arena, whole, CONTENT, METHOD, DEFLATED, 2), REASON_PACKAGE_BROKEN, CONTENT);
    Str bomb = zip_package(arena, S(BRANCHING), zip_zeros(arena, RUNS));
    bomb = zip_change(arena, bomb, CONTENT, METHOD, DEFLATED, 2);
    assert_true(bomb.len < ARCHIVE_MOST_BYTES / 50);
    refuses(&desk, zip_change(arena, bomb, CONTENT, SIZE, RUNS * 258 + 1, 4), REASON_PACKAGE_LARGE, CONTENT);
    refuses(&desk, zip_change(arena, bomb, CONTENT, SIZE, 1000, 4), REASON_PACKAGE_BROKEN, CONTENT);
    desk_close(&desk);
}

static void names_that_lead_out_are_refused(void **state) {
    (void)state;
    static const Str NAMES[] = {S_INIT("../content.json"), S_INIT("/etc/x"), S_INIT("content/../../x"),
                                S_INIT("content\\x"), S_INIT("C:x")};
    Desk desk;
    desk_open(&desk);
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        ArchiveFile files[] = {{.name = S("h5p.json"), .bytes = S(BRANCHING)}, {.name = NAMES[i]}};
        refuses(&desk, archive_write(&desk.arena, files, COUNT(files)), REASON_PACKAGE_NAME, NAMES[i]);
    }
    desk_close(&desk);
}

static void links_are_refused_whether_they_are_read_or_not(void **state) {
    (void)state;
    enum { MODE = 32, LINK = 0120777, PLAIN = 0100644 };
    static const Str NAMES[] = {S_INIT("content/content.json"), S_INIT("content/images/a.png")};
    Desk desk;
    desk_open(&desk);
    Arena *arena = &desk.arena;
    ArchiveFile files[] = {{.name = S("h5p.json"), .bytes = S(BRANCHING)},
                           {.name = NAMES[0], .bytes = S(ONE_SCREEN)},
                           {.name = NAMES[1], .bytes = S("../../content.json")}};
    Str whole = archive_write(arena, files, COUNT(files));
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        Exchange exchange;
        desk_import(&desk, zip_change(arena, whole, NAMES[i], MODE, PLAIN, 2), &exchange);
        refuses(&desk, zip_change(arena, whole, NAMES[i], MODE, LINK, 2), REASON_PACKAGE_NAME, NAMES[i]);
    }
    desk_close(&desk);
}

static void an_archive_of_another_kind_is_told_apart(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    ArchiveFile document[] = {{.name = S("word/document.xml"), .bytes = S("<w/>")}};
    refuses(&desk, archive_write(&desk.arena, document, 1), REASON_PACKAGE_PART, S("h5p.json"));
    ArchiveFile half[] = {{.name = S("h5p.json"), .bytes = S(BRANCHING)}};
    refuses(&desk, archive_write(&desk.arena, half, 1), REASON_PACKAGE_PART, S("content/content.json"));
    refuses(&desk, zip_package(&desk.arena, S("{}"), S(ONE_SCREEN)), REASON_PACKAGE_FIELD, S("mainLibrary"));
    desk_close(&desk);
}

static void content_that_is_none_is_told_with_its_place(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    refuses_content(&desk, S("{\"a\": 1,\n  oops}"), REASON_PACKAGE_JSON, S("content/content.json:2:3"));
    refuses_content(&desk, repeat(&desk, S("["), 100000), REASON_PACKAGE_DEEP, S("content/content.json:1:65"));
    refuses_content(&desk, repeat(&desk, S("[0,"), 1000000), REASON_PACKAGE_LARGE, S("content/content.json"));
    refuses_content(&desk, repeat(&desk, S("{\"a\":"), 1000000), REASON_PACKAGE_LARGE, S("content/content.json"));
    refuses_content(&desk, repeat(&desk, S(" "), ARCHIVE_MOST_BYTES + 1), REASON_PACKAGE_LARGE,
                    S("content/content.json"));
    refuses_content(&desk, S("{\"a\": 1, \"a\": 2}"), REASON_PACKAGE_JSON, S("content/content.json:1:10"));
    refuses_content(&desk, S("{\"content\": []}"), REASON_PACKAGE_FIELD, S("branchingScenario"));
    refuses_content(&desk, S("{\"branchingScenario\": {\"content\": {}}}"), REASON_PACKAGE_FIELD, S("content"));
    refuses_content(&desk, S("[1]"), REASON_PACKAGE_FIELD, S("params"));
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_package_that_is_cut_anywhere_is_refused),
        cmocka_unit_test(archives_that_lie_or_hide_are_refused),
        cmocka_unit_test(names_that_lead_out_are_refused),
        cmocka_unit_test(links_are_refused_whether_they_are_read_or_not),
        cmocka_unit_test(an_archive_of_another_kind_is_told_apart),
        cmocka_unit_test(content_that_is_none_is_told_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
