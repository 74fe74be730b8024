// A file that is read from the disk bit by bit, and a case that goes there bit by bit, are those that memory would
// hold.
#include "exchange/exchange_desk.h"

typedef struct {
    Desk desk;
    Exchange memory, disk;
    FileDraft *source, *body;
} Pair;

static FileDraft *draft_of(Arena *arena, Str text) {
    FileDraft *draft = file_draft_begin(arena);
    assert_non_null(draft);
    file_draft_add(draft, text);
    return draft;
}

static void import(Pair *pair, Str text, Exchange *exchange) {
    assert_int_equal(exchange_import(&pair->desk.arena, &pair->desk.scratch, text, exchange), EXCHANGE_FINE);
    desk_assert_settled(&exchange->report);
}

static void assert_same_report(const LossReport *a, const LossReport *b) {
    assert_memory_equal(a->counts, b->counts, sizeof a->counts);
    assert_int_equal(a->count, b->count);
    for (int32_t i = 0; i < a->count; i++) {
        const Loss *one = &a->rows[i], *other = &b->rows[i];
        assert_true(one->reason == other->reason && one->line == other->line && one->became == other->became);
        assert_true(str_equal(one->about, other->about));
    }
}

static Pair *import_both(Str text, int32_t story) {
    Pair *pair = calloc(1, sizeof *pair);
    assert_non_null(pair);
    desk_open(&pair->desk);
    Arena *arena = &pair->desk.arena;
    pair->memory = (Exchange){.name = S("x"), .language = S("fr"), .framework = &pair->desk.framework, .story = story};
    pair->disk = pair->memory;
    import(pair, text, &pair->memory);
    pair->source = draft_of(arena, text);
    pair->body = draft_of(arena, S(""));
    pair->disk.source = pair->source;
    pair->disk.body = pair->body;
    import(pair, file_draft_text(pair->source), &pair->disk);
    Str head = pair->disk.bytes, rest = file_draft_text(pair->body);
    desk_assert_same(pair->memory.bytes, str_format(arena, "%.*s%.*s", S_ARG(head), S_ARG(rest)), 0);
    assert_same_report(&pair->memory.report, &pair->disk.report);
    return pair;
}

static void end_pair(Pair *pair) {
    file_draft_close(pair->source);
    file_draft_close(pair->body);
    desk_close(&pair->desk);
    free(pair);
}

enum { PASSAGES = 1500, PARAGRAPHS = 12 };

static void add_passage(StrBuilder *story, int32_t number) {
    str_addf(story,
             "<tw-passagedata pid=\"%d\" name=\"Passage &amp; %d\" tags=\"\" position=\"%d,0\" size=\"100,100\">"
             "(set: $argent to it + 1)",
             number, number, number * 100);
    for (int32_t i = 0; i < PARAGRAPHS; i++) {
        str_add(story,
                S("Elle dit qu’on lui a d&eacute;j&agrave; demandé ce papier, et pose ''tout'' sur la table.\n\n"));
    }
    str_addf(story,
             "(if: $argent &gt; 3)[Elle paie.](live: 2s)[tic]\n[[Suite-&gt;Passage &amp; %d]]\n[[Fin-&gt;Absent]]",
             number % PASSAGES + 1);
    str_add(story, S("</tw-passagedata>\n"));
}

static Str large_story(Arena *arena) {
    StrBuilder story = {.arena = arena};
    str_add(&story, S("\xEF\xBB\xBF<html><script>if (a < b) { \"</tw-passagedata>\" }</script>\n"));
    for (int32_t i = 1; i <= 2; i++) {
        str_addf(&story, "<tw-storydata name=\"L’histoire %d\" startnode=\"7\" format=\"Harlowe\">", i);
        str_add(&story, S("<tw-passagedata pid=\"0\" name=\"StoryInit\">(set: $argent to 2)</tw-passagedata>"));
        for (int32_t j = 1; j <= (i == 1 ? 3 : PASSAGES); j++) {
            add_passage(&story, j);
        }
        str_add(&story, S("</tw-storydata>"));
    }
    return str_built(&story);
}

static void a_story_is_the_same_from_the_disk(void **state) {
    (void)state;
    Arena arena = {0};
    Str text = large_story(&arena);
    assert_true(text.len > 1024 * 1024);
    Pair *pair = import_both(text, 2);
    assert_true(pair->disk.bytes.len < 4096); // the head alone
    assert_int_equal(pair->disk.count, 2);
    assert_true(str_equal(pair->disk.rows[1].title, S("L’histoire 2")));
    end_pair(pair);
    arena_finish(&arena);
}

static void a_bank_is_the_same_from_the_disk(void **state) {
    (void)state;
    enum { QUESTIONS = 2000 };
    Arena arena = {0};
    StrBuilder bank = {.arena = &arena};
    for (int32_t i = 1; i <= QUESTIONS; i++) {
        str_addf(&bank, "::Nom %d::Qui verse l’aide numéro %d ?{=La CAF#Oui, « %d ». ~%%50%%La CPAM ~=}\n\n", i, i, i);
    }
    Pair *pair = import_both(str_built(&bank), 0);
    assert_true(pair->disk.bytes.len < 4096); // the head alone
    end_pair(pair);
    arena_finish(&arena);
}

static void other_files_are_the_same_from_the_disk(void **state) {
    (void)state;
    static const Str FILES[] = {
        S_INIT(":: Début\n[[A|Fin]]\n[[B|Absent]]\n\n:: Fin\nC’est fini.\n"),
        S_INIT("<tw-storydata name=\"\xC9t\xE9\" format=\"Harlowe\"><tw-passagedata name=\"\xE0\">\xE9[[b]]"
               "</tw-passagedata></tw-storydata>"), // Windows-1252
        S_INIT("::Un:: Oui ou non ? {T}\n"),
        S_INIT("<?xml version=\"1.0\"?><quiz><question type=\"truefalse\"><questiontext format=\"html\"><text>Oui ?"
               "</text></questiontext><answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>"
               "false</text></answer></question></quiz>")};
    for (int32_t i = 0; i < COUNT(FILES); i++) {
        end_pair(import_both(FILES[i], 0));
    }
}

static void a_sequence_may_stand_where_parts_meet(void **state) {
    (void)state;
    enum { PART = 256 * 1024 };
    static const Str SIGNS[] = {S_INIT("é"), S_INIT("’"), S_INIT("𝄞")};
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        for (ptrdiff_t before = 0; before <= SIGNS[i].len; before++) {
            Arena arena = {0};
            StrBuilder story = {.arena = &arena};
            str_add(&story, S(":: Début\n"));
            while (story.count < PART - before) {
                str_add_char(&story, story.count % 80 == 0 ? '\n' : 'a');
            }
            str_add(&story, SIGNS[i]);
            Pair *pair = import_both(str_built(&story), 0);
            assert_int_equal(pair->disk.report.counts[CONSTRUCT_FILE].found, 0);
            end_pair(pair);
            arena_finish(&arena);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_is_the_same_from_the_disk),
        cmocka_unit_test(a_bank_is_the_same_from_the_disk),
        cmocka_unit_test(other_files_are_the_same_from_the_disk),
        cmocka_unit_test(a_sequence_may_stand_where_parts_meet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
