#include "scenario/clauses.h"

#include "scenario/condition_lex.h"

typedef struct {
    Str call; // empty: the name alone
    ClauseForm form;
} Spelling;

static const Spelling SPELLINGS[CLAUSE_KIND_COUNT] = {
    [CLAUSE_GAUGE] = {{0}, {TARGET_GAUGE, TARGET_NOTHING, true, false}},
    [CLAUSE_FACT] = {{0}, {TARGET_FACT, TARGET_NOTHING, false, false}},
    [CLAUSE_SEEN] = {S_INIT("seen"), {TARGET_SCENE, TARGET_NOTHING, false, false}},
    [CLAUSE_VISITS] = {S_INIT("visits"), {TARGET_SCENE, TARGET_NOTHING, true, false}},
    [CLAUSE_CHOSE] = {S_INIT("chose"), {TARGET_SCENE, TARGET_OPTION, false, false}},
    [CLAUSE_FOUND_THERE] = {S_INIT("found"), {TARGET_SCENE, TARGET_DETECTOR, false, false}},
    [CLAUSE_SCORE] = {S_INIT("score"), {TARGET_COMPETENCY, TARGET_NOTHING, true, false}},
    [CLAUSE_PLACE] = {S_INIT("place"), {TARGET_ITEM, TARGET_NOTHING, true, true}},
    [CLAUSE_LEVEL] = {S_INIT("level"), {TARGET_ITEM, TARGET_NOTHING, true, true}},
    [CLAUSE_IN] = {S_INIT("in"), {TARGET_ITEM, TARGET_BIN, false, true}},
    [CLAUSE_SHARE] = {S_INIT("share"), {TARGET_NOTHING, TARGET_NOTHING, true, true}},
    [CLAUSE_FOUND] = {S_INIT("found"), {TARGET_DETECTOR, TARGET_NOTHING, false, true}},
    [CLAUSE_CONFIRMED] = {S_INIT("confirmed"), {TARGET_NOTHING, TARGET_NOTHING, false, true}},
    [CLAUSE_MARK] = {S_INIT("mark"), {TARGET_COMPETENCY, TARGET_NOTHING, true, true}},
};

static const struct {
    Str sign;
    ConditionCode code;
} RELATIONS[RELATION_COUNT] = {
    [RELATION_AT_LEAST] = {S_INIT(">="), CODE_AT_LEAST}, [RELATION_MORE] = {S_INIT(">"), CODE_MORE},
    [RELATION_IS] = {S_INIT("="), CODE_EQUAL},           [RELATION_IS_NOT] = {S_INIT("!="), CODE_NOT_EQUAL},
    [RELATION_LESS] = {S_INIT("<"), CODE_LESS},          [RELATION_AT_MOST] = {S_INIT("<="), CODE_AT_MOST}};

ClauseForm clause_form(ClauseKind kind) {
    return SPELLINGS[kind].form;
}

bool clause_fits(ClauseKind kind, const Ask *ask) {
    bool shared = ask->kind == ASK_RANK || ask->kind == ASK_RATE || ask->kind == ASK_CLASSIFY;
    bool typed = ask->kind == ASK_WRITE || (ask->kind == ASK_CHOICE && ask->own_words != 0);
    return !clause_form(kind).answer || (kind == CLAUSE_PLACE && ask->kind == ASK_RANK) ||
           (kind == CLAUSE_LEVEL && ask->kind == ASK_RATE) || (kind == CLAUSE_IN && ask->kind == ASK_CLASSIFY) ||
           (kind == CLAUSE_SHARE && shared) || ((kind == CLAUSE_FOUND || kind == CLAUSE_CONFIRMED) && typed) ||
           (kind == CLAUSE_MARK && ask->kind != ASK_NONE);
}

typedef struct {
    const Scenario *scenario;
    Str text;
    int32_t at;
    Token token; // the next one
} Reading;

static void step(Reading *reading) {
    reading->at = token_end(&reading->token);
    reading->token = token_read(reading->text, reading->at);
}

static bool is_code(const Reading *reading, ConditionCode code) {
    return reading->token.kind == TOKEN_OPERATOR && reading->token.code == code;
}

// The names between the brackets of a call; false: there are more, or the bracket is not closed.
static bool read_names(Reading *reading, Clause *clause, int32_t *count) {
    Str *names[] = {&clause->a, &clause->b};
    Token token = token_read_argument(reading->text, token_end(&reading->token));
    for (*count = 0; token.kind == TOKEN_WORD && *count < COUNT(names); (*count)++) {
        *names[*count] = token.text;
        token = token_read(reading->text, token_end(&token));
        token = token.kind == TOKEN_COMMA ? token_read_argument(reading->text, token_end(&token)) : token;
    }
    bool closed = token.kind == TOKEN_CLOSE;
    reading->token = token;
    step(reading);
    return closed;
}

static bool find_call(Str call, int32_t names, Clause *clause) {
    bool found = false;
    for (int32_t i = 0; i < CLAUSE_KIND_COUNT && !found; i++) {
        const ClauseForm *form = &SPELLINGS[i].form;
        int32_t wanted = (form->a != TARGET_NOTHING) + (form->b != TARGET_NOTHING);
        found = str_equal(SPELLINGS[i].call, call) && wanted == names;
        clause->kind = found ? (ClauseKind)i : clause->kind;
    }
    return found;
}

static bool read_subject(Reading *reading, Clause *clause) {
    Str word = reading->token.text;
    bool is_word = reading->token.kind == TOKEN_WORD;
    step(reading);
    if (is_word && reading->token.kind == TOKEN_OPEN) {
        int32_t names = 0;
        return read_names(reading, clause, &names) && find_call(word, names, clause);
    }
    clause->a = word;
    clause->kind = scenario_find_fact(reading->scenario, word) != 0 ? CLAUSE_FACT : CLAUSE_GAUGE;
    return is_word;
}

static ClauseRelation relation_of(const Reading *reading) {
    ClauseRelation found = RELATION_NONE;
    for (int32_t i = RELATION_AT_LEAST; i < RELATION_COUNT; i++) {
        found = is_code(reading, RELATIONS[i].code) ? (ClauseRelation)i : found;
    }
    return found;
}

// A number, with or without a sign; what compares itself with 0 or 1 alone is left to who writes it.
static bool read_relation(Reading *reading, Clause *clause) {
    clause->relation = relation_of(reading);
    bool compared = clause_form(clause->kind).compared;
    if (clause->relation == RELATION_NONE) {
        return !compared;
    }
    step(reading);
    bool minus = is_code(reading, CODE_SUBTRACT);
    if (minus) {
        step(reading);
    }
    bool number = reading->token.kind == TOKEN_NUMBER && str_to_int(reading->token.text, &clause->number);
    clause->number = minus ? -clause->number : clause->number;
    step(reading);
    return number && compared;
}

// What is not less is at least: menus have a word for each.
static void turn_round(Clause *clause) {
    static const ClauseRelation OTHERS[RELATION_COUNT] = {
        [RELATION_AT_LEAST] = RELATION_LESS, [RELATION_MORE] = RELATION_AT_MOST,  [RELATION_IS] = RELATION_IS_NOT,
        [RELATION_IS_NOT] = RELATION_IS,     [RELATION_LESS] = RELATION_AT_LEAST, [RELATION_AT_MOST] = RELATION_MORE};
    if (clause->negated && clause->relation != RELATION_NONE) {
        clause->negated = false;
        clause->relation = OTHERS[clause->relation];
    }
}

static bool read_clause(Reading *reading, Clause *clause) {
    for (; reading->token.kind == TOKEN_OPEN; clause->opens++) {
        step(reading);
    }
    clause->negated = is_code(reading, CODE_NOT);
    if (clause->negated) {
        step(reading);
    }
    bool held = clause->negated && reading->token.kind == TOKEN_OPEN; // "not (trust < 60)"
    if (held) {
        step(reading);
    }
    bool read = read_subject(reading, clause) && read_relation(reading, clause);
    turn_round(clause);
    if (held) {
        read = read && reading->token.kind == TOKEN_CLOSE;
        step(reading);
    }
    for (; reading->token.kind == TOKEN_CLOSE; clause->closes++) {
        step(reading);
    }
    return read;
}

// Brackets are closed as often as they are opened, and none before.
static bool is_balanced(const Clauses *clauses) {
    int32_t open = 0;
    bool balanced = true;
    for (int32_t i = 0; i < clauses->list.count; i++) {
        open += clauses->list.rows[i].opens - clauses->list.rows[i].closes;
        balanced = balanced && open >= 0;
    }
    return balanced && open == 0;
}

static bool is_plain(const Clauses *clauses) {
    bool plain = clauses->known;
    for (int32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.rows[i];
        plain = plain && clause->opens + clause->closes == 0 &&
                (i < 2 || clause->or_before == clauses->list.rows[1].or_before);
    }
    return plain;
}

Clauses clauses_read(Arena *arena, const Scenario *scenario, Str text) {
    Reading reading = {.scenario = scenario, .text = text, .token = token_read(text, 0)};
    Clauses clauses = {.arena = arena, .known = true};
    bool or_before = false, more = reading.token.kind != TOKEN_END;
    while (more && clauses.known) {
        Clause *clause = rows_append(arena, &clauses.list);
        *clause = (Clause){.or_before = or_before};
        clauses.known = read_clause(&reading, clause);
        or_before = is_code(&reading, CODE_OR);
        more = or_before || is_code(&reading, CODE_AND);
        clauses.known = clauses.known && (more || reading.token.kind == TOKEN_END);
        if (more) {
            step(&reading);
        }
    }
    clauses.known = clauses.known && is_balanced(&clauses);
    clauses.plain = is_plain(&clauses);
    return clauses;
}

static void write_many(StrBuilder *text, char sign, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        str_add_char(text, sign);
    }
}

static void write_clause(Arena *arena, StrBuilder *text, const Clause *clause) {
    const Spelling *spelling = &SPELLINGS[clause->kind];
    bool two = spelling->form.b != TARGET_NOTHING;
    write_many(text, '(', clause->opens);
    str_add(text, clause->negated ? S("not ") : S(""));
    Str names = two ? str_format(arena, "%.*s, %.*s", S_ARG(clause->a), S_ARG(clause->b)) : clause->a;
    str_add(text,
            spelling->call.len > 0 ? str_format(arena, "%.*s(%.*s)", S_ARG(spelling->call), S_ARG(names)) : names);
    if (clause->relation != RELATION_NONE) {
        Str sign = RELATIONS[clause->relation].sign;
        str_add(text, str_format(arena, " %.*s %d", S_ARG(sign), clause->number));
    }
    write_many(text, ')', clause->closes);
}

Str clauses_write(Arena *arena, const Clauses *clauses) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.rows[i];
        str_add(&text, i == 0 ? S("") : clause->or_before ? S(" or ") : S(" and "));
        write_clause(arena, &text, clause);
    }
    return str_built(&text);
}
