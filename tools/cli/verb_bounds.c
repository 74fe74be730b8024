#include "base/json_write.h"
#include "cli/cli.h"
#include "session/explore.h"

enum { OPTION_JSON, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_JSON] = {.spec = {S_INIT("json"), OPTIONS_FLAG, 0}, .about = TR_INIT("Prints JSON.")}};

static void write_competencies(JsonWriter *writer, const Scenario *scenario, const EndingBounds *bounds) {
    json_write_key(writer, S("competencies"));
    json_begin_object(writer);
    for (CompetencyId c = 1; bounds->reachable && c < scenario->competencies.count; c++) {
        json_write_key(writer, scenario_name(scenario, scenario->competencies.rows[c].id));
        json_begin_inline_object(writer);
        json_write_member_int(writer, S("low"), bounds->low[c]);
        json_write_member_int(writer, S("high"), bounds->high[c]);
        json_end(writer);
    }
    json_end(writer);
}

static Str write_json(Cli *cli, const Scenario *scenario, const Exploration *exploration) {
    JsonWriter writer = json_writer(&cli->arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_member_bool(&writer, S("exact"), exploration->exact);
    json_write_member_int(&writer, S("states"), exploration->states);
    write_competencies(&writer, scenario, &exploration->all);
    json_write_key(&writer, S("endings"));
    json_begin_object(&writer);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        if (scenario->scenes.rows[i].ending != 0) {
            json_write_key(&writer, scenario_name(scenario, scenario->scenes.rows[i].id));
            json_begin_object(&writer);
            json_write_member_bool(&writer, S("reachable"), exploration->endings[i].reachable);
            write_competencies(&writer, scenario, &exploration->endings[i]);
            json_end(&writer);
        }
    }
    json_end(&writer);
    json_end(&writer);
    return json_written(&writer);
}

static void print_bounds(Cli *cli, const Scenario *scenario, const EndingBounds *bounds) {
    if (!bounds->reachable) {
        cli_print_line(cli_text(cli, TR("    not reached by any walk")));
    }
    for (CompetencyId c = 1; bounds->reachable && c < scenario->competencies.count; c++) {
        cli_print_line(CLI_FORMAT(cli, TR("    {0}: from {1} to {2}"), scenario->competencies.rows[c].name,
                                  cli_number(cli, bounds->low[c]), cli_number(cli, bounds->high[c])));
    }
}

static void print_text(Cli *cli, const Scenario *scenario, const Exploration *exploration) {
    Str states = cli_number(cli, exploration->states);
    if (exploration->exact) {
        cli_print_line(CLI_FORMAT(cli, TR("Exact: all {0} states were met."), states));
    } else {
        cli_print_line(CLI_FORMAT(cli, TR("Not exact: more than {0} states; no walk exceeds these bounds."), states));
    }
    cli_print_line(cli_text(cli, TR("All endings")));
    print_bounds(cli, scenario, &exploration->all);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        if (scene->ending != 0) {
            cli_print_line(CLI_FORMAT(cli, TR("{0}: {1}"), scenario_name(scenario, scene->id),
                                      scenario->endings.rows[scene->ending].title));
            print_bounds(cli, scenario, &exploration->endings[i]);
        }
    }
}

static int run(Cli *cli, const Options *options) {
    LoadedCase loaded;
    int status = cli_load_playable(cli, options->operands[0], &loaded);
    if (status != EXIT_FINE) {
        return status;
    }
    Exploration exploration = explore(&cli->arena, &cli->scratch, loaded.scenario, LIMIT_BOUNDS_STATES);
    if (options->values[OPTION_JSON].given) {
        cli_write(write_json(cli, loaded.scenario, &exploration));
    } else {
        print_text(cli, loaded.scenario, &exploration);
    }
    return EXIT_FINE;
}

const Verb VERB_BOUNDS = {
    .place = 40,
    .name = S_INIT("bounds"),
    .operands = TR_INIT("FILE"),
    .about = TR_INIT("The lowest and highest total that walks can attain, for each competency and ending."),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .least_operands = 1,
    .most_operands = 1,
    .run = run};
