#include "exchange/archive.h"
#include "exchange/extra.h"
#include "exchange/h5p.h"
#include "exchange/h5p_case.h"
#include "exchange/h5p_out.h"
#include "exchange/h5p_rights.h"
#include "exchange/unsaid.h"

static const Words END = {S_INIT("Fin"), S_INIT("The end")};

// Of an end only its lines need a screen; an end without goes with whatever leads there.
static bool is_screen(const H5pOut *out, const Scene *scene) {
    bool screen = scene->ending == 0;
    for (int32_t i = 0; i < scene->lines.count && !screen; i++) {
        screen = !h5p_out_is_score(out, scene, &out->scenario->lines.rows[scene->lines.first + i]);
    }
    return screen;
}

// The first screen is the start, and so it has to be one.
static void number_screens(H5pOut *out) {
    const Scenario *scenario = out->scenario;
    out->node_of = arena_push(out->arena, int32_t, scenario->scenes.count + 1);
    out->reached = arena_push(out->arena, bool, scenario->scenes.count + 1);
    out->node_of[scenario->start.id] = ++out->screen_count;
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        if (id != scenario->start.id && is_screen(out, &scenario->scenes.rows[id])) {
            out->node_of[id] = ++out->screen_count;
        }
    }
}

static void put_scoring(H5pOut *out) {
    json_write_key(&out->json, S("scoringOptionGroup"));
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("scoringOption"),
                           str_equal(out->scoring, S("static"))    ? S("static-end-score")
                           : str_equal(out->scoring, S("dynamic")) ? S("dynamic-score")
                                                                   : S("no-score"));
    json_write_member_bool(&out->json, S("includeInteractionsScores"), false);
    json_end(&out->json);
}

static void put_behaviour(H5pOut *out) {
    json_write_key(&out->json, S("behaviour"));
    json_begin_object(&out->json);
    json_write_member_bool(&out->json, S("enableBackwardsNavigation"), true);
    json_write_member_bool(&out->json, S("forceContentFinished"), false);
    json_end(&out->json);
}

static void put_l10n(H5pOut *out) {
    static const struct {
        Str key;
        Words words;
    } TEXTS[] = {{S_INIT("startScreenButtonText"), {S_INIT("Commencer"), S_INIT("Start")}},
                 {S_INIT("endScreenButtonText"), {S_INIT("Recommencer"), S_INIT("Start again")}},
                 {S_INIT("backButtonText"), {S_INIT("Retour"), S_INIT("Back")}},
                 {S_INIT("proceedButtonText"), {S_INIT("Continuer"), S_INIT("Continue")}},
                 {S_INIT("disableProceedButtonText"),
                  {S_INIT("Terminez cet écran pour continuer"), S_INIT("Finish this screen to go on")}},
                 {S_INIT("replayButtonText"), {S_INIT("Revoir la vidéo"), S_INIT("Replay the video")}},
                 {S_INIT("scoreText"), {S_INIT("Votre score\u202F:"), S_INIT("Your score:")}},
                 {S_INIT("fullscreenAria"), {S_INIT("Plein écran"), S_INIT("Fullscreen")}}};
    json_write_key(&out->json, S("l10n"));
    json_begin_object(&out->json);
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        json_write_member_text(&out->json, TEXTS[i].key, words_in(TEXTS[i].words, out->scenario->language));
    }
    json_end(&out->json);
}

static void put_start(H5pOut *out) {
    const Scenario *scenario = out->scenario;
    const Str parts[] = {scenario->notice, scenario->role, scenario->intro};
    Str text = {0};
    for (int32_t i = 0; i < COUNT(parts); i++) {
        text = bank_join(&out->reader, text, S("\n\n"), parts[i]);
    }
    json_write_key(&out->json, S("startScreen"));
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("startScreenTitle"), h5p_write_html(out->arena, scenario->title));
    json_write_member_text(&out->json, S("startScreenSubtitle"), h5p_write_html(out->arena, text));
    json_end(&out->json);
}

static void put_usual_end(H5pOut *out) {
    json_write_key(&out->json, S("endScreens"));
    json_begin_list(&out->json);
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("endScreenTitle"),
                           h5p_write_html(out->arena, words_in(END, out->scenario->language)));
    json_write_member_text(&out->json, S("endScreenSubtitle"), S(""));
    json_write_member_int(&out->json, S("contentId"), -1);
    json_write_member_int(&out->json, S("endScreenScore"), 0);
    json_end(&out->json);
    json_end(&out->json);
}

static void put_screens(H5pOut *out) {
    const Scenario *scenario = out->scenario;
    json_write_key(&out->json, S("content"));
    json_begin_list(&out->json);
    h5p_out_scene(out, scenario->start.id);
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        if (id != scenario->start.id && out->node_of[id] > 0) {
            h5p_out_scene(out, id);
        }
    }
    for (int32_t i = 0; i < out->between.count; i++) {
        H5pBetween between = out->between.rows[i];
        h5p_out_between(out, &between);
    }
    json_end(&out->json);
}

static Str put_content(H5pOut *out) {
    out->json = json_line_writer(out->arena);
    json_begin_object(&out->json);
    json_write_key(&out->json, S("branchingScenario"));
    json_begin_object(&out->json);
    put_start(out);
    put_usual_end(out);
    put_screens(out);
    put_scoring(out);
    put_behaviour(out);
    put_l10n(out);
    json_end(&out->json);
    json_end(&out->json);
    return json_written(&out->json);
}

static void put_dependency(JsonWriter *json, Str name, int32_t major, int32_t minor) {
    json_begin_object(json);
    json_write_member_text(json, S("machineName"), name);
    json_write_member_int(json, S("majorVersion"), major);
    json_write_member_int(json, S("minorVersion"), minor);
    json_end(json);
}

static Str put_manifest(H5pOut *out) {
    JsonWriter json = json_line_writer(out->arena);
    json_begin_object(&json);
    json_write_member_text(&json, S("title"), h5p_out_field(out, out->scenario->title, S("title")));
    json_write_member_text(&json, S("language"), str_begins(out->scenario->language, S("fr")) ? S("fr") : S("en"));
    json_write_member_text(&json, S("mainLibrary"), S("H5P.BranchingScenario"));
    json_write_key(&json, S("embedTypes"));
    json_begin_list(&json);
    json_write_text(&json, S("iframe"));
    json_end(&json);
    h5p_write_rights(out, &json);
    json_write_key(&json, S("preloadedDependencies"));
    json_begin_list(&json);
    put_dependency(&json, S("H5P.BranchingScenario"), 1, 7);
    put_dependency(&json, S("H5P.BranchingQuestion"), 1, 0);
    put_dependency(&json, S("H5P.AdvancedText"), 1, 1);
    json_end(&json);
    json_end(&json);
    return json_written(&json);
}

static void leave_state(H5pOut *out) {
    const Scenario *scenario = out->scenario;
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[scenario->gauge_rows.first + i];
        if (!h5p_out_is_counted(out, scenario_name(scenario, gauge->id))) {
            h5p_out_leave(out, CONSTRUCT_GAUGE, gauge->place, gauge->name);
        }
    }
    for (int32_t i = 0; i < scenario->fact_rows.count; i++) {
        const Fact *fact = &scenario->facts.rows[scenario->fact_rows.first + i];
        if (!h5p_out_is_counted(out, scenario_name(scenario, fact->id))) {
            h5p_out_leave(out, CONSTRUCT_FACT, fact->place, scenario_name(scenario, fact->id));
        }
    }
}

static void settle_ends(H5pOut *out) {
    const Scenario *scenario = out->scenario;
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        const Scene *scene = &scenario->scenes.rows[id];
        const Ending *ending = &scenario->endings.rows[scene->ending];
        if (scene->ending == 0) {
            continue;
        }
        if (out->node_of[id] == 0 && !out->reached[id]) {
            bank_leave_out(&out->reader, CONSTRUCT_ENDING, REASON_UNREACHED, scene->place, ending->title);
        } else {
            loss_case_convert(&out->reader.loss, CONSTRUCT_ENDING);
        }
    }
}

static const SaidKeys SAID[] = {
    {S_INIT(""), S_INIT("title role intro notice authors license gauges facts characters scenes x-scoring")},
    {S_INIT("scenes"), S_INIT("title lines next ask ending x-link x-score")},
    {S_INIT("options"), S_INIT("text if scores effects set unset reply why next x-score")},
};

Str h5p_write(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report) {
    Bank bank = {.arena = arena}; // the arena of what the reader joins
    H5pOut out = {.arena = arena, .scratch = scratch, .scenario = scenario};
    out.reader = (BankReader){
        .bank = &bank, .scratch = scratch, .scenario = scenario, .loss = {.report = report, .bytes = bytes}};
    out.scoring = extra_text(arena, scratch, scenario, scenario->place, S(H5P_X_SCORING));
    number_screens(&out);
    leave_state(&out);
    ArchiveFile files[] = {{.name = S("h5p.json"), .bytes = put_manifest(&out)},
                           {.name = S("content/content.json"), .bytes = put_content(&out)}};
    settle_ends(&out);
    unsaid_tell(&out.reader.loss, scratch, SAID, COUNT(SAID), REASON_NO_PLACE_IN_STORY);
    return archive_write(arena, files, COUNT(files));
}
