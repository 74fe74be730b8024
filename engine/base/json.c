#include "base/json.h"

#include "base/error.h"
#include "base/json_scan.h"
#include "base/json_token.h"
#include "base/limits.h"

#include <cjson/cJSON.h>
#include <stdalign.h>
#include <string.h>

// Objects in the long lists of a document stay closed until they are asked for: cJSON needs eighty bytes for each
// value, and whoever reads a list and drops what was read (json_drop_first) never has more than one of them in memory.
enum { FOLD_LEAST = 64 }; // shorter lists are not worth it

// An object that is closed, or was until it was opened: its bytes, and the places of its values.
typedef struct Closed {
    Str json;
    JsonPlaces places;
    JsonOpened *opened;
    ArenaMark before; // where its values begin there
    struct Closed *older;
} Closed;

// The values of all objects that were opened.
struct JsonOpened {
    Arena arena;
    Closed *newest;
};

// Memory for cJSON comes from an arena, a piece at a time, which takes a third of the time of giving each value and
// text memory of its own; and nothing has to be freed one by one. It is not cleared: cJSON does that itself. Its hooks
// are given no context, so the memory of the thread that parses stands here while cJSON is at work. The hooks are the
// whole process's, and are set once: several threads parse at the same time.
typedef struct {
    Arena *arena;
    char *free; // of the newest piece
    size_t left;
} Memory;

static _Thread_local Memory cjson; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

static void add_piece(size_t least) {
    enum { PIECE = 4096 };
    cjson.left = least > PIECE ? least : PIECE;
    cjson.free = arena_push_aligned(cjson.arena, (ptrdiff_t)cjson.left);
}

static void *give_memory(size_t size) {
    size_t whole = (size + alignof(cJSON) - 1) / alignof(cJSON) * alignof(cJSON);
    if (whole > cjson.left) {
        add_piece(whole);
    }
    void *memory = cjson.free;
    cjson.free += whole;
    cjson.left -= whole;
    return memory;
}

static void keep_memory(void *memory) {
    (void)memory; // it goes with its arena
}

static void set_hooks(void) {
    enum { UNSET, BEING_SET, SET };
    static int hooks; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): atomic
    int expected = UNSET;
    if (__atomic_compare_exchange_n(&hooks, &expected, BEING_SET, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
        cJSON_InitHooks(&(cJSON_Hooks){give_memory, keep_memory});
        __atomic_store_n(&hooks, SET, __ATOMIC_RELEASE);
    }
    while (__atomic_load_n(&hooks, __ATOMIC_ACQUIRE) != SET) {
    }
}

static cJSON *parse_bytes(Arena *arena, Str json) {
    set_hooks();
    cjson = (Memory){.arena = arena};
    cJSON *value = cJSON_ParseWithLength(json.text, (size_t)json.len);
    cjson = (Memory){0};
    ASSERT(value); // the strict pass refuses all that cJSON would, and an arena never lacks memory
    return value;
}

// Closed objects stand in the tree as raw values, which the strict pass never lets cJSON make.
static bool is_closed(const cJSON *value) {
    return (value->type & 0xFF) == cJSON_Raw;
}

static void close_value(cJSON *value, Closed *closed) {
    value->type = cJSON_Raw;
    value->valuestring = (char *)closed;
}

// The closed form that a value of the tree had before it was opened; NULL: it never was closed.
static Closed *closed_of(const cJSON *value) {
    bool object = (value->type & 0xFF) == cJSON_Object || is_closed(value);
    return object ? (Closed *)(void *)value->valuestring : NULL;
}

// Puts each value's place into its `valueint`, which nothing else needs: integers are read from `valuedouble`, exact
// within the range that the strict pass allows. The zeros that stand for `closed` objects, in order, are made such.
// cJSON keeps no way back to the parent, hence the stack.
static void keep_places(cJSON *root, const JsonPlaces *places, Closed *closed, int32_t closed_count) {
    cJSON *parents[LIMIT_JSON_DEPTH];
    int32_t depth = 0;
    int32_t index = 0;
    for (cJSON *value = root; value;) {
        ASSERT(index < places->count);
        value->valueint = places->rows[index];
        if (closed_count > 0 && closed->places.rows == &places->rows[index]) {
            index += closed->places.count;
            close_value(value, closed++);
            closed_count--;
        } else {
            index++;
        }
        if (value->child) {
            ASSERT(depth < LIMIT_JSON_DEPTH);
            parents[depth++] = value;
            value = value->child;
            continue;
        }
        while (!value->next && depth > 0) {
            value = parents[--depth];
        }
        value = value->next;
    }
    ASSERT(index == places->count && closed_count == 0);
}

// An object takes the place of its closed form, between the same neighbours.
static const JsonValue *open_value(const JsonValue *value) {
    if (!value || !is_closed(value)) {
        return value;
    }
    Closed *closed = closed_of(value);
    JsonOpened *all = closed->opened;
    closed->before = arena_mark(&all->arena);
    closed->older = all->newest;
    all->newest = closed;
    cJSON *object = parse_bytes(&all->arena, closed->json);
    cJSON *opened = (cJSON *)value;
    keep_places(object, &closed->places, NULL, 0);
    opened->type = object->type;
    opened->child = object->child;
    return value;
}

// The document with a zero for each object that stays closed.
static Str fold_bytes(Arena *scratch, Str bytes, int32_t from, const JsonFolds *folds) {
    StrBuilder folded = {.arena = scratch};
    for (int32_t i = 0; i < folds->count; i++) {
        str_add(&folded, str_slice(bytes, from, folds->rows[i].from));
        str_add_char(&folded, '0');
        from = folds->rows[i].from + folds->rows[i].len;
    }
    str_add(&folded, str_slice(bytes, from, bytes.len));
    return str_built(&folded);
}

static void parse_folded(Arena *scratch, JsonDoc *doc, const JsonIndex *index) {
    const JsonFolds *folds = &index->folds;
    JsonPlaces places = {arena_push(&doc->arena, int32_t, index->places.count), index->places.count, 0};
    memcpy(places.rows, index->places.rows, (size_t)places.count * sizeof *places.rows);
    Closed *closed = arena_push(&doc->arena, Closed, folds->count);
    doc->opened = arena_push(&doc->arena, JsonOpened, 1);
    for (int32_t i = 0; i < folds->count; i++) {
        const JsonFold *fold = &folds->rows[i];
        closed[i].json = str_slice(doc->bytes, fold->from, fold->from + fold->len);
        closed[i].places = (JsonPlaces){places.rows + fold->place, fold->count, 0};
        closed[i].opened = doc->opened;
    }
    doc->root = parse_bytes(&doc->arena, fold_bytes(scratch, doc->bytes, places.rows[0], folds));
    keep_places(doc->root, &places, closed, folds->count);
}

bool json_parse(Arena *scratch, Str bytes, JsonDoc *doc, JsonReport *report, void *context) {
    ArenaMark mark = arena_mark(scratch);
    JsonIndex index = {0};
    *doc = (JsonDoc){0};
    if (json_scan(scratch, bytes, &index, report, context)) {
        doc->bytes = bytes;
        if (index.folds.count >= FOLD_LEAST) {
            parse_folded(scratch, doc, &index);
        } else {
            // cJSON misses the byte order mark of very short texts
            doc->root = parse_bytes(&doc->arena, str_slice(bytes, index.places.rows[0], bytes.len));
            keep_places(doc->root, &index.places, NULL, 0);
        }
    }
    arena_rewind(scratch, mark);
    return doc->root != NULL;
}

bool json_check(Arena *scratch, Str bytes) {
    ArenaMark mark = arena_mark(scratch);
    bool fine = json_scan(scratch, bytes, NULL, NULL, NULL);
    arena_rewind(scratch, mark);
    return fine;
}

void json_finish(JsonDoc *doc) {
    if (doc->opened) {
        arena_finish(&doc->opened->arena);
    }
    arena_finish(&doc->arena);
    *doc = (JsonDoc){0};
}

JsonType json_type(const JsonValue *value) {
    switch (value->type & 0xFF) {
    case cJSON_False:
        return JSON_FALSE;
    case cJSON_True:
        return JSON_TRUE;
    case cJSON_Number:
        return JSON_INTEGER;
    case cJSON_String:
        return JSON_TEXT;
    case cJSON_Array:
        return JSON_LIST;
    case cJSON_Object:
        return JSON_OBJECT;
    default:
        return JSON_NULL;
    }
}

int64_t json_integer(const JsonValue *value) {
    ASSERT(json_type(value) == JSON_INTEGER);
    return (int64_t)value->valuedouble;
}

Str json_text(const JsonValue *value) {
    ASSERT(json_type(value) == JSON_TEXT);
    return str_from_c(value->valuestring);
}

Str json_key(const JsonValue *value) {
    return str_from_c(value->string);
}

const JsonValue *json_first(const JsonValue *value) {
    return open_value(value->child);
}

const JsonValue *json_next(const JsonValue *value) {
    return open_value(value->next);
}

const JsonValue *json_drop_first(const JsonValue *value) {
    cJSON *first = value->child;
    ASSERT(first);
    if (first->next) {
        first->next->prev = first->prev; // the first one knows the last
    }
    ((cJSON *)value)->child = first->next;
    Closed *closed = closed_of(first);
    if (closed && closed == closed->opened->newest) {
        arena_rewind(&closed->opened->arena, closed->before);
        closed->opened->newest = closed->older;
    }
    return open_value(value->child);
}

int32_t json_count(const JsonValue *value) {
    return cJSON_GetArraySize(value);
}

const JsonValue *json_member(const JsonValue *object, Str key) {
    const JsonValue *member = json_type(object) == JSON_OBJECT ? object->child : NULL;
    while (member && !str_equal(json_key(member), key)) {
        member = member->next;
    }
    return member;
}

int32_t json_place(const JsonValue *value) {
    return value->valueint;
}

int32_t json_value_place(const JsonDoc *doc, const JsonValue *value) {
    return (int32_t)json_skip_key(doc->bytes, value->valueint);
}

Str json_raw(const JsonDoc *doc, const JsonValue *value) {
    ptrdiff_t from = json_value_place(doc, value);
    return str_slice(doc->bytes, from, json_skip_value(doc->bytes, from));
}

int32_t json_text_place(Str bytes, int32_t place, ptrdiff_t index) {
    ptrdiff_t at = json_skip_key(bytes, place) + 1;
    while (at < bytes.len && bytes.text[at] != '"') {
        char decoded[4];
        ptrdiff_t from = at;
        index -= json_decode_step(bytes, &at, decoded);
        if (index < 0) {
            return (int32_t)from;
        }
    }
    return (int32_t)(at < bytes.len ? at : bytes.len);
}
