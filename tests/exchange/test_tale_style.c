// @@…@@ of SugarCube, which says how words look: in a case the words are left.
#include "exchange/exchange_desk.h"

#define STORY ":: StoryData\n{\"ifid\": \"x\", \"format\": \"SugarCube\"}\n\n"

static Read *read_story(const char *text) {
    Read *read = desk_begin_read();
    desk_take(read, str_from_c(text));
    return read;
}

static Str line_at(const Read *read, int32_t index) {
    return read->scenario->lines.rows[read->scenario->scenes.rows[1].lines.first + index].text;
}

static const Loss *told_style(const LossReport *report) {
    const Loss *told = NULL;
    for (int32_t i = report->count - 1; i >= 0; i--) {
        told = report->rows[i].reason == REASON_STYLE ? &report->rows[i] : told;
    }
    return told;
}

static void styles_of_sugarcube_leave_their_words(void **state) {
    (void)state;
    static const struct {
        const char *written, *read, *told; // what is told first; NULL: nothing
    } EXAMPLES[] = {{"Un @@mot@@ marqué.", "Un mot marqué.", "@@"},
                    {"Un @@color:red;mot@@ rouge.", "Un mot rouge.", "@@color:red;"},
                    {"@@color(#f00):Un@@ mot.", "Un mot.", "@@color(#f00):"},
                    {"Un @@#porte.vue;.lue;color:red;mot@@.", "Un mot.", "@@#porte.vue;.lue;color:red;"},
                    {"Avant.\n@@.note;\nUn.\nDeux.\n@@\nAprès.", "Avant.\nUn.\nDeux.\nAprès.", "@@.note;"},
                    {"@@Il dit : oui ; non.@@", "Il dit : oui ; non.", "@@"},
                    {"@@a@@ et @@.b;c@@", "a et c", "@@"},
                    {"Une fin @@.ouverte;", "Une fin", "@@.ouverte;"},
                    {"@@color:red;''Fort''@@", "*Fort*", "@@color:red;"},
                    {"Écrire à a@b.fr.", "Écrire à a@b.fr.", NULL}};
    for (int32_t i = 0; i < COUNT(EXAMPLES); i++) {
        char text[300];
        (void)snprintf(text, sizeof text, STORY ":: Start\n%s\n[[Fin]]\n\n:: Fin\nx", EXAMPLES[i].written);
        Read *read = read_story(text);
        desk_assert_str(line_at(read, 0), EXAMPLES[i].read);
        const Loss *told = told_style(&read->exchange.report);
        assert_int_equal(told != NULL, EXAMPLES[i].told != NULL);
        if (told) {
            desk_assert_str(told->about, EXAMPLES[i].told);
        }
        desk_end_read(read);
    }
}

static void styles_of_sugarcube_go_from_links_and_over_macros(void **state) {
    (void)state;
    Read *read = read_story(STORY ":: StoryInit\n<<set $vu to true>>\n\n:: Start\n"
                                  "@@.a;Un <<if $vu>>deux <</if>>trois@@ quatre\n"
                                  "[[@@color:red;Partir@@|Fin]]\n[[Rester|Fin]]\n\n:: Fin\nx");
    desk_assert_str(line_at(read, 0), "Un");
    desk_assert_str(line_at(read, 2), "trois quatre");
    desk_assert_str(desk_option(read, 1, 0)->text, "Partir");
    desk_end_read(read);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(styles_of_sugarcube_leave_their_words),
                                       cmocka_unit_test(styles_of_sugarcube_go_from_links_and_over_macros)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
