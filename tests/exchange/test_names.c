// What things are called in the files of others: names that become ids, and attributes of tags.
#include "exchange/rich_tables.h"
#include "exchange/slug.h"

#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_text(Str text, Str wanted) {
    if (!str_equal(text, wanted)) {
        fail_msg("\"%.*s\" is not \"%.*s\"", S_ARG(text), S_ARG(wanted));
    }
}

// A soft hyphen has no place in a slug; with it a name is folded, without it nothing has to be.
static void a_name_in_ascii_becomes_the_same_id_as_when_it_is_folded(void **state) {
    (void)state;
    enum { SEED = 5, NAMES = 3000, LONGEST = 90, ASCII = 128 };
    print_message("seed %d\n", SEED);
    Random random = random_from_seed(SEED);
    for (int32_t i = 0; i < NAMES; i++) {
        Arena arena = {0}, scratch = {0};
        StrBuilder name = {.arena = &arena};
        for (int32_t len = random_below(&random, LONGEST); len > 0; len--) {
            str_add_char(&name, (char)random_below(&random, ASCII));
        }
        Str bare = slug_make(&arena, &scratch, str_built(&name), S("sans"));
        str_add(&name, S("\u00AD"));
        assert_text(bare, slug_make(&arena, &scratch, str_built(&name), S("sans")));
        arena_finish(&arena);
        arena_finish(&scratch);
    }
}

static void of_an_attribute_that_comes_twice_the_first_holds(void **state) {
    (void)state;
    static const Str TAG = S_INIT("<a pid='1' NAME=\"Un > deux\" bare name='x' size=3 bare=\"4\" pid=5>");
    static const Str NAMES[] = {S_INIT("name"), S_INIT("bare"), S_INIT("pid"), S_INIT("size"), S_INIT("none")};
    static const Str VALUES[] = {S_INIT("Un > deux"), S_INIT(""), S_INIT("1"), S_INIT("3"), S_INIT("")};
    Str values[COUNT(NAMES)];
    rich_attributes(TAG, NAMES, values, COUNT(NAMES));
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        assert_text(values[i], VALUES[i]);
        assert_text(rich_attribute(TAG, NAMES[i]), VALUES[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_name_in_ascii_becomes_the_same_id_as_when_it_is_folded),
                                       cmocka_unit_test(of_an_attribute_that_comes_twice_the_first_holds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
