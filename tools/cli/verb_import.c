#include "base/path.h"
#include "cli/outcome.h"
#include "exchange/exchange.h"

enum { OPTION_OUT, OPTION_LOSS, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                    .operand = TR_INIT("CASE.json"),
                    .about = TR_INIT("The case that is written."),
                    .required = true},
    [OPTION_LOSS] = {.spec = {S_INIT("loss"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("LOSS.json"),
                     .about = TR_INIT("Also writes what became of everything that was found, as JSON.")}};

static Str name_of(Str path) {
    Str name = path_name(path);
    ptrdiff_t dot = name.len;
    while (dot > 0 && name.text[dot - 1] != '.') {
        dot--;
    }
    return dot > 1 ? str_slice(name, 0, dot - 1) : name;
}

static int run(Cli *cli, const Options *options) {
    Str source = options->operands[0], bytes;
    int status = cli_load(cli, source, &bytes);
    if (status != EXIT_FINE) {
        return status;
    }
    Exchange exchange = {.name = name_of(source), .language = cli->language};
    ExchangeFault fault = exchange_import(&cli->arena, &cli->scratch, bytes, &exchange);
    if (fault != EXCHANGE_FINE) {
        return outcome_refuse(cli, source, &exchange, fault);
    }
    status = outcome_tell(cli, source, &exchange, options->values[OPTION_LOSS].text);
    int saved = status == EXIT_SYSTEM ? status : cli_save(cli, options->values[OPTION_OUT].text, exchange.bytes);
    return saved != EXIT_FINE ? saved : status;
}

const Verb VERB_IMPORT = {.place = 84,
                          .name = S_INIT("import"),
                          .operands = TR_INIT("FILE"),
                          .about = TR_INIT("Makes a case of a file of another tool: GIFT."),
                          .more = TR_INIT("What the file is, its content tells. Everything that does not come in as it "
                                          "was is told, with its line; competencies and theme are left to complete."),
                          .options = OPTIONS,
                          .option_count = OPTION_COUNT,
                          .least_operands = 1,
                          .most_operands = 1,
                          .run = run};
