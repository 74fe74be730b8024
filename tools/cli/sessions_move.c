// `sessions export`, `sessions import` and `sessions merge`.
#include "cli/sessions.h"

typedef struct {
    Sessions *sessions;
    StoreExport export;
    int status; // of those that are left out
} Exporting;

static void leave_out(void *context, const StoreHeader *header, const Error *error) {
    Exporting *exporting = context;
    Cli *cli = exporting->sessions->cli;
    cli_complain(CLI_FORMAT(cli, TR("The session {0} is left out:"), sessions_short_id(header)));
    exporting->status = sessions_refuse(exporting->sessions, TR("it cannot be read in “{0}”: {1}."), error);
}

// Where none can be read, what stood there stays.
static int save(Exporting *exporting, const StoreHeaderList *selected) {
    Sessions *sessions = exporting->sessions;
    StoreExport *export = &exporting->export;
    *export = (StoreExport){.leave_out = leave_out, .context = exporting};
    FileDraft *draft = store_export(sessions->store, &sessions->cli->arena, selected, export);
    if (export->left_out > 0 && export->written == 0) {
        file_draft_close(draft);
        return exporting->status;
    }
    return cli_save_whole_draft(sessions->cli, sessions->values[SESSIONS_OUT].text, draft);
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
    Exporting exporting = {.sessions = sessions, .status = EXIT_FINE};
    status = status == EXIT_FINE ? save(&exporting, &selected) : status;
    if (status != EXIT_FINE) {
        return status;
    }
    cli_complain(cli_plural(cli, TRP("{0} session is in this backup.", "{0} sessions are in this backup."),
                            exporting.export.written));
    cli_complain(cli_text(
        cli,
        TR("It holds all that was kept of them: it is no anonymous summary. Keep it as safe as the sessions themselves.")));
    return exporting.status;
}

static int refuse_keeping(Sessions *sessions, const StoreImport *import, const Error *error) {
    return import->added == 0
               ? sessions_refuse(sessions, TR("Nothing could be kept in “{0}”: {1}."), error)
               : sessions_refuse(sessions,
                                 TR("Not all of it could be kept in “{0}”: {1}. What is missing comes in when the same "
                                    "file is imported again."),
                                 error);
}

static int import_file(Sessions *sessions, Str path, StoreImport *all) {
    Cli *cli = sessions->cli;
    Error error = {0};
    StoreImport import = {0};
    FileSource *source;
    int worst = cli_open_source(cli, path, STORE_IMPORT_MOST_BYTES, &source);
    if (worst != EXIT_FINE) {
        return worst;
    }
    int kept = store_import(sessions->store, &cli->arena, source, &import, &error)
                   ? EXIT_FINE
                   : refuse_keeping(sessions, &import, &error);
    int closed = cli_close_source(cli, path, source);
    worst = sessions_tell_problems(cli, path, &import.problems);
    worst = kept > worst ? kept : worst;
    all->added += import.added;
    all->there += import.there;
    return closed > worst ? closed : worst;
}

// Where a situation was changed between sessions that now lie side by side, whoever merged them is to know. There are
// few such stores, and none of the others is read for it.
static int tell_texts(Sessions *sessions) {
    Cli *cli = sessions->cli;
    Error error = {0};
    StoreHeaderList all = {0};
    bool several;
    if (!store_has_texts(sessions->store, &several, &error)) {
        return sessions_refuse(sessions, TR("The sessions kept in “{0}” cannot be read: {1}."), &error);
    }
    int status = several ? sessions_list_all(sessions, &all) : EXIT_FINE;
    SessionsTexts texts = sessions_find_texts(&cli->arena, &all);
    if (status == EXIT_FINE && sessions_tell_texts(cli, &texts)) {
        cli_complain(cli_text(cli, TR("Texts of one situation are analysed apart: “report” with --text names one, or "
                                      "two that are laid side by side.")));
    }
    return status;
}

int sessions_import(Sessions *sessions, const Str *operands, int32_t count) {
    Cli *cli = sessions->cli;
    StoreImport all = {0};
    int worst = sessions_open(sessions, STORE_WRITES);
    if (worst != EXIT_FINE) {
        return worst;
    }
    for (int32_t i = 0; i < count; i++) {
        int status = import_file(sessions, operands[i], &all);
        worst = status > worst ? status : worst;
    }
    cli_complain(cli_plural(cli, TRP("{0} session was added.", "{0} sessions were added."), all.added));
    if (all.there > 0) {
        cli_complain(cli_plural(cli, TRP("{0} was there already.", "{0} were there already."), all.there));
    }
    int told = tell_texts(sessions);
    return told > worst ? told : worst;
}
