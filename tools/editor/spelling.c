#include "editor/spelling.h"

#include "base/json.h"
#include "base/utf8.h"

enum { KNOWN = 1, UNKNOWN = 2, REMEMBERED_MOST = 20000 };

static const Str ELIDED[] = {S_INIT("c"),      S_INIT("d"),      S_INIT("j"),      S_INIT("l"),      S_INIT("m"),
                             S_INIT("n"),      S_INIT("s"),      S_INIT("t"),      S_INIT("qu"),     S_INIT("jusqu"),
                             S_INIT("lorsqu"), S_INIT("puisqu"), S_INIT("quoiqu"), S_INIT("quelqu"), S_INIT("presqu")};

static bool is_apostrophe(int32_t code) {
    return code == '\'' || code == 0x2019 || code == 0x02BC;
}

static bool is_hyphen(int32_t code) {
    return code == '-' || code == 0x2010 || code == 0x2011;
}

static bool is_middle_dot(int32_t code) {
    return code == 0xB7 || code == 0x2022 || code == 0x2027;
}

static bool is_in_word(int32_t code) {
    bool mark = code >= 0x300 && code <= 0x36F;
    return utf8_is_letter(code) || mark || is_apostrophe(code) || is_hyphen(code) || is_middle_dot(code);
}

static void add_own(Spelling *spelling, Str word) {
    if (word.len > 0) {
        *table_slot(&spelling->own_arena, &spelling->own, utf8_fold_case(&spelling->own_arena, word)) = KNOWN;
    }
}

// Each of its words, and what stands between spaces as a whole.
static void add_own_words(Spelling *spelling, Str text) {
    while (text.len > 0) {
        Str word = str_cut(&text, ' ');
        add_own(spelling, word);
        for (ptrdiff_t at = 0, from = -1; at <= word.len;) {
            ptrdiff_t here = at;
            bool letter = at < word.len && utf8_is_letter(utf8_decode(word, &at));
            from = letter && from < 0 ? here : from;
            if (!letter && from >= 0) {
                add_own(spelling, str_slice(word, from, here));
                from = -1;
            }
            at += here == word.len;
        }
    }
}

static void add_listed(Spelling *spelling, Arena *scratch, Str json) {
    JsonDoc doc;
    if (!json_parse(scratch, json, &doc, NULL, NULL)) {
        return;
    }
    bool list = json_type(doc.root) == JSON_LIST;
    for (const JsonValue *word = list ? json_first(doc.root) : NULL; word; word = json_next(word)) {
        Str text = json_type(word) == JSON_TEXT ? json_text(word) : (Str){0};
        *rows_append(&spelling->own_arena, &spelling->listed) = str_copy(&spelling->own_arena, text);
        add_own(spelling, text);
    }
    json_finish(&doc);
}

// All of them in one text, by which it is known whether they changed.
static Str list_own(Arena *arena, const Scenario *scenario) {
    StrBuilder list = {.arena = arena};
    for (int32_t i = 0; i < scenario->character_rows.count; i++) {
        str_add(&list, scenario->characters.rows[scenario->character_rows.first + i].name);
        str_add_char(&list, '\n');
    }
    for (int32_t i = 0; i < scenario->pronunciation_rows.count; i++) {
        str_add(&list, scenario->pronunciations.rows[scenario->pronunciation_rows.first + i].text);
        str_add_char(&list, '\n');
    }
    return str_built(&list);
}

static Str find_listed(const Scenario *scenario) {
    Str json = {0};
    for (int32_t i = 0; i < scenario->extras.count; i++) {
        const Extra *extra = &scenario->extras.rows[i];
        json = extra->owner == 0 && str_equal(extra->key, S(SPELLING_OWN)) ? extra->raw : json;
    }
    return json;
}

bool spelling_take_own(Spelling *spelling, Arena *scratch, const Scenario *scenario) {
    ArenaMark mark = arena_mark(scratch);
    Str list = list_own(scratch, scenario), json = find_listed(scenario);
    bool changed = !str_equal(list, spelling->own_list) || !str_equal(json, spelling->own_json);
    if (changed) {
        arena_finish(&spelling->own_arena);
        spelling->own = (Table){0};
        spelling->listed = (DictionaryWords){0};
        spelling->own_list = str_copy(&spelling->own_arena, list);
        spelling->own_json = str_copy(&spelling->own_arena, json);
        for (Str rest = spelling->own_list; rest.len > 0;) {
            add_own_words(spelling, str_cut(&rest, '\n'));
        }
        add_listed(spelling, scratch, spelling->own_json);
    }
    arena_rewind(scratch, mark);
    return changed;
}

void spelling_forget(Spelling *spelling) {
    arena_finish(&spelling->arena);
    arena_finish(&spelling->own_arena);
    *spelling = (Spelling){.dictionary = spelling->dictionary, .french = spelling->french};
}

// A text that is looked through.
typedef struct {
    Spelling *spelling;
    Arena *scratch;
} Looking;

static bool is_own(const Looking *looking, Str word) {
    return table_find(&looking->spelling->own, utf8_fold_case(looking->scratch, word)) == KNOWN;
}

static bool is_listed(const Looking *looking, Str word) {
    Spelling *spelling = looking->spelling;
    int32_t verdict = table_find(&spelling->verdicts, word);
    if (verdict == 0 && spelling->left <= 0) {
        spelling->waits = true;
        return true;
    }
    if (verdict == 0) {
        spelling->left--;
        verdict = dictionary_knows(spelling->dictionary, word) ? KNOWN : UNKNOWN;
        *table_slot(&spelling->arena, &spelling->verdicts, str_copy(&spelling->arena, word)) = verdict;
    }
    return verdict == KNOWN;
}

static bool is_single(Str word) {
    return utf8_count(word) <= 1;
}

static bool is_elided(Arena *scratch, Str word) {
    Str folded = utf8_fold_case(scratch, word);
    bool found = false;
    for (int32_t i = 0; i < COUNT(ELIDED) && !found; i++) {
        found = str_equal(folded, ELIDED[i]);
    }
    return found;
}

// RSA, CAF: known by whoever writes them.
static bool is_in_capitals(Arena *scratch, Str word) {
    bool capitals = true;
    for (ptrdiff_t at = 0; at < word.len && capitals;) {
        ptrdiff_t from = at;
        bool letter = utf8_is_letter(utf8_decode(word, &at));
        Str sign = str_slice(word, from, at);
        capitals = !letter || !str_equal(utf8_fold_case(scratch, sign), sign);
    }
    return capitals;
}

static bool is_known_whole(const Looking *looking, Str word) {
    return is_single(word) || is_listed(looking, word) || is_own(looking, word) ||
           is_in_capitals(looking->scratch, word);
}

// Parts that hyphens divide: dit-il, soi-disant.
static bool is_known_by_parts(const Looking *looking, Str word) {
    Str rest = word;
    bool known = str_find(word, S("-")) >= 0;
    while (known && rest.len > 0) {
        Str part = str_cut(&rest, '-');
        known = part.len == 0 || is_known_whole(looking, part);
    }
    return known;
}

static bool is_known_without_ending(const Looking *looking, Str word) {
    ptrdiff_t end = word.len - S("'s").len;
    return !looking->spelling->french && str_ends(word, S("'s")) && is_known_whole(looking, str_slice(word, 0, end));
}

// With plain apostrophes and hyphens.
static bool is_known(const Looking *looking, Str word) {
    ptrdiff_t apostrophe = str_find(word, S("'"));
    Str before = str_slice(word, 0, apostrophe), after = str_slice(word, apostrophe + 1, word.len);
    if (looking->spelling->french && apostrophe > 0 && is_elided(looking->scratch, before)) {
        return is_known_whole(looking, after) || is_known_by_parts(looking, after) || is_known_whole(looking, word);
    }
    return is_known_whole(looking, word) || is_known_by_parts(looking, word) || is_known_without_ending(looking, word);
}

// Accents that stand alone, and ligatures, begin with one of these bytes; most words have neither.
static bool has_rare_signs(Str word) {
    bool rare = false;
    for (ptrdiff_t i = 0; i < word.len && !rare; i++) {
        unsigned char byte = (unsigned char)word.text[i];
        rare = byte == 0xCC || byte == 0xCD || byte == 0xEF;
    }
    return rare;
}

static Str make_plain(Arena *arena, Str word) {
    StrBuilder plain = {.arena = arena};
    word = has_rare_signs(word) ? utf8_compatible(arena, word) : word;
    for (ptrdiff_t at = 0; at < word.len;) {
        ptrdiff_t from = at;
        int32_t code = utf8_decode(word, &at);
        str_add(&plain, is_apostrophe(code) ? S("'") : is_hyphen(code) ? S("-") : str_slice(word, from, at));
    }
    return str_built(&plain);
}

// Of conseiller·ère the first part is a word, the others are endings.
static Str cut_endings(Str word) {
    for (ptrdiff_t at = 0; at < word.len;) {
        ptrdiff_t from = at;
        if (is_middle_dot(utf8_decode(word, &at))) {
            return str_slice(word, 0, from);
        }
    }
    return word;
}

// A word as it stands between other signs: `from` goes behind what is no part of it, `to` before.
static SpellingFault trim(Str text, SpellingFault word) {
    ptrdiff_t at = word.from;
    while (at < word.to && !utf8_is_letter(utf8_decode(text, &at))) {
        word.from = (int32_t)at;
    }
    int32_t end = word.from;
    for (at = word.from; at < word.to;) {
        bool letter = utf8_is_letter(utf8_decode(text, &at));
        end = letter ? (int32_t)at : end;
    }
    word.to = end;
    return word;
}

static void judge(const Looking *looking, Arena *arena, Str text, SpellingFault word, SpellingFaults *faults) {
    ArenaMark mark = arena_mark(looking->scratch);
    Str plain = make_plain(looking->scratch, cut_endings(str_slice(text, word.from, word.to)));
    ptrdiff_t behind = word.to;
    bool elided = behind < text.len && is_apostrophe(utf8_decode(text, &behind)) && is_elided(looking->scratch, plain);
    bool known = plain.len == 0 || elided || is_known(looking, plain);
    arena_rewind(looking->scratch, mark);
    if (!known) {
        *rows_append(arena, faults) = word;
    }
}

// Of what stands between spaces: addresses and numbers hold no words.
static bool holds_words(Str chunk) {
    bool words = str_find(chunk, S("@")) < 0 && str_find(chunk, S("://")) < 0 && str_find(chunk, S("_")) < 0;
    for (ptrdiff_t i = 0; i < chunk.len && words; i++) {
        bool digit = chunk.text[i] >= '0' && chunk.text[i] <= '9';
        bool point = chunk.text[i] == '.' && i > 0 && i + 1 < chunk.len;
        bool inside =
            point && (chunk.text[i + 1] | 0x20) >= 'a' && (chunk.text[i + 1] | 0x20) <= 'z' && chunk.text[i - 1] != '.';
        words = !digit && !inside;
    }
    return words;
}

static bool is_space(int32_t code) {
    return code == ' ' || code == '\n' || code == '\t' || code == 0xA0 || code == 0x202F;
}

static void judge_chunk(const Looking *looking, Arena *arena, Str text, SpellingFault chunk, ptrdiff_t typed,
                        SpellingFaults *faults) {
    if (!holds_words(str_slice(text, chunk.from, chunk.to))) {
        return;
    }
    int32_t from = -1;
    for (ptrdiff_t at = chunk.from; at <= chunk.to;) {
        int32_t here = (int32_t)at;
        bool inside = at < chunk.to && is_in_word(utf8_decode(text, &at));
        from = inside && from < 0 ? here : from;
        if (!inside && from >= 0) {
            SpellingFault word = trim(text, (SpellingFault){from, here});
            if (word.to > word.from && here != typed) {
                judge(looking, arena, text, word, faults);
            }
            from = -1;
        }
        at += here == chunk.to;
    }
}

SpellingFaults spelling_find(Spelling *spelling, Arena *arena, Str text, ptrdiff_t typed) {
    SpellingFaults faults = {0};
    Arena scratch = {0};
    Looking looking = {spelling, &scratch};
    spelling->waits = false;
    if (spelling->verdicts.count > REMEMBERED_MOST) {
        arena_finish(&spelling->arena);
        spelling->verdicts = (Table){0};
    }
    int32_t from = 0;
    for (ptrdiff_t at = 0; at <= text.len && spelling->dictionary;) {
        int32_t here = (int32_t)at;
        bool space = at == text.len || is_space(utf8_decode(text, &at));
        if (space) {
            judge_chunk(&looking, arena, text, (SpellingFault){from, here}, typed, &faults);
            from = (int32_t)at;
        }
        at += here == text.len;
    }
    arena_finish(&scratch);
    return faults;
}

// Apostrophes as they stood: a text that is set keeps ’.
static Str restore(Arena *arena, Str suggested, bool curved) {
    StrBuilder restored = {.arena = arena};
    for (ptrdiff_t i = 0; i < suggested.len; i++) {
        if (curved && suggested.text[i] == '\'') {
            str_add(&restored, S("’"));
        } else {
            str_add_char(&restored, suggested.text[i]);
        }
    }
    return str_built(&restored);
}

DictionaryWords spelling_suggest(const Spelling *spelling, Arena *arena, Str word) {
    DictionaryWords words = {0};
    Arena scratch = {0};
    Str plain = make_plain(&scratch, cut_endings(word)), before = {0};
    ptrdiff_t apostrophe = str_find(plain, S("'"));
    if (spelling->french && apostrophe > 0 && is_elided(&scratch, str_slice(plain, 0, apostrophe))) {
        before = str_slice(plain, 0, apostrophe + 1);
        plain = str_slice(plain, apostrophe + 1, plain.len);
    }
    bool curved = spelling->french || str_find(word, S("’")) >= 0;
    DictionaryWords found = spelling->dictionary ? dictionary_suggest(spelling->dictionary, &scratch, plain) : words;
    for (int32_t i = 0; i < found.count; i++) {
        Str suggested = str_format(&scratch, "%.*s%.*s", S_ARG(before), S_ARG(found.rows[i]));
        *rows_append(arena, &words) = restore(arena, suggested, curved);
    }
    arena_finish(&scratch);
    return words;
}
