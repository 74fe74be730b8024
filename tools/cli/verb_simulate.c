#include "base/json_write.h"
#include "base/system.h"
#include "cli/drawn.h"
#include "session/simulate.h"

enum { OPTION_RUNS, OPTION_SEED, OPTION_SESSIONS, OPTION_GROUP_SIZE, OPTION_JSON, OPTION_COUNT, DEFAULT_RUNS = 1000 };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_RUNS] = {.spec = {S_INIT("runs"), OPTIONS_INT, 0},
                     .operand = S_INIT("N"),
                     .about = TR_INIT("Number of walks; 1000 unless given.")},
    [OPTION_SEED] = {.spec = {S_INIT("seed"), OPTIONS_INT, 0},
                     .operand = S_INIT("S"),
                     .about = TR_INIT("One seed gives the same walks every time.")},
    [OPTION_SESSIONS] = {.spec = {S_INIT("sessions"), OPTIONS_TEXT, 0},
                         .operand = TR_INIT("OUT.jsonl"),
                         .about =
                             TR_INIT("Besides, each walk as a session, in a file to be imported among the sessions.")},
    [OPTION_GROUP_SIZE] = {.spec = {S_INIT("group-size"), OPTIONS_INT, 0},
                           .operand = S_INIT("N"),
                           .about = TR_INIT("These are sessions of groups of N people, who vote at random.")},
    [OPTION_JSON] = {.spec = {S_INIT("json"), OPTIONS_FLAG, 0}, .about = TR_INIT("Prints JSON.")}};

typedef struct {
    Cli *cli;
    const Scenario *scenario;
    const Simulation *simulation;
    int64_t walks_per_second, decisions_per_second;
} Report;

static Str scene_id(const Report *report, SceneId scene) {
    return scenario_name(report->scenario, report->scenario->scenes.rows[scene].id);
}

static void write_hits(const Report *report, JsonWriter *writer) {
    const Scenario *scenario = report->scenario;
    json_write_key(writer, S("scenes"));
    json_begin_object(writer);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        json_write_member_int(writer, scene_id(report, i), report->simulation->scene_hits[i]);
    }
    json_end(writer);
    json_write_key(writer, S("options"));
    json_begin_object(writer);
    for (AskId a = 1; a < scenario->asks.count; a++) {
        const Ask *ask = &scenario->asks.rows[a];
        if (ask->options.count > 0) {
            json_write_key(writer, scene_id(report, ask->scene));
            json_begin_object(writer);
            for (int32_t i = 0; i < ask->options.count; i++) {
                OptionId option = ask->options.first + i;
                json_write_member_int(writer, scenario_name(scenario, scenario->options.rows[option].id),
                                      report->simulation->option_hits[option]);
            }
            if (ask->own_words != 0) {
                json_write_member_int(writer, S("own-words"), report->simulation->own_words_hits[ask->own_words]);
            }
            json_end(writer);
        }
    }
    json_end(writer);
    json_write_key(writer, S("endings"));
    json_begin_object(writer);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        if (scenario->scenes.rows[i].ending != 0) {
            json_write_member_int(writer, scene_id(report, i), report->simulation->ending_hits[i]);
        }
    }
    json_end(writer);
}

static Str write_json(const Report *report) {
    const Simulation *simulation = report->simulation;
    JsonWriter writer = json_writer(&report->cli->arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_member_int(&writer, S("runs"), simulation->runs);
    json_write_member_int(&writer, S("ended"), simulation->ended);
    json_write_member_int(&writer, S("stuck"), simulation->stuck);
    json_write_member_int(&writer, S("unfinished"), simulation->unfinished);
    json_write_member_int(&writer, S("decisions"), simulation->decisions);
    json_write_member_int(&writer, S("shortest"), simulation->shortest);
    json_write_member_int(&writer, S("longest"), simulation->longest);
    json_write_member_int(&writer, S("walks_per_second"), report->walks_per_second);
    json_write_member_int(&writer, S("decisions_per_second"), report->decisions_per_second);
    if (simulation->stuck > 0) {
        json_write_member_text(&writer, S("stuck_walk"), simulation->stuck_walk);
    }
    json_write_key(&writer, S("competencies"));
    json_begin_object(&writer);
    for (CompetencyId c = 1; c < report->scenario->competencies.count; c++) {
        json_write_key(&writer, scenario_name(report->scenario, report->scenario->competencies.rows[c].id));
        json_begin_inline_object(&writer);
        json_write_member_int(&writer, S("low"), simulation->low[c]);
        json_write_member_int(&writer, S("high"), simulation->high[c]);
        json_end(&writer);
    }
    json_end(&writer);
    write_hits(report, &writer);
    json_end(&writer);
    return json_written(&writer);
}

static void print_hits(const Report *report, Str id, int64_t count) {
    Str hits = cli_number(report->cli, count);
    cli_print_line(str_format(&report->cli->scratch, "    %.*s  %.*s", S_ARG(hits), S_ARG(id)));
}

static void print_option_hits(const Report *report, const Ask *ask) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &report->scenario->options.rows[ask->options.first + i];
        Str id = scenario_name(report->scenario, option->id);
        print_hits(report, id, report->simulation->option_hits[ask->options.first + i]);
    }
    if (ask->own_words != 0) {
        print_hits(report, S("own-words"), report->simulation->own_words_hits[ask->own_words]);
    }
}

static void print_text(const Report *report) {
    const Simulation *simulation = report->simulation;
    Cli *cli = report->cli;
    cli_print_line(CLI_FORMAT(cli, TR("{0} walks: {1} ended, {2} got stuck, {3} were cut."),
                              cli_number(cli, simulation->runs), cli_number(cli, simulation->ended),
                              cli_number(cli, simulation->stuck), cli_number(cli, simulation->unfinished)));
    cli_print_line(CLI_FORMAT(cli, TR("From {0} to {1} decisions. {2} walks and {3} decisions a second."),
                              cli_number(cli, simulation->shortest), cli_number(cli, simulation->longest),
                              cli_number(cli, report->walks_per_second),
                              cli_number(cli, report->decisions_per_second)));
    if (simulation->stuck > 0) {
        cli_print_line(CLI_FORMAT(cli, TR("A walk that gets stuck: --answers '{0}'"), simulation->stuck_walk));
    }
    for (CompetencyId c = 1; c < report->scenario->competencies.count; c++) {
        cli_print_line(CLI_FORMAT(cli, TR("{0}: from {1} to {2}"), report->scenario->competencies.rows[c].name,
                                  cli_number(cli, simulation->low[c]), cli_number(cli, simulation->high[c])));
    }
    for (SceneId i = 1; i < report->scenario->scenes.count; i++) {
        const Scene *scene = &report->scenario->scenes.rows[i];
        Str hits = cli_number(cli, simulation->scene_hits[i]);
        cli_print_line(str_format(&cli->scratch, "%.*s  %.*s", S_ARG(hits), S_ARG(scene_id(report, i))));
        print_option_hits(report, &report->scenario->asks.rows[scene->ask]);
    }
}

static int64_t per_second(int64_t count, int64_t spent_us) {
    return spent_us > 0 ? count * 1000000 / spent_us : 0;
}

static int run(Cli *cli, const Options *options) {
    const OptionValue *values = options->values;
    int32_t runs = values[OPTION_RUNS].given ? values[OPTION_RUNS].number : DEFAULT_RUNS;
    if (runs < 1 || values[OPTION_SEED].number < 0) {
        cli_complain(cli_text(cli, TR("--runs needs a number from 1, --seed one from 0.")));
        return EXIT_USAGE;
    }
    DrawnSessions wanted = {.runs = runs,
                            .seed = (uint64_t)values[OPTION_SEED].number,
                            .group_size = values[OPTION_GROUP_SIZE].number,
                            .path = values[OPTION_SESSIONS].text};
    if (wanted.group_size < 0 || wanted.group_size > LIMIT_SESSION_PEOPLE) {
        cli_complain(cli_text(cli, TR("--group-size needs a number from 1 to 1000.")));
        return EXIT_USAGE;
    }
    LoadedCase loaded;
    int status = cli_load_playable(cli, options->operands[0], &loaded);
    if (status != EXIT_FINE) {
        return status;
    }
    int64_t start_us = system_cpu_us();
    Simulation simulation =
        simulate(&cli->arena, &cli->scratch, loaded.scenario, runs, (uint64_t)values[OPTION_SEED].number);
    int64_t spent_us = system_cpu_us() - start_us;
    Report report = {cli, loaded.scenario, &simulation, per_second(runs, spent_us),
                     per_second(simulation.decisions, spent_us)};
    if (values[OPTION_JSON].given) {
        cli_write(write_json(&report));
    } else {
        print_text(&report);
    }
    wanted.loaded = &loaded;
    status = values[OPTION_SESSIONS].given ? drawn_write_sessions(cli, &wanted) : EXIT_FINE;
    return status == EXIT_FINE && simulation.stuck > 0 ? EXIT_DATA : status;
}

const Verb VERB_SIMULATE = {
    .place = 30,
    .name = S_INIT("simulate"),
    .operands = TR_INIT("FILE"),
    .about = TR_INIT("Walks at random, many times: what is met how often, how long walks are, where they get stuck."),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .least_operands = 1,
    .most_operands = 1,
    .run = run};
