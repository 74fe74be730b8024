#include "base/embedded.h"
#include "cli/cli.h"

static int run(Cli *cli, const Options *options) {
    (void)cli, (void)options;
    cli_write(embedded_find(S("scenario.schema.json")));
    return EXIT_FINE;
}

const Verb VERB_SCHEMA = {.place = 90,
                          .name = S_INIT("schema"),
                          .about = TR_INIT("Prints the JSON Schema of case files, as compiled in."),
                          .run = run};
