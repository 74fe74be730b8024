// The names in the text of a condition, and what they name.
#include "scenario/condition.h"
#include "scenario/condition_compile.h"

typedef struct {
    const Scenario *scenario;
    const Condition *condition;
    ConditionNameVisit *visit;
    void *context;
} Names;

static void visit_symbol(const Names *names, const Token *token) {
    static const Target TARGETS[] = {[SYMBOL_GAUGE] = TARGET_GAUGE,
                                     [SYMBOL_FACT] = TARGET_FACT,
                                     [SYMBOL_COMPETENCY] = TARGET_NOTHING,
                                     [SYMBOL_DETECTOR] = TARGET_NOTHING};
    Symbol symbol = names->scenario->symbols[scenario_find_name(names->scenario, token->text)];
    Target target = TARGETS[symbol.kind];
    names->visit(names->context, &(ConditionName){.target = target,
                                                  .id = target != TARGET_NOTHING ? symbol.id : 0,
                                                  .from = token->at,
                                                  .len = (int32_t)token->text.len});
}

// Options are those of the decision in the scene that the first argument names, items and bins those of the one that
// is answered.
static int32_t find_named(const Names *names, Target target, const Token *first, Str name) {
    const Scenario *scenario = names->scenario;
    const Scene *scene = &scenario->scenes.rows[scenario_find_scene(scenario, first->text)];
    const Ask *answered = &scenario->asks.rows[names->condition->answered];
    switch (target) {
    case TARGET_SCENE:
        return scenario_find_scene(scenario, name);
    case TARGET_COMPETENCY:
        return scenario_find_competency(scenario, name);
    case TARGET_DETECTOR:
        return scenario_find_detector(scenario, name);
    case TARGET_OPTION:
        return scenario_find_choice(scenario, &scenario->asks.rows[scene->ask], name);
    case TARGET_ITEM:
        return scenario_find_item(scenario, answered, name);
    case TARGET_BIN:
        return scenario_find_bin(scenario, answered, name);
    case TARGET_NOTHING:
    case TARGET_FACT:
    case TARGET_GAUGE:
    case TARGET_CHARACTER:
    case TARGET_SOURCE:
    case TARGET_TRAP:
    case TARGET_THEME:
    case TARGET_SHARED:
        break;
    }
    return 0;
}

// Visits the arguments of a call whose bracket opens at `open`, and gives the byte behind them.
static int32_t visit_call(const Names *names, Str call, const Token *open) {
    Token arguments[ARGUMENTS_MOST] = {{0}};
    Str text = names->condition->text;
    int32_t count = 0;
    Token token = token_read_argument(text, token_end(open));
    while (token.kind == TOKEN_WORD || token.kind == TOKEN_COMMA) {
        if (token.kind == TOKEN_WORD && count < ARGUMENTS_MOST) {
            arguments[count] = token;
        }
        count += token.kind == TOKEN_WORD;
        token = token_read_argument(text, token_end(&token));
    }
    const Target *targets = compiler_call_names(call, count);
    for (int32_t i = 0; targets && i < count; i++) {
        int32_t id = find_named(names, targets[i], &arguments[0], arguments[i].text);
        names->visit(names->context, &(ConditionName){.target = targets[i],
                                                      .id = id,
                                                      .from = arguments[i].at,
                                                      .len = (int32_t)arguments[i].text.len});
    }
    return token.at;
}

void condition_names(const Scenario *scenario, ConditionId id, ConditionNameVisit *visit, void *context) {
    const Condition *condition = &scenario->conditions.rows[id];
    Names names = {scenario, condition, visit, context};
    Token token = token_read(condition->text, 0);
    while (token.kind != TOKEN_END) {
        int32_t next_at = token_end(&token);
        Token next = token_read(condition->text, next_at);
        if (token.kind == TOKEN_WORD && next.kind == TOKEN_OPEN) {
            next_at = visit_call(&names, token.text, &next);
        } else if (token.kind == TOKEN_WORD) {
            visit_symbol(&names, &token);
        }
        token = token_read(condition->text, next_at);
    }
}
