// Tales of Twine and its relatives: the rules that good guesses miss, and the way back.
#include "exchange/exchange_desk.h"

#include "base/limits.h"
#include "exchange/tale.h"

enum { CASES = 1000, SEED = 31 };

// No more rows tell that a thing of one class was degraded, kept or dropped than there were such things.
static void assert_told_as_counted(const LossReport *report) {
    int32_t told[CONSTRUCT_COUNT][BECAME_COUNT] = {0};
    for (int32_t i = 0; i < report->count; i++) {
        const Loss *loss = &report->rows[i];
        int32_t rows = ++told[loss->construct][loss->became];
        assert_true(loss->became == BECAME_CONVERTED || rows <= report->counts[loss->construct].became[loss->became]);
    }
}

static Read *read_story(const char *text, int32_t story) {
    Read *read = desk_begin_read();
    read->exchange.story = story;
    desk_take(read, str_from_c(text));
    assert_told_as_counted(&read->exchange.report);
    desk_assert_canonical(&read->desk, read->exchange.bytes);
    return read;
}

static const Scene *scene_at(const Read *read, int32_t scene) {
    return &read->scenario->scenes.rows[scene];
}

static Str condition(const Read *read, ConditionId id) {
    return read->scenario->conditions.rows[id].text;
}

static Str line_at(const Read *read, int32_t scene, int32_t index) {
    return read->scenario->lines.rows[scene_at(read, scene)->lines.first + index].text;
}

static SceneId target_at(const Read *read, int32_t scene, int32_t index) {
    return read->scenario->routes.rows[desk_option(read, scene, index)->gives.next.first].to.id;
}

#define STORY(format) ":: StoryData\n{\"ifid\": \"x\", \"format\": \"" format "\"}\n\n"

static void links_follow_the_rule_of_their_format(void **state) {
    (void)state;
    const char *body = ":: Start\n[[a->b->c]]\n[[c<-d<-e]]\n[[f|g|c]]\n\n:: c\n\n:: b->c\n\n:: d<-e\n\n:: g|c\n";
    Str harlowe = str_from_c(body);
    Read *read = read_story(body, 0); // no format: the editor's rule, as Harlowe's
    desk_assert_str(desk_option(read, 1, 0)->text, "a->b");
    assert_int_equal(target_at(read, 1, 0), 2);
    desk_assert_str(desk_option(read, 1, 1)->text, "d<-e");
    desk_assert_str(desk_option(read, 1, 2)->text, "f|g");
    desk_end_read(read);
    char sugar[400];
    (void)snprintf(sugar, sizeof sugar, STORY("SugarCube") "%.*s", S_ARG(harlowe));
    read = read_story(sugar, 0);
    desk_assert_str(desk_option(read, 1, 0)->text, "a");
    assert_int_equal(target_at(read, 1, 0), 3);
    desk_assert_str(desk_option(read, 1, 2)->text, "f");
    assert_int_equal(target_at(read, 1, 2), 5);
    desk_end_read(read);
}

static void headers_are_unescaped_and_bodies_are_not(void **state) {
    (void)state;
    Read *read =
        read_story("\xEF\xBB\xBF:: Start \\[un\\] \\q [a b\\]] {\"position\": \"1}2\", \"x\": {\"y\": \"1\"}}\r\n"
                   "C\\'est \\[fait\\]\r\n\\:: ni titre\r\n\r\n:: Fin",
                   0);
    desk_assert_str(scene_at(read, 1)->title, "Start [un] q");
    desk_assert_str(read->scenario->endings.rows[scene_at(read, 1)->ending].text, "C\\'est \\[fait\\]\n:: ni titre");
    desk_assert_str(scene_at(read, 2)->title, "Fin");
    assert_true(desk_tells(&read->exchange.report, REASON_NO_PLACE_IN_CASE, 1));
    desk_end_read(read);
}

static void a_passage_stays_where_its_author_put_it(void **state) {
    (void)state;
    Read *read = read_story(":: Start {\"position\":\"100,-25.5\",\"size\":\"100,100\"}\n[[a]]\n\n"
                            ":: a {\"position\":\"0,200\",\"size\":\"200,100\"}\nb",
                            0);
    assert_int_equal(scene_at(read, 1)->at[0], 100);
    assert_int_equal(scene_at(read, 1)->at[1], -25);
    assert_true(scene_at(read, 2)->placed && desk_tells(&read->exchange.report, REASON_NO_PLACE_IN_CASE, 4));
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_METADATA].became[BECAME_CONVERTED], 1);
    desk_end_read(read);
}

// A rule or a list of changes that is too long for a line stands on several, as everything that is written.
static void many_changes_are_laid_out_as_ever(void **state) {
    (void)state;
    Read *read = read_story(
        STORY(
            "SugarCube") ":: Start\n<<if $confiance_du_public gte 2>><<set $confiance_du_public += 1>>"
                         "<<set $nombre_de_personnes_qui_attendent += 2>><<set $rendez_vous_pris to true>><</if>>\n"
                         "[[a|b][$dossier_complet to true; $dossier_complet to false; $rendez_vous_pris to false; "
                         "$rendez_vous_pris to true; $le_formulaire_est_rempli to true; $la_file_est_longue to true]]\n"
                         "[[c|b]]\n\n:: b\nx",
        0);
    assert_int_equal(desk_option(read, 1, 0)->gives.set.count, 3);
    assert_int_equal(desk_option(read, 1, 0)->gives.unset.count, 1); // of one fact the last change holds
    desk_end_read(read);
}

// The file may end with it.
static void a_backslash_that_protects_nothing_is_part_of_the_name(void **state) {
    (void)state;
    Read *read = read_story(STORY("SugarCube") ":: Start\n[[B]]\n\n:: B\\", 0);
    desk_assert_str(scene_at(read, 2)->title, "B\\");
    desk_end_read(read);
}

static void metadata_before_tags_is_read_and_told(void **state) {
    (void)state;
    Read *read = read_story(":: Start {\"position\": \"1,2\"} [x]\n[[Fin]]\n\n:: Fin {pas du json}\nb", 0);
    desk_assert_str(scene_at(read, 1)->title, "Start");
    assert_true(desk_tells(&read->exchange.report, REASON_EARLY_METADATA, 1) &&
                desk_tells(&read->exchange.report, REASON_BAD_METADATA, 4));
    desk_end_read(read);
}

static void two_of_one_name_are_both_kept(void **state) {
    (void)state;
    Read *read = read_story(":: Start\n[[a]]\n\n:: a\nun\n\n:: a\ndeux\n", 0);
    desk_assert_str(scene_at(read, 3)->title, "a (2)");
    assert_true(desk_tells(&read->exchange.report, REASON_SAME_NAME, 7));
    assert_int_equal(read->exchange.report.error_count, 1);
    desk_end_read(read);
}

static void a_link_that_leads_nowhere_gets_an_ending_to_complete(void **state) {
    (void)state;
    Read *read = read_story(":: Début\n[[a->absent]]\n[[b-> Début]]\n[[c->https://a.fr]]\n", 0);
    assert_int_equal(read->scenario->scene_rows.count, 2);
    desk_assert_str(read->scenario->endings.rows[scene_at(read, 2)->ending].text, "À compléter");
    assert_true(desk_tells(&read->exchange.report, REASON_NO_TARGET, 2) &&
                desk_tells(&read->exchange.report, REASON_TRIMMED_TARGET, 3));
    assert_true(desk_tells(&read->exchange.report, REASON_EXTERNAL, 4) &&
                desk_tells(&read->exchange.report, REASON_NO_START, 1));
    desk_end_read(read);
}

static void harlowe_conditions_and_sets_become_facts_and_gauges(void **state) {
    (void)state;
    Read *read =
        read_story(STORY("Harlowe") ":: Start\n(set: $argent to 5)(put: true into $vu)\n"
                                    "(if: $argent >= 5 and not $vu)[Riche.](else-if: $vu is true)[Vu.](else:)[Rien.]\n"
                                    "(link-goto: \"Payer\", \"Fin\")\n"
                                    "(link: \"Voler\")[(set: $argent += 3)(goto: \"Fin\")]\n"
                                    "(unless: (history:) contains \"Fin\")[[[Revenir->Start]]]\n"
                                    "(css: \"x\")[gras]\n\n:: Fin\n$argent\n",
                   0);
    const Scenario *scenario = read->scenario;
    assert_int_equal(scenario->gauges.rows[scenario->gauge_rows.first].start, 5);
    desk_assert_str(line_at(read, 1, 0), "Riche.");
    const Line *lines = &scenario->lines.rows[scene_at(read, 1)->lines.first];
    desk_assert_str(condition(read, lines[0].when), "argent >= 5 and not vu");
    desk_assert_str(condition(read, lines[1].when), "(not (argent >= 5 and not vu)) and (vu = 1)");
    desk_assert_str(line_at(read, 1, 3), "(css: \"x\")[gras]");
    desk_assert_str(desk_option(read, 1, 1)->text, "Voler");
    assert_int_equal(scenario->amounts.rows[desk_option(read, 1, 1)->gives.effects.first].value, 3);
    assert_int_equal(desk_option(read, 1, 0)->gives.set.count, 1);
    desk_assert_str(condition(read, desk_option(read, 1, 2)->when), "not (seen(fin))");
    assert_true(desk_tells(&read->exchange.report, REASON_MACRO, 10) &&
                desk_tells(&read->exchange.report, REASON_VALUE_SHOWN, 13));
    desk_end_read(read);
}

static void sugarcube_setters_and_conditions_too(void **state) {
    (void)state;
    Read *read = read_story(
        STORY("SugarCube") ":: StoryInit\n<<set $n to 2>><<set $ami to false>>\n\n"
                           ":: Start\n<<if $n gte 2 && !$ami>>Deux.<<elseif $ami>>Ami.<<else>>Un.<</if>>\n"
                           "[[Aider|Fin][$ami to true; $n += 1]]\n"
                           "<<link \"Partir\" \"Fin\">><<set $n -= 1>><</link>>\n"
                           "<<if $nom is \"Bob\">>Bob<</if>> <<print $n>> <<audio \"a\" play>>\n\n:: Fin\nb\n",
        0);
    assert_int_equal(read->scenario->scene_rows.count, 2);
    desk_assert_str(condition(read, read->scenario->lines.rows[scene_at(read, 1)->lines.first].when),
                    "n >= 2 and not ami");
    assert_int_equal(desk_option(read, 1, 0)->gives.set.count, 1);
    desk_assert_str(desk_option(read, 1, 1)->text, "Partir");
    desk_assert_str(line_at(read, 1, 3), "<<if $nom is \"Bob\">>Bob<</if>> $n <<audio \"a\" play>>");
    assert_true(desk_tells(&read->exchange.report, REASON_EXPRESSION, 11) &&
                desk_tells(&read->exchange.report, REASON_MACRO, 11));
    desk_end_read(read);
}

// Capitals, - and _ make no difference; a hook may begin with a link; visits is of the passage itself.
static void harlowe_is_read_as_its_authors_write_it(void **state) {
    (void)state;
    Read *read = read_story(
        STORY(
            "Harlowe") ":: Start\n(Set: $a to 2, $b to false)(if: $a > 1)[Grand. (if: $b)[Oui.](else:)[Non.]]\n"
                       "(If: $b is not true)[[[Aller->Fin]]](Else-If: $a is >= 4)[(link_goto: \"Quatre\", \"Fin\")]\n"
                       "(link:\"Voler\")[(set: $a to it + 3)(Go-To: \"Fin\")]\n"
                       "(if: visits is 1)[Un.](elseif: visits >= 3)[Trois.](unless: $b)[Sans.](else:)[Avec.]\n\n:: Fin\nx",
        0);
    assert_int_equal(read->exchange.report.count, 0);
    desk_assert_str(condition(read, desk_option(read, 1, 0)->when), "b != 1");
    desk_assert_str(condition(read, desk_option(read, 1, 1)->when), "(not (b != 1)) and (a >= 4)");
    const Line *lines = &read->scenario->lines.rows[scene_at(read, 1)->lines.first];
    desk_assert_str(condition(read, lines[2].when), "(a > 1) and (not (b))");
    desk_assert_str(condition(read, lines[3].when), "visits(start) = 1");
    desk_assert_str(condition(read, lines[6].when), "not (not (b))");
    desk_end_read(read);
}

static void sugarcube_is_read_as_its_authors_write_it(void **state) {
    (void)state;
    Read *read =
        read_story(STORY("SugarCube") ":: Start\n/* a */<<set $a = 2, $b to false>>/% b %/Texte. http://a.fr/*\n"
                                      "<<button \"Prendre\" \"Fin\">><<set $a += 1>><</button>>\n"
                                      "<<link \"Partir\">><<set $b to true>><<goto [[Fin]]>><</link>>\n"
                                      "<<if visited() gt 1>>Encore.<</if>>\n<<link \"Rien\">><<run f()>><</link>>\n\n"
                                      ":: Fin\nx\n\n:: Saut\n<<goto [[x|Fin]]>>",
                   0);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_COMMENT].became[BECAME_DROPPED], 2);
    desk_assert_str(line_at(read, 1, 0), "Texte. http://a.fr/*");
    desk_assert_str(desk_option(read, 1, 0)->text, "Prendre");
    assert_int_equal(desk_option(read, 1, 0)->gives.effects.count, 1);
    assert_int_equal(target_at(read, 1, 1), 2);
    assert_int_equal(desk_option(read, 1, 1)->gives.set.count, 1);
    assert_int_equal(read->scenario->asks.rows[scene_at(read, 1)->ask].options.count, 2);
    assert_int_equal(read->scenario->routes.rows[scene_at(read, 3)->next.first].to.id, 2);
    assert_true(desk_tells(&read->exchange.report, REASON_MACRO, 9));
    desk_end_read(read);
}

static void the_first_passage_has_the_last_word_of_what_a_story_begins_with(void **state) {
    (void)state;
    static const char *const LAST[] = {"Fin", "Start"};
    for (int32_t i = 0; i < COUNT(LAST); i++) {
        Arena arena = {0};
        Str text = str_format(&arena,
                              STORY("SugarCube") ":: Start\n<<set $n to 5>>[[a->Milieu]]\n[[b->Fin]]\n\n"
                                                 ":: Milieu\n<<if $n gt 3>>x<</if>>\n[[c->%s]]\n\n:: Fin\nb\n\n"
                                                 ":: StoryInit\n<<set $n to 2>>\n",
                              LAST[i]);
        Read *read = read_story(str_to_c(&arena, text), 0);
        assert_int_equal(read->scenario->gauges.rows[1].start, 5);
        const LossCount *sets = &read->exchange.report.counts[CONSTRUCT_SET];
        assert_int_equal(sets->became[BECAME_CONVERTED], 2 - i);
        assert_int_equal(sets->became[BECAME_DEGRADED], i);
        assert_true(desk_tells(&read->exchange.report, REASON_SET_ONCE, 5) == (i == 1));
        desk_end_read(read);
        arena_finish(&arena);
    }
}

static void braces_of_harlowe_gather_what_they_hold(void **state) {
    (void)state;
    Read *read = read_story(STORY("Harlowe") ":: Start\nUn {\n(set: $vu to true)\ndeux   {trois}\n}\n} quatre { cinq\n"
                                             "[[a->Fin]]\n[[b->Fin]]\n\n:: Fin\nb\n",
                            0);
    desk_assert_str(read->scenario->lines.rows[scene_at(read, 1)->lines.first].text, "Un deux trois\n} quatre { cinq");
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_MARKUP].became[BECAME_CONVERTED], 2);
    desk_end_read(read);
    read = read_story(":: Start\nUn {deux}\n[[Fin]]\n\n:: Fin\nb\n", 0);
    desk_assert_str(read->scenario->lines.rows[scene_at(read, 1)->lines.first].text, "Un {deux}");
    desk_end_read(read);
}

static void pictures_of_sugarcube_are_told_and_lead_on(void **state) {
    (void)state;
    Read *read =
        read_story(STORY("SugarCube") ":: Start\nVoici [img[plan.png]]\n[img[La porte|porte.png][Fin][$n += 3]]\n"
                                      "[img[a.png][Autre]]\n\n:: Fin\nb\n\n:: Autre\nc\n",
                   0);
    const LossCount *media = &read->exchange.report.counts[CONSTRUCT_MEDIA];
    assert_int_equal(media->found, 3);
    assert_int_equal(media->became[BECAME_KEPT], 3);
    assert_int_equal(desk_ask(read, 1)->options.count, 2);
    desk_assert_str(desk_option(read, 1, 0)->text, "La porte");
    assert_int_equal(desk_option(read, 1, 0)->gives.effects.count, 1);
    desk_assert_str(desk_option(read, 1, 1)->text, "Autre");
    assert_true(desk_tells(&read->exchange.report, REASON_MACRO, 5));
    desk_end_read(read);
}

static void links_of_a_passage_that_only_sets_are_left_out_with_what_they_set(void **state) {
    (void)state;
    Read *read = read_story(STORY("SugarCube") ":: StoryInit\n<<set $n to 2>>[[Aider|Fin][$ami to true; $n += 1]]\n"
                                               "<<link \"Partir\" \"Fin\">><<set $n -= 1>><</link>>\n\n"
                                               ":: Start\n[[Aller|Fin]] [[Rester|Fin]]\n\n:: Fin\nb\n",
                            0);
    const LossCount *sets = &read->exchange.report.counts[CONSTRUCT_SET];
    assert_int_equal(sets->found, 4);
    assert_int_equal(sets->became[BECAME_DROPPED], 3);
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_LINK].became[BECAME_DROPPED], 2);
    desk_end_read(read);
}

static const char ARCHIVE[] =
    "<tw-storydata name=\"Un &amp;amp; deux\" startnode=\"2\" format=\"Harlowe\" options>\n"
    "<script type=\"text/twine-javascript\"><tw-passagedata pid=\"9\" name=\"non\"></tw-passagedata></script>\n"
    "<tw-passagedata pid=\"1\" name=\"A\" tags=\"\">&lt;b&gt;fin&lt;/b&gt; &amp;lt;</tw-passagedata>\n"
    "<tw-passagedata pid=\"2\" name=\"B &quot;c&quot;\">[[suite-&gt;A]]</tw-passagedata></tw-storydata>\n"
    "<tw-storydata name=\"Autre\"><tw-passagedata pid=\"1\" name=\"Z\">z</tw-passagedata></tw-storydata>";

static void a_value_is_known_by_any_spelling_of_its_sign(void **state) {
    (void)state;
    static const char *const SIGNS[] = {"$", "&#36;", "&#036;", "&#x24;", "&#X0024;"};
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        char story[512];
        (void)snprintf(story, sizeof story,
                       "<tw-storydata format=\"Harlowe\"><tw-passagedata name=\"Start\">(set: %svu to true)[[a]][[b]]"
                       "</tw-passagedata><tw-passagedata name=\"a\">(if: %svu)[x]</tw-passagedata></tw-storydata>",
                       SIGNS[i], SIGNS[i]);
        Read *read = read_story(story, 0);
        assert_int_equal(read->exchange.report.counts[CONSTRUCT_SET].became[BECAME_DEGRADED], 1);
        assert_int_equal(read->exchange.report.counts[CONSTRUCT_IF].became[BECAME_CONVERTED], 1);
        desk_end_read(read);
    }
}

static void an_archive_holds_stories_that_are_never_merged(void **state) {
    (void)state;
    Read *read = read_story(ARCHIVE, 1);
    desk_assert_str(read->scenario->title, "Un &amp; deux");
    assert_int_equal(read->scenario->start.id, 2);
    desk_assert_str(scene_at(read, 2)->title, "B \"c\"");
    desk_assert_str(read->scenario->endings.rows[scene_at(read, 1)->ending].text, "*fin* <");
    assert_int_equal(read->exchange.count, 2);
    desk_end_read(read);
    read = read_story(ARCHIVE, 2);
    desk_assert_str(read->scenario->title, "Autre");
    assert_true(desk_tells(&read->exchange.report, REASON_NO_START, 5));
    desk_end_read(read);
    Desk desk;
    desk_open(&desk);
    Exchange exchange = {.name = S("x"), .language = S("fr"), .framework = &desk.framework};
    assert_int_equal(exchange_import(&desk.arena, &desk.scratch, str_from_c(ARCHIVE), &exchange), EXCHANGE_SEVERAL);
    desk_close(&desk);
}

// As if each were asked of the whole file: with the lines of that, and what is told of its letters.
static void the_stories_of_an_archive_are_taken_one_after_the_other(void **state) {
    (void)state;
    enum { STORIES = 2 };
    for (int32_t i = 0; i < STORIES * 2; i++) {
        Desk desk;
        desk_open(&desk);
        Str file = str_format(&desk.arena, "%s%s", ARCHIVE, i < STORIES ? "" : "<!-- d\xE9j\xE0 -->");
        int32_t story = 1 + i % STORIES;
        const Exchange wish = {.name = S("x"), .language = S("fr"), .framework = &desk.framework, .story = story};
        Exchange first = wish, alone = wish, next = wish;
        first.story = 1;
        assert_int_equal(exchange_import(&desk.arena, &desk.scratch, file, &first), EXCHANGE_FINE);
        assert_int_equal(exchange_import(&desk.arena, &desk.scratch, file, &alone), EXCHANGE_FINE);
        assert_int_equal(exchange_import_story(&desk.arena, &desk.scratch, &first, &next), EXCHANGE_FINE);
        desk_assert_same(alone.bytes, next.bytes, 0);
        assert_int_equal(next.kind, alone.kind);
        assert_memory_equal(next.report.counts, alone.report.counts, sizeof next.report.counts);
        assert_int_equal(next.report.count, alone.report.count);
        for (int32_t row = 0; row < next.report.count; row++) {
            assert_int_equal(next.report.rows[row].line, alone.report.rows[row].line);
            assert_int_equal(next.report.rows[row].reason, alone.report.rows[row].reason);
        }
        desk_close(&desk);
    }
}

static void seven_links_stand_behind_two_decisions(void **state) {
    (void)state;
    Read *read =
        read_story(":: Start\n[[1->a]]\n[[2->a]]\n[[3->a]]\n[[4->a]]\n[[5->a]]\n[[6->a]]\n[[7->a]]\n\n:: a\nb", 0);
    assert_int_equal(read->scenario->scene_rows.count, 3);
    assert_int_equal(read->scenario->asks.rows[scene_at(read, 1)->ask].options.count, 6);
    assert_int_equal(read->scenario->asks.rows[scene_at(read, 2)->ask].options.count, 2);
    desk_end_read(read);
}

static void fourteen_links_stand_behind_three_decisions_and_change_things_once(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    str_add(&text, S(STORY("Harlowe") ":: Start\n(set: $n to 0)(if: $vu)[(set: $n to it + 1)](if: $n > 3)[x]\n"));
    for (int32_t i = 1; i <= 14; i++) {
        str_addf(&text, "[[%d->Fin]]\n", i);
    }
    str_add(&text, S("\n:: Fin\nb\n"));
    Read *read = read_story(str_to_c(&arena, str_built(&text)), 0);
    static const int32_t OPTIONS[] = {6, 6, 4};
    assert_true(read->scenario->playable);
    assert_int_equal(read->scenario->scene_rows.count, 1 + COUNT(OPTIONS));
    for (int32_t i = 0; i < COUNT(OPTIONS); i++) {
        assert_int_equal(desk_ask(read, i + 1)->options.count, OPTIONS[i]);
        assert_int_equal(desk_ask(read, i + 1)->rules.count, i == 0);
    }
    desk_end_read(read);
    arena_finish(&arena);
}

static void draw_story(Dice *dice, Desk *desk, Tale *story) {
    static const char NAMES[] = "[]{}|\\<>-\n\t";
    int32_t count = 1 + random_below(&dice->random, 5);
    story->title = dice_text(dice, 6, "\n:\\");
    story->format = S("Harlowe");
    for (int32_t i = 0; i < count; i++) {
        Str name = dice_text(dice, 5, NAMES);
        *rows_append(&desk->arena, story) = (Passage){.name = str_format(&desk->arena, "%.*s%d", S_ARG(name), i)};
    }
    story->start = story->rows[random_below(&dice->random, count)].name;
    for (int32_t i = 0; i < count; i++) {
        StrBuilder text = {.arena = &desk->arena};
        if (random_below(&dice->random, 4) > 0) {
            Str words = dice_text(dice, 16, "[]");
            str_addf(&text, "%.*s\n\n", S_ARG(words));
        }
        for (int32_t links = random_below(&dice->random, 7); links > 0; links--) {
            Str label = dice_text(dice, 6, "[]\n<");
            Str target = story->rows[random_below(&dice->random, count)].name;
            str_addf(&text, "[[%.*s->%.*s]]\n", S_ARG(label), S_ARG(target));
        }
        story->rows[i].text = str_built(&text);
    }
}

static void try_story(Desk *desk, Dice *dice, int32_t seed) {
    Tale story = {0};
    LossReport made = {.arena = &desk->arena}, written;
    draw_story(dice, desk, &story);
    HeadWish wish = {.id = S("x"), .title = story.title, .language = S("fr")};
    TaleCase drawn = {0};
    Str first, second;
    assert_true(tale_write_case(&desk->arena, &desk->scratch, &story, &wish, &made, &drawn));
    first = desk_export(desk, drawn.bytes, EXCHANGE_TWEE, &written);
    Exchange once, twice;
    desk_import(desk, first, &once);
    desk_assert_canonical(desk, once.bytes);
    second = desk_export(desk, once.bytes, EXCHANGE_TWEE, &written);
    desk_import(desk, second, &twice);
    desk_assert_same(once.bytes, twice.bytes, seed);
}

static void import_of_export_gives_the_story_again(void **state) {
    (void)state;
    desk_try(CASES, SEED, try_story);
}

// [[[ would begin a hook.
static void an_answer_may_begin_with_a_bracket(void **state) {
    (void)state;
    Read *read = read_story(":: Start {\"position\":\"10,-20\"}\n[[ [un->Fin]]\n[[deux->Fin]]\n\n:: Fin\nx\n", 0);
    LossReport written;
    Exchange again;
    desk_assert_str(desk_option(read, 1, 0)->text, "[un");
    desk_import(&read->desk, desk_export(&read->desk, read->exchange.bytes, EXCHANGE_TWEE, &written), &again);
    desk_assert_same_but_id(read->exchange.bytes, again.bytes, &read->desk);
    desk_end_read(read);
}

// Signs of Harlowe in texts and answers of a case are shown as they stand, and come back.
static void texts_are_no_program(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"Il a $argent, _temp et 5 $.",
                                        "(if: $a)[x]",
                                        "(set: $a to 1)",
                                        "<<set $a to 1>>",
                                        "[[Fin]] et [Fin]",
                                        "{serré}",
                                        "`brut`",
                                        "# titre",
                                        "--- fin",
                                        "~~barré~~ ^^haut^^",
                                        "''gras'' //italique//",
                                        "::Fin"};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        Read *read = read_story(":: Début\nTEXTE\n\n[[a->Fin]]\n[[REPONSE->Fin]]\n\n:: Fin\nx\n", 0);
        StrBuilder bytes = {.arena = &read->desk.arena};
        for (Str rest = read->exchange.bytes; rest.len > 0;) {
            Str line = str_cut(&rest, '\n');
            ptrdiff_t at = str_find(line, S("TEXTE")), len = S("TEXTE").len;
            at = at < 0 ? str_find(line, S("REPONSE")) : at;
            len = str_find(line, S("REPONSE")) >= 0 ? S("REPONSE").len : len;
            Str before = at < 0 ? line : str_slice(line, 0, at);
            Str after = at < 0 ? (Str){0} : str_slice(line, at + len, line.len);
            str_addf(&bytes, "%.*s%s%.*s\n", S_ARG(before), at < 0 ? "" : TEXTS[i], S_ARG(after));
        }
        LossReport written;
        Exchange again;
        Str story = desk_export(&read->desk, str_built(&bytes), EXCHANGE_TWEE, &written);
        if (str_find(story, str_from_c(TEXTS[i])) >= 0 && i != COUNT(TEXTS) - 1) {
            fail_msg("%s stands in the story as it is", TEXTS[i]);
        }
        desk_import(&read->desk, story, &again);
        desk_assert_same_but_id(str_built(&bytes), again.bytes, &read->desk);
        desk_end_read(read);
    }
}

static void a_change_beyond_what_an_answer_may_do_is_told(void **state) {
    (void)state;
    Read *read = read_story(
        ":: StoryData\n{\"ifid\": \"x\", \"format\": \"Harlowe\"}\n\n:: Début\n[[m->Milieu]]\n\n:: Milieu\n(set: $a to it + 60)(set: $a to it + 60)(if: $a > 3)[x]\n[[a->Fin]]\n[[b->Fin]]\n\n"
        ":: Fin\nx\n",
        0);
    const Span effects = desk_option(read, 2, 0)->gives.effects;
    assert_int_equal(read->scenario->amounts.rows[effects.first].value, 100);
    assert_true(desk_tells(&read->exchange.report, REASON_SET_LARGE, 8));
    assert_int_equal(read->exchange.report.counts[CONSTRUCT_SET].became[BECAME_DEGRADED], 2);
    desk_end_read(read);
    read = read_story(
        STORY("SugarCube") ":: Start\n[[a|b][$n += 60; $n += 30]]\n[[c|b][$n += 60; $n += 60]]\n\n:: b\nx\n", 0);
    const LossCount *sets = &read->exchange.report.counts[CONSTRUCT_SET];
    assert_true(sets->became[BECAME_CONVERTED] == 3 && sets->became[BECAME_DEGRADED] == 1);
    assert_true(desk_tells(&read->exchange.report, REASON_SET_LARGE, 6));
    desk_end_read(read);
}

static void add_paragraphs(StrBuilder *story, int32_t count, int32_t words) {
    for (int32_t i = 0; i < count; i++) {
        for (int32_t j = 0; j < words; j++) {
            str_add(story, S("mot "));
        }
        str_add(story, S("\n\n"));
    }
}

static void a_passage_that_does_not_come_in_whole_is_told_and_counted(void **state) {
    (void)state;
    static const struct {
        int32_t paragraphs, words;
        LossReason reason;
    } CROWDED[] = {{LIMIT_TEXTS + 1, 1, REASON_LINES_TOGETHER},
                   {LIMIT_TEXTS + 9, LIMIT_TEXT_CHARS / 8, REASON_TOO_LONG},
                   {1, 300000, REASON_HUGE}};
    for (int32_t i = 0; i < COUNT(CROWDED); i++) {
        Arena arena = {0};
        StrBuilder story = {.arena = &arena};
        str_add(&story, S(":: Start\n"));
        add_paragraphs(&story, CROWDED[i].paragraphs, CROWDED[i].words);
        str_add(&story, S("\n:: Seul\nx\n"));
        str_add_char(&story, '\0');
        Read *read = read_story(story.rows, 0);
        const LossCount *passages = &read->exchange.report.counts[CONSTRUCT_PASSAGE];
        assert_true(passages->became[BECAME_CONVERTED] == 1 && passages->became[BECAME_DEGRADED] == 1);
        assert_true(desk_tells(&read->exchange.report, CROWDED[i].reason, 1));
        desk_end_read(read);
        arena_finish(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_follow_the_rule_of_their_format),
        cmocka_unit_test(headers_are_unescaped_and_bodies_are_not),
        cmocka_unit_test(a_passage_stays_where_its_author_put_it),
        cmocka_unit_test(many_changes_are_laid_out_as_ever),
        cmocka_unit_test(a_backslash_that_protects_nothing_is_part_of_the_name),
        cmocka_unit_test(metadata_before_tags_is_read_and_told),
        cmocka_unit_test(two_of_one_name_are_both_kept),
        cmocka_unit_test(a_link_that_leads_nowhere_gets_an_ending_to_complete),
        cmocka_unit_test(harlowe_conditions_and_sets_become_facts_and_gauges),
        cmocka_unit_test(sugarcube_setters_and_conditions_too),
        cmocka_unit_test(harlowe_is_read_as_its_authors_write_it),
        cmocka_unit_test(sugarcube_is_read_as_its_authors_write_it),
        cmocka_unit_test(the_first_passage_has_the_last_word_of_what_a_story_begins_with),
        cmocka_unit_test(braces_of_harlowe_gather_what_they_hold),
        cmocka_unit_test(pictures_of_sugarcube_are_told_and_lead_on),
        cmocka_unit_test(links_of_a_passage_that_only_sets_are_left_out_with_what_they_set),
        cmocka_unit_test(a_value_is_known_by_any_spelling_of_its_sign),
        cmocka_unit_test(an_archive_holds_stories_that_are_never_merged),
        cmocka_unit_test(the_stories_of_an_archive_are_taken_one_after_the_other),
        cmocka_unit_test(an_answer_may_begin_with_a_bracket),
        cmocka_unit_test(texts_are_no_program),
        cmocka_unit_test(a_change_beyond_what_an_answer_may_do_is_told),
        cmocka_unit_test(a_passage_that_does_not_come_in_whole_is_told_and_counted),
        cmocka_unit_test(seven_links_stand_behind_two_decisions),
        cmocka_unit_test(fourteen_links_stand_behind_three_decisions_and_change_things_once),
        cmocka_unit_test(import_of_export_gives_the_story_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
