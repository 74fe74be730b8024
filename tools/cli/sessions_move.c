// `sessions export`, `sessions import` and `sessions merge`.
#include "cli/sessions.h"

// What cannot be read is told and left out, so that one damaged session does not keep the others from being saved.
static int collect(Sessions *sessions, const StoreHeaderList *selected, StoreTextWriter *writer, int32_t *written) {
    Cli *cli = sessions->cli;
    int status = EXIT_FINE;
    for (int32_t i = 0; i < selected->count; i++) {
        Arena arena = {0};
        Error error = {0};
        StoreSession session;
        if (store_read(sessions->store, &arena, &selected->rows[i], &session, &error)) {
            store_text_add(writer, &session);
            *written += 1;
        } else {
            cli_complain(CLI_FORMAT(cli, TR("The session {0} is left out:"), sessions_short_id(&selected->rows[i])));
            status = sessions_refuse(sessions, TR("it cannot be read in “{0}”: {1}."), &error);
        }
        arena_finish(&arena);
    }
    return status;
}

int sessions_export(Sessions *sessions, const Str *operands, int32_t count) {
    Cli *cli = sessions->cli;
    StoreHeaderList selected = {0};
    if (!sessions->values[SESSIONS_OUT].given) {
        cli_complain(cli_text(cli, TR("“export” needs -o and the file to be written.")));
        return EXIT_USAGE;
    }
    int status = sessions_open(sessions, STORE_READS);
    status = status == EXIT_FINE ? sessions_select(sessions, operands, count, &selected) : status;
    if (status != EXIT_FINE) {
        return status;
    }
    StoreTextWriter writer = {.arena = &cli->arena, .out = {.arena = &cli->arena}};
    int32_t written = 0;
    status = collect(sessions, &selected, &writer, &written);
    int saved = cli_save(cli, sessions->values[SESSIONS_OUT].text, str_built(&writer.out));
    if (saved != EXIT_FINE) {
        return saved;
    }
    cli_complain(cli_plural(cli, TRP("{0} session is in this backup.", "{0} sessions are in this backup."), written));
    cli_complain(cli_text(
        cli,
        TR("It holds all that was kept of them: it is no anonymous summary. Keep it as safe as the sessions themselves.")));
    return status;
}

// All that is whole in a file comes in at once, or nothing.
static int import_file(Sessions *sessions, Str path, int32_t *added, int32_t *found) {
    Error error = {0};
    StoreSessionList list;
    int32_t fresh = 0;
    int status = sessions_load_file(sessions->cli, path, &list);
    if (status != EXIT_FINE && status != EXIT_DATA) {
        return status;
    }
    if (!store_keep(sessions->store, list.rows, list.count, &fresh, &error)) {
        return sessions_refuse(sessions, TR("Nothing could be kept in “{0}”: {1}."), &error);
    }
    *added += fresh;
    *found += list.count;
    return status;
}

// Where a situation was changed between sessions that now lie side by side, whoever merged them is to know.
static int tell_texts(Sessions *sessions) {
    Cli *cli = sessions->cli;
    StoreHeaderList all = {0};
    int status = sessions_list_all(sessions, &all);
    SessionsTexts texts = sessions_find_texts(&cli->arena, &all);
    if (status == EXIT_FINE && sessions_tell_texts(cli, &texts)) {
        cli_complain(cli_text(cli, TR("Texts of one situation are analysed apart: “report” with --text names one, or "
                                      "two that are laid side by side.")));
    }
    return status;
}

int sessions_import(Sessions *sessions, const Str *operands, int32_t count) {
    Cli *cli = sessions->cli;
    int32_t added = 0;
    int32_t found = 0;
    int worst = sessions_open(sessions, STORE_WRITES);
    if (worst != EXIT_FINE) {
        return worst;
    }
    for (int32_t i = 0; i < count; i++) {
        int status = import_file(sessions, operands[i], &added, &found);
        worst = status > worst ? status : worst;
    }
    cli_complain(cli_plural(cli, TRP("{0} session was added.", "{0} sessions were added."), added));
    if (found > added) {
        cli_complain(cli_plural(cli, TRP("{0} was there already.", "{0} were there already."), found - added));
    }
    int told = tell_texts(sessions);
    return told > worst ? told : worst;
}
