#include "scenario/markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void finds(const char *text, const char *expected, int line) {
    Arena arena = {0};
    StrBuilder out = {.arena = &arena};
    Str str = str_from_c(text);
    MarkupPart part = {0};
    while (part = markup_find(str, part.to), part.to > 0) {
        str_addf(&out, "%s%.*s", out.count > 0 ? "|" : "", S_ARG(str_slice(str, part.from, part.to)));
    }
    if (!str_equal(str_built(&out), str_from_c(expected))) {
        fail_msg("line %d: %.*s", line, S_ARG(str_built(&out)));
    }
    arena_finish(&arena);
}

#define FINDS(text, expected) finds((text), (expected), __LINE__)

static void tags_comments_and_references_are_found(void **state) {
    (void)state;
    FINDS("<p>Il <B>dit</B><br/>oui</p>", "<p>|<B>|</B>|<br/>|</p>");
    FINDS("<a href=\"x\" title='y : z'>ici</a>", "<a href=\"x\" title='y : z'>|</a>");
    FINDS("<o:p></o:p><!-- note -->", "<o:p>|</o:p>|<!-- note -->");
    FINDS("a&nbsp;b &eacute;&#233;&#xE9; &amp;", "&nbsp;|&eacute;|&#233;|&#xE9;|&amp;");
}

static void what_is_text_is_left_alone(void **state) {
    (void)state;
    FINDS("", "");
    FINDS("a < b et c > d, <3, <votre nom>, <- ->, R&D ; S&P, &, & ; x<y", "");
    FINDS("<b", "");
    FINDS("<bonjour>", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_comments_and_references_are_found),
        cmocka_unit_test(what_is_text_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
