// Which case to play, when none was named: those of a folder, by their titles.
#include "base/file.h"
#include "base/path.h"
#include "cli/play.h"

static void list_files(Cli *cli, Str folder, FileList *paths) {
    FileList names = {0};
    if (!file_list(&cli->arena, folder, S(".json"), &names, NULL)) {
        return;
    }
    for (int32_t i = 0; i < names.count; i++) {
        if (!path_ends(names.rows[i], S(".test.json"))) {
            *rows_append(&cli->arena, paths) = path_join(&cli->arena, folder, names.rows[i]);
        }
    }
}

static Str case_words(Cli *cli, Str path) {
    LoadedCase loaded;
    (void)cli_parse_case(cli, path, &loaded);
    if (loaded.scenario == NULL || loaded.scenario->title.len == 0) {
        return path_name(path);
    }
    ToldCard card = card_create(&cli->scratch, loaded.scenario);
    return CLI_FORMAT(cli, TR("{0} ({1})"), card.title, card_length(&cli->scratch, &cli->catalog, &card));
}

int play_choose_case(Cli *cli, Str folder, Str *path) {
    *path = (Str){0};
    FileList paths = {0};
    Play asking = {.cli = cli};
    bool french = str_equal(cli->language, S("fr"));
    list_files(cli, path_join(&cli->arena, folder, cli->language), &paths);
    list_files(cli, path_join(&cli->arena, folder, french ? S("en") : S("fr")), &paths);
    if (paths.count == 0) {
        cli_complain(CLI_FORMAT(cli, TR("There is no situation in “{0}”."), folder));
        return EXIT_SYSTEM;
    }
    cli_print_line(cli_text(cli, TR("Palabre. The situations:")));
    for (int32_t i = 0; i < paths.count; i++) {
        cli_print_line(str_format(&cli->scratch, "%d. %.*s", i + 1, S_ARG(case_words(cli, paths.rows[i]))));
    }
    for (;;) {
        Str line;
        int32_t number = 0;
        cli_print(cli_text(cli, TR("Which one do you want to play? Its number, or q to leave: ")));
        if (!play_read_line(&asking, &line) || str_equal(line, S("q"))) {
            cli_print(S("\n"));
            return EXIT_FINE;
        }
        if (str_to_int(line, &number) && number >= 1 && number <= paths.count) {
            *path = paths.rows[number - 1];
            return EXIT_FINE;
        }
    }
}
