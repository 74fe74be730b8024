// `play --answers`: no questions asked.
#include "base/json_write.h"
#include "cli/play.h"

static Str fault_words(const Cli *cli, AnswerFault fault) {
    static const Str WORDS[] = {[ANSWER_FINE] = S_INIT(""),
                                [ANSWER_UNKNOWN_OPTION] = TR_INIT("there is no option “{0}”"),
                                [ANSWER_UNKNOWN_ITEM] = TR_INIT("there is no item “{0}”"),
                                [ANSWER_UNKNOWN_BIN] = TR_INIT("there is no bin “{0}”"),
                                [ANSWER_UNKNOWN_DETECTOR] = TR_INIT("there is no detector to tick “{0}”"),
                                [ANSWER_INCOMPLETE] = TR_INIT("“{0}” does not hold everything exactly once"),
                                [ANSWER_BAD_LEVEL] = TR_INIT("“{0}” is no level of the scale"),
                                [ANSWER_BAD_TEXT] =
                                    TR_INIT("“{0}” is not a text in quotation marks, followed or not by ticks"),
                                [ANSWER_NO_LIMIT] = TR_INIT("no time runs here that could be up")};
    return cli_text(cli, WORDS[fault]);
}

static int complain(Play *play, int32_t number, Str what) {
    Str scene = scenario_name(play->scenario, play->scenario->scenes.rows[play->session.walk.scene].id);
    cli_complain(
        CLI_FORMAT(play->cli, TR("Answer {0}, in the scene “{1}”: {2}."), cli_number(play->cli, number), scene, what));
    return EXIT_DATA;
}

static int give_answer(Play *play, int32_t number, Str notation) {
    const Ask *ask = walk_ask(&play->session.walk);
    Event event = {.kind = EVENT_ANSWER};
    Str about;
    if (ask == NULL) {
        return complain(play, number, cli_text(play->cli, TR("nothing is asked any more")));
    }
    AnswerReader reader = {&play->cli->arena, &play->cli->scratch, play->scenario, play->bank};
    AnswerFault fault = answer_parse(&reader, ask, notation, &event.answer, &about);
    if (fault != ANSWER_FINE) {
        Str arguments[] = {about};
        return complain(
            play, number,
            catalog_format(&play->cli->scratch, &play->cli->catalog, fault_words(play->cli, fault), arguments, 1));
    }
    if (session_step(&play->session, &event) != SESSION_FINE) {
        return complain(play, number, cli_text(play->cli, TR("this answer is not offered here")));
    }
    return EXIT_FINE;
}

static void write_gauges(JsonWriter *writer, const Session *session) {
    json_write_key(writer, S("gauges"));
    json_begin_object(writer);
    for (GaugeId g = 1; g < session->scenario->gauges.count; g++) {
        json_write_member_int(writer, scenario_name(session->scenario, session->scenario->gauges.rows[g].id),
                              session->walk.gauges[g]);
    }
    json_end(writer);
}

static void write_facts(JsonWriter *writer, const Session *session) {
    json_write_key(writer, S("facts"));
    json_begin_list(writer);
    for (FactId f = 1; f < session->scenario->facts.count; f++) {
        if (session->walk.facts[f]) {
            json_write_text(writer, scenario_name(session->scenario, session->scenario->facts.rows[f].id));
        }
    }
    json_end(writer);
}

static void write_competencies(JsonWriter *writer, const Session *session) {
    const Scenario *scenario = session->scenario;
    json_write_key(writer, S("marks"));
    json_begin_object(writer);
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        json_write_member_int(writer, scenario_name(scenario, scenario->competencies.rows[c].id),
                              session->walk.totals[c]);
    }
    json_end(writer);
    json_write_key(writer, S("profile"));
    json_begin_object(writer);
    for (CompetencyId c = 1; c < scenario->competencies.count; c++) {
        const Profile *profile = &session->profiles[c];
        json_write_key(writer, scenario_name(scenario, scenario->competencies.rows[c].id));
        json_begin_object(writer);
        json_write_member_int(writer, S("sum"), profile->sum);
        json_write_member_int(writer, S("low"), profile->low);
        json_write_member_int(writer, S("high"), profile->high);
        json_write_member_int(writer, S("occasions"), profile->occasions);
        json_end(writer);
    }
    json_end(writer);
}

static void write_found(JsonWriter *writer, const Session *session) {
    json_write_key(writer, S("found"));
    json_begin_list(writer);
    for (DetectorId d = 1; d < session->scenario->detectors.count; d++) {
        if (session_count_found(session, d) > 0) {
            json_write_text(writer, scenario_name(session->scenario, session->scenario->detectors.rows[d].id));
        }
    }
    json_end(writer);
}

static Str write_state(Arena *arena, const Session *session) {
    JsonWriter writer = json_line_writer(arena);
    bool ended = session->walk.status == WALK_ENDED;
    Str scene = scenario_name(session->scenario, session->scenario->scenes.rows[session->walk.scene].id);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_key(&writer, S("state"));
    json_begin_object(&writer);
    json_write_member_text(&writer, S("scene"), scene);
    json_write_member_bool(&writer, S("ended"), ended);
    json_write_key(&writer, S("ending"));
    if (ended) {
        json_write_text(&writer, scene);
    } else {
        json_write_null(&writer);
    }
    write_gauges(&writer, session);
    write_facts(&writer, session);
    write_competencies(&writer, session);
    write_found(&writer, session);
    json_end(&writer);
    json_end(&writer);
    return json_written(&writer);
}

static void write_events(Play *play) {
    const Log *log = &play->session.log;
    for (int32_t i = 0; i < log->lines.count; i++) {
        cli_write(log->lines.rows[i].text);
        cli_write(S("\n"));
    }
    cli_write(write_state(&play->cli->scratch, &play->session));
    cli_write(S("\n"));
}

static void show_asked(Play *play) {
    const Ask *ask = walk_ask(&play->session.walk);
    play_show_told(play);
    if (ask != NULL) {
        play_show_prompt(play, ask);
    }
}

int play_script(Play *play, Str answers, bool json) {
    int status = EXIT_FINE;
    int32_t number = 0;
    if (!json) {
        play_print(play, play->scenario->title);
    }
    for (Str rest = answers; status == EXIT_FINE && rest.len > 0;) {
        if (!json) {
            show_asked(play);
        }
        status = give_answer(play, ++number, answer_cut(&rest));
        if (status == EXIT_FINE && !json) {
            play_show_answer(play);
        }
    }
    if (status == EXIT_FINE && play->session.walk.status == WALK_ENDED) {
        (void)session_step(&play->session, &(Event){.kind = EVENT_FINISH});
    }
    if (json) {
        write_events(play);
        return status;
    }
    play_show_told(play);
    if (status == EXIT_FINE && play->session.walk.status == WALK_ENDED) {
        play_show_debrief(play);
    }
    return status;
}
