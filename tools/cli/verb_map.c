#include "base/path.h"
#include "cli/cli.h"
#include "map/layout.h"
#include "map/map_write.h"

enum { OPTION_OUT, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                    .operand = TR_INIT("OUT"),
                    .about = TR_INIT("The file that is written; its name ends with .svg, .dot or .json."),
                    .required = true}};

typedef Str MapWrite(Arena *arena, const Scenario *scenario, const Layout *layout);

static MapWrite *find_writer(Str path) {
    static const struct {
        Str suffix;
        MapWrite *write;
    } WRITERS[] = {{S_INIT(".svg"), map_write_svg}, {S_INIT(".dot"), map_write_dot}, {S_INIT(".json"), map_write_json}};
    for (int i = 0; i < 3; i++) {
        if (path_ends(path, WRITERS[i].suffix)) {
            return WRITERS[i].write;
        }
    }
    return NULL;
}

static int run(Cli *cli, const Options *options) {
    Str out = options->values[OPTION_OUT].text;
    MapWrite *write = find_writer(out);
    if (write == NULL) {
        cli_complain(cli_text(cli, TR("-o needs a file that ends with .svg, .dot or .json.")));
        return EXIT_USAGE;
    }
    LoadedCase loaded;
    int status = cli_load_playable(cli, options->operands[0], &loaded);
    if (status != EXIT_FINE) {
        return status;
    }
    Layout layout = layout_of(&cli->arena, &cli->scratch, loaded.scenario);
    return cli_save(cli, out, write(&cli->arena, loaded.scenario, &layout));
}

const Verb VERB_MAP = {.place = 70,
                       .name = S_INIT("map"),
                       .operands = TR_INIT("FILE"),
                       .about = TR_INIT("Draws the scenes and the ways between them."),
                       .options = OPTIONS,
                       .option_count = OPTION_COUNT,
                       .least_operands = 1,
                       .most_operands = 1,
                       .run = run};
