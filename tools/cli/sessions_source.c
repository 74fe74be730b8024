// Where sessions come from: files of them, and the folder in which they are kept.
#include "base/path.h"
#include "base/system.h"
#include "cli/sessions.h"

int sessions_load_file(Cli *cli, Str path, StoreSessionList *list) {
    enum { MOST_BYTES = 1024 * 1024 * 1024 };
    Str bytes;
    StoreTextProblemList problems;
    int status = cli_load_most(cli, path, MOST_BYTES, &bytes);
    if (status != EXIT_FINE) {
        *list = (StoreSessionList){0};
        return status;
    }
    store_text_read(&cli->arena, &cli->scratch, bytes, list, &problems);
    for (int32_t i = 0; i < problems.count; i++) {
        cli_complain(CLI_FORMAT(cli, TR("{0}, line {1}: {2}."), path, cli_number(cli, problems.rows[i].line),
                                cli_text(cli, store_text_problem(&problems.rows[i]))));
    }
    return problems.count > 0 ? EXIT_DATA : EXIT_FINE;
}

Str sessions_own_folder(Cli *cli) {
    bool portable = system_is_portable(&cli->arena, cli->program);
    return portable ? path_join(&cli->arena, path_folder(cli->program), S("data")) : system_data_folder(&cli->arena);
}
