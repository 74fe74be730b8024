// Stories that are large on purpose are refused, or taken, in the time and the memory that a large one takes.
#include "exchange/exchange_desk.h"

#include "base/limits.h"
#include "base/system.h"
#include "exchange/twine.h"

enum {
    MOST_SECONDS = 5,             // on a core, with everything that a test watches over; under one without
    MOST_BYTES = 64 * 1024 * 1024 // beside the file itself
};

static ExchangeFault import(StrBuilder *text, int32_t story, Exchange *exchange) {
    Desk desk;
    desk_open(&desk);
    *exchange = (Exchange){.name = S("x"), .language = S("fr"), .framework = &desk.framework, .story = story};
    int64_t start_us = system_cpu_us();
    ExchangeFault fault = exchange_import(&desk.arena, &desk.scratch, str_built(text), exchange);
    assert_true(system_cpu_us() - start_us < (int64_t)MOST_SECONDS * 1000000);
    assert_true(arena_size(&desk.arena) + arena_size(&desk.scratch) < MOST_BYTES);
    desk_close(&desk);
    return fault;
}

enum { PASSAGES = 700, LINKS = 290 };

// `target` is given the numbers of passage and link.
static void add_passages(StrBuilder *text, int32_t count, const char *(*target)(char *room, int32_t i, int32_t j)) {
    for (int32_t i = 0; i < count; i++) {
        char room[64];
        str_addf(text, ":: P%d\n", i);
        for (int32_t j = 0; j < LINKS; j++) {
            str_addf(text, "[[%s]]\n", target(room, i, j));
        }
        str_add(text, S("\n"));
    }
}

static const char *present(char *room, int32_t i, int32_t j) {
    (void)snprintf(room, 64, "P%d", (i * 7 + j) % PASSAGES);
    return room;
}

static const char *absent(char *room, int32_t i, int32_t j) {
    (void)snprintf(room, 64, "%.*s%d-%d", (i + j) % 9, "!!!!!!!!!", i, j);
    return room;
}

static void many_links_and_targets_are_refused_soon(void **state) {
    (void)state;
    const char *(*const TARGETS[])(char *, int32_t, int32_t) = {present, absent};
    for (int32_t i = 0; i < COUNT(TARGETS); i++) {
        Arena arena = {0};
        StrBuilder text = {.arena = &arena};
        Exchange exchange;
        add_passages(&text, PASSAGES, TARGETS[i]);
        assert_int_equal(import(&text, 0, &exchange), EXCHANGE_TOO_LARGE);
        arena_finish(&arena);
    }
}

static void many_variables_and_changes_are_taken_soon(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    Exchange exchange;
    str_add(&text, S(":: StoryData\n{\"format\": \"Harlowe\"}\n\n"));
    for (int32_t i = 0; i < 100; i++) {
        str_addf(&text, ":: P%d\n", i);
        for (int32_t j = 0; j < 500; j++) {
            str_addf(&text, "(set: $v%d to %s)", i * 500 + j, j % 2 ? "it + 1" : "true");
        }
        str_add(&text, S("[[P0]][[P1]]\n\n"));
    }
    assert_int_equal(import(&text, 0, &exchange), EXCHANGE_FINE);
    assert_int_equal(exchange.report.counts[CONSTRUCT_SET].found, 100 * 500);
    arena_finish(&arena);
}

static void an_archive_has_so_many_stories(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    Exchange exchange;
    Str story = S("<tw-storydata name=\"s\"><tw-passagedata pid=\"1\" name=\"P\">x</tw-passagedata></tw-storydata>");
    for (int32_t i = 0; i < TWINE_MOST_STORIES; i++) {
        str_add(&text, story);
    }
    assert_int_equal(import(&text, 0, &exchange), EXCHANGE_SEVERAL);
    assert_int_equal(exchange.count, TWINE_MOST_STORIES);
    assert_int_equal(import(&text, TWINE_MOST_STORIES, &exchange), EXCHANGE_FINE);
    assert_int_equal(import(&text, TWINE_MOST_STORIES + 1, &exchange), EXCHANGE_NO_STORY);
    str_add(&text, story);
    assert_int_equal(import(&text, 1, &exchange), EXCHANGE_TOO_LARGE);
    arena_finish(&arena);
}

// One of many letters with an accent is twice as long once it is UTF-8.
static void an_old_text_does_not_outgrow_what_a_file_may_have(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    Exchange exchange;
    str_add(&text, S(":: P\n"));
    for (int32_t i = 0; i <= LIMIT_FILE_BYTES / 2; i++) {
        str_add_char(&text, i % 2 ? '\xE9' : '\x80');
    }
    assert_int_equal(import(&text, 0, &exchange), EXCHANGE_TOO_LARGE);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_links_and_targets_are_refused_soon),
        cmocka_unit_test(many_variables_and_changes_are_taken_soon),
        cmocka_unit_test(an_archive_has_so_many_stories),
        cmocka_unit_test(an_old_text_does_not_outgrow_what_a_file_may_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
