#include "cli/cli.h"
#include "report/html_print.h"

enum { OPTION_CARDS, OPTION_SHEET, OPTION_GRID, OPTION_READING, OPTION_STORY, OPTION_OUT, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_CARDS] = {.spec = {S_INIT("cards"), OPTIONS_FLAG, 0},
                      .about = TR_INIT("The voting cards of one person, two A5 on a sheet.")},
    [OPTION_SHEET] = {.spec = {S_INIT("sheet"), OPTIONS_FLAG, 0},
                      .about = TR_INIT("The trainer’s sheet: map, hours, questions, notes, sources.")},
    [OPTION_GRID] = {.spec = {S_INIT("grid"), OPTIONS_FLAG, 0}, .about = TR_INIT("The grid of who observes.")},
    [OPTION_READING] = {.spec = {S_INIT("reading"), OPTIONS_FLAG, 0},
                        .about = TR_INIT("The whole case, scene by scene, to be read again.")},
    [OPTION_STORY] = {.spec = {S_INIT("story"), OPTIONS_FLAG, 0},
                      .about = TR_INIT("The case on cards, to be played without a screen.")},
    [OPTION_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                    .operand = TR_INIT("OUT.html"),
                    .about = TR_INIT("The file that is written."),
                    .required = true}};

// The one that is asked for, or PRINT_KIND_COUNT: none, or several.
static PrintKind find_kind(const Options *options) {
    static const struct {
        int32_t option;
        PrintKind kind;
    } KINDS[] = {{OPTION_CARDS, PRINT_CARDS},
                 {OPTION_SHEET, PRINT_SHEET},
                 {OPTION_GRID, PRINT_GRID},
                 {OPTION_READING, PRINT_READING},
                 {OPTION_STORY, PRINT_STORY}};
    PrintKind found = PRINT_KIND_COUNT;
    int32_t count = 0;
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        if (options->values[KINDS[i].option].given) {
            found = KINDS[i].kind;
            count++;
        }
    }
    return count == 1 ? found : PRINT_KIND_COUNT;
}

static int run(Cli *cli, const Options *options) {
    PrintKind kind = find_kind(options);
    if (kind == PRINT_KIND_COUNT) {
        cli_complain(cli_text(cli, TR("print needs one of --cards, --sheet, --grid, --reading and --story.")));
        return EXIT_USAGE;
    }
    LoadedCase loaded;
    int status = cli_load_playable(cli, options->operands[0], &loaded);
    if (status != EXIT_FINE) {
        return status;
    }
    HtmlPrint page = {
        .arena = &cli->arena, .catalog = &cli->catalog, .scenario = loaded.scenario, .language = cli->language};
    return cli_save(cli, options->values[OPTION_OUT].text, html_print(&page, kind));
}

const Verb VERB_PRINT = {.place = 75,
                         .name = S_INIT("print"),
                         .operands = TR_INIT("CASE.json"),
                         .about = TR_INIT("Writes what a trainer prints for a group, as a page of HTML for A4."),
                         .more = TR_INIT("One of the five is asked for. Nothing of a person stands on it."),
                         .options = OPTIONS,
                         .option_count = OPTION_COUNT,
                         .least_operands = 1,
                         .most_operands = 1,
                         .run = run};
