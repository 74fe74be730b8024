#include "editor/dictionary.h"

#include "base/file.h"
#include "base/module.h"
#include "base/path.h"
#include "base/system.h"
#include "base/utf8.h"

enum { WORD_MOST_BYTES = 100, SUGGESTIONS_MOST = 8 };

// As in hunspell.h, where all of it is called by a handle.
typedef struct {
    void *(*create)(const char *rules, const char *words);
    void (*destroy)(void *handle);
    int (*spell)(void *handle, const char *word);
    int (*suggest)(void *handle, char ***list, const char *word);
    void (*free_list)(void *handle, char ***list, int count);
    char *(*encoding)(void *handle);
} Functions;

struct Dictionary {
    Arena arena; // holds the dictionary itself
    Module *module;
    Functions functions;
    void *handle;
};

static const Str LIBRARIES[] = {S_INIT("libhunspell-1.7.so.0"), S_INIT("libhunspell-1.6.so.0"),
                                S_INIT("libhunspell-1.7-0.dll")};

static Module *find_module(void) {
    Module *module = NULL;
    for (int32_t i = 0; i < COUNT(LIBRARIES) && !module; i++) {
        module = module_open(LIBRARIES[i]);
    }
    return module;
}

static bool find_functions(Dictionary *dictionary) {
    Module *module = dictionary->module;
    Functions *functions = &dictionary->functions;
    return module && module_find(module, "Hunspell_create", &functions->create) &&
           module_find(module, "Hunspell_destroy", &functions->destroy) &&
           module_find(module, "Hunspell_spell", &functions->spell) &&
           module_find(module, "Hunspell_suggest", &functions->suggest) &&
           module_find(module, "Hunspell_free_list", &functions->free_list) &&
           module_find(module, "Hunspell_get_dic_encoding", &functions->encoding);
}

static void add_folder(StrBuilder *folders, Str folder) {
    if (path_is_absolute(folder)) {
        str_add(folders, folder);
        str_add_char(folders, '\n');
    }
}

Str dictionary_folders(Arena *arena) {
    StrBuilder folders = {.arena = arena};
    char between = path_is_absolute(S("C:/")) ? ';' : ':';
    Str own = system_environment(arena, S("DICPATH")), home = system_environment(arena, S("HOME"));
    if (own.len == 0) {
        add_folder(&folders, path_join(arena, home, S(".local/share/hunspell")));
        add_folder(&folders, S("/usr/local/share/hunspell"));
        add_folder(&folders, S("/usr/share/hunspell"));
        add_folder(&folders, S("/usr/share/myspell/dicts"));
    }
    while (own.len > 0) {
        add_folder(&folders, str_cut(&own, between));
    }
    return str_built(&folders);
}

// The language as it is written, then alone, then that of the country it is named after.
static int32_t list_names(Arena *arena, Str language, Str names[4]) {
    Str rest = language, alone = str_cut(&rest, '-');
    int32_t count = 0;
    if (rest.len > 0) {
        names[count++] = str_format(arena, "%.*s_%.*s", S_ARG(alone), S_ARG(rest));
    }
    names[count++] = alone;
    if (str_equal(alone, S("en"))) {
        names[count++] = S("en_GB");
        names[count++] = S("en_US");
    } else if (str_equal(alone, S("fr"))) {
        names[count++] = S("fr_FR");
    }
    return count;
}

static void *open_files(const Dictionary *dictionary, Arena *arena, Str folder, Str name) {
    Str rules = path_join(arena, folder, str_format(arena, "%.*s.aff", S_ARG(name)));
    Str words = path_join(arena, folder, str_format(arena, "%.*s.dic", S_ARG(name)));
    return file_exists(rules) && file_exists(words)
               ? dictionary->functions.create(str_to_c(arena, rules), str_to_c(arena, words))
               : NULL;
}

// Those in another encoding than UTF-8 are old, and a newer one stands beside them or nowhere.
static bool open_any(Dictionary *dictionary, Arena *arena, Str language, Str folders) {
    Str names[4];
    int32_t count = list_names(arena, language, names);
    while (folders.len > 0 && !dictionary->handle) {
        Str folder = str_cut(&folders, '\n');
        for (int32_t i = 0; i < count && !dictionary->handle; i++) {
            dictionary->handle = open_files(dictionary, arena, folder, names[i]);
        }
    }
    return dictionary->handle && str_equal(str_from_c(dictionary->functions.encoding(dictionary->handle)), S("UTF-8"));
}

Dictionary *dictionary_open(Str language, Str folders) {
    Arena arena = {0};
    Dictionary *dictionary = arena_push(&arena, Dictionary, 1);
    dictionary->module = find_module();
    bool fine = find_functions(dictionary) && open_any(dictionary, &arena, language, folders);
    dictionary->arena = arena;
    if (!fine) {
        dictionary_close(dictionary);
    }
    return fine ? dictionary : NULL;
}

void dictionary_close(Dictionary *dictionary) {
    if (!dictionary) {
        return;
    }
    Arena arena = dictionary->arena;
    if (dictionary->handle) {
        dictionary->functions.destroy(dictionary->handle);
    }
    module_close(dictionary->module);
    arena_finish(&arena);
}

// What is longer than any word is none that is spelled.
static bool take_word(char bytes[WORD_MOST_BYTES + 1], Str word) {
    bool fits = word.len <= WORD_MOST_BYTES;
    for (ptrdiff_t i = 0; fits && i < word.len; i++) {
        bytes[i] = word.text[i];
    }
    bytes[fits ? word.len : 0] = '\0';
    return fits && word.len > 0;
}

bool dictionary_knows(const Dictionary *dictionary, Str word) {
    char bytes[WORD_MOST_BYTES + 1];
    return !take_word(bytes, word) || dictionary->functions.spell(dictionary->handle, bytes) != 0;
}

DictionaryWords dictionary_suggest(const Dictionary *dictionary, Arena *arena, Str word) {
    DictionaryWords words = {0};
    char bytes[WORD_MOST_BYTES + 1], **list = NULL;
    int count = take_word(bytes, word) ? dictionary->functions.suggest(dictionary->handle, &list, bytes) : 0;
    for (int i = 0; i < count && words.count < SUGGESTIONS_MOST; i++) {
        Str suggested = str_from_c(list[i]);
        if (utf8_find_invalid(suggested) < 0) {
            *rows_append(arena, &words) = str_copy(arena, suggested);
        }
    }
    if (count > 0) {
        dictionary->functions.free_list(dictionary->handle, &list, count);
    }
    return words;
}
