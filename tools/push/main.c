#include "base/locale.h"
#include "base/system.h"
#include "push/push.h"

#include <string.h>

enum { OPTION_TO, OPTION_DATA, OPTION_DRY_RUN, OPTION_INSTALL, OPTION_LANG, OPTION_HELP, OPTION_VERSION, OPTION_COUNT };

static const VerbOption OPTIONS[OPTION_COUNT] = {
    [OPTION_TO] = {.spec = {S_INIT("to"), OPTIONS_TEXT, 0},
                   .operand = TR_INIT("ADDRESS"),
                   .about =
                       TR_INIT("The server: postgresql://USER@HOST/DATABASE, or all else that libpq understands.")},
    [OPTION_DATA] = {.spec = {S_INIT("data"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("DIR"),
                     .about = TR_INIT("The folder in which sessions are kept, instead of your own.")},
    [OPTION_DRY_RUN] = {.spec = {S_INIT("dry-run"), OPTIONS_FLAG, 0},
                        .about = TR_INIT("Prints what would leave, row by row, and reaches no network.")},
    [OPTION_INSTALL] = {.spec = {S_INIT("install"), OPTIONS_FLAG, 0},
                        .about =
                            TR_INIT("Makes the tables on the server, or brings them up to date, and pushes nothing. "
                                    "Whoever runs the server does this once.")},
    [OPTION_LANG] = {.spec = {S_INIT("lang"), OPTIONS_TEXT, 0},
                     .operand = S_INIT("fr|en"),
                     .about = TR_INIT("Language of what is said here; otherwise the locale decides.")},
    [OPTION_HELP] = {.spec = {S_INIT("help"), OPTIONS_FLAG, 0}, .about = TR_INIT("Tells the options.")},
    [OPTION_VERSION] = {.spec = {S_INIT("version"), OPTIONS_FLAG, 0}, .about = TR_INIT("Tells the version.")}};

static int complain_usage(Cli *cli, Str text) {
    cli_complain(text);
    cli_complain(cli_text(cli, TR("“palabre-push --help” tells what there is.")));
    return EXIT_USAGE;
}

static int print_help(Cli *cli) {
    cli_print_line(cli_text(cli, TR("palabre-push --to ADDRESS [--dry-run] [SESSIONS.jsonl…]")));
    cli_print_line(cli_text(
        cli,
        TR("Sends kept sessions of groups that agreed to it to a PostgreSQL server, for an analysis of many groups. "
           "It sends what a report of each would tell: ids, numbers and days, no sentence, and nothing by which "
           "fewer than five people could be known. Without a file it sends the sessions that are kept here.")));
    cli_print(S("\n"));
    for (int32_t i = 0; i < OPTION_COUNT; i++) {
        const VerbOption *option = &OPTIONS[i];
        Str usage = str_trim(
            str_format(&cli->scratch, "--%.*s %.*s", S_ARG(option->spec.name), S_ARG(cli_text(cli, option->operand))));
        cli_print(options_help(&cli->scratch, usage, cli_text(cli, option->about)));
    }
    return EXIT_FINE;
}

static int refuse_server(Cli *cli, const Server *server) {
    static const Str WORDS[SERVER_FAULTS] = {
        [SERVER_ADDRESS] = TR_INIT("What --to names is no address of a PostgreSQL server."),
        [SERVER_UNREACHED] = TR_INIT("The server cannot be reached, or not with the security that was asked for."),
        [SERVER_REFUSED] = TR_INIT("The server lets nobody in by this name, or the password is missing or wrong. libpq "
                                   "takes it from ~/.pgpass or PGPASSWORD."),
        [SERVER_NO_DATABASE] = TR_INIT("The server has no database of that name."),
        [SERVER_FULL] = TR_INIT("The server takes nobody in at this moment: too many use it, or it is starting or "
                                "stopping. Try again later."),
        [SERVER_NO_RIGHT] = TR_INIT("This user has not the right to do that there. Whoever runs the server gives it "
                                    "(docs/PUSH.md)."),
        [SERVER_NO_SCHEMA] = TR_INIT("There are no tables of Palabre there. Whoever runs the server makes them with "
                                     "--install."),
        [SERVER_OLDER] =
            TR_INIT("The tables there are of an earlier Palabre. Whoever runs the server brings them up to "
                    "date with --install."),
        [SERVER_NEWER] = TR_INIT("The tables there are of a later Palabre, which this one does not know: install the "
                                 "later one."),
        [SERVER_AGAIN] = TR_INIT("Others were writing the same there all the time. Try again later."),
        [SERVER_LOST] = TR_INIT("The server went away."),
        [SERVER_OTHER] = TR_INIT("The server refused.")};
    cli_complain(cli_text(cli, WORDS[server_fault(server)]));
    if (server_said(server).len > 0) {
        cli_complain(CLI_FORMAT(cli, TR("It was said: {0}"), server_said(server)));
    }
    return EXIT_SYSTEM;
}

static int install(Cli *cli, Server *server) {
    int32_t steps = 0;
    if (!server_install(server, &steps)) {
        return refuse_server(cli, server);
    }
    cli_complain(steps > 0 ? cli_text(cli, TR("The tables are there now."))
                           : cli_text(cli, TR("The tables were there already, as this version wants them.")));
    return EXIT_FINE;
}

static int push_sessions(Cli *cli, const Options *options, Server *server) {
    Supply supply;
    const OptionValue *data = &options->values[OPTION_DATA];
    Str folder = data->given ? data->text : sessions_own_folder(cli);
    int status = supply_open(&supply, cli, options->operands, options->operand_count, folder);
    if (status == EXIT_FINE || status == EXIT_DATA) {
        Push push = {.cli = cli, .supply = &supply, .server = server, .today = system_today(&cli->arena)};
        bool done = push_all(&push);
        push_tell(&push);
        int finished = push_finish(&push);
        status = !done ? refuse_server(cli, server) : finished > status ? finished : status;
    }
    supply_close(&supply);
    return status;
}

static int reach(Cli *cli, const Options *options) {
    Server *server = server_open(&cli->arena, options->values[OPTION_TO].text);
    bool installs = options->values[OPTION_INSTALL].given;
    bool fine = server_fault(server) == SERVER_FINE && (installs || server_check_schema(server));
    int status = !fine      ? refuse_server(cli, server)
                 : installs ? install(cli, server)
                            : push_sessions(cli, options, server);
    server_close(server);
    return status;
}

static int run(Cli *cli, const Str *arguments, int32_t count) {
    OptionSpec specs[OPTION_COUNT];
    for (int32_t i = 0; i < OPTION_COUNT; i++) {
        specs[i] = OPTIONS[i].spec;
    }
    Options options = {.specs = specs, .count = OPTION_COUNT};
    OptionsFault fault = options_read(&cli->arena, &options, arguments, count);
    const OptionValue *values = options.values;
    bool insists = values[OPTION_LANG].given, knows = !insists || locale_is_language(values[OPTION_LANG].text);
    cli->language = insists && knows ? values[OPTION_LANG].text : locale_language(&cli->arena);
    locale_read_catalog(&cli->catalog, cli->language);
    if (fault != OPTIONS_FINE || !knows) {
        return complain_usage(cli, CLI_FORMAT(cli, TR("The option “{0}” is not there, or not with this value."),
                                              fault != OPTIONS_FINE ? options.culprit : S("--lang")));
    }
    if (values[OPTION_HELP].given) {
        return print_help(cli);
    }
    if (values[OPTION_VERSION].given) {
        cli_print_line(S("palabre-push " PALABRE_VERSION));
        return EXIT_FINE;
    }
    bool dry = values[OPTION_DRY_RUN].given;
    if (!dry && !values[OPTION_TO].given) {
        return complain_usage(cli, cli_text(cli, TR("Where to? --to is missing.")));
    }
    framework_read(&cli->arena, &cli->scratch, &cli->framework);
    return dry ? push_sessions(cli, &options, NULL) : reach(cli, &options);
}

// An address may have a password in it, which the list of processes shows to everybody here.
static void hide_argument(char *argument) {
    bool address = strstr(argument, "://") != NULL || strstr(argument, "password") != NULL;
    if (address) {
        memset(argument, '*', strlen(argument));
    }
}

int main(int argc, char **argv) {
    Cli cli = {0};
    Str *arguments = arena_push(&cli.arena, Str, argc);
    for (int i = 1; i < argc; i++) {
        arguments[i - 1] = str_copy(&cli.arena, str_from_c(argv[i]));
        hide_argument(argv[i]);
    }
    cli.program = system_program(&cli.arena, argc > 0 ? str_from_c(argv[0]) : S("palabre-push"));
    int status = run(&cli, arguments, argc > 0 ? argc - 1 : 0);
    return cli_end(&cli, status);
}
