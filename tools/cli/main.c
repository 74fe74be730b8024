#include "base/locale.h"
#include "base/system.h"
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

// Options that every verb understands stand at the end of its own.
enum { COMMON_LANG, COMMON_HELP, COMMON_VERSION, COMMON_COUNT };
static const OptionSpec COMMON[COMMON_COUNT] = {[COMMON_LANG] = {S_INIT("lang"), OPTIONS_TEXT, 0},
                                                [COMMON_HELP] = {S_INIT("help"), OPTIONS_FLAG, 0},
                                                [COMMON_VERSION] = {S_INIT("version"), OPTIONS_FLAG, 0}};

static bool set_language(Cli *cli, Str language) {
    if (!locale_is_language(language)) {
        return false;
    }
    cli->language = language;
    locale_read_catalog(&cli->catalog, language);
    return true;
}

// "-o OUT", "--seed N".
static Str option_usage(Cli *cli, const VerbOption *option) {
    Str name = option->spec.letter ? str_format(&cli->scratch, "-%c", option->spec.letter)
                                   : str_format(&cli->scratch, "--%.*s", S_ARG(option->spec.name));
    Str operand = cli_text(cli, option->operand);
    return str_trim(str_format(&cli->scratch, "%.*s %.*s", S_ARG(name), S_ARG(operand)));
}

static Str usage_of(Cli *cli, const Verb *verb) {
    StrBuilder usage = {.arena = &cli->scratch};
    Str operands = cli_text(cli, verb->operands);
    str_addf(&usage, "palabre-cli %.*s%s%.*s", S_ARG(verb->name), operands.len > 0 ? " " : "", S_ARG(operands));
    for (int32_t i = 0; i < verb->option_count; i++) {
        const VerbOption *option = &verb->options[i];
        Str text = option_usage(cli, option);
        bool needed = option->required;
        str_addf(&usage, " %s%.*s%s", needed ? "" : "[", S_ARG(text), needed ? "" : "]");
    }
    return str_built(&usage);
}

static int print_verb_help(Cli *cli, const Verb *verb) {
    cli_print_line(usage_of(cli, verb));
    cli_print_line(cli_text(cli, verb->about));
    if (verb->more.len > 0) {
        cli_print_line(cli_text(cli, verb->more));
    }
    for (int32_t i = 0; i < verb->option_count; i++) {
        const VerbOption *option = &verb->options[i];
        cli_print(i == 0 ? S("\n") : S(""));
        cli_print(options_help(&cli->scratch, option_usage(cli, option), cli_text(cli, option->about)));
    }
    cli_print(cli_text(cli, verb->grammar));
    return EXIT_FINE;
}

static int compare_places(const void *a, const void *b) {
    const Verb *const *left = a, *const *right = b;
    return (*left)->place - (*right)->place;
}

static int print_help(Cli *cli) {
    const Verb **verbs = arena_push(&cli->scratch, const Verb *, CLI_VERB_COUNT);
    memcpy(verbs, CLI_VERBS, (size_t)CLI_VERB_COUNT * sizeof *verbs);
    qsort(verbs, (size_t)CLI_VERB_COUNT, sizeof *verbs, compare_places);
    cli_print_line(cli_text(cli, TR("Palabre: branching role-play cases, checked, played and tested.")));
    for (int32_t i = 0; i < CLI_VERB_COUNT; i++) {
        Str about = cli_text(cli, verbs[i]->about);
        cli_print(S("\n"));
        cli_print_line(usage_of(cli, verbs[i]));
        cli_print_line(str_format(&cli->scratch, "    %.*s", S_ARG(about)));
    }
    cli_print_line(S(""));
    cli_print_line(cli_text(cli, TR("Everywhere: --lang fr|en (else from the locale), --help, --version.")));
    return EXIT_FINE;
}

static int complain_usage(Cli *cli, Str text) {
    cli_complain(text);
    cli_complain(cli_text(cli, TR("“palabre-cli --help” tells what there is.")));
    return EXIT_USAGE;
}

static int complain_options(Cli *cli, OptionsFault fault, Str culprit) {
    static const Str WORDS[] = {[OPTIONS_FINE] = S_INIT(""),
                                [OPTIONS_UNKNOWN] = TR_INIT("There is no option “{0}” here."),
                                [OPTIONS_VALUE_MISSING] = TR_INIT("The option “{0}” needs a value."),
                                [OPTIONS_BAD_NUMBER] = TR_INIT("The option “{0}” needs a whole number."),
                                [OPTIONS_VALUE_UNWANTED] = TR_INIT("The option “{0}” takes no value.")};
    return complain_usage(cli, CLI_FORMAT(cli, WORDS[fault], culprit));
}

static const Verb *find_verb(Str name) {
    for (int32_t i = 0; i < CLI_VERB_COUNT; i++) {
        if (str_equal(CLI_VERBS[i]->name, name)) {
            return CLI_VERBS[i];
        }
    }
    return NULL;
}

// Where the verb stands: common options may come before it.
static int32_t place_of_verb(const Str *arguments, int32_t count) {
    int32_t place = 0;
    while (place < count && str_begins(arguments[place], S("--"))) {
        place += str_equal(arguments[place], S("--lang")) ? 2 : 1;
    }
    return place;
}

// The options of the verb, and after them the common ones.
static Options list_options(Cli *cli, const Verb *verb) {
    static const Verb NO_VERB;
    verb = verb ? verb : &NO_VERB;
    int32_t own = verb->option_count;
    OptionSpec *specs = arena_push(&cli->arena, OptionSpec, own + COMMON_COUNT);
    for (int32_t i = 0; i < own + COMMON_COUNT; i++) {
        specs[i] = i < own ? verb->options[i].spec : COMMON[i - own];
    }
    return (Options){.specs = specs, .count = own + COMMON_COUNT};
}

static int run(Cli *cli, Str *arguments, int32_t count) {
    int32_t place = place_of_verb(arguments, count);
    Str name = place < count ? arguments[place] : (Str){0};
    const Verb *verb = find_verb(name);
    Options options = list_options(cli, verb);
    if (verb != NULL) {
        memmove(arguments + place, arguments + place + 1, (size_t)(count - place - 1) * sizeof *arguments);
        count--;
    }
    OptionsFault fault = options_read(&cli->arena, &options, arguments, count);
    const OptionValue *common = options.values + options.count - COMMON_COUNT;
    cli->insists = common[COMMON_LANG].given;
    Str language = cli->insists ? common[COMMON_LANG].text : cli->language;
    if (!set_language(cli, language) && fault == OPTIONS_FINE) {
        return complain_usage(cli, CLI_FORMAT(cli, TR("“{0}” is no language of the interface: fr or en."), language));
    }
    if (fault == OPTIONS_FINE && common[COMMON_VERSION].given) {
        cli_print_line(S("palabre-cli " PALABRE_VERSION));
        return EXIT_FINE;
    }
    if (fault == OPTIONS_FINE && common[COMMON_HELP].given) {
        return verb ? print_verb_help(cli, verb) : print_help(cli);
    }
    if (verb == NULL && name.len > 0) {
        return complain_usage(cli, CLI_FORMAT(cli, TR("There is no verb “{0}”."), name));
    }
    if (fault != OPTIONS_FINE) {
        return complain_options(cli, fault, options.culprit);
    }
    if (verb == NULL) {
        return complain_usage(cli, cli_text(cli, TR("What shall be done? A verb is missing.")));
    }
    if (options.operand_count < verb->least_operands || options.operand_count > verb->most_operands) {
        return complain_usage(cli, CLI_FORMAT(cli, TR("It is used like this: {0}"), usage_of(cli, verb)));
    }
    return verb->run(cli, &options);
}

int main(int argc, char **argv) {
    Cli cli = {0};
    Str *arguments = arena_push(&cli.arena, Str, argc);
    for (int i = 1; i < argc; i++) {
        arguments[i - 1] = str_from_c(argv[i]);
    }
    cli.program = system_program(&cli.arena, argc > 0 ? str_from_c(argv[0]) : S("palabre-cli"));
    set_language(&cli, locale_language(&cli.arena));
    framework_read(&cli.arena, &cli.scratch, &cli.framework);
    int status = run(&cli, arguments, argc > 0 ? argc - 1 : 0);
    return cli_end(&cli, status);
}
