// Where sessions come from: files of them, and the folder in which they are kept.
#include "base/path.h"
#include "base/system.h"
#include "cli/sessions.h"

int sessions_tell_problems(Cli *cli, Str path, const StoreTextProblemList *problems) {
    for (int32_t i = 0; i < problems->count; i++) {
        cli_complain(CLI_FORMAT(cli, TR("{0}, line {1}: {2}."), path, cli_number(cli, problems->rows[i].line),
                                cli_text(cli, store_text_problem(&problems->rows[i]))));
    }
    return problems->count > 0 ? EXIT_DATA : EXIT_FINE;
}

static ptrdiff_t read_source(void *context, char *bytes, ptrdiff_t room) {
    return file_source_read(context, bytes, room);
}

int sessions_load_file(Cli *cli, Str path, StoreSessionList *list) {
    FileSource *source;
    StoreTextProblemList problems;
    *list = (StoreSessionList){0};
    int status = cli_open_source(cli, path, STORE_IMPORT_MOST_BYTES, &source);
    if (status != EXIT_FINE) {
        return status;
    }
    store_text_read(&cli->arena, (StoreTextSource){read_source, source}, list, &problems);
    status = sessions_tell_problems(cli, path, &problems);
    int closed = cli_close_source(cli, path, source);
    return closed > status ? closed : status;
}

Str sessions_own_folder(Cli *cli) {
    bool portable = system_is_portable(&cli->arena, cli->program);
    return portable ? path_join(&cli->arena, path_folder(cli->program), S("data")) : system_data_folder(&cli->arena);
}
