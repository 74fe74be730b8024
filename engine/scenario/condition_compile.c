// Operator-precedence parsing (Dijkstra's shunting yard): an operator waits on a stack until one comes that binds no
// tighter.
#include "scenario/condition_compile.h"

#include "base/error.h"
#include "base/utf8.h"

// Which sentence of FINDING_UNKNOWN_NAME.
enum { UNKNOWN_PLAIN, UNKNOWN_NEAR };

enum {
    NEAR_MOST = 3,                  // edits between a name and what was meant
    NEAR_COMPARISONS = 1024 * 1024, // in all, counted as if each unknown name had been as costly as this one
};

// How tightly what waits binds its values. An open bracket waits too, and holds back all that waits before it.
enum { BINDS_BRACKET, BINDS_OR, BINDS_AND, BINDS_NOT, BINDS_COMPARISON, BINDS_SUM, BINDS_LEVELS };

static const int32_t BINDING[] = {[CODE_OR] = BINDS_OR,
                                  [CODE_AND] = BINDS_AND,
                                  [CODE_NOT] = BINDS_NOT,
                                  [CODE_LESS] = BINDS_COMPARISON,
                                  [CODE_AT_MOST] = BINDS_COMPARISON,
                                  [CODE_EQUAL] = BINDS_COMPARISON,
                                  [CODE_NOT_EQUAL] = BINDS_COMPARISON,
                                  [CODE_AT_LEAST] = BINDS_COMPARISON,
                                  [CODE_MORE] = BINDS_COMPARISON,
                                  [CODE_ADD] = BINDS_SUM,
                                  [CODE_SUBTRACT] = BINDS_SUM};

typedef struct {
    int32_t binding;
    ConditionCode code;
    int32_t at; // its byte
} Waiting;

// Inside one pair of brackets those that wait bind ever tighter, so that each level stands there at most once.
typedef struct {
    Compiler *compiler;
    Waiting waiting[BINDS_LEVELS * (LIMIT_CONDITION_DEPTH + 1)];
    int32_t count;
    int32_t depth;    // open brackets
    bool wants_value; // else an operator, a closing bracket or the end comes next
} Parser;

void compiler_emit(Compiler *compiler, int32_t code, int32_t operand) {
    Scenario *scenario = compiler->scenario;
    *rows_append(compiler->arena, &scenario->code) = code;
    *rows_append(compiler->arena, &scenario->code) = operand;
}

bool compiler_complain(Compiler *compiler, int32_t at, Str reason) {
    Finding *finding = findings_add(compiler->findings, FINDING_BAD_CONDITION, compiler->condition->place, reason);
    finding->words = 1;
    finding->inside = at;
    return false;
}

bool compiler_complain_text(Compiler *compiler, const Token *token) {
    Str reason = token->kind == TOKEN_END ? TR("it ends too early") : TR("something else was expected");
    return compiler_complain(compiler, token->at, reason);
}

bool compiler_complain_name(Compiler *compiler, const Token *token, Str nearest) {
    Finding *finding = findings_add(compiler->findings, FINDING_UNKNOWN_NAME, compiler->condition->place, token->text);
    finding->variant = nearest.len > 0 ? UNKNOWN_NEAR : UNKNOWN_PLAIN;
    finding->arguments[1] = nearest;
    finding->inside = token->at;
    return false;
}

Str compiler_find_nearest(const Compiler *compiler, Str wanted, Str nearest, const void *rows, size_t row_size,
                          Span span) {
    int32_t best = nearest.len > 0 ? str_distance(wanted, nearest, NEAR_MOST) : NEAR_MOST + 1;
    bool costly = (int64_t)compiler->findings->count * span.count > NEAR_COMPARISONS;
    for (int32_t i = 0; i < span.count && !costly; i++) {
        const Name *name = (const void *)((const char *)rows + (size_t)(span.first + i) * row_size);
        Str text = scenario_name(compiler->scenario, *name);
        int32_t distance = str_distance(wanted, text, NEAR_MOST);
        if (distance < best && distance <= text.len / 2) {
            nearest = text;
            best = distance;
        }
    }
    return nearest;
}

static int32_t last_binding(const Parser *parser) {
    return parser->count > 0 ? parser->waiting[parser->count - 1].binding : BINDS_BRACKET;
}

static void push_waiting(Parser *parser, int32_t binding, const Token *token) {
    ASSERT(parser->count < COUNT(parser->waiting));
    parser->waiting[parser->count++] = (Waiting){binding, token->code, token->at};
}

// Whatever binds at least as tightly has all its values by now.
static void emit_waiting(Parser *parser, int32_t binding) {
    while (last_binding(parser) >= binding) {
        compiler_emit(parser->compiler, (int32_t)parser->waiting[--parser->count].code, 0);
    }
}

static Token read_token(Compiler *compiler) {
    Token token = token_read(compiler->condition->text, compiler->at);
    compiler->at = token_end(&token);
    return token;
}

static bool read_number(Compiler *compiler, const Token *token, int32_t sign) {
    if (token->kind != TOKEN_NUMBER) {
        return compiler_complain_text(compiler, token);
    }
    int32_t number = 0;
    if (!str_to_int(token->text, &number) || number > LIMIT_INTEGER) {
        return compiler_complain(compiler, token->at, TR("the number is too large"));
    }
    compiler_emit(compiler, CODE_NUMBER, sign * number);
    return true;
}

static bool read_name(Compiler *compiler, const Token *token) {
    if (token_read(compiler->condition->text, compiler->at).kind == TOKEN_OPEN) {
        return compiler_read_call(compiler, token);
    }
    const Scenario *scenario = compiler->scenario;
    GaugeId gauge = scenario_find_gauge(scenario, token->text);
    FactId fact = scenario_find_fact(scenario, token->text);
    if (gauge == 0 && fact == 0) {
        Str near = compiler_find_nearest(compiler, token->text, (Str){0}, scenario->gauges.rows, sizeof(Gauge),
                                         scenario->gauge_rows);
        near =
            compiler_find_nearest(compiler, token->text, near, scenario->facts.rows, sizeof(Fact), scenario->fact_rows);
        return compiler_complain_name(compiler, token, near);
    }
    compiler_emit(compiler, gauge != 0 ? CODE_GAUGE : CODE_FACT, gauge != 0 ? gauge : fact);
    return true;
}

static bool read_open(Parser *parser, const Token *token) {
    if (parser->depth == LIMIT_CONDITION_DEPTH) {
        return compiler_complain(parser->compiler, token->at, TR("brackets are nested more than 32 deep"));
    }
    parser->depth++;
    push_waiting(parser, BINDS_BRACKET, token);
    return true;
}

// A token that may come before a value, `not` or a bracket, leaves it wanted.
static bool read_value(Parser *parser, const Token *token) {
    bool is_not = token->kind == TOKEN_OPERATOR && token->code == CODE_NOT;
    if (is_not && last_binding(parser) < BINDS_NOT) {
        push_waiting(parser, BINDS_NOT, token);
        return true;
    }
    if (token->kind == TOKEN_OPEN) {
        return read_open(parser, token);
    }
    parser->wants_value = false;
    if (token->kind == TOKEN_WORD) {
        return read_name(parser->compiler, token);
    }
    bool is_minus = token->kind == TOKEN_OPERATOR && token->code == CODE_SUBTRACT;
    Token number = is_minus ? read_token(parser->compiler) : *token;
    return read_number(parser->compiler, &number, is_minus ? -1 : 1);
}

static bool read_close(Parser *parser, const Token *token) {
    emit_waiting(parser, BINDS_OR);
    if (parser->count == 0) {
        return compiler_complain(parser->compiler, token->at, TR("this bracket was never opened"));
    }
    parser->count--;
    parser->depth--;
    return true;
}

static bool read_operator(Parser *parser, const Token *token) {
    if (token->kind == TOKEN_CLOSE) {
        return read_close(parser, token);
    }
    if (token->kind != TOKEN_OPERATOR || token->code == CODE_NOT) {
        return compiler_complain_text(parser->compiler, token);
    }
    int32_t binding = BINDING[token->code];
    if (binding == BINDS_COMPARISON) {
        emit_waiting(parser, BINDS_SUM);
        if (last_binding(parser) == BINDS_COMPARISON) {
            return compiler_complain(parser->compiler, token->at, TR("comparisons are joined with “and”"));
        }
    }
    emit_waiting(parser, binding);
    push_waiting(parser, binding, token);
    parser->wants_value = true;
    return true;
}

static bool finish_text(Parser *parser) {
    emit_waiting(parser, BINDS_OR);
    if (parser->count > 0) {
        int32_t open = parser->waiting[parser->count - 1].at;
        return compiler_complain(parser->compiler, open, TR("this bracket is never closed"));
    }
    return true;
}

static bool compile_text(Parser *parser) {
    Compiler *compiler = parser->compiler;
    Str text = compiler->condition->text;
    if (text.len > LIMIT_CONDITION_CHARS && utf8_count(text) > LIMIT_CONDITION_CHARS) {
        int32_t end = (int32_t)utf8_offset(text, LIMIT_CONDITION_CHARS);
        return compiler_complain(compiler, end, TR("it is longer than 512 characters"));
    }
    compiler->at = 0;
    parser->count = 0;
    parser->depth = 0;
    parser->wants_value = true;
    Token token = read_token(compiler);
    if (token.kind == TOKEN_END) {
        return compiler_complain(compiler, 0, TR("it is empty"));
    }
    while (parser->wants_value || token.kind != TOKEN_END) {
        if (!(parser->wants_value ? read_value(parser, &token) : read_operator(parser, &token))) {
            return false;
        }
        token = read_token(compiler);
    }
    return finish_text(parser);
}

static bool is_comparison(int32_t code) {
    return code >= CODE_LESS && code <= CODE_MORE;
}

// Past what value of its own the watch read by instruction `i` makes no difference to the condition: known when it is
// compared with a number at once, on either side.
static int32_t find_most(const int32_t *code, int32_t i, int32_t count) {
    const int32_t *after = code + (i + 1) * CODE_STEP;
    int32_t number = INT32_MAX;
    if (i + 2 < count && after[0] == CODE_NUMBER && is_comparison(after[CODE_STEP])) {
        number = after[1];
    } else if (i > 0 && i + 1 < count && code[(i - 1) * CODE_STEP] == CODE_NUMBER && is_comparison(after[0])) {
        number = code[(i - 1) * CODE_STEP + 1];
    }
    return number == INT32_MAX ? number : number < 0 ? 0 : number + 1;
}

static void raise_watches(Scenario *scenario, Span span) {
    const int32_t *code = scenario->code.rows + span.first;
    int32_t count = span.count / CODE_STEP;
    for (int32_t i = 0; i < count; i++) {
        if (code[i * CODE_STEP] != CODE_WATCH) {
            continue;
        }
        Watch *watch = &scenario->watches.rows[code[i * CODE_STEP + 1]];
        int32_t most = watch->kind == WATCH_VISITS  ? find_most(code, i, count)
                       : watch->kind == WATCH_SCORE ? INT32_MAX
                                                    : 1;
        watch->most = watch->most > most ? watch->most : most;
    }
}

void condition_compile_all(Arena *arena, Arena *scratch, Scenario *scenario, Findings *findings) {
    ArenaMark mark = arena_mark(scratch);
    Compiler compiler = {.arena = arena, .scratch = scratch, .scenario = scenario, .findings = findings};
    Parser parser = {.compiler = &compiler};
    for (ConditionId id = 1; id < scenario->conditions.count; id++) {
        Condition *condition = &scenario->conditions.rows[id];
        int32_t first = scenario->code.count;
        compiler.condition = condition;
        compiler.ask = condition->answered != 0 ? &scenario->asks.rows[condition->answered] : NULL;
        if (compile_text(&parser)) {
            condition->code = (Span){first, scenario->code.count - first};
            raise_watches(scenario, condition->code);
        } else {
            scenario->code.count = first;
        }
    }
    arena_rewind(scratch, mark);
}
