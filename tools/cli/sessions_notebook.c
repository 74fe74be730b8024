// `sessions notebook` and `sessions erase --notebook`.
#include "cli/sessions.h"
#include "records/notebook.h"

static int list_notes(Sessions *sessions, StoreNoteList *list) {
    Error error = {0};
    int status = sessions_open(sessions, STORE_READS);
    if (status == EXIT_FINE && !store_list_notes(sessions->store, &sessions->cli->arena, list, &error)) {
        status = sessions_refuse(sessions, TR("The notebook kept in “{0}” cannot be read: {1}."), &error);
    }
    return status;
}

static int tell_damaged(Cli *cli, const StoreNoteList *list) {
    int32_t damaged = list->missing;
    for (int32_t i = 0; i < list->count; i++) {
        damaged += list->rows[i].damaged;
    }
    if (damaged > 0) {
        cli_complain(cli_plural(cli,
                                TRP("{0} page of the notebook is damaged and left out.",
                                    "{0} pages of the notebook are damaged and left out."),
                                damaged));
    }
    return damaged > 0 ? EXIT_DATA : EXIT_FINE;
}

int sessions_notebook(Sessions *sessions, const Str *operands, int32_t count) {
    (void)operands;
    (void)count;
    Cli *cli = sessions->cli;
    StoreNoteList list = {0};
    int status = list_notes(sessions, &list);
    if (status != EXIT_FINE) {
        return status;
    }
    Str text = notebook_tell(&cli->arena, &cli->catalog, list.rows, list.count);
    if (!sessions->values[SESSIONS_OUT].given) {
        cli_print(text);
    } else if (cli_save(cli, sessions->values[SESSIONS_OUT].text, text) != EXIT_FINE) {
        return EXIT_SYSTEM;
    }
    return tell_damaged(cli, &list);
}

int sessions_erase_notebook(Sessions *sessions) {
    Error error = {0};
    int status = sessions_open(sessions, STORE_WRITES);
    if (status != EXIT_FINE) {
        return status;
    }
    if (!store_erase_all_notes(sessions->store, &error)) {
        return sessions_refuse(sessions, TR("Not all of it could be erased in “{0}”: {1}."), &error);
    }
    cli_complain(cli_text(sessions->cli, TR("The notebook is erased. The sessions stay.")));
    return EXIT_FINE;
}
