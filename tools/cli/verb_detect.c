#include "base/json_write.h"
#include "base/utf8.h"
#include "check/case_check.h"
#include "cli/cli.h"
#include "scenario/detector.h"
#include "scenario/scenario_parse.h"

enum { OPTION_TEXT_GIVEN, OPTION_JSON, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_TEXT_GIVEN] = {.spec = {S_INIT("text"), OPTIONS_TEXT, 0},
                           .operand = TR_INIT("TEXT"),
                           .about = TR_INIT("The text that is looked into."),
                           .required = true},
    [OPTION_JSON] = {.spec = {S_INIT("json"), OPTIONS_FLAG, 0}, .about = TR_INIT("Prints JSON.")}};

static const Str VERDICTS[] = {
    [DETECTOR_NOT_FOUND] = S_INIT("no"), [DETECTOR_FOUND] = S_INIT("yes"), [DETECTOR_UNDECIDED] = S_INIT("undecided")};

static void write_result(JsonWriter *writer, Str id, const DetectorResult *result, Str text) {
    json_begin_object(writer);
    json_write_member_text(writer, S("detector"), id);
    json_write_member_text(writer, S("found"), VERDICTS[result->verdict]);
    json_write_key(writer, S("places"));
    json_begin_list(writer);
    for (int32_t i = 0; i < result->hit_count; i++) {
        json_begin_inline_object(writer);
        json_write_member_int(writer, S("from"), result->hits[i].from);
        json_write_member_int(writer, S("to"), result->hits[i].to);
        json_write_member_text(writer, S("text"), str_slice(text, result->hits[i].from, result->hits[i].to));
        json_end(writer);
    }
    json_end(writer);
    json_end(writer);
}

// Returns whether there was anything to print.
static bool print_result(Cli *cli, const Detector *detector, const DetectorResult *result, Str text) {
    if (result->verdict == DETECTOR_UNDECIDED) {
        cli_print_line(CLI_FORMAT(cli, TR("{0}: too costly, could not be decided"), detector->name));
    }
    for (int32_t i = 0; i < result->hit_count; i++) {
        Str seen = str_slice(text, result->hits[i].from, result->hits[i].to);
        cli_print_line(CLI_FORMAT(cli, TR("{0}: “{1}”"), detector->name, seen));
    }
    return result->verdict == DETECTOR_UNDECIDED || result->hit_count > 0;
}

static void detect(Cli *cli, const Scenario *library, Str text, bool json) {
    DetectorBank *bank = detector_bank_create(library);
    bool any = false;
    JsonWriter writer = json_writer(&cli->arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_key(&writer, S("detectors"));
    json_begin_list(&writer);
    for (DetectorId d = 1; d < library->detectors.count; d++) {
        const Detector *detector = &library->detectors.rows[d];
        DetectorResult result = detector_run(bank, &cli->arena, d, text);
        if (json) {
            write_result(&writer, scenario_name(library, detector->id), &result, text);
        } else {
            any = print_result(cli, detector, &result, text) || any;
        }
    }
    json_end(&writer);
    json_end(&writer);
    if (json) {
        cli_write(json_written(&writer));
    } else if (!any) {
        cli_print_line(cli_text(cli, TR("No detector sees anything here.")));
    }
    detector_bank_destroy(bank);
}

static int run(Cli *cli, const Options *options) {
    LoadedCase loaded = {.path = options->operands[0], .findings = {.arena = &cli->arena}};
    if (!options->values[OPTION_TEXT_GIVEN].given) {
        cli_complain(cli_text(cli, TR("What shall be looked at? --text is missing.")));
        return EXIT_USAGE;
    }
    if (utf8_find_invalid(options->values[OPTION_TEXT_GIVEN].text) >= 0) {
        cli_complain(cli_text(cli, TR("The text of --text is not written in UTF-8.")));
        return EXIT_USAGE;
    }
    int status = cli_load(cli, loaded.path, &loaded.bytes);
    if (status != EXIT_FINE) {
        return status;
    }
    loaded.scenario = scenario_parse_detectors(&cli->arena, &cli->scratch, loaded.bytes, &loaded.findings);
    case_check(loaded.scenario, loaded.bytes, 0, &cli->scratch, &loaded.findings);
    cli_print_findings(cli, &loaded, cli_complain);
    if (loaded.findings.error_count > 0) {
        return EXIT_DATA;
    }
    detect(cli, loaded.scenario, options->values[OPTION_TEXT_GIVEN].text, options->values[OPTION_JSON].given);
    return EXIT_FINE;
}

const Verb VERB_DETECT = {.place = 80,
                          .name = S_INIT("detect"),
                          .operands = TR_INIT("DETECTORS.json"),
                          .about = TR_INIT("Says which detectors see what in a text, and where."),
                          .options = OPTIONS,
                          .option_count = OPTION_COUNT,
                          .least_operands = 1,
                          .most_operands = 1,
                          .run = run};
