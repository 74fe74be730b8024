#include "small_room.h"

static void sentences_are_noted_forgotten_and_kept_on_the_page(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    assert_true(say(&r, GROUP_SENTENCE, 0, "  One answers the queue.  "));
    assert_true(say(&r, GROUP_SENTENCE, 0, "Slow down."));
    assert_false(say(&r, GROUP_SENTENCE, 0, "   "));
    assert_text(r.group.sentences.rows[0].text, "One answers the queue.");
    assert_true(act(&r, GROUP_FORGET, 0));
    assert_int_equal(r.group.sentences.count, 1);
    assert_text(r.group.sentences.rows[0].text, "Slow down.");
    vote(&r, GROUP_VOTE, 3, 0, 0);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    go(&r, GROUP_PAGE);
    assert_true(say(&r, GROUP_KEEP, 0, "Say what one can do."));
    assert_true(say(&r, GROUP_RAISE, 0, "A direct number."));
    assert_false(say(&r, GROUP_KEEP, GROUP_KEPT, "Too much."));
    Audience page = shown(&r);
    assert_int_equal(page.rows.count, 2);
    assert_text(page.rows.rows[1].label, "To be passed on");
    end_room(&r);
}

static void what_the_few_say_belongs_to_the_decision_that_is_talked_about(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    GroupAction few = {.kind = GROUP_SENTENCE, .value = 1, .text = S("And the queue?"), .now_ms = r.now_ms};
    assert_true(group_update(&r.group, &few)); // before the first
    vote(&r, GROUP_VOTE, 0, 4, 0);
    go(&r, GROUP_TALK);
    assert_true(group_update(&r.group, &few));
    go(&r, GROUP_REVEAL);
    while (r.group.phase != GROUP_FOLLOWED) {
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    assert_true(group_update(&r.group, &few));
    while (r.group.phase == GROUP_FOLLOWED) {
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    assert_true(group_update(&r.group, &few));
    static const int32_t DECISIONS[] = {0, 1, 1, 2};
    for (int32_t i = 0; i < COUNT(DECISIONS); i++) {
        assert_int_equal(r.group.sentences.rows[i].decision, DECISIONS[i]);
    }
    vote(&r, GROUP_VOTE, 0, 4, 0);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    Agenda agenda = agenda_create(&r.group, &r.telling);
    assert_int_equal(agenda.count, 2);
    assert_int_equal(agenda.rows[0].decision, 1);
    assert_int_equal(agenda.rows[0].reasons, 1 << AGENDA_MINORITY);
    assert_int_equal(agenda.rows[1].decision, 2);
    assert_true(act(&r, GROUP_REPLAY, 1)); // the second may be another one now
    assert_int_equal(r.group.sentences.rows[2].decision, 1);
    assert_int_equal(r.group.sentences.rows[3].decision, 0);
    end_room(&r);
}

#define PANELLED ONE("'kind': 'choice', 'panel': {'n': 10, 'answers': {'a': 1, 'b': 9}}, " ABC)

static void the_agenda_has_what_was_sure_but_far_first(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(PANELLED), 10);
    vote(&r, GROUP_VOTE, 4, 3, 3);
    vote(&r, GROUP_VOTE_AGAIN, 9, 1, 0);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    Agenda agenda = agenda_create(&r.group, &r.telling);
    assert_int_equal(agenda.count, 1);
    const AgendaRow *row = &agenda.rows[0];
    assert_int_equal(row->reasons, 1 << AGENDA_SURE_BUT_FAR | 1 << AGENDA_CHANGED);
    assert_text(row->tags[AGENDA_CHANGED], "changed its mind: 50 %");
    assert_text(row->sentence, "The room was sure of itself, and far from what the panel answered.");
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_noted_forgotten_and_kept_on_the_page),
        cmocka_unit_test(what_the_few_say_belongs_to_the_decision_that_is_talked_about),
        cmocka_unit_test(the_agenda_has_what_was_sure_but_far_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
