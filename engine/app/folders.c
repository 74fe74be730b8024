#include "app/folders.h"

#include "base/file.h"
#include "base/path.h"
#include "base/system.h"

static Str under(Arena *arena, Str folder, Str name) {
    return folder.len > 0 ? path_join(arena, folder, name) : (Str){0};
}

static Str find_data(Arena *arena, const FoldersWish *wish) {
    if (wish->data.len > 0) {
        return wish->data;
    }
    if (wish->portable) {
        return path_join(arena, path_folder(wish->program), S("data"));
    }
    return system_data_folder(arena);
}

// The value of a line NAME="$HOME/Documents" or NAME="/…"; a backslash takes the sign after it as it is.
static Str parse_value(Arena *arena, Str value, Str home) {
    StrBuilder path = {.arena = arena};
    if (value.len < 2 || value.text[0] != '"' || value.text[value.len - 1] != '"') {
        return (Str){0};
    }
    value = str_slice(value, 1, value.len - 1);
    if (str_begins(value, S("$HOME"))) {
        str_add(&path, home);
        value = str_slice(value, S("$HOME").len, value.len);
    }
    for (ptrdiff_t i = 0; i < value.len; i++) {
        i += value.text[i] == '\\' && i + 1 < value.len;
        str_add_char(&path, value.text[i]);
    }
    while (path.count > 1 && path.rows[path.count - 1] == '/') {
        path.count--;
    }
    return path_is_absolute(str_built(&path)) ? str_built(&path) : (Str){0};
}

Str folders_parse_documents(Arena *arena, Str bytes, Str home) {
    const Str key = S("XDG_DOCUMENTS_DIR=");
    Str found = {0};
    for (Str rest = bytes; rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        if (str_begins(line, key)) {
            found = parse_value(arena, str_slice(line, key.len, line.len), home);
        }
    }
    return found;
}

// What a desktop that follows XDG calls documents.
static Str read_documents(Arena *arena, Str home) {
    enum { MOST = 64 * 1024 };
    Str config = system_environment(arena, S("XDG_CONFIG_HOME"));
    config = path_is_absolute(config) ? config : under(arena, home, S(".config"));
    Str bytes = {0};
    bool read = config.len > 0 && file_load(arena, path_join(arena, config, S("user-dirs.dirs")), MOST, &bytes, NULL);
    return read ? folders_parse_documents(arena, bytes, home) : (Str){0};
}

static Str find_documents(Arena *arena, Str home) {
    Str documents = system_documents_folder(arena);
    documents = documents.len > 0 ? documents : read_documents(arena, home);
    if (documents.len == 0 || !file_exists(documents)) {
        documents = under(arena, home, S("Documents"));
    }
    return documents.len > 0 && file_exists(documents) ? documents : home;
}

Str folders_tell(Arena *arena, const Folders *folders, Str path) {
    return path_tell(arena, path, folders->home);
}

Folders folders_find(Arena *arena, const FoldersWish *wish) {
    Folders folders = {0};
    Str home = system_environment(arena, S("HOME"));
    home = path_is_absolute(home) ? home : (Str){0};
    Str program = path_folder(wish->program);
    folders.shipped = wish->shipped.len > 0 ? wish->shipped : path_join(arena, program, S("scenarios"));
    folders.home = home;
    folders.documents = wish->portable ? program : find_documents(arena, home);
    Str data = find_data(arena, wish);
    Str journal = under(arena, data, S("journal"));
    Str cases = under(arena, data, S("cases"));
    if (data.len == 0) {
        return folders;
    }
    bool own = wish->data.len == 0;
    bool made = own ? file_make_private(data, &folders.error) : file_make_folder(data, &folders.error);
    if (!made || !file_make_private(journal, &folders.error) || !file_make_folder(cases, &folders.error)) {
        folders.refused = true;
        return folders;
    }
    folders.data = data;
    folders.shared = file_is_shared(data);
    folders.journal = journal;
    folders.cases = cases;
    folders.settings = path_join(arena, data, S("settings.json"));
    return folders;
}
