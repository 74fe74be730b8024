#include "base/file.h"
#include "base/path.h"
#include "cli/cli_folder.h"
#include "cli/outcome.h"
#include "exchange/exchange.h"

enum { OPTION_OUT, OPTION_LOSS, OPTION_STORY, OPTION_COUNT };
static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                    .operand = TR_INIT("CASE.json"),
                    .about = TR_INIT("The case that is written; FOLDER/ takes all stories of a file."),
                    .required = true},
    [OPTION_LOSS] = {.spec = {S_INIT("loss"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("LOSS.json"),
                     .about = TR_INIT("Also writes what became of everything that was found, as JSON.")},
    [OPTION_STORY] = {.spec = {S_INIT("story"), OPTIONS_INT, 0},
                      .operand = TR_INIT("N"),
                      .about = TR_INIT("Which story of a file that has several, from 1.")}};

// A file of so many bytes, and what is made of it, are better not in memory as a whole.
enum { LARGE = 1024 * 1024 };

typedef struct {
    Str source, bytes, out, loss;
    LossParts parts;       // of a folder
    FileDraft *draft;      // that holds the bytes; NULL: they are in memory
    const Exchange *first; // of a folder: the story that was taken before all others
} Wish;

static void list_stories(Cli *cli, const Exchange *exchange) {
    for (int32_t i = 0; i < exchange->count; i++) {
        cli_print_line(str_format(&cli->scratch, "%d. %.*s", i + 1, S_ARG(exchange->rows[i].title)));
    }
}

static int take(Cli *cli, const Wish *wish, Str out, Exchange *exchange) {
    ExchangeFault fault = wish->first ? exchange_import_story(&cli->arena, &cli->scratch, wish->first, exchange)
                                      : exchange_import(&cli->arena, &cli->scratch, wish->bytes, exchange);
    exchange->report.parts = wish->parts;
    if (fault == EXCHANGE_SEVERAL) {
        list_stories(cli, exchange);
    }
    if (fault != EXCHANGE_FINE) {
        return outcome_refuse(cli, wish->source, exchange, fault);
    }
    const Exchange *file = wish->first ? wish->first : exchange;
    if (file->count > 1) {
        Str title = file->rows[exchange->story - 1].title;
        cli_print_line(str_format(&cli->scratch, "%.*s: %.*s", S_ARG(out), S_ARG(title)));
    }
    int status = outcome_tell(cli, wish->source, exchange, wish->loss);
    int saved = status == EXIT_SYSTEM ? status : cli_save_draft(cli, out, exchange->bytes, exchange->body);
    return saved != EXIT_FINE ? saved : status;
}

static int import_one(Cli *cli, const Wish *wish, Str out, Exchange *exchange) {
    FileDraft *body = wish->draft ? file_draft_begin(&cli->arena) : NULL;
    exchange->source = wish->draft;
    exchange->body = body;
    int status = take(cli, wish, out, exchange);
    file_draft_close(body);
    return status;
}

static Exchange exchange_for(const Cli *cli, const Wish *wish, int32_t story) {
    return (Exchange){.name = path_stem(wish->source),
                      .language = cli->language,
                      .insists = cli->insists,
                      .framework = &cli->framework,
                      .story = story};
}

static int import_numbered(Cli *cli, const Wish *wish, Exchange *exchange) {
    Str name = str_format(&cli->arena, "%d.json", exchange->story);
    return import_one(cli, wish, path_join(&cli->arena, wish->out, name), exchange);
}

// Every story of the file, each as FOLDER/NUMBER.json; a report tells of one alone.
static int import_all(Cli *cli, const Wish *wish) {
    Wish each = *wish;
    each.loss = (Str){0};
    Exchange first = exchange_for(cli, wish, 1);
    int worst = import_numbered(cli, &each, &first);
    each.first = &first;
    for (int32_t i = 2; i <= first.count && worst != EXIT_SYSTEM; i++) {
        ArenaMark mark = arena_mark(&cli->arena);
        Exchange exchange = exchange_for(cli, wish, i);
        int status = import_numbered(cli, &each, &exchange);
        worst = status > worst ? status : worst;
        arena_rewind(&cli->arena, mark);
    }
    return worst;
}

// Without room for a draft it is read into memory.
static int load(Cli *cli, Wish *wish) {
    FileLook look;
    if (file_is_folder(wish->source)) {
        return cli_load_folder(cli, wish->source, &wish->bytes, &wish->parts);
    }
    if (file_look(wish->source, &look) && look.len >= LARGE) {
        wish->draft = file_draft_load(&cli->arena, wish->source, LIMIT_FILE_BYTES, NULL);
        wish->bytes = wish->draft ? file_draft_text(wish->draft) : (Str){0};
    }
    return wish->bytes.len > 0 ? EXIT_FINE : cli_load(cli, wish->source, &wish->bytes);
}

static int import_stories(Cli *cli, const Wish *wish, int32_t story) {
    if (str_ends(wish->out, S("/"))) {
        return import_all(cli, wish);
    }
    Exchange exchange = exchange_for(cli, wish, story);
    return import_one(cli, wish, wish->out, &exchange);
}

// "story/" is called "story".
static Str without_slash(Str path) {
    return path.len > 1 && str_ends(path, S("/")) ? str_slice(path, 0, path.len - 1) : path;
}

static int run(Cli *cli, const Options *options) {
    Wish wish = {.source = without_slash(options->operands[0]),
                 .out = options->values[OPTION_OUT].text,
                 .loss = options->values[OPTION_LOSS].text};
    int32_t story = options->values[OPTION_STORY].given ? options->values[OPTION_STORY].number : 0;
    int status = load(cli, &wish);
    if (status == EXIT_FINE) {
        status = import_stories(cli, &wish, story);
    }
    file_draft_close(wish.draft);
    return status;
}

const Verb VERB_IMPORT = {
    .place = 84,
    .name = S_INIT("import"),
    .operands = TR_INIT("FILE"),
    .about =
        TR_INIT("Makes a case of a file of another tool: GIFT, Moodle XML, Twee 1 to 3, Twine’s HTML and archives, "
                "H5P packages; of a folder, all Twee below it is one story."),
    .more = TR_INIT("What the file is, its content tells. Everything that does not come in as it "
                    "was is told, with its line; competencies and theme are left to complete."),
    .options = OPTIONS,
    .option_count = OPTION_COUNT,
    .least_operands = 1,
    .most_operands = 1,
    .run = run};
