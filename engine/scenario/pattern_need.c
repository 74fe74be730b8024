#include "scenario/pattern_need.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

enum { SIGN_NONE, LETTER_A, LETTER_Z = 26, SIGN_SPACE, SIGN_APOSTROPHE, SIGN_HYPHEN, SIGN_OTHER, SIGN_EDGE };
enum { SIGN_BITS = 5, RUN_BITS = 3 * SIGN_BITS, WORD_BITS = 64, IS_GROUP = 1 << RUN_BITS };
// A byte of a pattern gives a run at most, a bracket two of what it opens; the whole is opened too.
enum { MOST_ITEMS = 2 * LIMIT_PATTERN_BYTES + 2 };
enum { MOST_OPEN = 256 };                 // PCRE2 nests no deeper
enum { LONG_S = 0x17F, KELVIN = 0x212A }; // fit s and k where case does not count

struct HeldSigns {
    uint64_t words[(1 << RUN_BITS) / WORD_BITS];
    bool all; // it holds a character that fits what looks otherwise
};

static bool is_letter(int32_t sign) {
    return sign >= LETTER_A && sign <= LETTER_Z;
}

static int32_t run_of(int32_t first, int32_t second, int32_t third) {
    return (first << (2 * SIGN_BITS)) | (second << SIGN_BITS) | third;
}

static int32_t sign_of(char c) {
    char small = (char)(c | 0x20);
    if (small >= 'a' && small <= 'z') {
        return LETTER_A + small - 'a';
    }
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return SIGN_SPACE;
    }
    return c == '\'' ? SIGN_APOSTROPHE : c == '-' ? SIGN_HYPHEN : SIGN_OTHER;
}

// The signs met last. A run of space counts once, in patterns as in texts.
typedef struct {
    int32_t before, last; // SIGN_NONE: anything, or nothing
} Trail;

static Trail go_on(Trail trail, int32_t sign) {
    return (Trail){trail.last, sign};
}

static void hold(HeldSigns *held, int32_t first, int32_t second, int32_t third) {
    int32_t run = run_of(first, second, third);
    held->words[run / WORD_BITS] |= UINT64_C(1) << (run % WORD_BITS);
}

// A digit may stand inside a word or beside it: it counts as both.
static void hold_next(HeldSigns *held, Trail trail, int32_t sign) {
    bool begins = is_letter(trail.last) && !is_letter(trail.before);
    bool ends = is_letter(trail.last) && !is_letter(sign);
    hold(held, trail.before, trail.last, sign);
    if (begins) {
        hold(held, SIGN_EDGE, trail.last, sign);
    }
    if (ends) {
        hold(held, trail.before, trail.last, SIGN_EDGE);
    }
    if (begins && ends) {
        hold(held, SIGN_EDGE, trail.last, SIGN_EDGE);
    }
}

static int32_t read_sign(HeldSigns *held, Str text, ptrdiff_t *at) {
    ptrdiff_t start = *at;
    int32_t code = utf8_decode(text, at);
    if (code >= 0 && code < 0x80) {
        return sign_of((char)code);
    }
    held->all = held->all || code == LONG_S || code == KELVIN || utf8_is_blank(str_slice(text, start, *at));
    return SIGN_OTHER;
}

const HeldSigns *signs_held(Arena *arena, Str text) {
    HeldSigns *held = arena_push(arena, HeldSigns, 1);
    Trail trail = {0};
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t sign = read_sign(held, text, &at);
        if (sign != SIGN_SPACE || trail.last != SIGN_SPACE) {
            hold_next(held, trail, sign);
            trail = go_on(trail, sign);
        }
    }
    hold_next(held, trail, SIGN_NONE);
    return held;
}

// A group that is being read, whose items begin with its own and one of each branch.
typedef struct {
    int32_t group, branch;
    Trail trail; // before it
    bool beside; // it looks at what is no part of the match
    bool idle;   // a branch needs nothing, so nothing is needed
} Open;

typedef struct {
    Str pattern;
    ptrdiff_t at;
    Trail trail;
    bool unsure; // something was met that is not understood
    int32_t count, depth;
    Open open[MOST_OPEN];
    uint16_t items[MOST_ITEMS];
} Reading;

static char byte_at(const Reading *r, ptrdiff_t at) {
    return at < r->pattern.len ? r->pattern.text[at] : '\0';
}

static bool take(Reading *r, Str what) {
    bool stands = str_begins(str_slice(r->pattern, r->at, r->pattern.len), what);
    r->at += stands ? what.len : 0;
    return stands;
}

static void need(Reading *r, int32_t third) {
    if (r->trail.before != SIGN_NONE && r->trail.last != SIGN_NONE) {
        r->items[r->count++] = (uint16_t)run_of(r->trail.before, r->trail.last, third);
    }
}

static bool is_number(Str text) {
    ptrdiff_t i = 0;
    while (i < text.len && text.text[i] >= '0' && text.text[i] <= '9') {
        i++;
    }
    return i > 0 && i == text.len;
}

// The least of {…}. What PCRE2 does not read as a quantifier, or not always, is not understood.
static int32_t take_bounds(Reading *r) {
    Str rest = str_slice(r->pattern, r->at + 1, r->pattern.len);
    ptrdiff_t len = str_find(rest, S("}"));
    Str most = str_slice(rest, 0, len);
    Str least = str_cut(&most, ',');
    int32_t value = 0;
    bool understood = is_number(least) && (most.len == 0 || is_number(most)) && str_to_int(least, &value);
    r->unsure = r->unsure || !understood;
    r->at += understood ? len + 2 : 0;
    return value;
}

static bool is_one_of(char c, const char *set) {
    return c != '\0' && strchr(set, c);
}

typedef enum { ONCE, REPEATED, OPTIONAL } Times;

static Times take_times(Reading *r) {
    char c = byte_at(r, r->at);
    if (!is_one_of(c, "?*+{")) {
        return ONCE;
    }
    int32_t least = c == '+';
    if (c == '{') {
        least = take_bounds(r);
    } else {
        r->at++;
    }
    r->at += is_one_of(byte_at(r, r->at), "?+");
    return least > 0 ? REPEATED : OPTIONAL;
}

static void read_anything(Reading *r) {
    (void)take_times(r);
    r->trail = (Trail){0};
}

static void read_literal(Reading *r, int32_t sign) {
    Times times = take_times(r);
    if (times == OPTIONAL) {
        r->trail = (Trail){0};
        return;
    }
    if (sign == SIGN_SPACE && r->trail.last == SIGN_SPACE) {
        return;
    }
    if (r->trail.last == SIGN_EDGE && !is_letter(sign)) {
        r->trail = (Trail){0};
    }
    need(r, sign);
    r->trail = go_on(r->trail, sign);
    if (times == REPEATED && sign != SIGN_SPACE) {
        r->trail.before = SIGN_NONE;
    }
}

static void read_edge(Reading *r) {
    r->unsure = r->unsure || take_times(r) != ONCE;
    if (is_letter(r->trail.last)) {
        need(r, SIGN_EDGE);
    } else if (r->trail.last == SIGN_NONE) {
        r->trail.last = SIGN_EDGE;
    }
}

static void read_escape(Reading *r) {
    char c = byte_at(r, r->at + 1);
    r->at += 2;
    if (c == 'b') {
        read_edge(r);
    } else if (c == 's' || c == 'n') {
        read_literal(r, SIGN_SPACE);
    } else if (is_one_of(c, "dDSwWhHvVrt")) {
        read_anything(r);
    } else if (c > ' ' && c < 0x7F && sign_of(c) >= SIGN_APOSTROPHE && (c < '0' || c > '9')) {
        read_literal(r, sign_of(c));
    } else {
        r->unsure = true;
    }
}

// A bracket that stands first in a class is one of its characters.
static void read_class(Reading *r) {
    r->at += byte_at(r, r->at + 1) == '^' ? 2 : 1;
    ptrdiff_t first = r->at;
    while (r->at < r->pattern.len && (byte_at(r, r->at) != ']' || r->at == first)) {
        char next = byte_at(r, r->at + 1);
        bool escapes = byte_at(r, r->at) == '\\';
        r->unsure = r->unsure || (escapes && (next == 'Q' || next == 'E')) || (byte_at(r, r->at) == '[' && next == ':');
        r->at += escapes ? 2 : 1;
    }
    r->at++;
    read_anything(r);
}

static void set_extent(Reading *r, int32_t item) {
    r->items[item] = (uint16_t)(IS_GROUP | (r->count - item - 1));
}

static void open_group(Reading *r, bool beside) {
    r->open[r->depth++] = (Open){.group = r->count, .branch = r->count + 1, .trail = r->trail, .beside = beside};
    r->count += 2;
}

static void end_branch(Reading *r, Open *open) {
    set_extent(r, open->branch);
    open->idle = open->idle || r->count == open->branch + 1;
}

static void read_bar(Reading *r) {
    Open *open = &r->open[r->depth - 1];
    end_branch(r, open);
    r->at++;
    open->branch = r->count++;
    r->trail = open->trail;
}

static void close_group(Reading *r) {
    Open *open = &r->open[--r->depth];
    end_branch(r, open);
    set_extent(r, open->group);
    r->count = open->idle || open->beside ? open->group : r->count;
    r->trail = open->beside ? open->trail : (Trail){0};
}

static bool take_look_around(Reading *r) {
    return take(r, S("(?=")) || take(r, S("(?!")) || take(r, S("(?<=")) || take(r, S("(?<!"));
}

static bool take_group(Reading *r) {
    return take(r, S("(?:")) || take(r, S("(?>")) || take(r, S("(?i:")) || take(r, S("(?-i:")) ||
           (byte_at(r, r->at + 1) != '?' && take(r, S("(")));
}

static void read_opening(Reading *r) {
    bool beside = take_look_around(r);
    if (r->depth == MOST_OPEN || (!beside && !take_group(r))) {
        r->unsure = true;
    } else {
        open_group(r, beside);
    }
}

static void read_closing(Reading *r) {
    Open open = r->open[r->depth - 1];
    r->at++;
    if (r->depth == 1) {
        r->unsure = true;
        return;
    }
    close_group(r);
    Times times = take_times(r);
    r->unsure = r->unsure || (open.beside && times != ONCE);
    r->count = times == OPTIONAL ? open.group : r->count;
}

static void read_char(Reading *r) {
    int32_t code = utf8_decode(r->pattern, &r->at);
    if (code == '.' || code >= 0x80) {
        read_anything(r);
    } else if (code < 0 || is_one_of((char)code, "?*+{")) {
        r->unsure = true; // a quantifier of what has none, or a brace
    } else if (code != '^' && code != '$') {
        read_literal(r, sign_of((char)code));
    }
}

static void read_item(Reading *r) {
    switch (byte_at(r, r->at)) {
    case '|':
        read_bar(r);
        break;
    case '(':
        read_opening(r);
        break;
    case ')':
        read_closing(r);
        break;
    case '\\':
        read_escape(r);
        break;
    case '[':
        read_class(r);
        break;
    default:
        read_char(r);
    }
}

PatternNeed pattern_need(Arena *arena, Str prepared) {
    Reading r = {.pattern = prepared};
    ASSERT(prepared.len <= LIMIT_PATTERN_BYTES);
    open_group(&r, false);
    while (r.at < r.pattern.len && !r.unsure) {
        read_item(&r);
    }
    if (r.unsure || r.depth > 1) {
        return (PatternNeed){0};
    }
    close_group(&r);
    if (r.count == 0) {
        return (PatternNeed){0};
    }
    uint16_t *items = arena_push(arena, uint16_t, r.count);
    memcpy(items, r.items, sizeof *items * (size_t)r.count);
    return (PatternNeed){items, r.count};
}

static bool holds(const HeldSigns *held, uint16_t run) {
    return held->words[run / WORD_BITS] >> (run % WORD_BITS) & 1;
}

// The branch of a group that is looked at.
typedef struct {
    int32_t end, group_end;
} Branch;

typedef struct {
    PatternNeed need;
    int32_t at, depth;
    Branch inside[MOST_OPEN];
} Look;

static int32_t end_of(const Look *look, int32_t at) {
    return at + 1 + look->need.items[at] - IS_GROUP;
}

static void enter(Look *look, int32_t group_end, int32_t branch) {
    look->inside[look->depth++] = (Branch){end_of(look, branch), group_end};
    look->at = branch + 1;
}

// To the next branch of the innermost group that has one left, if any.
static bool try_next_branch(Look *look) {
    while (look->depth > 0) {
        Branch last = look->inside[--look->depth];
        if (last.end < last.group_end) {
            enter(look, last.group_end, last.end);
            return true;
        }
    }
    return false;
}

static void leave_held(Look *look) {
    while (look->depth > 0 && look->at == look->inside[look->depth - 1].end) {
        look->at = look->inside[--look->depth].group_end;
    }
}

static bool holds_all(const HeldSigns *held, PatternNeed need) {
    Look look;
    look.need = need;
    look.at = 0;
    look.depth = 0;
    while (look.at < need.count) {
        uint16_t item = need.items[look.at];
        if (item & IS_GROUP) {
            enter(&look, end_of(&look, look.at), look.at + 1);
        } else if (holds(held, item)) {
            look.at++;
        } else if (!try_next_branch(&look)) {
            return false;
        }
        leave_held(&look);
    }
    return true;
}

bool pattern_may_fit(PatternNeed need, const HeldSigns *held) {
    return held->all || holds_all(held, need);
}
