#include "base/error_text.h"
#include "base/system.h"
#include "cli/sessions.h"
#include "scenario/scenario_parse.h"

#include <string.h>

enum { LEAST_ID_LEN = 4, SHORT_ID_LEN = 8 };

static const VerbOption OPTIONS[SESSIONS_OPTION_COUNT] = {
    [SESSIONS_DATA] = {.spec = {S_INIT("data"), OPTIONS_TEXT, 0},
                       .operand = TR_INIT("DIR"),
                       .about = TR_INIT("The folder in which sessions are kept, instead of your own.")},
    [SESSIONS_OUT] = {.spec = {S_INIT("out"), OPTIONS_TEXT, 'o'},
                      .operand = TR_INIT("OUT"),
                      .about = TR_INIT("export, notebook: the file that is written.")},
    [SESSIONS_JSON] = {.spec = {S_INIT("json"), OPTIONS_FLAG, 0}, .about = TR_INIT("list, show: prints JSON.")},
    [SESSIONS_ALL] = {.spec = {S_INIT("all"), OPTIONS_FLAG, 0},
                      .about = TR_INIT("erase: all that is kept, whatever state it is in.")},
    [SESSIONS_SURE] = {.spec = {S_INIT("sure"), OPTIONS_FLAG, 0},
                       .about = TR_INIT("purge: the date of this computer is right, even after a leap.")},
    [SESSIONS_NOTEBOOK] = {.spec = {S_INIT("notebook"), OPTIONS_FLAG, 0},
                           .about = TR_INIT("erase: the notebook, and no session.")},
    [SESSIONS_BEGIN_ANEW] = {
        .spec = {S_INIT("begin-anew"), OPTIONS_FLAG, 0},
        .about = TR_INIT("import, purge: sets aside what cannot be opened any more, and begins with nothing.")}};

int sessions_refuse(Sessions *sessions, Str source, const Error *error) {
    Cli *cli = sessions->cli;
    bool data = error->code == ERROR_DAMAGED || error->code == ERROR_NOT_OURS || error->code == ERROR_NEWER ||
                error->code == ERROR_NOT_A_SESSION || error->code == ERROR_NOT_FOUND;
    cli_complain(CLI_FORMAT(cli, source, sessions->folder, error_text(&cli->scratch, &cli->catalog, error)));
    return data ? EXIT_DATA : EXIT_SYSTEM;
}

static void advise(Sessions *sessions, ErrorCode code) {
    if (code == ERROR_DAMAGED || code == ERROR_NOT_OURS) {
        cli_complain(cli_text(sessions->cli,
                              TR("Nothing was changed there. “import” and “purge” with --begin-anew give it another "
                                 "name and begin with nothing; “erase --all” erases it.")));
    } else if (code == ERROR_NEWER) {
        cli_complain(cli_text(sessions->cli, TR("Nothing was changed there. The later version still reads it.")));
    }
}

// Whoever has them is to be found.
static int refuse_holder(Sessions *sessions, const Holder *holder) {
    Cli *cli = sessions->cli;
    if (holder->process == 0) {
        cli_complain(
            CLI_FORMAT(cli, TR("Nothing can be changed in “{0}”: writing there is not allowed."), sessions->folder));
    } else {
        cli_complain(CLI_FORMAT(cli,
                                TR("Another Palabre has been writing in “{0}” since {1}: process {2} on {3}. Nothing "
                                   "was changed; close it and try again."),
                                sessions->folder, holder->since, cli_number(cli, holder->process), holder->host));
    }
    return EXIT_SYSTEM;
}

// What cannot be opened goes aside when that was asked for.
static bool begin_anew(Sessions *sessions, StoreAccess access, Error *error) {
    Cli *cli = sessions->cli;
    bool spoilt = error->code == ERROR_DAMAGED || error->code == ERROR_NOT_OURS;
    Str name = {0};
    if (access == STORE_READS || !spoilt || !sessions->values[SESSIONS_BEGIN_ANEW].given ||
        !store_set_aside(&cli->arena, sessions->folder, system_today(&cli->scratch), &name, error)) {
        return false;
    }
    cli_complain(CLI_FORMAT(cli, TR("What could not be opened is now called “{0}”; it is erased after {1} days."), name,
                            cli_number(cli, STORE_ASIDE_DAYS)));
    sessions->store = store_open(sessions->folder, access, error);
    return sessions->store != NULL;
}

int sessions_find_folder(Sessions *sessions, const OptionValue *data) {
    sessions->folder = data->given ? data->text : sessions_own_folder(sessions->cli);
    if (sessions->folder.len > 0) {
        return EXIT_FINE;
    }
    cli_complain(cli_text(sessions->cli, TR("There is no folder for data: HOME is not set. --data names one.")));
    return EXIT_USAGE;
}

int sessions_open(Sessions *sessions, StoreAccess access) {
    Error error = {0};
    sessions->store = store_open(sessions->folder, access, &error);
    if (!sessions->store && !begin_anew(sessions, access, &error)) {
        int status = sessions_refuse(sessions, TR("The sessions kept in “{0}” cannot be opened: {1}."), &error);
        advise(sessions, error.code);
        return status;
    }
    const Holder *holder = store_holder(sessions->store);
    return access == STORE_READS || !holder ? EXIT_FINE : refuse_holder(sessions, holder);
}

int sessions_list_all(Sessions *sessions, StoreHeaderList *list) {
    Error error = {0};
    if (store_list(sessions->store, &sessions->cli->arena, list, &error)) {
        return EXIT_FINE;
    }
    return sessions_refuse(sessions, TR("The sessions kept in “{0}” cannot be read: {1}."), &error);
}

int sessions_refuse_read(Sessions *sessions, const Error *error) {
    return sessions_refuse(sessions, TR("The session kept in “{0}” cannot be read: {1}."), error);
}

int sessions_read(Sessions *sessions, Arena *arena, const StoreHeader *header, StoreSession *session) {
    Error error = {0};
    if (store_read(sessions->store, arena, header, session, &error)) {
        return EXIT_FINE;
    }
    return sessions_refuse_read(sessions, &error);
}

int sessions_parse(Cli *cli, Str case_bytes, const Scenario **scenario) {
    Findings findings = {.arena = &cli->arena};
    *scenario = scenario_parse(&cli->arena, &cli->scratch, &cli->framework, case_bytes, &findings);
    if (*scenario != NULL && (*scenario)->playable) {
        return EXIT_FINE;
    }
    cli_complain(cli_text(cli, TR("Its situation cannot be read by this version of Palabre.")));
    return EXIT_DATA;
}

Str sessions_short_id(const StoreHeader *header) {
    return str_slice(header->id, 0, SHORT_ID_LEN);
}

// Two that share an id are meant both.
static int select_one(Sessions *sessions, const StoreHeaderList *all, Str wanted, StoreHeaderList *selected) {
    Cli *cli = sessions->cli;
    int32_t before = selected->count;
    if (wanted.len < LEAST_ID_LEN) {
        cli_complain(CLI_FORMAT(cli, TR("“{0}” is too short: an id is told by {1} characters of it or more."), wanted,
                                cli_number(cli, LEAST_ID_LEN)));
        return EXIT_DATA;
    }
    for (int32_t i = 0; i < all->count; i++) {
        const StoreHeader *header = &all->rows[i];
        if (!str_begins(header->id, wanted)) {
            continue;
        }
        if (selected->count > before && !str_equal(selected->rows[before].id, header->id)) {
            cli_complain(CLI_FORMAT(cli, TR("The ids of several sessions begin with “{0}”."), wanted));
            return EXIT_DATA;
        }
        *rows_append(&cli->arena, selected) = *header;
    }
    if (selected->count == before) {
        cli_complain(CLI_FORMAT(cli, TR("No session is kept whose id is, or begins with, “{0}”."), wanted));
        return EXIT_DATA;
    }
    return EXIT_FINE;
}

int sessions_select(Sessions *sessions, const Str *operands, int32_t count, StoreHeaderList *selected) {
    StoreHeaderList all = {0};
    int status = sessions_list_all(sessions, &all);
    *selected = count == 0 ? all : (StoreHeaderList){0};
    for (int32_t i = 0; status == EXIT_FINE && i < count; i++) {
        status = select_one(sessions, &all, operands[i], selected);
    }
    return status;
}

enum { MANY = INT32_MAX };

static const struct {
    Str name;
    SessionsAction *run;
    int32_t least, most; // operands
} ACTIONS[] = {{S_INIT("list"), sessions_list, 0, 0},        {S_INIT("show"), sessions_show, 1, MANY},
               {S_INIT("export"), sessions_export, 0, MANY}, {S_INIT("import"), sessions_import, 1, MANY},
               {S_INIT("merge"), sessions_import, 1, MANY},  {S_INIT("erase"), sessions_erase, 0, MANY},
               {S_INIT("purge"), sessions_purge, 0, 0},      {S_INIT("notebook"), sessions_notebook, 0, 0}};

static int run(Cli *cli, const Options *options) {
    Sessions sessions = {.cli = cli, .values = options->values};
    int32_t operands = options->operand_count - 1;
    int found = sessions_find_folder(&sessions, &options->values[SESSIONS_DATA]);
    if (found != EXIT_FINE) {
        return found;
    }
    for (int32_t i = 0; i < COUNT(ACTIONS); i++) {
        if (str_equal(ACTIONS[i].name, options->operands[0]) && operands >= ACTIONS[i].least &&
            operands <= ACTIONS[i].most) {
            int status = ACTIONS[i].run(&sessions, options->operands + 1, operands);
            store_close(sessions.store);
            return status;
        }
    }
    cli_complain(
        cli_text(cli, TR("“palabre-cli sessions --help” tells how sessions are listed, shown, moved and erased.")));
    return EXIT_USAGE;
}

const Verb VERB_SESSIONS = {
    .place = 80,
    .name = S_INIT("sessions"),
    .operands = TR_INIT("list|show|export|import|merge|erase|purge|notebook [ID…|FILE…]"),
    .about = TR_INIT("Lists, shows, moves and erases the sessions that were kept."),
    .more =
        TR_INIT("A session is named by its id or the beginning of it. Another Palabre that writes there at the same "
                "time is named; reading goes on meanwhile."),
    .grammar = TR_INIT("\nlist tells what is kept, and until when; show ID what happened in a session.\n"
                       "export [ID…] -o OUT writes a backup with all that is in it, as JSON Lines.\n"
                       "import FILE… and merge FILE… add what such files hold, in whatever order, and nothing twice.\n"
                       "erase ID… and erase --all leave no byte of it.\n"
                       "purge erases what is past its last day.\n"
                       "notebook prints what the notebook holds, or writes it with -o; erase --notebook erases it.\n"),
    .options = OPTIONS,
    .option_count = SESSIONS_OPTION_COUNT,
    .least_operands = 1,
    .most_operands = MANY,
    .run = run};
