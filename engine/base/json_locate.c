#include "base/json.h"

#include "base/json_token.h"
#include "base/limits.h"

#include <stdio.h>
#include <string.h>

// A longer pointer ends at the innermost value that still fits: a hostile file has many faults and long keys around
// them.
enum { POINTER_BYTES = 1024 };

typedef struct {
    char text[POINTER_BYTES];
    ptrdiff_t len;
} Pointer;

// A list or an object that is open.
typedef struct {
    bool is_object;
    bool within;   // a member or an element of it has begun and not ended
    Str key;       // of that member, as it stands in the bytes
    int32_t index; // of that element
} Level;

// The next LF and the next CR, kept so that each byte is looked at once for each of them.
typedef struct {
    ptrdiff_t lf, cr;
} LineEnds;

typedef struct {
    Arena *arena;
    JsonPlace *next; // of those that have no pointer yet
    int32_t left;    // how many these are
    JsonElements elements;
    int32_t depth;
    Level levels[LIMIT_JSON_DEPTH + 1]; // levels[depth] is the innermost; levels[0] stands around the whole
} Walk;

static bool is_continuation(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

static ptrdiff_t find_byte(Str bytes, char c, ptrdiff_t from) {
    const char *found = from < bytes.len ? memchr(bytes.text + from, c, (size_t)(bytes.len - from)) : NULL;
    return found ? found - bytes.text : bytes.len;
}

// Where the line after that of `at` begins: after LF, CRLF or CR. Past the end of `bytes` when there is none.
static ptrdiff_t find_next_line(LineEnds *ends, Str bytes, ptrdiff_t at) {
    if (ends->lf < at) {
        ends->lf = find_byte(bytes, '\n', at);
    }
    if (ends->cr < at) {
        ends->cr = find_byte(bytes, '\r', at);
    }
    bool is_crlf = ends->cr + 1 == ends->lf && ends->lf < bytes.len;
    ptrdiff_t end = ends->lf < ends->cr ? ends->lf : ends->cr;
    return end + (is_crlf ? 2 : 1);
}

static void locate_lines(Str bytes, JsonPlace *places, int32_t count) {
    ptrdiff_t at = str_begins(bytes, S("\xEF\xBB\xBF")) ? 3 : 0; // no editor counts the byte order mark as a column
    LineEnds ends = {-1, -1};
    ptrdiff_t next_line = find_next_line(&ends, bytes, at);
    int32_t line = 1;
    int32_t column = 1;
    for (int32_t i = 0; i < count; i++) {
        ptrdiff_t offset = places[i].offset < bytes.len ? places[i].offset : bytes.len;
        for (; next_line <= offset; next_line = find_next_line(&ends, bytes, next_line)) {
            at = next_line;
            line++;
            column = 1;
        }
        for (; at < offset; at++) {
            column += !is_continuation(bytes.text[at]);
        }
        places[i].line = line;
        places[i].column = column;
    }
}

static bool add_bytes(Pointer *pointer, const char *bytes, ptrdiff_t count) {
    if (pointer->len + count > POINTER_BYTES) {
        return false;
    }
    memcpy(pointer->text + pointer->len, bytes, (size_t)count);
    pointer->len += count;
    return true;
}

static bool add_key(Pointer *pointer, Str key) {
    bool fits = add_bytes(pointer, "/", 1);
    for (ptrdiff_t at = 1; fits && at < key.len && key.text[at] != '"';) {
        char decoded[4];
        int32_t count = json_decode_step(key, &at, decoded);
        if (decoded[0] == '~' || decoded[0] == '/') {
            fits = add_bytes(pointer, decoded[0] == '~' ? "~0" : "~1", 2);
        } else {
            fits = add_bytes(pointer, decoded, count);
        }
    }
    return fits;
}

static bool add_index(Pointer *pointer, int32_t index) {
    char digits[16];
    int len = snprintf(digits, sizeof digits, "/%d", index);
    return add_bytes(pointer, digits, len);
}

static Str write_pointer(const Walk *walk) {
    Pointer pointer;
    pointer.len = 0;
    for (int32_t i = 1; i <= walk->depth && walk->levels[i].within; i++) {
        const Level *level = &walk->levels[i];
        ptrdiff_t whole = pointer.len;
        if (!(level->is_object ? add_key(&pointer, level->key) : add_index(&pointer, level->index))) {
            pointer.len = whole;
            break;
        }
    }
    return str_copy(walk->arena, (Str){pointer.text, pointer.len});
}

// Gives the pointer of what is open now to all places before `end`.
static void set_pointers(Walk *walk, ptrdiff_t end) {
    if (walk->left == 0 || walk->next->offset >= end) {
        return;
    }
    Str pointer = write_pointer(walk);
    for (; walk->left > 0 && walk->next->offset < end; walk->left--) {
        walk->next->pointer = pointer;
        walk->next++;
    }
}

static bool opens(Str token) {
    return *token.text == '[' || *token.text == '{';
}

static bool closes(Str token) {
    return *token.text == ']' || *token.text == '}';
}

static bool separates(Str token) {
    return *token.text == ',' || *token.text == ':';
}

static void enter_token(Walk *walk, Str token) {
    Level *level = &walk->levels[walk->depth];
    if (level->within || closes(token) || separates(token)) {
        return;
    }
    bool is_text = *token.text == '"';
    level->key = is_text ? token : level->key;
    level->within = is_text || !level->is_object;
}

static void end_value(Level *level) {
    level->index++;
    level->within = false;
}

static void leave_token(Walk *walk, Str token) {
    Level *level = &walk->levels[walk->depth];
    if (opens(token)) {
        walk->depth++;
        walk->levels[walk->depth] = (Level){.is_object = *token.text == '{'};
    } else if (closes(token)) {
        walk->depth -= walk->depth > 0;
        end_value(&walk->levels[walk->depth]);
    } else if (*token.text == ',') {
        level->within = false;
    } else if (*token.text != ':' && !(level->is_object && level->key.text == token.text)) {
        end_value(level);
    }
}

enum { LISTS = 2 }; // the depth in a list of the outermost object

// Where the last of the elements whose places are known begins before the place that is asked for next, when the first
// of them that was not read yet begins with the token. Else -1.
static ptrdiff_t find_later_element(Walk *walk, Str bytes, Str token) {
    const JsonElements *elements = &walk->elements;
    Level *level = &walk->levels[walk->depth];
    int32_t index = level->index;
    if (walk->left == 0 || walk->depth != LISTS || level->is_object || index >= elements->count ||
        elements->places[index] != token.text - bytes.text) {
        return -1;
    }
    while (index + 1 < elements->count && elements->places[index + 1] <= walk->next->offset) {
        index++;
    }
    bool is_later = index > level->index;
    level->index = index;
    return is_later ? elements->places[index] : -1;
}

// The end of an element of a list in the outermost object that no place asked for stands in; else -1. Such elements are
// most of a long document, and how they are built does not matter then.
static ptrdiff_t find_end_of_other(const Walk *walk, Str bytes, Str token) {
    const Level *level = &walk->levels[walk->depth];
    if (walk->left == 0 || walk->depth != LISTS || level->is_object || !opens(token)) {
        return -1;
    }
    ptrdiff_t end = json_skip_value(bytes, token.text - bytes.text);
    return walk->next->offset >= end && end < bytes.len ? end : -1;
}

// Token by token; bytes that are no JSON give the pointer of what was open when they stopped making sense.
static void locate_values(Walk *walk, Str bytes) {
    ptrdiff_t at = 0;
    while (walk->left > 0) {
        Str token = json_find_token(bytes, at);
        at = token.text - bytes.text;
        set_pointers(walk, at);
        if (token.len == 0) {
            break;
        }
        ptrdiff_t later = find_later_element(walk, bytes, token);
        if (later >= 0) {
            at = later;
            continue;
        }
        ptrdiff_t end = find_end_of_other(walk, bytes, token);
        if (end >= 0) {
            end_value(&walk->levels[walk->depth]);
            at = end;
            continue;
        }
        enter_token(walk, token);
        at += token.len;
        bool is_cut = *token.text == '"' && at == bytes.len;
        if (is_cut || (opens(token) && walk->depth == LIMIT_JSON_DEPTH)) {
            break;
        }
        set_pointers(walk, at);
        leave_token(walk, token);
    }
    set_pointers(walk, PTRDIFF_MAX);
}

void json_locate(Arena *arena, Str bytes, JsonPlace *places, int32_t count) {
    json_locate_among(arena, bytes, (JsonElements){0}, places, count);
}

void json_locate_among(Arena *arena, Str bytes, JsonElements elements, JsonPlace *places, int32_t count) {
    Walk walk = {.arena = arena, .next = places, .left = count, .elements = elements};
    locate_lines(bytes, places, count);
    locate_values(&walk, bytes);
}
