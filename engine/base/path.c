#include "base/path.h"

#include "base/utf8.h"

#ifdef _WIN32
enum { ON_WINDOWS = true };
#else
enum { ON_WINDOWS = false };
#endif

static bool is_separator(char c) {
    return c == '/' || (ON_WINDOWS && c == '\\');
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "C:", which a path may begin with.
static bool has_drive(Str path) {
    return ON_WINDOWS && path.len >= 2 && is_letter(path.text[0]) && path.text[1] == ':';
}

// How many bytes name where the tree begins: 1 of "/a", 3 of "C:/a".
static ptrdiff_t root_len(Str path) {
    ptrdiff_t drive = has_drive(path) ? 2 : 0;
    return drive + (path.len > drive && is_separator(path.text[drive]));
}

Str path_join(Arena *arena, Str folder, Str name) {
    bool apart = folder.len > 0 && !is_separator(folder.text[folder.len - 1]);
    return str_format(arena, "%.*s%s%.*s", S_ARG(folder), apart ? "/" : "", S_ARG(name));
}

static ptrdiff_t name_start(Str path) {
    ptrdiff_t start = path.len;
    while (start > 0 && !is_separator(path.text[start - 1])) {
        start--;
    }
    return start;
}

Str path_folder(Str path) {
    ptrdiff_t start = name_start(path);
    ptrdiff_t root = root_len(path);
    return start == 0 ? S(".") : str_slice(path, 0, start > root ? start - 1 : root);
}

Str path_name(Str path) {
    return str_slice(path, name_start(path), path.len);
}

Str path_stem(Str path) {
    Str name = path_name(path);
    ptrdiff_t dot = name.len;
    while (dot > 0 && name.text[dot - 1] != '.') {
        dot--;
    }
    return dot > 1 ? str_slice(name, 0, dot - 1) : name;
}

bool path_is_absolute(Str path) {
    bool rooted = root_len(path) > 0 && is_separator(path.text[root_len(path) - 1]);
    bool share = ON_WINDOWS && path.len > 2 && is_separator(path.text[0]) && is_separator(path.text[1]);
    return rooted && (!ON_WINDOWS || has_drive(path) || share);
}

Str path_numbered(Arena *arena, Str path, int32_t number) {
    ptrdiff_t end = path.len;
    for (ptrdiff_t i = name_start(path) + 1; i < path.len; i++) {
        end = path.text[i] == '.' ? i : end;
    }
    Str stem = str_slice(path, 0, end), extension = str_slice(path, end, path.len);
    return number <= 1 ? path : str_format(arena, "%.*s (%d)%.*s", S_ARG(stem), number, S_ARG(extension));
}

Str path_tell(Arena *arena, Str path, Str home) {
    bool inside = home.len > 1 && str_begins(path, home) && (path.len == home.len || path.text[home.len] == '/');
    if (ON_WINDOWS) {
        char *told = str_to_c(arena, path);
        for (ptrdiff_t i = 0; i < path.len; i++) {
            told[i] = (char)(told[i] == '/' ? '\\' : told[i]);
        }
        return (Str){told, path.len};
    }
    return inside ? str_format(arena, "~%.*s", S_ARG(str_slice(path, home.len, path.len))) : str_copy(arena, path);
}

Str path_read(Arena *arena, Str written) {
    StrBuilder path = {.arena = arena};
    for (ptrdiff_t i = 0; ON_WINDOWS && i < written.len; i++) {
        char c = written.text[i];
        str_add(&path, c == '"' ? (Str){0} : c == '\\' ? S("/") : str_slice(written, i, i + 1));
    }
    return ON_WINDOWS ? str_built(&path) : str_copy(arena, written);
}

static bool stands_in_url(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

// Signs that a system keeps for itself go, spaces are plain.
static Str document_part(Arena *arena, Str text) {
    enum { MOST_BYTES = 72, NARROW_SPACE = 0x202F, WIDE_SPACE = 0xA0 };
    StrBuilder name = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len && name.count < MOST_BYTES;) {
        ptrdiff_t from = at;
        int32_t code = utf8_decode(text, &at);
        bool space = code <= ' ' || code == NARROW_SPACE || code == WIDE_SPACE;
        bool kept = code >= 0 && str_find(S("<>:\"/\\|?*"), str_slice(text, from, at)) < 0;
        if (space) {
            str_add_char(&name, ' ');
        } else if (kept) {
            str_add(&name, str_slice(text, from, at));
        }
    }
    return str_trim(str_built(&name));
}

Str path_document(Arena *arena, const Str *parts, int32_t count, Str ending) {
    StrBuilder name = {.arena = arena};
    str_add(&name, S("Palabre"));
    for (int32_t i = 0; i < count; i++) {
        Str part = document_part(arena, parts[i]);
        str_add(&name, part.len > 0 ? S(" – ") : (Str){0});
        str_add(&name, part);
    }
    str_add(&name, ending);
    return str_built(&name);
}

Str path_url(Arena *arena, Str path) {
    StrBuilder url = {.arena = arena};
    str_add(&url, has_drive(path) ? S("file:///") : S("file://"));
    for (ptrdiff_t i = 0; i < path.len; i++) {
        if (is_separator(path.text[i])) {
            str_add_char(&url, '/');
        } else if (stands_in_url(path.text[i]) || (i == 1 && has_drive(path))) {
            str_add_char(&url, path.text[i]);
        } else {
            str_addf(&url, "%%%02X", (unsigned)(unsigned char)path.text[i]);
        }
    }
    return str_built(&url);
}

static char small(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

bool path_ends(Str path, Str ending) {
    bool same = path.len >= ending.len;
    for (ptrdiff_t i = 0; same && i < ending.len; i++) {
        same = small(path.text[path.len - ending.len + i]) == small(ending.text[i]);
    }
    return same;
}

int32_t path_number(Str path) {
    Str rest = path_name(path);
    int32_t number = 0;
    (void)str_cut(&rest, '.');
    (void)str_to_int(str_cut(&rest, '.'), &number);
    return number;
}
