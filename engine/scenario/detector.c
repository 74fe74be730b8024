#include "scenario/detector.h"

#include "base/error.h"
#include "base/utf8.h"
#include "scenario/detector_bank.h"
#include "scenario/learned.h"
#include "scenario/pattern.h"
#include "scenario/pattern_need.h"
#include "scenario/pattern_price.h"
#include "scenario/respell.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

// How time is bounded. Patterns are compiled with automatic callouts, which stand before each of their items, and each
// callout pays the price of its item (scenario/pattern_price.h) from the budget of the detector. The limits of PCRE2
// itself stand behind that, for memory.
//
// Anchored matching from each start with a small match limit was measured too: no faster on ordinary answers (36
// detectors on 300 characters: 0.5 ms against 0.6 ms), and blind to what one backtrack may cost.
enum { MATCH_LIMIT = DETECTOR_BUDGET, DEPTH_LIMIT = 1000, HEAP_LIMIT_KIB = 1024 };

typedef struct {
    pcre2_code *code;    // NULL until it is compiled, and when it cannot be
    const Price *prices; // by byte of the prepared pattern
    PatternNeed need;
    bool tried;
    PatternProblem problem;
} Pattern;

struct DetectorBank {
    Arena arena; // holds the bank itself and all that PCRE2 asks for
    const Scenario *scenario;
    Learned learned;
    Pattern *patterns;
    int32_t *first; // by detector: its first pattern
    pcre2_compile_context *compile_context;
    pcre2_match_context *match_context;
    pcre2_match_data *match_data;
    const Price *prices; // of the pattern that is matched
    Price met;           // of the item met last
    int32_t at;          // where that was
    int32_t left;        // units of the budget; -1: it was too small
    int64_t spent;
};

// PCRE2 gives compiled patterns and match data back only when the bank ends, which finishes the arena.
static void *take_memory(PCRE2_SIZE size, void *arena) {
    return arena_push_bytes(arena, (ptrdiff_t)size, 1);
}

static void leave_memory(void *memory, void *arena) {
    (void)memory;
    (void)arena;
}

// The callout before each item. An item that moved and fitted shows in where the next one is met.
static int pay(pcre2_callout_block *block, void *context) {
    DetectorBank *bank = context;
    Price next = bank->prices[block->pattern_position];
    int32_t at = (int32_t)block->current_position;
    int32_t price = price_to_meet(next, (int32_t)block->subject_length - at);
    price += at > bank->at ? price_to_move(bank->met, at - bank->at) : 0;
    bank->left = price <= bank->left ? bank->left - price : -1;
    bank->met = next;
    bank->at = at;
    return bank->left < 0 ? PCRE2_ERROR_CALLOUT : 0;
}

// From PCRE2 10.43 on a look-behind may have several lengths; a case is to mean the same on every machine.
#if PCRE2_MAJOR > 10 || PCRE2_MINOR >= 43
enum { LOOKBEHIND_TOO_LONG = PCRE2_ERROR_MAX_VAR_LOOKBEHIND_EXCEEDED };

static void refuse_varying_lookbehinds(pcre2_compile_context *context) {
    pcre2_set_max_varlookbehind(context, 0);
}
#else
enum { LOOKBEHIND_TOO_LONG = PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH };

static void refuse_varying_lookbehinds(pcre2_compile_context *context) {
    (void)context;
}
#endif

static void make_contexts(DetectorBank *bank) {
    pcre2_general_context *general = pcre2_general_context_create(take_memory, leave_memory, &bank->arena);
    bank->compile_context = pcre2_compile_context_create(general);
    refuse_varying_lookbehinds(bank->compile_context);
    bank->match_context = pcre2_match_context_create(general);
    bank->match_data = pcre2_match_data_create(1, general);
    pcre2_set_callout(bank->match_context, pay, bank);
    pcre2_set_match_limit(bank->match_context, MATCH_LIMIT);
    pcre2_set_depth_limit(bank->match_context, DEPTH_LIMIT);
    pcre2_set_heap_limit(bank->match_context, HEAP_LIMIT_KIB);
}

int32_t detector_count_patterns(const Detector *detector) {
    return detector->match.count + detector->unless.count;
}

Str detector_pattern_text(const Scenario *scenario, const Detector *detector, int32_t index) {
    bool in_match = index < detector->match.count;
    int32_t row = in_match ? detector->match.first + index : detector->unless.first + index - detector->match.count;
    return scenario->texts.rows[row];
}

DetectorBank *detector_bank_create(const Scenario *scenario) {
    Arena arena = {0};
    DetectorBank *bank = arena_push(&arena, DetectorBank, 1);
    bank->scenario = scenario;
    bank->learned = learned_of(scenario->language);
    bank->first = arena_push(&arena, int32_t, scenario->detectors.count + 1);
    int32_t count = 0;
    for (int32_t i = 0; i < scenario->detectors.count; i++) {
        bank->first[i] = count;
        count += detector_count_patterns(&scenario->detectors.rows[i]);
    }
    bank->patterns = arena_push(&arena, Pattern, count);
    bank->arena = arena;
    make_contexts(bank);
    return bank;
}

void detector_bank_destroy(DetectorBank *bank) {
    if (bank) {
        Arena arena = bank->arena;
        arena_finish(&arena);
    }
}

Str detector_prepare_pattern(Arena *arena, Str pattern) {
    return pattern_prepare(arena, pattern).text;
}

typedef struct {
    Pricing pricing;
    Price *prices;
} PriceList;

static int set_price(pcre2_callout_enumerate_block *block, void *context) {
    const PriceList *list = context;
    ptrdiff_t at = (ptrdiff_t)block->pattern_position;
    list->prices[at] = pricing_find_price(&list->pricing, at, (ptrdiff_t)block->next_item_length);
    return 0;
}

static const Price *price_pattern(Arena *arena, const pcre2_code *code, const PatternText *prepared) {
    CompiledShape shape = {.text = prepared->text, .range_chars = prepared->range_chars};
    pcre2_pattern_info(code, PCRE2_INFO_SIZE, &shape.size);
    pcre2_pattern_info(code, PCRE2_INFO_FRAMESIZE, &shape.frame_size);
    pcre2_pattern_info(code, PCRE2_INFO_MAXLOOKBEHIND, &shape.lookbehind);
    PriceList list = {pricing_of(&shape), arena_push(arena, Price, prepared->text.len + 1)};
    pcre2_callout_enumerate(code, set_price, &list);
    return list.prices;
}

static PatternProblem describe_fault(Arena *arena, const PatternText *prepared) {
    PatternProblem problem = {.found = true, .about = prepared->about, .inside = prepared->fault_place};
    switch (prepared->fault) {
    case PATTERN_CLASS_LIGATURE:
        problem.variant = BAD_PATTERN_CLASS_LIGATURE;
        break;
    case PATTERN_FORBIDDEN:
        problem.variant = BAD_PATTERN_FORBIDDEN;
        break;
    case PATTERN_UNLIKE:
        problem.variant = BAD_PATTERN_UNLIKE;
        break;
    case PATTERN_LONG:
        problem.variant = BAD_PATTERN_LONG;
        problem.about = str_format(arena, "%d", LIMIT_PATTERN_BYTES);
        problem.inside = -1;
        break;
    case PATTERN_WIDE_RANGES:
        problem.about = TR("the ranges of its classes hold too many characters");
        problem.words = true;
        break;
    case PATTERN_FINE:
        break;
    }
    return problem;
}

// What authors get wrong, in their words; the rest is said as PCRE2 says it.
static const struct {
    int error;
    Str words;
} ERRORS[] = {
    {PCRE2_ERROR_END_BACKSLASH, TR_INIT("nothing stands behind the \\ at its end")},
    {PCRE2_ERROR_UNKNOWN_ESCAPE, TR_INIT("a \\ stands before a letter with which it means nothing")},
    {PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER, TR_INIT("the larger number of a repetition stands first")},
    {PCRE2_ERROR_QUANTIFIER_TOO_BIG, TR_INIT("the number of a repetition is too large")},
    {PCRE2_ERROR_MISSING_SQUARE_BRACKET, TR_INIT("a [ has no ] that closes it")},
    {PCRE2_ERROR_CLASS_RANGE_ORDER, TR_INIT("a range between [ and ] begins with its end")},
    {PCRE2_ERROR_QUANTIFIER_INVALID, TR_INIT("nothing that can be repeated stands before a *, + or ?")},
    {PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY, TR_INIT("nothing begins with (? and the sign behind it")},
    {PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS, TR_INIT("a ( has no ) that closes it")},
    {PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS, TR_INIT("a ) has no ( that opens it")},
    {PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE, TR_INIT("it names a group that is not there")},
    {PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH,
     TR_INIT("what a look-behind looks for must have one length: write \\s for a space in it, and a look-behind for "
             "each length")},
};

static PatternProblem describe_error(Arena *arena, int error, int32_t inside) {
    PatternProblem problem = {.found = true, .variant = BAD_PATTERN_ENGINE, .inside = inside};
    error = error == LOOKBEHIND_TOO_LONG ? PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH : error;
    for (int32_t i = 0; i < COUNT(ERRORS); i++) {
        if (ERRORS[i].error == error) {
            problem.about = ERRORS[i].words;
            problem.words = true;
            return problem;
        }
    }
    char message[256];
    int len = pcre2_get_error_message(error, (PCRE2_UCHAR *)message, sizeof message);
    problem.about = str_copy(arena, (Str){message, len > 0 ? len : 0});
    return problem;
}

static void compile_pattern(DetectorBank *bank, Pattern *pattern, Str text) {
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT;
    pattern->tried = true;
    PatternText prepared = pattern_prepare(&bank->arena, text);
    if (prepared.fault != PATTERN_FINE) {
        pattern->problem = describe_fault(&bank->arena, &prepared);
        return;
    }
    int error;
    PCRE2_SIZE offset;
    PCRE2_SPTR source = (PCRE2_SPTR)prepared.text.text;
    pattern->code =
        pcre2_compile(source, (PCRE2_SIZE)prepared.text.len, options, &error, &offset, bank->compile_context);
    if (pattern->code) {
        pattern->prices = price_pattern(&bank->arena, pattern->code, &prepared);
        pattern->need = pattern_need(&bank->arena, prepared.text);
    } else {
        pattern->problem = describe_error(&bank->arena, error, prepared.places[offset]);
    }
}

static const Pattern *get_pattern(DetectorBank *bank, DetectorId detector, int32_t index) {
    const Scenario *scenario = bank->scenario;
    ASSERT(detector >= 0 && detector < scenario->detectors.count);
    const Detector *row = &scenario->detectors.rows[detector];
    ASSERT(index >= 0 && index < detector_count_patterns(row));
    Pattern *pattern = &bank->patterns[bank->first[detector] + index];
    if (!pattern->tried) {
        compile_pattern(bank, pattern, detector_pattern_text(scenario, row, index));
    }
    return pattern;
}

// A text as the patterns see it.
typedef struct {
    Utf8Folded folded;
    const HeldSigns *held; // NULL: each pattern is tried, whatever it needs
    LearnedText clues;
} Answer;

// How hurried fingers write is known of French alone.
static Answer read_answer(const DetectorBank *bank, Arena *arena, Str text) {
    Utf8Folded folded = utf8_fold(arena, text, LIMIT_ANSWER_CHARS);
    if (str_begins(bank->scenario->language, S("fr"))) {
        folded = respell_french(arena, folded);
    }
    return (Answer){folded, signs_held(arena, folded.text), learned_read(&bank->learned, arena, folded.text)};
}

// The first fit at or after byte `from`, paid from what is left of the bank's budget. A pattern that is no pattern fits
// nowhere; a case that has one is not played.
static DetectorVerdict fit(DetectorBank *bank, const Pattern *pattern, const Answer *answer, int32_t from,
                           DetectorHit *hit) {
    if (!pattern->code || (answer->held && !pattern_may_fit(pattern->need, answer->held))) {
        return DETECTOR_NOT_FOUND;
    }
    Str text = answer->folded.text;
    bank->prices = pattern->prices;
    bank->met = (Price){0};
    bank->at = 0;
    int count = pcre2_match(pattern->code, (PCRE2_SPTR)text.text, (PCRE2_SIZE)text.len, (PCRE2_SIZE)from,
                            PCRE2_NO_UTF_CHECK, bank->match_data, bank->match_context);
    if (count == PCRE2_ERROR_NOMATCH) {
        return DETECTOR_NOT_FOUND;
    }
    if (count < 0) {
        return DETECTOR_UNDECIDED;
    }
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(bank->match_data);
    *hit = (DetectorHit){(int32_t)ends[0], (int32_t)ends[1]};
    return DETECTOR_FOUND;
}

typedef struct {
    DetectorVerdict verdict;
    int32_t pattern; // as in DetectorResult
} Judgement;

// Whether one of `count` patterns from `first` on fits. Undecided when none does and one of them might have.
static Judgement fit_any(DetectorBank *bank, DetectorId detector, int32_t first, int32_t count, const Answer *answer) {
    Judgement judged = {DETECTOR_NOT_FOUND, -1};
    for (int32_t i = first; i < first + count && judged.verdict != DETECTOR_FOUND; i++) {
        DetectorHit hit;
        DetectorVerdict one = fit(bank, get_pattern(bank, detector, i), answer, 0, &hit);
        judged.verdict = one == DETECTOR_NOT_FOUND ? judged.verdict : one;
        judged.pattern = one == DETECTOR_FOUND ? i : -1;
    }
    return judged;
}

static void begin_budget(DetectorBank *bank, int32_t budget) {
    bank->left = budget;
    bank->spent += budget;
}

static void end_budget(DetectorBank *bank) {
    bank->spent -= bank->left > 0 ? bank->left : 0;
}

static Judgement judge_patterns(DetectorBank *bank, DetectorId detector, const Answer *answer) {
    const Detector *row = &bank->scenario->detectors.rows[detector];
    begin_budget(bank, DETECTOR_BUDGET);
    Judgement judged = fit_any(bank, detector, 0, row->match.count, answer);
    if (judged.verdict == DETECTOR_FOUND) {
        Judgement unless = fit_any(bank, detector, row->match.count, row->unless.count, answer);
        judged = unless.verdict == DETECTOR_NOT_FOUND ? judged : unless;
        judged.verdict = unless.verdict == DETECTOR_FOUND ? DETECTOR_NOT_FOUND : judged.verdict;
    }
    end_budget(bank);
    return judged;
}

// Of most shared detectors more is known than their patterns: what they say is then one clue among many.
static Judgement judge(DetectorBank *bank, DetectorId detector, const Answer *answer) {
    Judgement judged = judge_patterns(bank, detector, answer);
    int32_t learned = bank->scenario->detectors.rows[detector].learned;
    if (learned > 0 && judged.verdict != DETECTOR_UNDECIDED) {
        bool found = learned_finds(&bank->learned, &answer->clues, learned, judged.verdict == DETECTOR_FOUND);
        judged.verdict = found ? DETECTOR_FOUND : DETECTOR_NOT_FOUND;
    }
    return judged;
}

typedef struct {
    DetectorHit rows[LIMIT_ANSWER_CHARS]; // each holds a character of its own, so there is room for all
    int32_t count;
} Hits;

// Keeps the hits in order; those that overlap become one.
static void add_hit(Hits *hits, DetectorHit hit) {
    int32_t from = 0;
    while (from < hits->count && hits->rows[from].to <= hit.from) {
        from++;
    }
    int32_t to = from;
    while (to < hits->count && hits->rows[to].from < hit.to) {
        hit.from = hits->rows[to].from < hit.from ? hits->rows[to].from : hit.from;
        hit.to = hits->rows[to].to > hit.to ? hits->rows[to].to : hit.to;
        to++;
    }
    int32_t after = hits->count - to;
    memmove(&hits->rows[from + 1], &hits->rows[to], (size_t)after * sizeof hit);
    hits->rows[from] = hit;
    hits->count = from + 1 + after;
}

// A range of the folded text in the original, widened to whole characters: œ is two letters there.
static DetectorHit unfold(const Utf8Folded *folded, DetectorHit hit) {
    int32_t to = hit.to;
    while (to < folded->text.len && folded->places[to] == folded->places[hit.to - 1]) {
        to++;
    }
    return (DetectorHit){folded->places[hit.from], folded->places[to]};
}

static int32_t after_char(Str text, int32_t at) {
    ptrdiff_t offset = at;
    if (at == text.len) {
        return at + 1;
    }
    utf8_decode(text, &offset);
    return (int32_t)offset;
}

// What ends the sentence before is no part of what was seen, nor is the space behind it, unless that is all of it.
static DetectorHit trim_hit(Str text, DetectorHit hit) {
    int32_t from = hit.from, to = hit.to;
    while (from < to && strchr(" .,;:!?\n", text.text[from])) {
        from++;
    }
    while (from < to && strchr(" \n", text.text[to - 1])) {
        to--;
    }
    return from < to ? (DetectorHit){from, to} : hit;
}

static void add_seen(const Answer *answer, DetectorHit hit, Hits *hits) {
    if (hit.to > hit.from) {
        add_hit(hits, unfold(&answer->folded, trim_hit(answer->folded.text, hit)));
    }
}

static void collect_hits(DetectorBank *bank, const Pattern *pattern, const Answer *answer, Hits *hits) {
    const Utf8Folded *folded = &answer->folded;
    int32_t from = 0;
    DetectorHit hit;
    while (from <= folded->text.len && fit(bank, pattern, answer, from, &hit) == DETECTOR_FOUND) {
        add_seen(answer, hit, hits);
        from = hit.to > hit.from ? hit.to : after_char(folded->text, hit.to);
    }
}

// What the patterns saw; where they saw nothing, the words that told.
static void find_hits(DetectorBank *bank, Arena *scratch, DetectorId detector, const Answer *answer, Hits *hits) {
    const Detector *row = &bank->scenario->detectors.rows[detector];
    begin_budget(bank, DETECTOR_BUDGET);
    for (int32_t i = 0; i < row->match.count; i++) {
        collect_hits(bank, get_pattern(bank, detector, i), answer, hits);
    }
    end_budget(bank);
    if (hits->count == 0 && row->learned > 0) {
        LearnedStretch shown = learned_show(&bank->learned, scratch, &answer->clues, row->learned);
        add_seen(answer, (DetectorHit){shown.from, shown.to}, hits);
    }
}

DetectorResult detector_run(DetectorBank *bank, Arena *arena, DetectorId detector, Str text) {
    ArenaMark mark = arena_mark(arena);
    Answer answer = read_answer(bank, arena, text);
    Judgement judged = judge(bank, detector, &answer);
    DetectorResult result = {.verdict = judged.verdict, .pattern = judged.pattern};
    Hits hits;
    hits.count = 0;
    if (result.verdict == DETECTOR_FOUND) {
        find_hits(bank, arena, detector, &answer, &hits);
    }
    arena_rewind(arena, mark);
    DetectorHit *kept = arena_push(arena, DetectorHit, hits.count);
    memcpy(kept, hits.rows, sizeof *kept * (size_t)hits.count);
    result.hits = kept;
    result.hit_count = hits.count;
    return result;
}

void detector_run_answer(DetectorBank *bank, Arena *scratch, Span uses, Str text, uint32_t *found,
                         uint32_t *undecided) {
    *found = 0;
    *undecided = 0;
    if (utf8_count_letters(text) < LIMIT_ANSWER_LETTERS) {
        return;
    }
    ASSERT(uses.count <= LIMIT_ASK_DETECTORS);
    ArenaMark mark = arena_mark(scratch);
    Answer answer = read_answer(bank, scratch, text);
    for (int32_t i = 0; i < uses.count; i++) {
        DetectorId detector = bank->scenario->detector_uses.rows[uses.first + i].detector.id;
        DetectorVerdict verdict = judge(bank, detector, &answer).verdict;
        *found |= (uint32_t)(verdict == DETECTOR_FOUND) << i;
        *undecided |= (uint32_t)(verdict == DETECTOR_UNDECIDED) << i;
    }
    arena_rewind(scratch, mark);
}

PatternProblem detector_find_problem(DetectorBank *bank, DetectorId detector, int32_t index) {
    return get_pattern(bank, detector, index)->problem;
}

DetectorVerdict detector_try_pattern(DetectorBank *bank, Arena *scratch, DetectorId detector, int32_t index, Str text,
                                     int32_t budget) {
    ArenaMark mark = arena_mark(scratch);
    Answer answer = {.folded = utf8_fold(scratch, text, LIMIT_ANSWER_CHARS)};
    DetectorHit hit;
    begin_budget(bank, budget);
    DetectorVerdict verdict = fit(bank, get_pattern(bank, detector, index), &answer, 0, &hit);
    end_budget(bank);
    arena_rewind(scratch, mark);
    return verdict;
}

DetectorVerdict detector_try(DetectorBank *bank, Arena *scratch, DetectorId detector, Str text) {
    ArenaMark mark = arena_mark(scratch);
    Answer answer = {.folded = utf8_fold(scratch, text, LIMIT_ANSWER_CHARS)};
    DetectorVerdict verdict = judge_patterns(bank, detector, &answer).verdict;
    arena_rewind(scratch, mark);
    return verdict;
}

DetectorVerdict detector_fit(DetectorBank *bank, Arena *scratch, DetectorId detector, Str text) {
    ArenaMark mark = arena_mark(scratch);
    Answer answer = read_answer(bank, scratch, text);
    DetectorVerdict verdict = judge_patterns(bank, detector, &answer).verdict;
    arena_rewind(scratch, mark);
    return verdict;
}

int64_t detector_spent(const DetectorBank *bank) {
    return bank->spent;
}

ptrdiff_t detector_bank_size(const DetectorBank *bank) {
    return arena_size(&bank->arena);
}
