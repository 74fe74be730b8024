#include "base/limits.h"
#include "exchange/tale_parts.h"

#include <string.h>

enum { MOST_DEPTH = 12, MOST_USED = 32 };

// A reading of one expression; `fine` once it went wrong is false for good.
typedef struct {
    TaleMaker *maker;
    Str rest;
    StrBuilder out;
    int32_t depth;             // of brackets
    bool compared[MOST_DEPTH]; // a comparison stands there already: they do not chain
    bool operand;              // a value is to come
    bool fresh;                // "not" may come
    bool fine;
    int32_t used[MOST_USED]; // rows of variables
    int32_t used_count;
} Expression;

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static ptrdiff_t word_len(Str text) {
    ptrdiff_t len = 0;
    while (len < text.len && (is_letter(text.text[len]) || (len > 0 && is_digit(text.text[len])))) {
        len++;
    }
    return len;
}

// Takes a word or a sign; a word only whole.
static bool take(Expression *expression, Str token) {
    Str rest = str_trim(expression->rest);
    bool word = is_letter(*token.text);
    if (!str_begins(rest, token)) {
        return false;
    }
    char after = token.len < rest.len ? rest.text[token.len] : ' ';
    if (word && (is_letter(after) || is_digit(after))) {
        return false;
    }
    expression->rest = str_slice(rest, token.len, rest.len);
    return true;
}

static void add(Expression *expression, Str text) {
    str_add(&expression->out, text);
}

// An id of a gauge or a fact, out of a name that may have capitals and accents.
static Str id_of(TaleMaker *maker, Str name) {
    StrBuilder id = {.arena = maker->arena};
    for (ptrdiff_t at = 1; at < name.len && id.count < LIMIT_NAME - 4; at++) {
        char c = name.text[at];
        c = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
        bool fits = (c >= 'a' && c <= 'z') || (id.count > 0 && (is_digit(c) || c == '_'));
        if (fits) {
            str_add_char(&id, c);
        }
    }
    Str text = str_built(&id);
    bool reserved = str_equal(text, S("and")) || str_equal(text, S("or")) || str_equal(text, S("not"));
    bool taken = text.len == 0 || reserved || str_equal(text, S("a_completer")) || str_equal(text, S("to_complete"));
    for (int32_t i = 0; i < maker->count && !taken; i++) {
        taken = str_equal(maker->rows[i].id, text);
    }
    return taken ? str_format(maker->arena, "v%d_%.*s", maker->count, S_ARG(text)) : text;
}

// Behind so many one is no gauge and no fact any more: all further ones are one.
int32_t tale_find_variable(TaleMaker *maker, Str name) {
    enum { MOST = LIMIT_GAUGES + LIMIT_FACTS };
    int32_t known = table_find(&maker->variables, name);
    if (known != 0 || maker->count > MOST) {
        return known != 0 ? known - 1 : MOST;
    }
    Str own = str_copy(maker->arena, name), id = id_of(maker, own);
    *rows_append(maker->arena, maker) = (TaleVariable){.name = own, .id = id};
    *table_slot(maker->arena, &maker->variables, own) = maker->count;
    return maker->count - 1;
}

static bool take_variable(Expression *expression, int32_t *variable) {
    Str rest = str_trim(expression->rest);
    ptrdiff_t len = str_begins(rest, S("$")) ? word_len(str_slice(rest, 1, rest.len)) : 0;
    if (len == 0) {
        return false;
    }
    *variable = tale_find_variable(expression->maker, str_slice(rest, 0, len + 1));
    expression->rest = str_slice(rest, len + 1, rest.len);
    char next = expression->rest.len > 0 ? *expression->rest.text : ' ';
    if (next == '.' || next == '[' || next == '\'') { // a part of it
        expression->fine = false;
    }
    return true;
}

static bool take_number(Expression *expression, int32_t *number) {
    Str rest = str_trim(expression->rest);
    ptrdiff_t len = 0;
    while (len < rest.len && is_digit(rest.text[len])) {
        len++;
    }
    bool whole = len == rest.len || (rest.text[len] != '.' && !is_letter(rest.text[len]));
    if (len == 0 || !whole || !str_to_int(str_slice(rest, 0, len), number) || *number > LIMIT_INTEGER) {
        return false;
    }
    expression->rest = str_slice(rest, len, rest.len);
    return true;
}

// The text between quotes that comes next.
static bool take_quoted(Expression *expression, Str *text) {
    Str rest = str_trim(expression->rest);
    char quote = rest.len > 0 ? *rest.text : ' ';
    const char *end = quote == '"' || quote == '\'' ? memchr(rest.text + 1, quote, (size_t)rest.len - 1) : NULL;
    if (!end) {
        return false;
    }
    *text = str_slice(rest, 1, end - rest.text);
    expression->rest = str_slice(rest, end - rest.text + 1, rest.len);
    return true;
}

static void add_passage(Expression *expression, Str call, Str name) {
    int32_t place = table_find(&expression->maker->passages, name);
    if (place == 0) {
        expression->fine = false;
    } else {
        Str id = expression->maker->ids[place - 1];
        str_addf(&expression->out, "%.*s(%.*s)", S_ARG(call), S_ARG(id));
    }
}

static bool read_visits_here(Expression *expression) {
    Str here = expression->maker->here;
    if (!take(expression, S("visited()")) && !take(expression, S("visits")) && !take(expression, S("visit"))) {
        return false;
    }
    expression->fine = expression->fine && here.len > 0;
    str_addf(&expression->out, "visits(%.*s)", S_ARG(here));
    return true;
}

// visited("P") and (history:) contains "P"; of the passage itself, visits and visited().
static bool read_call(Expression *expression) {
    Str name;
    if (read_visits_here(expression)) {
        return true;
    }
    if (take(expression, S("hasVisited"))) {
        expression->fine =
            expression->fine && take(expression, S("(")) && take_quoted(expression, &name) && take(expression, S(")"));
        add_passage(expression, S("seen"), expression->fine ? name : (Str){0});
        return true;
    }
    if (take(expression, S("visited")) || take(expression, S("(visited:"))) {
        (void)take(expression, S("("));
        expression->fine = expression->fine && take_quoted(expression, &name) && take(expression, S(")"));
        add_passage(expression, S("visits"), expression->fine ? name : (Str){0});
        return true;
    }
    if (take(expression, S("(history:)"))) {
        expression->fine = expression->fine && take(expression, S("contains")) && take_quoted(expression, &name);
        add_passage(expression, S("seen"), expression->fine ? name : (Str){0});
        return true;
    }
    return false;
}

static bool read_variable(Expression *expression) {
    int32_t variable;
    if (!take_variable(expression, &variable)) {
        return false;
    }
    const TaleVariable *row = &expression->maker->rows[variable];
    expression->fine = expression->fine && row->kind != VARIABLE_OTHER && expression->used_count < MOST_USED;
    if (expression->fine) {
        expression->used[expression->used_count++] = variable;
    }
    add(expression, row->id);
    return true;
}

static bool read_value_of(Expression *expression) {
    int32_t number;
    if (take(expression, S("true"))) {
        add(expression, S("1"));
    } else if (take(expression, S("false"))) {
        add(expression, S("0"));
    } else if (take_number(expression, &number)) {
        str_addf(&expression->out, "%d", number);
    } else {
        return read_call(expression) || read_variable(expression);
    }
    return true;
}

static bool take_not(Expression *expression) {
    Str rest = str_trim(expression->rest);
    bool sign = str_begins(rest, S("!")) && !str_begins(rest, S("!="));
    return take(expression, S("not")) || (sign && take(expression, S("!")));
}

// Where a value is to come: "not" only where one begins, then perhaps a minus, then a bracket or the value.
static void read_operand(Expression *expression) {
    if (expression->fresh && take_not(expression)) {
        add(expression, S("not "));
    }
    if (take(expression, S("-"))) {
        add(expression, S("-"));
    }
    expression->fresh = false;
    if (read_value_of(expression)) {
        expression->operand = false;
    } else if (take(expression, S("(")) && expression->depth + 1 < MOST_DEPTH) {
        add(expression, S("("));
        expression->depth++;
        expression->compared[expression->depth] = false;
        expression->fresh = true;
    } else {
        expression->fine = false;
    }
}

static bool take_comparison(Expression *expression) {
    static const struct {
        Str token, sign;
    } SIGNS[] = {{S_INIT("is >="), S_INIT(">=")},  {S_INIT("is <="), S_INIT("<=")},   {S_INIT("is >"), S_INIT(">")},
                 {S_INIT("is <"), S_INIT("<")},    {S_INIT("is not in"), S_INIT("")}, {S_INIT("is in"), S_INIT("")},
                 {S_INIT("is not"), S_INIT("!=")}, {S_INIT("isnot"), S_INIT("!=")},   {S_INIT("neq"), S_INIT("!=")},
                 {S_INIT("!=="), S_INIT("!=")},    {S_INIT("!="), S_INIT("!=")},      {S_INIT("is"), S_INIT("=")},
                 {S_INIT("eq"), S_INIT("=")},      {S_INIT("==="), S_INIT("=")},      {S_INIT("=="), S_INIT("=")},
                 {S_INIT("gte"), S_INIT(">=")},    {S_INIT(">="), S_INIT(">=")},      {S_INIT("gt"), S_INIT(">")},
                 {S_INIT(">"), S_INIT(">")},       {S_INIT("lte"), S_INIT("<=")},     {S_INIT("<="), S_INIT("<=")},
                 {S_INIT("lt"), S_INIT("<")},      {S_INIT("<"), S_INIT("<")}};
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        if (take(expression, SIGNS[i].token)) {
            bool again = expression->compared[expression->depth];
            expression->fine = SIGNS[i].sign.len > 0 && !again;
            expression->compared[expression->depth] = true;
            str_addf(&expression->out, " %.*s ", S_ARG(SIGNS[i].sign));
            return true;
        }
    }
    return false;
}

static bool take_join(Expression *expression) {
    bool both = take(expression, S("and")) || take(expression, S("&&"));
    if (!both && !take(expression, S("or")) && !take(expression, S("||"))) {
        return false;
    }
    add(expression, both ? S(" and ") : S(" or "));
    expression->compared[expression->depth] = false;
    expression->fresh = true;
    return true;
}

// What stands after a value; false when the expression ends there.
static bool read_operator(Expression *expression) {
    if (expression->depth > 0 && take(expression, S(")"))) {
        add(expression, S(")"));
        expression->depth--;
        return true;
    }
    bool plus = false;
    expression->operand = take_join(expression) || take_comparison(expression);
    if (!expression->operand && ((plus = take(expression, S("+"))) || take(expression, S("-")))) {
        add(expression, plus ? S(" + ") : S(" - "));
        expression->operand = true;
    }
    return expression->operand;
}

bool tale_read_condition(TaleMaker *maker, Str source, Str *condition) {
    Expression expression = {.maker = maker, .rest = source, .out = {.arena = maker->passing}, .fine = true};
    expression.operand = true;
    expression.fresh = true;
    while (expression.fine && (expression.operand || read_operator(&expression))) {
        if (expression.operand) {
            read_operand(&expression);
        }
    }
    *condition = str_built(&expression.out);
    bool whole = str_trim(expression.rest).len == 0 && expression.depth == 0;
    if (!expression.fine || !whole || condition->len == 0 || condition->len > LIMIT_CONDITION_CHARS / 2) {
        return false;
    }
    for (int32_t i = 0; i < expression.used_count && !maker->surveys; i++) {
        maker->rows[expression.used[i]].used = true;
    }
    return true;
}

static bool learn(TaleMaker *maker, int32_t variable, TaleKind kind) {
    TaleVariable *row = &maker->rows[variable];
    if (maker->surveys) {
        row->kind = row->kind == VARIABLE_UNKNOWN || row->kind == kind ? kind : VARIABLE_OTHER;
    }
    return row->kind == kind;
}

// After "to": true, false, a number, or the variable itself and a number more or less.
static bool read_value(Expression *expression, TaleChange *change) {
    int32_t variable = change->variable;
    if (take(expression, S("true")) || take(expression, S("false"))) {
        bool yes = str_ends(str_slice(change->source, 0, expression->rest.text - change->source.text), S("true"));
        change->kind = yes ? CHANGE_SET : CHANGE_UNSET;
        return learn(expression->maker, variable, VARIABLE_FACT);
    }
    int32_t other = variable;
    bool self = take(expression, S("it")) || take_variable(expression, &other);
    bool minus = take(expression, S("-"));
    bool plus = !minus && self && take(expression, S("+"));
    if (other != variable || (self && !minus && !plus) || !take_number(expression, &change->amount)) {
        (void)learn(expression->maker, variable, VARIABLE_OTHER);
        return false;
    }
    change->amount = minus ? -change->amount : change->amount;
    change->kind = self ? CHANGE_ADD : CHANGE_ASSIGN;
    return learn(expression->maker, variable, VARIABLE_NUMBER);
}

static bool read_step(Expression *expression, TaleChange *change) {
    bool twice = take(expression, S("++"));
    bool down = !twice && take(expression, S("--"));
    bool plus = !twice && !down && take(expression, S("+="));
    bool minus = !twice && !down && !plus && take(expression, S("-="));
    change->kind = CHANGE_ADD;
    change->amount = 1;
    if (!twice && !down && !plus && !minus) {
        return false;
    }
    if ((plus || minus) && !take_number(expression, &change->amount)) {
        expression->fine = false;
    }
    change->amount = down || minus ? -change->amount : change->amount;
    expression->fine = learn(expression->maker, change->variable, VARIABLE_NUMBER) && expression->fine;
    return true;
}

bool tale_read_change(TaleMaker *maker, Str source, TaleChange *change) {
    Expression expression = {.maker = maker, .rest = source, .fine = true};
    *change = (TaleChange){.source = str_trim(source)};
    if (!take_variable(&expression, &change->variable)) {
        return false;
    }
    if (!read_step(&expression, change)) {
        bool to = take(&expression, S("to")) || take(&expression, S("="));
        expression.fine = to && read_value(&expression, change) && expression.fine;
    }
    bool small = change->kind != CHANGE_ADD || (change->amount <= LIMIT_EFFECT && change->amount >= -LIMIT_EFFECT);
    return expression.fine && small && str_trim(expression.rest).len == 0;
}
