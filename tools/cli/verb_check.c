#include "base/json_write.h"
#include "cli/cli.h"

enum { OPTION_JSON, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_JSON] = {.spec = {S_INIT("json"), OPTIONS_FLAG, 0}, .about = TR_INIT("Prints the findings as JSON.")}};

static void write_findings(Cli *cli, JsonWriter *writer, const LoadedCase *loaded) {
    for (int32_t i = 0; i < loaded->findings.count; i++) {
        const Finding *finding = &loaded->findings.rows[i];
        json_begin_object(writer);
        json_write_member_text(writer, S("file"), loaded->path);
        json_write_member_int(writer, S("line"), finding->line);
        json_write_member_int(writer, S("column"), finding->column);
        json_write_member_text(writer, S("pointer"), finding->pointer);
        json_write_member_text(writer, S("code"), finding_code(finding->code));
        json_write_member_text(writer, S("severity"),
                               finding_severity(finding->code) == SEVERITY_ERROR ? S("error") : S("warning"));
        json_write_member_text(writer, S("message"), finding_message(&cli->scratch, &cli->catalog, finding));
        json_write_member_text(writer, S("advice"), finding_advice(&cli->scratch, &cli->catalog, finding));
        json_end(writer);
    }
}

static int run(Cli *cli, const Options *options) {
    bool json = options->values[OPTION_JSON].given;
    JsonWriter writer = json_writer(&cli->arena);
    int worst = EXIT_FINE;
    json_begin_list(&writer);
    for (int32_t i = 0; i < options->operand_count; i++) {
        LoadedCase loaded;
        int status = cli_load_case(cli, options->operands[i], &loaded);
        worst = status > worst ? status : worst;
        if (json) {
            write_findings(cli, &writer, &loaded);
        } else {
            cli_print_findings(cli, &loaded, cli_print_line);
        }
    }
    json_end(&writer);
    if (json) {
        cli_write(json_written(&writer));
    }
    return worst;
}

const Verb VERB_CHECK = {
    .place = 10,
    .name = S_INIT("check"),
    .operands = TR_INIT("FILE…"),
    .about = TR_INIT("Says everything that is wrong with each file; status 1 if a case cannot be played."),
    .more = TR_INIT("Each finding tells its line, its column and what to do."),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .least_operands = 1,
    .most_operands = INT32_MAX,
    .run = run};
