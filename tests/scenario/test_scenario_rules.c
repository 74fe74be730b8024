// Every rule of the format, broken.
#include "case_desk.h"

typedef struct {
    Str what, by; // replaced in the complete case
    FindingCode code;
    int32_t variant;
    Str pointer;
} Change;

#define CHANGE(what, by, code, variant, pointer) \
    { S_INIT(what), S_INIT(by), code, variant, S_INIT(pointer) }
#define BAD(what, by, variant, pointer) CHANGE(what, by, FINDING_BAD_VALUE, variant, pointer)
#define BROKEN(what, by, pointer) CHANGE(what, by, FINDING_BROKEN_LINK, 0, pointer)
#define UNKNOWN(what, by, pointer) CHANGE(what, by, FINDING_UNKNOWN_NAME, 0, pointer)
#define DUPLICATE(what, by, pointer) CHANGE(what, by, FINDING_DUPLICATE_ID, 0, pointer)

// clang-format off
static const Change CHANGES[] = {
    BAD("\"age\": 34", "\"age\": 131", BAD_VALUE_RANGE, "/characters/0/age"),
    BAD("\"id\": \"complet\"", "\"id\": \"Complet\"", BAD_VALUE_SLUG, "/id"),
    BAD("\"id\": \"bonjour\"", "\"id\": \"bon-jour\"", BAD_VALUE_NAME, "/detectors/0/id"),
    BAD("\"id\": \"salue\"", "\"id\": \"not\"", BAD_VALUE_RESERVED, "/facts/0/id"),
    BAD("\"tone\": \"good\"", "\"tone\": \"bad\"", BAD_VALUE_WORD, "/scenes/9/ending/tone"),
    BAD("\"kind\": \"rank\"", "\"kind\": \"rang\"", BAD_VALUE_WORD, "/scenes/2/ask/kind"),
    BAD("\"title\": \"Toutes les clés\"", "\"title\": \" \\n\"", BAD_VALUE_EMPTY, "/title"),
    BAD("2027-06-01", "2027-13-01", BAD_VALUE_DATE, "/sources/0/review_by"),
    BAD("2027-06-01", "2027-6-1", BAD_VALUE_DATE, "/sources/0/review_by"),
    BAD("\"language\": \"fr\"", "\"language\": \"fr-\"", BAD_VALUE_LANGUAGE, "/language"),
    BAD("\"language\": \"fr\"", "\"language\": \"f\"", BAD_VALUE_LANGUAGE, "/language"),
    BAD("[\"non\", \"à voir\", \"oui\"]", "[\"non\", \"oui\"]", BAD_VALUE_TOO_FEW, "/scenes/3/ask/scale/labels"),
    BAD("[0, 0]", "[0]", BAD_VALUE_TOO_FEW, "/scenes/0/at"),
    BAD("[\"garder\", \"rendre\"]", "[\"garder\"]", BAD_VALUE_TOO_FEW, "/scenes/5/ask/near/0"),
    BAD("\"key\": [\"lire\", [\"noter\", \"ranger\"]]", "\"key\": []", BAD_VALUE_TOO_FEW, "/scenes/2/ask/key"),
    BAD("\"lire\", [\"noter\", \"ranger\"]", "\"lire\", [], [\"noter\", \"ranger\"]", BAD_VALUE_TOO_FEW, "/scenes/2/ask/key/1"),
    BAD("{\"eco\": 2, \"tri\": -1}", "{\"eco\": 0, \"tri\": -1}", BAD_VALUE_ZERO_MARK, "/scenes/0/ask/options/0/scores/eco"),
    BAD("{\"eco\": 2, \"tri\": -1}", "{\"Eco\": 2, \"tri\": -1}", BAD_VALUE_NAME, "/scenes/0/ask/options/0/scores/Eco"),
    BAD("\"id\": \"carte\"", "\"id\": \"own-words\"", BAD_VALUE_RESERVED, "/scenes/1/ask/options/1/id"),
    BAD("\"next\": \"prive\"", "\"x-next\": \"prive\"", BAD_VALUE_SCENE_SHAPE, "/scenes/7"),
    BAD("\"next\": \"prive\"", "\"next\": \"prive\", \"ending\": {\"title\": \"F\", \"text\": \"F\"}", BAD_VALUE_SCENE_SHAPE, "/scenes/7"),
    BAD("{\"to\": \"ordre\"}", "{\"if\": \"salue\", \"to\": \"ordre\"}", BAD_VALUE_LAST_ROUTE, "/scenes/0/ask/options/0/next/1"),
    BAD("{\"if\": \"salue\", \"to\": \"papiers\"}", "{\"to\": \"papiers\"}", BAD_VALUE_DEAD_ROUTE, "/scenes/0/ask/options/0/next/0"),
    BAD("\"start\": 50", "\"start\": 101", BAD_VALUE_GAUGE_ORDER, "/gauges/0/start"),
    BAD("\"max\": 100", "\"max\": 0", BAD_VALUE_GAUGE_ORDER, "/gauges/0/start"),
    BAD("{\"to\": 100, \"word\"", "{\"to\": 45, \"word\"", BAD_VALUE_BAND_ORDER, "/gauges/0/bands/1/to"),
    BAD("\"from\": 75", "\"from\": 0", BAD_VALUE_SHARE_BANDS, "/scenes/2/ask/bands/1/from"),
    BAD("{\"from\": 0, \"scores\": {\"tri\": -1}}", "{\"from\": 1, \"scores\": {\"tri\": -1}}", BAD_VALUE_SHARE_BANDS, "/scenes/2/ask/bands/1/from"),
    BAD("\"text\": \"La tutoyer.\", \"key\": 0", "\"text\": \"La tutoyer.\"", BAD_VALUE_SHARE_BANDS, "/scenes/3/ask/bands"),
    BAD(", \"off\": \"confiance > 30\"", "", BAD_VALUE_LATCH, "/facts/1/on"),
    BAD("\"set\": [\"salue\"]", "\"set\": [\"tendu\"]", BAD_VALUE_SET_LATCH, "/scenes/0/ask/options/0/set/0"),
    BAD("[\"lire\", [\"noter\", \"ranger\"]]", "[\"lire\", \"noter\"]", BAD_VALUE_RANK_KEY, "/scenes/2/ask/key"),
    BAD("[\"lire\", [\"noter\", \"ranger\"]]", "[\"lire\", \"lire\", \"noter\"]", BAD_VALUE_RANK_KEY, "/scenes/2/ask/key"),
    BAD("\"text\": \"La tutoyer.\", \"key\": 0", "\"text\": \"La tutoyer.\", \"key\": 3", BAD_VALUE_LEVEL, "/scenes/3/ask/items/0/key"),
    BAD("{\"tutoyer\": {\"0\": 4, \"1\": 1}}", "{\"tutoyer\": {\"0\": 4, \"3\": 1}}", BAD_VALUE_LEVEL, "/scenes/4/ask/panel/answers/tutoyer/3"),
    BAD("{\"tutoyer\": {\"0\": 4, \"1\": 1}}", "{\"tutoyer\": {\"0\": 4, \"01\": 1}}", BAD_VALUE_LEVEL, "/scenes/4/ask/panel/answers/tutoyer/01"),
    BAD("{\"tutoyer\": {\"0\": 4, \"1\": 1}}", "{\"tutoyer\": {\"0\": 4, \"+1\": 1}}", BAD_VALUE_LEVEL, "/scenes/4/ask/panel/answers/tutoyer/+1"),
    BAD("{\"lire\": {\"1\": 3, \"2\": 1}}", "{\"lire\": {\"1\": 3, \"4\": 1}}", BAD_VALUE_RANGE, "/scenes/2/ask/panel/answers/lire/4"),
    BAD("{\"lire\": {\"1\": 3, \"2\": 1}}", "{\"lire\": {\"1\": 3, \"0\": 1}}", BAD_VALUE_RANGE, "/scenes/2/ask/panel/answers/lire/0"),
    BAD("\"n\": 5, \"answers\"", "\"n\": 6, \"answers\"", BAD_VALUE_PANEL_SUM, "/scenes/4/ask/panel/answers/tutoyer"),
    BAD("\"saluer\": 8, \"attendre\": 3", "\"saluer\": 8, \"attendre\": 2", BAD_VALUE_PANEL_SUM, "/scenes/0/ask/panel/answers/own-words"),
    BAD("{\"id\": \"tutoyer\", \"text\": \"La tutoyer.\"}", "{\"id\": \"tutoyer\", \"text\": \"La tutoyer.\", \"key\": 1}", BAD_VALUE_KEY_AND_PANEL, "/scenes/4/ask/items/0/key"),
    BAD("\"min\": 1", "\"min\": 3", BAD_VALUE_MIN_MAX, "/scenes/1/ask/min"),
    BAD("\"max\": 2", "\"max\": 3", BAD_VALUE_MIN_MAX, "/scenes/1/ask/max"),
    BAD("\"min\": 1,\n        \"max\": 2", "\"min\": 2,\n        \"max\": 1", BAD_VALUE_MIN_MAX, "/scenes/1/ask/max"),
    BAD("\"if\": \"confiance > 0\",", "", -1, ""),
    BAD("\"option\": \"attendre\"", "\"option\": \"saluer\"", BAD_VALUE_LIMIT_OPTION, "/scenes/0/ask/limit/option"),
    BAD("\"option\": \"attendre\"", "\"option\": \"own-words\"", BAD_VALUE_RESERVED, "/scenes/0/ask/limit/option"),
    BAD("\"private\": true", "\"private\": true, \"rules\": [{\"if\": \"salue\"}]", BAD_VALUE_PRIVATE, "/scenes/8/ask/private"),
    BAD("\"why\": \"C’est court.\"", "\"why\": {}", BAD_VALUE_EMPTY_WHY, "/scenes/6/ask/panel/voices/0/why"),
    BAD("\"why\": \"C’est court.\"", "\"why\": {\"x-a\": 1}", BAD_VALUE_EMPTY_WHY, "/scenes/6/ask/panel/voices/0/why"),
    BAD("\"theme\": \"accueil\"", "\"theme\": \"accueils\"", BAD_VALUE_THEME, "/theme"),
    CHANGE("\"initials\": \"LM\"", "\"initials\": \"ÉÉÉÉÉ\"", FINDING_TOO_LONG, 0, "/characters/0/initials"),
    CHANGE("[0, 0]", "[0, 0, 0]", FINDING_TOO_MANY, 0, "/scenes/0/at"),
    CHANGE("[\"sauveur\"]", "[\"a\", \"b\", \"c\"]", FINDING_TOO_MANY, 0, "/scenes/0/ask/options/0/traps"),
    CHANGE("\"kind\": \"rank\",", "", FINDING_MISSING_KEY, 0, "/scenes/2/ask"),
    BROKEN("\"start\": \"accueil\"", "\"start\": \"ailleurs\"", "/start"),
    BROKEN("{\"to\": \"ordre\"}", "{\"to\": \"ailleurs\"}", "/scenes/0/ask/options/0/next/1/to"),
    BROKEN("\"by\": \"lea\"", "\"by\": \"leo\"", "/scenes/0/lines/1/by"),
    BROKEN("\"with\": \"lea\"", "\"with\": \"leo\"", "/scenes/0/with"),
    BROKEN("\"of\": \"lea\"", "\"of\": \"leo\"", "/gauges/0/of"),
    BROKEN("\"sources\": [\"guide\"]", "\"sources\": [\"guides\"]", "/scenes/0/sources/0"),
    BROKEN("\"option\": \"attendre\"", "\"option\": \"partir\"", "/scenes/0/ask/limit/option"),
    BROKEN("\"bin\": \"garder\"", "\"bin\": \"jeter\"", "/scenes/5/ask/items/0/bin"),
    BROKEN("[[\"garder\", \"rendre\"]]", "[[\"garder\", \"jeter\"]]", "/scenes/5/ask/near/0/1"),
    BROKEN("{\"lettre\": {\"garder\": 6}}", "{\"lettre\": {\"jeter\": 6}}", "/scenes/5/ask/panel/answers/lettre/jeter"),
    BROKEN("{\"lettre\": {\"garder\": 6}}", "{\"papier\": {\"garder\": 6}}", "/scenes/5/ask/panel/answers/papier"),
    BROKEN("{\"courrier\": 3", "{\"own-words\": 3", "/scenes/1/ask/panel/answers/own-words"),
    UNKNOWN("\"set\": [\"salue\"]", "\"set\": [\"confiance\"]", "/scenes/0/ask/options/0/set/0"),
    UNKNOWN("\"effects\": {\"confiance\": 6}", "\"effects\": {\"eco\": 6}", "/scenes/0/ask/options/0/effects/eco"),
    UNKNOWN("\"scores\": {\"eco\": 2", "\"scores\": {\"ego\": 2", "/scenes/0/ask/options/0/scores/ego"),
    UNKNOWN("[\"eco\", {", "[\"ego\", {", "/competencies/0"),
    UNKNOWN("\"mirror\": [\"bonjour\"]", "\"mirror\": [\"adieu\"]", "/debrief/mirror/0"),
    DUPLICATE("\"id\": \"tendu\"", "\"id\": \"confiance\"", "/facts/1/id"),
    DUPLICATE("\"id\": \"papiers\"", "\"id\": \"accueil\"", "/scenes/1/id"),
    DUPLICATE("\"id\": \"carte\"", "\"id\": \"courrier\"", "/scenes/1/ask/options/1/id"),
    DUPLICATE("\"id\": \"ranger\"", "\"id\": \"noter\"", "/scenes/2/ask/items/2/id"),
    DUPLICATE("\"id\": \"rendre\"", "\"id\": \"garder\"", "/scenes/5/ask/bins/1/id"),
};
// clang-format on

static bool tells(const Findings *findings, const Change *change) {
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        if (finding->code == change->code && finding->variant == change->variant &&
            str_equal(finding->pointer, change->pointer)) {
            return true;
        }
    }
    return false;
}

static void each_rule_of_the_format_is_told_where_it_is_broken(void **state) {
    Desk *desk = *state;
    for (int32_t i = 0; i < COUNT(CHANGES); i++) {
        const Change *change = &CHANGES[i];
        Reading reading = read_case(desk, replace(desk, desk->complete, change->what, change->by));
        if (change->variant < 0) {
            assert_int_equal(reading.findings.count, 0);
        } else if (!tells(&reading.findings, change)) {
            fail_msg("%.*s is not told (%d others)", S_ARG(change->by), reading.findings.count);
        }
        arena_finish(&desk->arena);
    }
}

static void each_finding_can_be_said(void **state) {
    Desk *desk = *state;
    for (int32_t i = 0; i < COUNT(CHANGES); i++) {
        Reading reading = read_case(desk, replace(desk, desk->complete, CHANGES[i].what, CHANGES[i].by));
        for (int32_t f = 0; f < reading.findings.count; f++) {
            Catalog english = {0};
            Str message = finding_message(&desk->arena, &english, &reading.findings.rows[f]);
            Str advice = finding_advice(&desk->arena, &english, &reading.findings.rows[f]);
            assert_true(message.len > 0 && advice.len > 0);
            assert_true(str_find(message, S("“”")) < 0 && str_find(advice, S("“”")) < 0);
        }
        arena_finish(&desk->arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_of_the_format_is_told_where_it_is_broken),
        cmocka_unit_test(each_finding_can_be_said),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
