#include "cli/cli_folder.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/utf8.h"

#include <stdlib.h>

static int compare_paths(const void *a, const void *b) {
    return str_compare(*(const Str *)a, *(const Str *)b);
}

static bool is_story(Str name) {
    return path_ends(name, S(".twee")) || path_ends(name, S(".tw"));
}

static int refuse(Cli *cli, Str source, Str path) {
    cli_complain(CLI_FORMAT(cli, source, path));
    return EXIT_DATA;
}

// What stands in `folder`: its files of Twee, and the folders in it.
static int look_into(Cli *cli, Str folder, FileList *files, FileList *folders) {
    FileList names;
    Error error = {0};
    if (!file_list(&cli->arena, folder, S(""), &names, &error)) {
        return cli_complain_unread(cli, folder, &error);
    }
    for (int32_t i = 0; i < names.count; i++) {
        Str path = path_join(&cli->arena, folder, names.rows[i]);
        if (file_is_folder(path)) {
            if (!file_is_link(path)) {
                *rows_append(&cli->arena, folders) = path;
            }
        } else if (is_story(names.rows[i])) {
            *rows_append(&cli->arena, files) = path;
        }
    }
    return EXIT_FINE;
}

static int find_files(Cli *cli, Str folder, FileList *files) {
    FileList folders = {0};
    *rows_append(&cli->arena, &folders) = folder;
    for (int32_t i = 0; i < folders.count; i++) {
        int status = look_into(cli, folders.rows[i], files, &folders);
        if (status != EXIT_FINE) {
            return status;
        }
    }
    if (files->count == 0) {
        return refuse(cli, TR("No .twee or .tw file stands in “{0}” or below it."), folder);
    }
    qsort(files->rows, (size_t)files->count, sizeof *files->rows, compare_paths);
    return EXIT_FINE;
}

// LF, CRLF and CR end a line, as for who reads the story.
static void pass_line(Str *text) {
    ptrdiff_t at = 0;
    while (at < text->len && text->text[at] != '\n' && text->text[at] != '\r') {
        at++;
    }
    bool pair = str_begins(str_slice(*text, at, text->len), S("\r\n"));
    *text = str_slice(*text, at + 1 + pair, text->len);
}

// From its first passage on, which stands on line `first`; empty where it has none.
static Str story_of(Str text, int32_t *first) {
    *first = 1;
    while (text.len > 0 && !str_begins(text, S("::"))) {
        pass_line(&text);
        ++*first;
    }
    return text;
}

static int add_file(Cli *cli, Str path, StrBuilder *out, int32_t *line, LossParts *parts) {
    Str text;
    int status = cli_load(cli, path, &text);
    if (status != EXIT_FINE) {
        return status;
    }
    if (utf8_find_invalid(text) >= 0) {
        return refuse(cli, TR("“{0}” is no text in UTF-8: save it as one. Nothing was written."), path);
    }
    LossPart part = {.file = path, .line = *line};
    text = story_of(str_begins(text, S("\xEF\xBB\xBF")) ? str_slice(text, 3, text.len) : text, &part.first);
    if (out->count + text.len >= LIMIT_FILE_BYTES) {
        return refuse(cli, TR("What stands in “{0}” and before it is larger than a story may be."), path);
    }
    if (text.len > 0) {
        *rows_append(&cli->arena, parts) = part;
    }
    str_add(out, text);
    str_add(out, text.len > 0 && !str_ends(text, S("\n")) ? S("\n") : S(""));
    while (text.len > 0) {
        pass_line(&text);
        ++*line;
    }
    return EXIT_FINE;
}

int cli_load_folder(Cli *cli, Str folder, Str *bytes, LossParts *parts) {
    FileList files = {0};
    int32_t line = 1;
    StrBuilder out = {.arena = &cli->arena};
    int status = find_files(cli, folder, &files);
    for (int32_t i = 0; i < files.count && status == EXIT_FINE; i++) {
        status = add_file(cli, files.rows[i], &out, &line, parts);
    }
    *bytes = str_built(&out);
    return status;
}
