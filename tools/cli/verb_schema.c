#include "base/embedded.h"
#include "cli/cli.h"

static int run(Cli *cli, const Options *options) {
    (void)cli, (void)options;
    cli_write(embedded_find(S("scenario.schema.json")));
    return EXIT_FINE;
}

const Verb VERB_SCHEMA = {.name = S_INIT("schema"),
                          .usage = S_INIT(""),
                          .about = TR_INIT("Prints the JSON Schema of case files, as compiled in."),
                          .run = run};
