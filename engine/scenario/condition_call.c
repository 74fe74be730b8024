// The calls inside conditions: seen(scene), place(item)…
#include "scenario/condition_compile.h"

// The asks whose answer a call may read, one bit a kind; none for a call that reads the walk and stands everywhere.
enum {
    READS_WALK = 0,
    READS_RANK = 1 << ASK_RANK,
    READS_RATE = 1 << ASK_RATE,
    READS_CLASSIFY = 1 << ASK_CLASSIFY,
    READS_SHARE = READS_RANK | READS_RATE | READS_CLASSIFY,
    READS_WORDS = 1 << ASK_CHOICE | 1 << ASK_WRITE,
    READS_ANY = READS_SHARE | READS_WORDS | 1 << ASK_MULTIPLE
};

// One way to write a call. `emit` has as many arguments as `count` says.
typedef struct {
    Str name;
    int32_t count;
    int32_t reads;
    Target names[ARGUMENTS_MOST]; // by argument
    bool (*emit)(Compiler *compiler, const Token *arguments);
} CallForm;

static const Str UNTOLD = TR_INIT("answers of this kind do not tell that");

static bool complain_near(Compiler *compiler, const Token *token, const void *rows, size_t row_size, Span span) {
    Str nearest = compiler_find_nearest(compiler, token->text, (Str){0}, rows, row_size, span);
    return compiler_complain_name(compiler, token, nearest);
}

static SceneId find_scene(Compiler *compiler, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    SceneId scene = scenario_find_scene(scenario, token->text);
    if (scene == 0) {
        complain_near(compiler, token, scenario->scenes.rows, sizeof(Scene), scenario->scene_rows);
    }
    return scene;
}

// A scene whose answers may be read: private ones leave no trace.
static SceneId find_answered(Compiler *compiler, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    SceneId scene = find_scene(compiler, token);
    if (scenario->asks.rows[scenario->scenes.rows[scene].ask].private_answer) {
        compiler_complain(compiler, token->at, UNTOLD);
        return 0;
    }
    return scene;
}

static OptionId find_option(Compiler *compiler, SceneId scene, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[scene].ask];
    OptionId option = scenario_find_choice(scenario, ask, token->text);
    if (option == 0) {
        complain_near(compiler, token, scenario->options.rows, sizeof(Option), ask->options);
    }
    return option;
}

static CompetencyId find_competency(Compiler *compiler, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    CompetencyId competency = scenario_find_competency(scenario, token->text);
    if (competency == 0) {
        complain_near(compiler, token, scenario->competencies.rows, sizeof(Competency), scenario->competency_rows);
    }
    return competency;
}

// Only what the ask looks for can be found in its answers.
static DetectorId find_detector(Compiler *compiler, const Ask *ask, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    DetectorId detector = scenario_find_detector(scenario, token->text);
    Span uses = ask_detectors(scenario, ask);
    for (int32_t i = 0; detector != 0 && i < uses.count; i++) {
        if (scenario->detector_uses.rows[uses.first + i].detector.id == detector) {
            return detector;
        }
    }
    complain_near(compiler, token, scenario->detector_uses.rows, sizeof(DetectorUse), uses);
    return 0;
}

static int32_t find_item(Compiler *compiler, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    int32_t item = scenario_find_item(scenario, compiler->ask, token->text);
    if (item == 0) {
        complain_near(compiler, token, scenario->items.rows, sizeof(Item), compiler->ask->items);
    }
    return item;
}

static int32_t find_bin(Compiler *compiler, const Token *token) {
    const Scenario *scenario = compiler->scenario;
    int32_t bin = scenario_find_bin(scenario, compiler->ask, token->text);
    if (bin == 0) {
        complain_near(compiler, token, scenario->bins.rows, sizeof(Bin), compiler->ask->bins);
    }
    return bin;
}

// Each different thing is watched once, however many conditions read it.
static void emit_watch(Compiler *compiler, WatchKind kind, SceneId scene, int32_t of) {
    Scenario *scenario = compiler->scenario;
    const int32_t parts[] = {(int32_t)kind, scene, of};
    Str key = {(const char *)parts, (ptrdiff_t)sizeof parts};
    int32_t row = table_find(&compiler->watches, key);
    if (row == 0) {
        row = scenario->watches.count;
        *rows_append(compiler->arena, &scenario->watches) = (Watch){.kind = kind, .scene = scene, .of = of};
        *table_slot(compiler->scratch, &compiler->watches, str_copy(compiler->scratch, key)) = row;
    }
    compiler_emit(compiler, CODE_WATCH, row);
}

static bool emit_answer(Compiler *compiler, AnswerCall call, int32_t a) {
    compiler_emit(compiler, CODE_ANSWER + (int32_t)call, a);
    return true;
}

static bool emit_visits(Compiler *compiler, const Token *arguments) {
    SceneId scene = find_scene(compiler, &arguments[0]);
    if (scene != 0) {
        emit_watch(compiler, WATCH_VISITS, scene, 0);
    }
    return scene != 0;
}

static bool emit_seen(Compiler *compiler, const Token *arguments) {
    if (!emit_visits(compiler, arguments)) {
        return false;
    }
    compiler_emit(compiler, CODE_NUMBER, 0);
    compiler_emit(compiler, CODE_MORE, 0);
    return true;
}

static bool emit_chose(Compiler *compiler, const Token *arguments) {
    SceneId scene = find_answered(compiler, &arguments[0]);
    OptionId option = scene != 0 ? find_option(compiler, scene, &arguments[1]) : 0;
    if (option != 0) {
        emit_watch(compiler, WATCH_CHOSE, scene, option);
    }
    return option != 0;
}

static bool emit_found_there(Compiler *compiler, const Token *arguments) {
    const Scenario *scenario = compiler->scenario;
    SceneId scene = find_answered(compiler, &arguments[0]);
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[scene].ask];
    DetectorId detector = scene != 0 ? find_detector(compiler, ask, &arguments[1]) : 0;
    if (detector != 0) {
        emit_watch(compiler, WATCH_FOUND, scene, detector);
    }
    return detector != 0;
}

static bool emit_score(Compiler *compiler, const Token *arguments) {
    CompetencyId competency = find_competency(compiler, &arguments[0]);
    if (competency != 0) {
        emit_watch(compiler, WATCH_SCORE, 0, competency);
    }
    return competency != 0;
}

static bool emit_found(Compiler *compiler, const Token *arguments) {
    DetectorId detector = find_detector(compiler, compiler->ask, &arguments[0]);
    return detector != 0 && emit_answer(compiler, CALL_FOUND, detector);
}

static bool emit_mark(Compiler *compiler, const Token *arguments) {
    CompetencyId competency = find_competency(compiler, &arguments[0]);
    return competency != 0 && emit_answer(compiler, CALL_MARK, competency);
}

static bool emit_place(Compiler *compiler, const Token *arguments) {
    int32_t item = find_item(compiler, &arguments[0]);
    return item != 0 && emit_answer(compiler, CALL_PLACE, item);
}

static bool emit_level(Compiler *compiler, const Token *arguments) {
    int32_t item = find_item(compiler, &arguments[0]);
    return item != 0 && emit_answer(compiler, CALL_LEVEL, item);
}

static bool emit_in(Compiler *compiler, const Token *arguments) {
    int32_t item = find_item(compiler, &arguments[0]);
    int32_t bin = item != 0 ? find_bin(compiler, &arguments[1]) : 0;
    if (bin == 0) {
        return false;
    }
    compiler_emit(compiler, CODE_NUMBER, bin);
    return emit_answer(compiler, CALL_IN, item);
}

static bool emit_share(Compiler *compiler, const Token *arguments) {
    (void)arguments;
    return emit_answer(compiler, CALL_SHARE, 0);
}

static bool emit_confirmed(Compiler *compiler, const Token *arguments) {
    (void)arguments;
    return emit_answer(compiler, CALL_CONFIRMED, 0);
}

static const CallForm FORMS[] = {{S_INIT("seen"), 1, READS_WALK, {TARGET_SCENE}, emit_seen},
                                 {S_INIT("visits"), 1, READS_WALK, {TARGET_SCENE}, emit_visits},
                                 {S_INIT("chose"), 2, READS_WALK, {TARGET_SCENE, TARGET_OPTION}, emit_chose},
                                 {S_INIT("found"), 2, READS_WALK, {TARGET_SCENE, TARGET_DETECTOR}, emit_found_there},
                                 {S_INIT("score"), 1, READS_WALK, {TARGET_COMPETENCY}, emit_score},
                                 {S_INIT("found"), 1, READS_WORDS, {TARGET_DETECTOR}, emit_found},
                                 {S_INIT("mark"), 1, READS_ANY, {TARGET_COMPETENCY}, emit_mark},
                                 {S_INIT("place"), 1, READS_RANK, {TARGET_ITEM}, emit_place},
                                 {S_INIT("level"), 1, READS_RATE, {TARGET_ITEM}, emit_level},
                                 {S_INIT("in"), 2, READS_CLASSIFY, {TARGET_ITEM, TARGET_BIN}, emit_in},
                                 {S_INIT("share"), 0, READS_SHARE, {TARGET_NOTHING}, emit_share},
                                 {S_INIT("confirmed"), 0, READS_WORDS, {TARGET_NOTHING}, emit_confirmed}};

enum { FORM_COUNT = COUNT(FORMS) };

const Target *compiler_call_names(Str name, int32_t count) {
    for (int32_t i = 0; i < FORM_COUNT; i++) {
        if (str_equal(FORMS[i].name, name) && FORMS[i].count == count) {
            return FORMS[i].names;
        }
    }
    return NULL;
}

static Token read_token(Compiler *compiler) {
    Token token = token_read_argument(compiler->condition->text, compiler->at);
    compiler->at = token_end(&token);
    return token;
}

// Reads all that stands in the brackets; arguments beyond the most that any call has are only counted. -1 after a
// finding.
static int32_t read_arguments(Compiler *compiler, Token *arguments) {
    Token open = read_token(compiler);
    Token token = read_token(compiler);
    bool wants_argument = token.kind != TOKEN_CLOSE;
    int32_t count = 0;
    while (wants_argument && token.kind == TOKEN_WORD) {
        if (count < ARGUMENTS_MOST) {
            arguments[count] = token;
        }
        count++;
        token = read_token(compiler);
        wants_argument = token.kind == TOKEN_COMMA;
        token = wants_argument ? read_token(compiler) : token;
    }
    if (token.kind == TOKEN_CLOSE && !wants_argument) {
        return count;
    }
    if (token.kind == TOKEN_END) {
        compiler_complain(compiler, open.at, TR("this bracket is never closed"));
    } else {
        compiler_complain_text(compiler, &token);
    }
    return -1;
}

static bool complain_call(Compiler *compiler, const Token *name) {
    enum { NEAR_MOST = 2 };
    const Scenario *scenario = compiler->scenario;
    if (scenario_find_gauge(scenario, name->text) != 0 || scenario_find_fact(scenario, name->text) != 0) {
        Token open = token_read(compiler->condition->text, token_end(name));
        return compiler_complain_text(compiler, &open);
    }
    Str nearest = {0};
    int32_t best = NEAR_MOST + 1;
    for (int32_t i = 0; i < FORM_COUNT; i++) {
        int32_t distance = str_distance(name->text, FORMS[i].name, NEAR_MOST);
        if (distance < best) {
            nearest = FORMS[i].name;
            best = distance;
        }
    }
    return compiler_complain_name(compiler, name, nearest);
}

static bool tells(const Ask *ask, int32_t reads) {
    return !ask->private_answer && (reads & 1 << ask->kind) != 0;
}

bool compiler_read_call(Compiler *compiler, const Token *name) {
    Token arguments[ARGUMENTS_MOST] = {{0}};
    int32_t count = read_arguments(compiler, arguments);
    const CallForm *form = NULL;
    bool known = false;
    for (int32_t i = 0; i < FORM_COUNT; i++) {
        bool same = str_equal(FORMS[i].name, name->text);
        known = known || same;
        form = same && FORMS[i].count == count ? &FORMS[i] : form;
    }
    if (count < 0) {
        return false;
    }
    if (!known) {
        return complain_call(compiler, name);
    }
    if (!form) {
        return compiler_complain(compiler, name->at, TR("it needs another number of names in its brackets"));
    }
    if (form->reads != READS_WALK && !compiler->ask) {
        return compiler_complain(compiler, name->at, TR("no answer has just been given here"));
    }
    if (form->reads != READS_WALK && !tells(compiler->ask, form->reads)) {
        return compiler_complain(compiler, name->at, UNTOLD);
    }
    return form->emit(compiler, arguments);
}
