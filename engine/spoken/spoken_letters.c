// Words said by their letters: initials, capitals, addresses.
#include "base/utf8.h"
#include "spoken/spoken_scan.h"

enum { LONGEST_INITIALS = 5, MOST_CONSONANTS = 2 };

// Names of letters that run into one syllable where a hyphen joins them: of “i-a” one hears “ya”.
static bool run_together(Str said, Str name) {
    return str_ends(said, S("i")) && str_find(S("aeiou"), str_slice(name, 0, 1)) >= 0;
}

Str scan_spell(Arena *arena, const Tongue *tongue, Str letters) {
    StrBuilder said = {.arena = arena};
    for (ptrdiff_t i = 0; i < letters.len; i++) {
        int32_t letter = (letters.text[i] | 0x20) - 'a';
        if (letter < 0 || letter >= COUNT(tongue->letters)) {
            continue;
        }
        Str name = tongue->letters[letter];
        if (said.count > 0) {
            str_add_char(&said, run_together(str_built(&said), name) ? ' ' : '-');
        }
        str_add(&said, name);
    }
    return str_built(&said);
}

static const SpokenAs *find_initials(const Tongue *tongue, Str word) {
    for (int32_t i = 0; i < tongue->initial_count; i++) {
        if (str_equal(tongue->initials[i].written, word)) {
            return &tongue->initials[i];
        }
    }
    return NULL;
}

static Str say_initials(Scan *scan, Str letters) {
    const SpokenAs *found = find_initials(scan->tongue, letters);
    return found && found->said.len > 0 ? found->said : scan_spell(scan->arena, scan->tongue, letters);
}

// A.S.E. The last point also ends the sentence when a new one begins, or nothing does.
bool scan_dotted(Scan *scan) {
    Str text = scan->text;
    StrBuilder letters = {.arena = scan->arena};
    ptrdiff_t at = scan->at;
    while (at + 1 < text.len && text.text[at] >= 'A' && text.text[at] <= 'Z' && text.text[at + 1] == '.') {
        str_add_char(&letters, text.text[at]);
        at += 2;
    }
    if (letters.count < 2 || scan_is_word(text, at)) {
        return false;
    }
    ptrdiff_t next = scan_spaces(text, at);
    ptrdiff_t end = next;
    if (end < text.len) {
        (void)utf8_decode(text, &end);
    }
    bool ends = next == text.len || (next > at && scan_is_capitals(scan->arena, str_slice(text, next, end)));
    scan_say(scan, say_initials(scan, str_built(&letters)), at);
    scan_say(scan, ends ? S(".") : (Str){0}, at);
    return true;
}

static bool is_vowel(char letter) {
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y' ||
           (unsigned char)letter >= 0x80; // those with accents; ç among them does no harm
}

static bool is_liquid_pair(char first, char second) {
    static const Str PAIRS[] = {S_INIT("bcdfgpt"), S_INIT("rl"), S_INIT("v"),   S_INIT("r"), S_INIT("cpst"),
                                S_INIT("h"),       S_INIT("s"),  S_INIT("cpt"), S_INIT("q"), S_INIT("u")};
    for (int32_t i = 0; i < COUNT(PAIRS); i += 2) {
        Str a = {&first, 1}, b = {&second, 1};
        if (str_find(PAIRS[i], a) >= 0 && str_find(PAIRS[i + 1], b) >= 0) {
            return true;
        }
    }
    return false;
}

// Whether somebody would read it as a word: no more consonants in a row than a mouth takes.
static bool is_pronounceable(Str small) {
    int32_t consonants = 0, vowels = 0;
    bool begins_well = small.len < 2 || is_vowel(small.text[0]) || is_vowel(small.text[1]) ||
                       is_liquid_pair(small.text[0], small.text[1]);
    bool fine = true;
    for (ptrdiff_t i = 0; i < small.len; i++) {
        bool vowel = is_vowel(small.text[i]);
        consonants = vowel ? 0 : consonants + 1;
        vowels += vowel;
        fine = fine && consonants <= MOST_CONSONANTS + (vowels > 0);
    }
    return fine && begins_well && vowels > 0;
}

static bool is_short_word(const Tongue *tongue, Str small) {
    for (int32_t i = 0; i < tongue->short_word_count; i++) {
        if (str_equal(tongue->short_words[i], small)) {
            return true;
        }
    }
    return false;
}

// A synthesiser spells capitals or not by what stands around them; here each word goes one way everywhere.
bool scan_capitals(Scan *scan) {
    ptrdiff_t end = scan_letters(scan->text, scan->at);
    Str word = str_slice(scan->text, scan->at, end), stem = word;
    const SpokenAs *found = find_initials(scan->tongue, word);
    if (!found && word.len > 2 && word.text[word.len - 1] == 's') {
        stem.len--; // les CDDs
        found = find_initials(scan->tongue, stem);
    }
    if (found) {
        scan_say(scan, say_initials(scan, stem), end);
        return true;
    }
    if (utf8_count(word) < 2 || !scan_is_capitals(scan->arena, word) || scan_is_digit(scan->text, end)) {
        return false;
    }
    Str small = utf8_fold_case(scan->arena, word);
    bool is_short = utf8_count(word) == 2;
    bool is_word =
        is_short ? is_short_word(scan->tongue, small) : word.len > LONGEST_INITIALS || is_pronounceable(small);
    scan_say(scan, is_word ? small : scan_spell(scan->arena, scan->tongue, word), end);
    return true;
}

static bool is_address_sign(char c) {
    return c == '.' || c == '-' || c == '_' || c == '@' || c == '/' || c == ':' || c == '~' || c == '+' || c == '#' ||
           c == '?' || c == '=' || c == '&' || c == '%';
}

static ptrdiff_t end_of_address(Str text, ptrdiff_t at) {
    ptrdiff_t end = at;
    while (end < text.len && (scan_is_word(text, end) || is_address_sign(text.text[end]))) {
        (void)utf8_decode(text, &end);
    }
    while (end > at && is_address_sign(text.text[end - 1]) && text.text[end - 1] != '/') {
        end--; // a full stop after it
    }
    return end;
}

static bool ends_as_domain(Str host) {
    static const Str ENDS[] = {S_INIT(".fr"), S_INIT(".com"),  S_INIT(".org"), S_INIT(".net"),
                               S_INIT(".eu"), S_INIT(".info"), S_INIT(".be"),  S_INIT(".ch")};
    for (int32_t i = 0; i < COUNT(ENDS); i++) {
        if (str_ends(host, ENDS[i]) && host.len > ENDS[i].len) {
            return true;
        }
    }
    return false;
}

static bool is_address(Str run) {
    ptrdiff_t at = str_find(run, S("@"));
    Str host = run;
    host = str_cut(&host, '/');
    bool mail = at > 0 && str_find(str_slice(run, at, run.len), S(".")) > 1;
    return mail || str_begins(run, S("https://")) || str_begins(run, S("http://")) || str_begins(run, S("www.")) ||
           (host.len > 0 && ends_as_domain(host) && str_find(host, S("@")) < 0);
}

static Str address_sign(const Tongue *tongue, char c) {
    switch (c) {
    case '@':
        return tongue->at;
    case '.':
        return tongue->dot;
    case '-':
        return tongue->dash;
    case '_':
        return tongue->underscore;
    case '/':
        return tongue->slash;
    default:
        return S(",");
    }
}

// A part of an address, between its signs: spelled where no word would be read.
static void say_part(Scan *scan, Str part) {
    if (str_equal(part, S("www")) && scan->tongue == &TONGUE_FRENCH) {
        scan_say(scan, S("trois double vé"), scan->at);
        return;
    }
    Str small = utf8_fold_case(scan->arena, part);
    bool spelled = scan_letters(part, 0) == part.len && part.len <= LONGEST_INITIALS && !is_pronounceable(small);
    scan_say(scan, spelled ? scan_spell(scan->arena, scan->tongue, part) : part, scan->at);
}

// jean.e@exemple.fr, www.service-public.fr/aide: every sign of it counts.
bool scan_address(Scan *scan) {
    ptrdiff_t end = end_of_address(scan->text, scan->at);
    Str run = str_slice(scan->text, scan->at, end);
    if (!is_address(run)) {
        return false;
    }
    ptrdiff_t scheme = str_find(run, S("://"));
    run = str_slice(run, scheme > 0 ? scheme + 3 : 0, run.len);
    run.len -= str_ends(run, S("/"));
    for (ptrdiff_t from = 0, at = 0; at <= run.len; at++) {
        if (at < run.len && !is_address_sign(run.text[at])) {
            continue;
        }
        say_part(scan, str_slice(run, from, at));
        if (at < run.len) {
            scan_say(scan, str_format(scan->arena, " %.*s ", S_ARG(address_sign(scan->tongue, run.text[at]))),
                     scan->at);
        }
        from = at + 1;
    }
    scan->at = end;
    return true;
}
