#include "cli/cli.h"
#include "scenario/scenario_write.h"

enum { OPTION_CHECK, OPTION_TYPOGRAPHY, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_CHECK] = {.spec = {S_INIT("check"), OPTIONS_FLAG, 0},
                      .about = TR_INIT("Changes nothing: names the files that are laid out otherwise.")},
    [OPTION_TYPOGRAPHY] = {.spec = {S_INIT("typography"), OPTIONS_FLAG, 0},
                           .about = TR_INIT("Also mends French quotation marks, apostrophes and spaces.")}};

// A file whose bytes or shape are wrong cannot be written again without losing something of it.
static bool is_writable(const Findings *findings) {
    if (findings->count >= LIMIT_FINDINGS) { // there may be more that were not kept
        return false;
    }
    for (int32_t i = 0; i < findings->count; i++) {
        if (findings->rows[i].code <= FINDING_NEWER_FORMAT &&
            finding_severity(findings->rows[i].code) == SEVERITY_ERROR) {
            return false;
        }
    }
    return true;
}

static int format_file(Cli *cli, Str path, const Options *options) {
    LoadedCase loaded;
    if (cli_parse_case(cli, path, &loaded) == EXIT_SYSTEM) {
        return EXIT_SYSTEM;
    }
    if (!is_writable(&loaded.findings)) {
        findings_locate(&loaded.findings, loaded.scenario, &cli->scratch, loaded.bytes);
        cli_print_findings(cli, &loaded, cli_complain);
        cli_complain(
            CLI_FORMAT(cli, TR("“{0}” was left as it is: it cannot be laid out before its errors are mended."), path));
        return EXIT_DATA;
    }
    WriteTypography typography = options->values[OPTION_TYPOGRAPHY].given ? WRITE_MENDED : WRITE_AS_IS;
    Str written = scenario_write(&cli->arena, &cli->scratch, loaded.scenario, typography);
    bool check = options->values[OPTION_CHECK].given;
    if (str_equal(path, S("-")) && !check) {
        cli_write(written);
        return EXIT_FINE;
    }
    if (str_equal(written, loaded.bytes)) {
        return EXIT_FINE;
    }
    if (check) {
        cli_print_line(path);
        return EXIT_DATA;
    }
    return cli_save(cli, path, written);
}

static int run(Cli *cli, const Options *options) {
    int worst = EXIT_FINE;
    for (int32_t i = 0; i < options->operand_count; i++) {
        int status = format_file(cli, options->operands[i], options);
        worst = status > worst ? status : worst;
    }
    return worst;
}

const Verb VERB_FMT = {
    .place = 60,
    .name = S_INIT("fmt"),
    .operands = TR_INIT("FILE…"),
    .about =
        TR_INIT("Lays case files out canonically; --check only lists those that are not; --typography mends French."),
    .more = TR_INIT("The version before is kept as FILE~."),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .least_operands = 1,
    .most_operands = INT32_MAX,
    .run = run};
