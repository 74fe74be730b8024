// `sessions erase` and `sessions purge`.
#include "base/system.h"
#include "cli/sessions.h"

static int erase_all(Sessions *sessions) {
    Error error = {0};
    if (!store_erase_all(sessions->folder, &error)) {
        return sessions_refuse(sessions, TR("What is kept in “{0}” could not be erased: {1}."), &error);
    }
    cli_complain(CLI_FORMAT(sessions->cli, TR("Nothing is kept in “{0}” any more."), sessions->folder));
    return EXIT_FINE;
}

static void tell_aside(Sessions *sessions) {
    Cli *cli = sessions->cli;
    FileList aside;
    store_list_aside(&cli->arena, sessions->folder, &aside);
    for (int32_t i = 0; i < aside.count; i++) {
        cli_complain(CLI_FORMAT(
            cli, TR("“{0}”, which was set aside, may still hold it; “erase --all” erases that too."), aside.rows[i]));
    }
}

int sessions_erase(Sessions *sessions, const Str *operands, int32_t count) {
    Cli *cli = sessions->cli;
    Error error = {0};
    StoreHeaderList selected = {0};
    bool all = sessions->values[SESSIONS_ALL].given, notebook = sessions->values[SESSIONS_NOTEBOOK].given;
    if ((all || notebook) == (count > 0) || (all && notebook)) {
        cli_complain(cli_text(cli, TR("“erase” needs the ids of sessions, --all or --notebook.")));
        return EXIT_USAGE;
    }
    if (notebook) {
        return sessions_erase_notebook(sessions);
    }
    if (all) {
        return erase_all(sessions);
    }
    int status = sessions_open(sessions, STORE_WRITES);
    status = status == EXIT_FINE ? sessions_select(sessions, operands, count, &selected) : status;
    if (status != EXIT_FINE) {
        return status;
    }
    if (!store_erase(sessions->store, selected.rows, selected.count, &error)) {
        return sessions_refuse(sessions, TR("Not all of it could be erased in “{0}”: {1}."), &error);
    }
    cli_complain(cli_plural(cli, TRP("{0} session is erased.", "{0} sessions are erased."), selected.count));
    tell_aside(sessions);
    return EXIT_FINE;
}

static void tell_purge(Cli *cli, Str today, const StorePurge *purge) {
    cli_complain(cli_plural(cli,
                            TRP("{0} session was past its last day and is erased.",
                                "{0} sessions were past their last day and are erased."),
                            purge->erased));
    if (purge->ahead.count > 0) {
        cli_complain(CLI_FORMAT(cli, TR("Kept on a day that is still to come, if today is {0}:"), today));
    }
    for (int32_t i = 0; i < purge->ahead.count; i++) {
        cli_complain(
            CLI_FORMAT(cli, TR("{0}, on {1}"), sessions_short_id(&purge->ahead.rows[i]), purge->ahead.rows[i].kept));
    }
    if (purge->due.count > 0) {
        Str sentence = cli_plural(
            cli, TRP("{0} session would be past its last day.", "{0} sessions would be past their last day."),
            purge->due.count);
        cli_complain(sentence);
        cli_complain(
            CLI_FORMAT(cli,
                       TR("But if today is {0}, nothing was done here since {1}, and the date of this computer "
                          "may be wrong. If it is right, “purge --sure” erases them."),
                       today, purge->last_day));
    }
}

int sessions_purge(Sessions *sessions, const Str *operands, int32_t count) {
    (void)operands;
    (void)count;
    Cli *cli = sessions->cli;
    Error error = {0};
    StorePurge purge;
    Str today = system_today(&cli->arena);
    int status = sessions_open(sessions, STORE_WRITES);
    if (status != EXIT_FINE) {
        return status;
    }
    if (!store_purge(sessions->store, &cli->arena, today, sessions->values[SESSIONS_SURE].given, &purge, &error)) {
        return sessions_refuse(sessions, TR("Not all of it could be erased in “{0}”: {1}."), &error);
    }
    tell_purge(cli, today, &purge);
    return EXIT_FINE;
}
