#include "told/telling_clauses.h"

#include "base/error.h"

// With the names of what it is about.
static const struct {
    Str holds, not ;
} SENTENCES[CLAUSE_KIND_COUNT] = {
    [CLAUSE_GAUGE] = {TR_INIT("the gauge “{0}”"), {0}},
    [CLAUSE_FACT] = {TR_INIT("it is true that “{0}”"), TR_INIT("it is not true that “{0}”")},
    [CLAUSE_SEEN] = {TR_INIT("the scene “{0}” was seen"), TR_INIT("the scene “{0}” was not seen")},
    [CLAUSE_VISITS] = {TR_INIT("the number of times the scene “{0}” was met"), {0}},
    [CLAUSE_CHOSE] = {TR_INIT("“{1}” was answered in the scene “{0}”"),
                      TR_INIT("“{1}” was not answered in the scene “{0}”")},
    [CLAUSE_FOUND_THERE] = {TR_INIT("“{1}” was noticed in the scene “{0}”"),
                            TR_INIT("“{1}” was not noticed in the scene “{0}”")},
    [CLAUSE_SCORE] = {TR_INIT("the total of “{0}” so far"), {0}},
    [CLAUSE_PLACE] = {TR_INIT("the place that “{0}” was given"), {0}},
    [CLAUSE_LEVEL] = {TR_INIT("the level that “{0}” was given"), {0}},
    [CLAUSE_IN] = {TR_INIT("“{0}” was put in “{1}”"), TR_INIT("“{0}” was not put in “{1}”")},
    [CLAUSE_SHARE] = {TR_INIT("the share of this answer that is right, in percent,"), {0}},
    [CLAUSE_FOUND] = {TR_INIT("“{0}” is noticed in this answer"), TR_INIT("“{0}” is not noticed in this answer")},
    [CLAUSE_CONFIRMED] = {TR_INIT("what was noticed was confirmed"), TR_INIT("what was noticed was not confirmed")},
    [CLAUSE_MARK] = {TR_INIT("the mark of this answer for “{0}”"), {0}},
};

static const Str RELATIONS[RELATION_COUNT] = {
    [RELATION_AT_LEAST] = TR_INIT("is at least"), [RELATION_MORE] = TR_INIT("is more than"),
    [RELATION_IS] = TR_INIT("is exactly"),        [RELATION_IS_NOT] = TR_INIT("is not"),
    [RELATION_LESS] = TR_INIT("is less than"),    [RELATION_AT_MOST] = TR_INIT("is at most")};

Str telling_relation(ClauseRelation relation) {
    ASSERT(relation > RELATION_NONE && relation < RELATION_COUNT);
    return RELATIONS[relation];
}

static Str words(const ClausesTelling *telling, Str source, const Str *arguments, int32_t count) {
    return catalog_format(telling->arena, telling->catalog, source, arguments, count);
}

Str telling_clause(const ClausesTelling *telling, const Clause *clause) {
    ClauseForm form = clause_form(clause->kind);
    Str names[] = {telling->name(telling->context, clause, form.a, clause->a),
                   telling->name(telling->context, clause, form.b, clause->b)};
    bool denied = !form.compared && clause->negated;
    Str told = words(telling, denied ? SENTENCES[clause->kind].not : SENTENCES[clause->kind].holds, names, 2);
    if (!form.compared) {
        return told;
    }
    Str number = str_format(telling->arena, "%s%d", clause->number < 0 ? "−" : "",
                            clause->number < 0 ? -clause->number : clause->number);
    return words(telling, TR("{0} {1} {2}"),
                 (const Str[]){told, catalog_text(telling->catalog, RELATIONS[clause->relation]), number}, 3);
}

static Str bracket(const ClausesTelling *telling, Str text, const Clause *clause) {
    StrBuilder told = {.arena = telling->arena};
    for (int32_t i = 0; i < clause->opens; i++) {
        str_add_char(&told, '(');
    }
    str_add(&told, text);
    for (int32_t i = 0; i < clause->closes; i++) {
        str_add_char(&told, ')');
    }
    return str_built(&told);
}

Str telling_clauses(const ClausesTelling *telling, const Clauses *clauses) {
    Str told = {0};
    for (int32_t i = 0; i < clauses->list.count; i++) {
        const Clause *clause = &clauses->list.rows[i];
        Str said = telling_clause(telling, clause);
        said = bracket(telling, words(telling, TR("if {0}"), &said, 1), clause);
        told = i == 0 ? said
                      : words(telling, clause->or_before ? TR("{0}, or {1}") : TR("{0} and {1}"),
                              (const Str[]){told, said}, 2);
    }
    return told;
}
