#include "exchange/ink_parts.h"

#include "base/emphasis.h"
#include "base/error.h"

#include <string.h>

void ink_add_indent(Ink *ink) {
    for (int32_t i = 0; i < ink->depth; i++) {
        str_add(&ink->out, S("    "));
    }
}

static bool is_word_of_ink(Str name) {
    static const Str WORDS[] = {
        S_INIT("not"),      S_INIT("true"), S_INIT("false"),   S_INIT("mod"),    S_INIT("has"),  S_INIT("hasnt"),
        S_INIT("function"), S_INIT("ref"),  S_INIT("temp"),    S_INIT("return"), S_INIT("else"), S_INIT("stopping"),
        S_INIT("cycle"),    S_INIT("once"), S_INIT("shuffle"), S_INIT("and"),    S_INIT("or"),   S_INIT("end"),
        S_INIT("done"),     S_INIT("var"),  S_INIT("const"),   S_INIT("list"),   S_INIT("todo"), S_INIT("params")};
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        if (str_equal(name, WORDS[i])) {
            return true;
        }
    }
    return false;
}

static Str with_low_lines(Arena *arena, Str slug) {
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = 0; at < slug.len; at++) {
        str_add_char(&out, (char)(slug.text[at] == '-' ? '_' : slug.text[at]));
    }
    return str_built(&out);
}

Str ink_knot(const Ink *ink, SceneId scene) {
    const Scenario *scenario = ink->scenario;
    Str knot = with_low_lines(ink->scratch, scenario_name(scenario, scenario->scenes.rows[scene].id));
    Name same = scenario_find_name(scenario, knot);
    bool taken = is_word_of_ink(knot) || *knot.text < 'a' || (same != 0 && scenario->symbols[same].kind != SYMBOL_NONE);
    return taken ? str_format(ink->scratch, "S_%.*s", S_ARG(knot)) : knot;
}

Str ink_choice(const Ink *ink, SceneId scene, OptionId option) {
    const Ask *ask = &ink->scenario->asks.rows[ink->scenario->scenes.rows[scene].ask];
    Str knot = ink_knot(ink, scene);
    return str_format(ink->scratch, "Chose_%.*s_%d", S_ARG(knot), option - ask->options.first + 1);
}

Str ink_variable(const Ink *ink, Name name) {
    Str id = scenario_name(ink->scenario, name);
    return is_word_of_ink(id) ? str_format(ink->scratch, "V_%.*s", S_ARG(id)) : id;
}

// What ink would read as the beginning of something else than text.
static bool begins_otherwise(Str line) {
    static const Str WORDS[] = {S_INIT("VAR"),     S_INIT("CONST"),    S_INIT("LIST"),
                                S_INIT("INCLUDE"), S_INIT("EXTERNAL"), S_INIT("TODO")};
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        if (str_begins(line, WORDS[i])) {
            return true;
        }
    }
    return line.len > 0 && strchr("*+-=~>!(&$@", *line.text) != NULL;
}

static bool needs_backslash(Str line, ptrdiff_t at) {
    char c = line.text[at], before = (char)(at > 0 ? line.text[at - 1] : ' ');
    bool always = c != '\0' && strchr("\\{}|#[]<", c) != NULL;
    bool arrow = c == '>' && before == '-';
    bool comment = before == '/' && (c == '/' || c == '*');
    return always || arrow || comment;
}

// Several spaces are one to ink.
static void add_escaped(Ink *ink, Str line) {
    for (ptrdiff_t at = 0; at < line.len; at++) {
        char c = line.text[at];
        bool blank = c == ' ' || c == '\t';
        bool again = blank && at > 0 && (line.text[at - 1] == ' ' || line.text[at - 1] == '\t');
        if (needs_backslash(line, at) || (at == 0 && begins_otherwise(line))) {
            str_add_char(&ink->out, '\\');
        }
        if (!again) {
            str_add_char(&ink->out, (char)(blank ? ' ' : c));
        }
    }
}

static Str plain(Ink *ink, Str text, int32_t place) {
    Str plain = emphasis_plain(ink->scratch, text);
    if (plain.len != text.len) {
        loss_case_judge(&ink->loss, CONSTRUCT_EMPHASIS, BECAME_DEGRADED, REASON_PLAIN_ONLY, place,
                        str_copy(ink->arena, text));
    }
    if (str_find(plain, S("  ")) >= 0 || str_find(plain, S("\t")) >= 0) {
        loss_case_tell(&ink->loss, CONSTRUCT_CASE_TEXT, BECAME_CONVERTED, REASON_SPACES_JOINED, place,
                       str_copy(ink->arena, text));
    }
    return plain;
}

void ink_add_text(Ink *ink, Str text, int32_t place) {
    for (Str rest = plain(ink, text, place); rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        if (line.len > 0) {
            ink_add_indent(ink);
            add_escaped(ink, line);
            str_add_char(&ink->out, '\n');
        }
    }
}

void ink_add_answer(Ink *ink, Str text, int32_t place) {
    bool first = true;
    for (Str rest = plain(ink, text, place); rest.len > 0;) {
        Str line = str_trim(str_cut(&rest, '\n'));
        str_add(&ink->out, first || line.len == 0 ? S("") : S(" "));
        add_escaped(ink, line);
        first = false;
    }
    if (str_find(text, S("\n")) >= 0) {
        loss_case_tell(&ink->loss, CONSTRUCT_WAY, BECAME_CONVERTED, REASON_ONE_LINE, place, text);
    }
}

void ink_add_tag(Ink *ink, Str key, Str value) {
    ink_add_indent(ink);
    str_addf(&ink->out, "# %.*s: ", S_ARG(key));
    for (Str rest = value; rest.len > 0;) {
        add_escaped(ink, str_trim(str_cut(&rest, '\n')));
        str_add(&ink->out, rest.len > 0 ? S(" ") : S(""));
    }
    str_add(&ink->out, S("\n"));
}

static bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// A condition being put in the words of ink. All binds as it does there but for `not`, which there takes the next value
// alone, and here a comparison.
typedef struct {
    Ink *ink;
    const Option *answered;
    StrBuilder out;
    int32_t depth;
    struct {
        int32_t from;    // where its bracket stands
        int32_t negated; // where that of a `not` in it does, plus one; 0: none is open
    } levels[LIMIT_CONDITION_DEPTH + 2];
} Saying;

// A name alone in brackets would be a list to ink: it stands without them.
static void close_bracket(Saying *saying, int32_t from) {
    StrBuilder *out = &saying->out;
    int32_t at = from + 1;
    ASSERT(out->rows);
    while (at < out->count && (is_of_word(out->rows[at]) || (out->rows[at] >= 'A' && out->rows[at] <= 'Z'))) {
        at++;
    }
    if (at < out->count) {
        str_add(out, S(")"));
        return;
    }
    out->rows[from] = ' ';
}

static void close_not(Saying *saying) {
    int32_t negated = saying->levels[saying->depth].negated;
    if (negated > 0) {
        close_bracket(saying, negated - 1);
    }
    saying->levels[saying->depth].negated = 0;
}

static int32_t mark_of(const Saying *saying, Str competency) {
    const Scenario *scenario = saying->ink->scenario;
    CompetencyId id = scenario_find_competency(scenario, competency);
    Span scores = saying->answered ? saying->answered->gives.scores : (Span){0};
    for (int32_t i = 0; i < scores.count; i++) {
        const Amount *amount = &scenario->amounts.rows[scores.first + i];
        if (amount->of.id == id) {
            return amount->value;
        }
    }
    return 0;
}

static void say_chose(Saying *saying, SceneId scene, Str option) {
    const Scenario *scenario = saying->ink->scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[scene].ask];
    OptionId id = ask->kind == ASK_CHOICE ? scenario_find_option(scenario, ask, option) : 0;
    str_add(&saying->out, id > 0 ? ink_choice(saying->ink, scene, id) : S("false"));
}

// What a typed answer held, or an answer of another kind, there is none of in ink.
static void say_call(Saying *saying, Str call, Str arguments) {
    Str first = str_trim(str_cut(&arguments, ',')), second = str_trim(arguments);
    SceneId scene = scenario_find_scene(saying->ink->scenario, first);
    if (str_equal(call, S("seen"))) {
        Str knot = ink_knot(saying->ink, scene);
        str_addf(&saying->out, "(%.*s > 0)", S_ARG(knot));
    } else if (str_equal(call, S("visits"))) {
        Str knot = ink_knot(saying->ink, scene);
        str_addf(&saying->out, "Visits_%.*s", S_ARG(knot));
    } else if (str_equal(call, S("chose"))) {
        say_chose(saying, scene, second);
    } else if (str_equal(call, S("score"))) {
        str_addf(&saying->out, "Score_%.*s", S_ARG(first));
    } else if (str_equal(call, S("mark"))) {
        str_addf(&saying->out, "(%d)", mark_of(saying, first));
    } else {
        str_add(&saying->out, S("0"));
    }
}

static void say_word(Saying *saying, Str word, Str *rest) {
    bool joins = str_equal(word, S("and")) || str_equal(word, S("or"));
    Str after = str_trim(*rest);
    if (joins) {
        close_not(saying);
        str_addf(&saying->out, " %.*s ", S_ARG(word));
    } else if (str_equal(word, S("not"))) {
        str_add(&saying->out, S("not ("));
        saying->levels[saying->depth].negated = saying->out.count;
    } else if (str_begins(after, S("("))) {
        after = str_slice(after, 1, after.len);
        say_call(saying, word, str_cut(&after, ')'));
        *rest = after;
    } else {
        str_add(&saying->out, ink_variable(saying->ink, scenario_find_name(saying->ink->scenario, word)));
    }
}

static void say_sign(Saying *saying, Str *rest) {
    char c = *rest->text;
    bool pair = rest->len > 1 && rest->text[1] == '=' && c != ' ';
    if (c == '(') {
        saying->levels[++saying->depth].from = saying->out.count;
        str_add(&saying->out, S("("));
    } else if (c == ')') {
        close_not(saying);
        close_bracket(saying, saying->levels[saying->depth--].from);
    } else if (c != ' ') {
        str_add(&saying->out, S(" "));
        str_add(&saying->out, c == '=' ? S("==") : str_slice(*rest, 0, 1 + pair));
        str_add(&saying->out, S(" "));
    }
    *rest = str_slice(*rest, 1 + pair, rest->len);
}

Str ink_condition(Ink *ink, ConditionId when, const Option *answered) {
    if (when == 0) {
        return S("true");
    }
    Saying saying = {.ink = ink, .answered = answered, .out = {.arena = ink->scratch}};
    Str rest = ink->scenario->conditions.rows[when].text;
    while (rest.len > 0) {
        ptrdiff_t len = 0;
        while (len < rest.len && is_of_word(rest.text[len])) {
            len++;
        }
        Str word = str_slice(rest, 0, len);
        if (len == 0) {
            say_sign(&saying, &rest);
            continue;
        }
        rest = str_slice(rest, len, rest.len);
        if (*word.text >= '0' && *word.text <= '9') {
            str_add(&saying.out, word);
        } else {
            say_word(&saying, word, &rest);
        }
    }
    close_not(&saying);
    return str_built(&saying.out);
}
