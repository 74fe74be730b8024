// What the voice of most of these systems, espeak-ng, would say in English in the midst of French: 1.51 takes hundreds
// of words for English by their letters (findings/espeak-french-read-in-english.sh). They are written otherwise here,
// so that they sound the same to any French voice.
#include "base/utf8.h"
#include "spoken/spoken_french.h"

#include <string.h>

// How a word begins, in small letters, and how that is written instead; what follows stays.
static const struct {
    Str written, said;
    bool whole; // the word ends there
} BEGINNINGS[] = {
    {S_INIT("absinth"), S_INIT("absint"), false},
    {S_INIT("algorithm"), S_INIT("algoritm"), false},
    {S_INIT("anthropo"), S_INIT("antropo"), false},
    {S_INIT("apothicair"), S_INIT("apoticair"), false},
    {S_INIT("arithm"), S_INIT("aritm"), false},
    {S_INIT("arthr"), S_INIT("artr"), false},
    {S_INIT("arythm"), S_INIT("aritm"), false},
    {S_INIT("authent"), S_INIT("autent"), false},
    {S_INIT("démythif"), S_INIT("démitif"), false},
    {S_INIT("enthousia"), S_INIT("entousia"), false},
    {S_INIT("ethn"), S_INIT("etn"), false},
    {S_INIT("éthiopi"), S_INIT("étiopi"), false},
    {S_INIT("éthyl"), S_INIT("étil"), false},
    {S_INIT("euthanasi"), S_INIT("eutanasi"), false},
    {S_INIT("homéopath"), S_INIT("homéopat"), false},
    {S_INIT("hypotherm"), S_INIT("ipoterm"), false},
    {S_INIT("inauthent"), S_INIT("inautent"), false},
    {S_INIT("labyrinth"), S_INIT("labirint"), false},
    {S_INIT("léthargi"), S_INIT("létargi"), false},
    {S_INIT("logarithm"), S_INIT("logaritm"), false},
    {S_INIT("menth"), S_INIT("ment"), false},
    {S_INIT("méthan"), S_INIT("métan"), false},
    {S_INIT("misanthrop"), S_INIT("misantrop"), false},
    {S_INIT("monolith"), S_INIT("monolit"), false},
    {S_INIT("myth"), S_INIT("mit"), false},
    {S_INIT("ostéopath"), S_INIT("ostéopat"), false},
    {S_INIT("philanthrop"), S_INIT("filantrop"), false},
    {S_INIT("plinth"), S_INIT("plint"), false},
    {S_INIT("polyarthr"), S_INIT("poliartr"), false},
    {S_INIT("psychopath"), S_INIT("psicopat"), false},
    {S_INIT("rythm"), S_INIT("ritm"), false},
    {S_INIT("stéthoscop"), S_INIT("stétoscop"), false},
    {S_INIT("sympathis"), S_INIT("simpatis"), false},
    {S_INIT("télépath"), S_INIT("télépat"), false},
    {S_INIT("thromb"), S_INIT("tromb"), false},
    {S_INIT("maths"), S_INIT("matte"), true},
    // By their ends.
    {S_INIT("assied"), S_INIT("assié"), true},
    {S_INIT("assieds"), S_INIT("assié"), true},
    {S_INIT("rassied"), S_INIT("rassié"), true},
    {S_INIT("rassieds"), S_INIT("rassié"), true},
    {S_INIT("vécut"), S_INIT("vécu"), true},
    {S_INIT("survécut"), S_INIT("survécu"), true},
    {S_INIT("dos"), S_INIT("dô"), true},
    {S_INIT("coud"), S_INIT("cou"), true},
    {S_INIT("couds"), S_INIT("cou"), true},
    {S_INIT("mamy"), S_INIT("mami"), true},
    {S_INIT("papy"), S_INIT("papi"), true},
    {S_INIT("polygame"), S_INIT("poligame"), false},
    {S_INIT("lipide"), S_INIT("lippide"), false},
    {S_INIT("maghrébin"), S_INIT("magrébin"), false},
    {S_INIT("seing"), S_INIT("sein"), false},
    {S_INIT("insee"), S_INIT("insé"), true},
    {S_INIT("drees"), S_INIT("drèsse"), true},
    // Names.
    {S_INIT("ahmed"), S_INIT("ahmède"), true},
    {S_INIT("edith"), S_INIT("édite"), true},
    {S_INIT("édith"), S_INIT("édite"), true},
    {S_INIT("elisabeth"), S_INIT("élisabète"), true},
    {S_INIT("élisabeth"), S_INIT("élisabète"), true},
    {S_INIT("judith"), S_INIT("judite"), true},
    {S_INIT("mohamed"), S_INIT("mohamède"), true},
    {S_INIT("m’hamed"), S_INIT("mamède"), true},
    // By an apostrophe in the word.
    {S_INIT("d’aujourd’hui"), S_INIT("d’aujourdui"), true},
    {S_INIT("qu’aujourd’hui"), S_INIT("qu’aujourdui"), true},
    {S_INIT("d’hab"), S_INIT("dab"), true},
    {S_INIT("grand’"), S_INIT("grand-"), false},
    {S_INIT("prud’hom"), S_INIT("prudom"), false},
    {S_INIT("p’tit"), S_INIT("ptit"), false},
    {S_INIT("v’là"), S_INIT("vlà"), true},
};

// The place after an apostrophe of either kind that stands at `at`; else 0.
static ptrdiff_t after_apostrophe(Str text, ptrdiff_t at) {
    Str curled = S("’");
    return scan_is(text, at, curled) ? at + curled.len : scan_is(text, at, S("'")) ? at + 1 : 0;
}

// Where `written` ends when it stands at `at`, its first letter being `first` there, small; else 0.
static ptrdiff_t end_of(const Scan *scan, Str first, Str written) {
    ptrdiff_t at = scan_letters(scan->text, scan->at) > scan->at ? scan->at + first.len : 0;
    ptrdiff_t i = first.len;
    bool same = at > 0 && str_begins(written, first);
    while (same && i < written.len) {
        ptrdiff_t apostrophe = after_apostrophe(written, i);
        ptrdiff_t there = after_apostrophe(scan->text, at);
        same = apostrophe > 0 ? there > 0 : at < scan->text.len && scan->text.text[at] == written.text[i];
        at = apostrophe > 0 ? there : at + 1;
        i = apostrophe > 0 ? apostrophe : i + 1;
    }
    return same ? at : 0;
}

bool french_misread(Scan *scan) {
    ptrdiff_t next = scan->at;
    (void)utf8_decode(scan->text, &next);
    Str first = utf8_fold_case(scan->arena, str_slice(scan->text, scan->at, next));
    for (int32_t i = 0; i < COUNT(BEGINNINGS) && first.len == next - scan->at; i++) {
        ptrdiff_t end = end_of(scan, first, BEGINNINGS[i].written);
        if (end > 0 && !(BEGINNINGS[i].whole && scan_is_word(scan->text, end))) {
            scan_say(scan, BEGINNINGS[i].said, end);
            return true;
        }
    }
    return false;
}

// “d’”, “qu’”: a word without its e. Gives the place after it, or 0.
static ptrdiff_t end_of_elision(Str text, ptrdiff_t at) {
    ptrdiff_t end = scan_letters(text, at);
    Str word = str_slice(text, at, end);
    bool elided = str_equal(word, S("qu")) || str_equal(word, S("Qu")) ||
                  (word.len == 1 && strchr("cdjlmnstCDJLMNST", word.text[0]) != NULL);
    return elided ? after_apostrophe(text, end) : 0;
}

// “j’l’ai” gets its first e back, “qu’habiter” loses its h; “hier” begins as “yeux” does.
bool french_elided(Scan *scan) {
    Str text = scan->text;
    ptrdiff_t end = end_of_elision(text, scan->at);
    if (end == 0) {
        return false;
    }
    Str word = str_slice(text, scan->at, scan_letters(text, scan->at));
    ptrdiff_t after = scan_letters(text, end);
    Str next = str_slice(text, end, after);
    bool mute = word.len > 1 && (str_begins(next, S("h")) || str_begins(next, S("H")));
    if (end_of_elision(text, end) > 0) {
        scan_say(scan, str_format(scan->arena, "%.*se ", S_ARG(word)), end);
    } else if (mute && str_equal(next, S("hier"))) {
        scan_say(scan, str_format(scan->arena, "%.*s’yère", S_ARG(word)), after);
    } else if (mute) {
        scan_say(scan, str_format(scan->arena, "%.*s’", S_ARG(word)), end + 1);
    } else {
        return false;
    }
    return true;
}
