#include "base/embedded.h"
#include "cli/cli.h"

enum { OPTION_REPORT, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_REPORT] = {.spec = {S_INIT("report"), OPTIONS_FLAG, 0},
                       .about = TR_INIT("Instead, the schema of reports that are written as JSON.")}};

static int run(Cli *cli, const Options *options) {
    (void)cli;
    bool report = options->values[OPTION_REPORT].given;
    cli_write(embedded_find(report ? S("report.schema.json") : S("scenario.schema.json")));
    return EXIT_FINE;
}

const Verb VERB_SCHEMA = {.place = 90,
                          .name = S_INIT("schema"),
                          .about = TR_INIT("Prints the JSON Schema of case files, as compiled in."),
                          .options = OPTIONS,
                          .option_count = OPTION_COUNT,
                          .run = run};
