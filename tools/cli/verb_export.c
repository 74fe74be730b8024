#include "cli/outcome.h"

enum { OPTION_OUT, OPTION_LOSS, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                    .operand = TR_INIT("OUT"),
                    .about = TR_INIT("The file that is written; its name ends with .gift, .xml, .twee, .ink or .h5p."),
                    .required = true},
    [OPTION_LOSS] = {.spec = {S_INIT("loss"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("LOSS.json"),
                     .about = TR_INIT("Also writes what became of everything that was found, as JSON.")}};

static int run(Cli *cli, const Options *options) {
    Str source = options->operands[0], out = options->values[OPTION_OUT].text;
    Exchange exchange = {.language = cli->language, .kind = exchange_kind_of_path(out)};
    if (exchange.kind == EXCHANGE_UNKNOWN) {
        cli_complain(cli_text(cli, TR("-o needs a file that ends with .gift, .xml, .twee, .ink or .h5p.")));
        return EXIT_USAGE;
    }
    LoadedCase loaded;
    int status = cli_load_playable(cli, source, &loaded);
    if (status != EXIT_FINE) {
        return status;
    }
    ExchangeFault fault = exchange_export(&cli->arena, &cli->scratch, loaded.scenario, loaded.bytes, &exchange);
    if (fault != EXCHANGE_FINE) {
        return outcome_refuse(cli, source, &exchange, fault);
    }
    status = outcome_tell(cli, source, &exchange, options->values[OPTION_LOSS].text);
    int saved = status == EXIT_SYSTEM ? status : cli_save(cli, out, exchange.bytes);
    return saved != EXIT_FINE ? saved : status;
}

const Verb VERB_EXPORT = {.place = 86,
                          .name = S_INIT("export"),
                          .operands = TR_INIT("CASE.json"),
                          .about =
                              TR_INIT("Writes a case as a file of another tool: GIFT, Moodle XML, Twee 3, ink, H5P."),
                          .more = TR_INIT("What the other tool cannot hold is told before anything is written; if "
                                          "nothing sensible is left, nothing is."),
                          .options = OPTIONS,
                          .option_count = OPTION_COUNT,
                          .least_operands = 1,
                          .most_operands = 1,
                          .run = run};
