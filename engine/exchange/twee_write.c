#include "base/json_write.h"
#include "base/utf8.h"
#include "exchange/extra.h"
#include "exchange/twee.h"
#include "exchange/unsaid.h"
#include "exchange/uuid.h"
#include "scenario/markup.h"

#include <string.h>

typedef struct {
    Arena *arena, *scratch;
    const Scenario *scenario;
    CaseLoss loss;
    StrBuilder out;
    StrBuilder after; // passages that follow the one being written
    Table names;      // of passages that are taken
    Str *name_of;     // by SceneId
} Twee;

static void leave_out(Twee *twee, Construct construct, int32_t place, Str about) {
    loss_case_judge(&twee->loss, construct, BECAME_DROPPED, REASON_NO_PLACE_IN_STORY, place, about);
}

// What Twine misreads in a name, though its own writer writes it.
static Str plain_name(Arena *arena, Str name) {
    StrBuilder out = {.arena = arena};
    name = str_trim(name);
    for (ptrdiff_t at = 0; at < name.len; at++) {
        Str rest = str_slice(name, at, name.len);
        char c = *rest.text;
        bool arrow = str_begins(rest, S("->")) || str_begins(rest, S("<-"));
        if (c == '[' || c == '{') {
            str_add_char(&out, '(');
        } else if (c == ']' || c == '}') {
            str_add_char(&out, ')');
        } else if (arrow) {
            str_add(&out, c == '-' ? S("→") : S("←"));
            at++;
        } else if (c == '|' || c == '\\') {
            str_add_char(&out, '/');
        } else {
            str_add_char(&out, (char)(c == '\n' || c == '\r' || c == '\t' ? ' ' : c));
        }
    }
    return str_trim(str_built(&out));
}

static bool is_reserved(Str name) {
    static const Str NAMES[] = {S_INIT("StoryTitle"),    S_INIT("StoryData"),     S_INIT("StoryInit"),
                                S_INIT("StoryCaption"),  S_INIT("PassageHeader"), S_INIT("PassageFooter"),
                                S_INIT("PassageReady"),  S_INIT("PassageDone"),   S_INIT("StoryAuthor"),
                                S_INIT("StorySubtitle"), S_INIT("StoryMenu"),     S_INIT("StorySettings"),
                                S_INIT("StoryIncludes"), S_INIT("StoryBanner"),   S_INIT("StoryInterface")};
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        if (str_equal(NAMES[i], name)) {
            return true;
        }
    }
    return name.len == 0;
}

static Str own_name(Twee *twee, Str wanted, int32_t number) {
    Str plain = plain_name(twee->arena, wanted);
    Str name = plain;
    for (int32_t i = 2; is_reserved(name) || *table_slot(twee->arena, &twee->names, name) != 0; i += number) {
        name = str_format(twee->arena, "%.*s (%d)", S_ARG(plain), i);
    }
    *table_slot(twee->arena, &twee->names, name) = 1;
    return name;
}

static void name_scenes(Twee *twee) {
    const Scenario *scenario = twee->scenario;
    twee->name_of = arena_push(twee->arena, Str, scenario->scenes.count);
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        const Scene *scene = &scenario->scenes.rows[id];
        Str wanted = scene->title.len > 0 ? scene->title : scenario_name(scenario, scene->id);
        twee->name_of[id] = own_name(twee, wanted, id);
        if (!str_equal(twee->name_of[id], wanted)) {
            loss_case_tell(&twee->loss, CONSTRUCT_NARRATION, BECAME_CONVERTED, REASON_RENAMED, scene->place, wanted);
        }
    }
}

static bool at_line(Str text, ptrdiff_t at) {
    return at == 0 || text.text[at - 1] == '\n';
}

static bool is_letter(Str text, ptrdiff_t at) {
    char c = (char)(at >= 0 && at < text.len ? text.text[at] | 0x20 : 0);
    return c >= 'a' && c <= 'z';
}

// A sign that Harlowe reads as the second of a pair, but for the address that http:// begins.
static bool is_second(Str text, ptrdiff_t at) {
    char c = text.text[at];
    bool pair = at > 0 && text.text[at - 1] == c && strchr("/'*~^", c);
    return pair && !(c == '/' && at > 1 && text.text[at - 2] == ':');
}

static bool begins_variable(Str text, ptrdiff_t at) {
    bool within = text.text[at] == '_' && at > 0 && (is_letter(text, at - 1) || text.text[at - 1] == '_');
    return !within && (is_letter(text, at + 1) || (at + 1 < text.len && text.text[at + 1] == '_'));
}

static bool begins_macro(Str text, ptrdiff_t at) {
    ptrdiff_t end = at + 1;
    while (is_letter(text, end) || (end < text.len && text.text[end] == '-')) {
        end++;
    }
    return end > at + 1 && end < text.len && text.text[end] == ':';
}

// A header, a heading, an item, a line across the page.
static bool begins_line(Str text, ptrdiff_t at) {
    static const Str SIGNS[] = {S_INIT("\\::"), S_INIT("#"), S_INIT("* "), S_INIT("---")};
    for (int32_t i = 0; i < COUNT(SIGNS) && at_line(text, at); i++) {
        if (str_begins(str_slice(text, at, text.len), SIGNS[i])) {
            return true;
        }
    }
    return false;
}

// Harlowe would run it, hide it, or take it for a mark.
static bool is_sign(Str text, ptrdiff_t at) {
    char c = text.text[at];
    bool word = (c == '$' || c == '_') && begins_variable(text, at);
    bool macro = (c == '(' && begins_macro(text, at)) || str_begins(str_slice(text, at, text.len), S("<<"));
    return strchr("[]{}`", c) || word || macro || is_second(text, at) || begins_line(text, at);
}

static bool needs_entities(Str text) {
    bool needs = markup_find(text, 0).to > 0;
    for (ptrdiff_t at = 0; at < text.len && !needs; at++) {
        needs = is_sign(text, at);
    }
    return needs;
}

// Signs of a text are written so that they are read as what they are.
static Str with_entities(Twee *twee, Str text) {
    if (!needs_entities(text)) {
        return text;
    }
    StrBuilder out = {.arena = twee->scratch};
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        if (c == '&' || c == '<' || is_sign(text, at)) {
            str_addf(&out, "&#%d;", c);
        } else {
            str_add_char(&out, c);
        }
    }
    return str_built(&out);
}

// No line of a text may look like a header.
static void add_text(Twee *twee, StrBuilder *out, Str source) {
    Str text = with_entities(twee, source);
    for (ptrdiff_t at = 0; at < text.len; at++) {
        bool header = at_line(text, at) && str_begins(str_slice(text, at, text.len), S("::"));
        str_add(out, header ? S("\\") : S(""));
        str_add_char(out, text.text[at]);
    }
}

static Str label_text(Twee *twee, Str text, int32_t place) {
    StrBuilder out = {.arena = twee->scratch};
    text = with_entities(twee, str_trim(text));
    for (ptrdiff_t at = 0; at < text.len; at++) {
        char c = text.text[at];
        str_add_char(&out, (char)(c == '\n' || c == '\r' ? ' ' : c));
    }
    Str label = str_built(&out);
    if (!str_equal(label, text)) {
        loss_case_tell(&twee->loss, CONSTRUCT_LINK, BECAME_DEGRADED, REASON_LINK_TEXT, place, text);
    }
    return label;
}

static void add_link(Twee *twee, StrBuilder *out, Str text, Str target, int32_t place) {
    Str label = label_text(twee, text, place);
    if (str_equal(text, target) && str_equal(label, target)) {
        str_addf(out, "[[%.*s]]\n", S_ARG(target));
    } else {
        str_addf(out, "[[%.*s->%.*s]]\n", S_ARG(label), S_ARG(target));
    }
}

static void add_condition(Twee *twee, ConditionId when, int32_t place) {
    if (when != 0) {
        leave_out(twee, CONSTRUCT_CONDITION, place, twee->scenario->conditions.rows[when].text);
    }
}

static void add_lines(Twee *twee, StrBuilder *out, Span lines) {
    for (int32_t i = 0; i < lines.count; i++) {
        const Line *line = &twee->scenario->lines.rows[lines.first + i];
        add_condition(twee, line->when, line->place);
        if (line->by.id != 0) {
            loss_case_convert(&twee->loss, CONSTRUCT_SPEAKER);
            str_addf(out, "%.*s : ", S_ARG(twee->scenario->characters.rows[line->by.id].name));
        }
        add_text(twee, out, line->text);
        str_add(out, S("\n\n"));
    }
}

static void add_why(Twee *twee, StrBuilder *out, WhyId id) {
    const Why *why = &twee->scenario->whys.rows[id];
    const Str parts[] = {why->text, why->gives, why->costs, why->instead};
    for (int32_t i = 0; i < COUNT(parts); i++) {
        if (parts[i].len > 0) {
            add_text(twee, out, parts[i]);
            str_add(out, S("\n\n"));
        }
    }
}

static Str go_on(const Twee *twee) {
    return str_begins(twee->scenario->language, S("fr")) ? S("Continuer") : S("Continue");
}

// Where an answer leads: its own way, else the decision's, else (quiz) the scene that follows.
static SceneId target_of(Twee *twee, Span own, const Scene *scene, int32_t place) {
    const Ask *ask = &twee->scenario->asks.rows[scene->ask];
    Span ways = own.count > 0 ? own : scene->ask != 0 ? ask->next : scene->next;
    for (int32_t i = 0; i < ways.count; i++) {
        add_condition(twee, twee->scenario->routes.rows[ways.first + i].when, place);
    }
    if (ways.count > 0) {
        return twee->scenario->routes.rows[ways.first + ways.count - 1].to.id;
    }
    return (SceneId)(scene - twee->scenario->scenes.rows) + 1;
}

static void leave_consequence(Twee *twee, const Consequence *gives, int32_t place, Str about) {
    for (int32_t i = 0; i < gives->effects.count + gives->set.count + gives->unset.count + gives->scores.count; i++) {
        leave_out(twee, CONSTRUCT_EFFECT, place, about);
    }
}

// What is said after an answer is a passage between it and where it leads.
static Str add_feedback(Twee *twee, const Scene *scene, const Option *option, Str target) {
    const Ask *ask = &twee->scenario->asks.rows[scene->ask];
    Span reply = option->gives.reply.count > 0 ? option->gives.reply : ask->reply;
    WhyId why = option->gives.why != 0 ? option->gives.why : ask->why;
    if (reply.count == 0 && why == 0) {
        return target;
    }
    Str scene_name = twee->name_of[scene - twee->scenario->scenes.rows];
    Str id = scenario_name(twee->scenario, option->id);
    Str name = own_name(twee, str_format(twee->arena, "%.*s / %.*s", S_ARG(scene_name), S_ARG(id)), 1);
    str_addf(&twee->after, "\n:: %.*s\n", S_ARG(name));
    add_lines(twee, &twee->after, reply);
    add_why(twee, &twee->after, why);
    add_link(twee, &twee->after, go_on(twee), target, option->place);
    loss_case_judge(&twee->loss, CONSTRUCT_FEEDBACK, BECAME_DEGRADED, REASON_FEEDBACK_PASSAGE, option->place,
                    option->text);
    return name;
}

static void add_options(Twee *twee, const Scene *scene, const Ask *ask) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &twee->scenario->options.rows[ask->options.first + i];
        add_condition(twee, option->when, option->place);
        leave_consequence(twee, &option->gives, option->place, option->text);
        SceneId to = target_of(twee, option->gives.next, scene, option->place);
        Str target = add_feedback(twee, scene, option, twee->name_of[to]);
        loss_case_convert(&twee->loss, CONSTRUCT_WAY);
        add_link(twee, &twee->out, option->text, target, option->place);
    }
}

// Any other decision is told, and leads on.
static void add_items(Twee *twee, const Scene *scene, const Ask *ask) {
    const Scenario *scenario = twee->scenario;
    for (int32_t i = 0; i < ask->options.count + ask->items.count + ask->bins.count; i++) {
        int32_t item = i - ask->options.count, bin = item - ask->items.count;
        Str text = item < 0  ? scenario->options.rows[ask->options.first + i].text
                   : bin < 0 ? scenario->items.rows[ask->items.first + item].text
                             : scenario->bins.rows[ask->bins.first + bin].text;
        str_add(&twee->out, S("– "));
        add_text(twee, &twee->out, text);
        str_add(&twee->out, S("\n"));
    }
    add_why(twee, &twee->out, ask->why);
    str_add(&twee->out, S("\n"));
    add_link(twee, &twee->out, go_on(twee), twee->name_of[target_of(twee, (Span){0}, scene, ask->place)], ask->place);
    loss_case_judge(&twee->loss, CONSTRUCT_DECISION, BECAME_DEGRADED, REASON_ASK_AS_TEXT, ask->place,
                    twee->name_of[scene - scenario->scenes.rows]);
}

static void add_ask(Twee *twee, const Scene *scene) {
    const Ask *ask = &twee->scenario->asks.rows[scene->ask];
    if (ask->prompt.len > 0) {
        add_text(twee, &twee->out, ask->prompt);
        str_add(&twee->out, S("\n\n"));
    }
    for (int32_t i = 0; i < ask->rules.count; i++) {
        const Rule *rule = &twee->scenario->rules.rows[ask->rules.first + i];
        leave_out(twee, CONSTRUCT_RULE, rule->place, twee->scenario->conditions.rows[rule->when].text);
    }
    if (ask->kind == ASK_CHOICE) {
        loss_case_convert(&twee->loss, CONSTRUCT_DECISION);
        add_options(twee, scene, ask);
    } else {
        add_items(twee, scene, ask);
    }
}

static void add_ending(Twee *twee, const Scene *scene) {
    const Ending *ending = &twee->scenario->endings.rows[scene->ending];
    SceneId id = (SceneId)(scene - twee->scenario->scenes.rows);
    loss_case_convert(&twee->loss, CONSTRUCT_ENDING);
    if (!str_equal(ending->title, twee->name_of[id])) {
        add_text(twee, &twee->out, ending->title);
        str_add(&twee->out, S("\n\n"));
    }
    if (!str_equal(ending->text, twee->name_of[id])) {
        add_text(twee, &twee->out, ending->text);
        str_add(&twee->out, S("\n"));
    }
}

static void add_next(Twee *twee, const Scene *scene) {
    loss_case_convert(&twee->loss, CONSTRUCT_NARRATION);
    SceneId to = target_of(twee, scene->next, scene, scene->place);
    Str own = extra_text(twee->arena, twee->scratch, twee->scenario, scene->place, S("x-link"));
    add_link(twee, &twee->out, own.len > 0 ? own : go_on(twee), twee->name_of[to], scene->place);
}

static void add_scene(Twee *twee, SceneId id) {
    const Scene *scene = &twee->scenario->scenes.rows[id];
    str_addf(&twee->out, "\n:: %.*s", S_ARG(twee->name_of[id]));
    if (scene->placed) {
        str_addf(&twee->out, " {\"position\":\"%d,%d\"}", scene->at[0], scene->at[1]);
    }
    str_add(&twee->out, S("\n"));
    add_lines(twee, &twee->out, scene->lines);
    if (scene->ending != 0) {
        add_ending(twee, scene);
    } else if (scene->ask != 0) {
        add_ask(twee, scene);
    } else {
        add_next(twee, scene);
    }
    str_add(&twee->out, str_built(&twee->after));
    twee->after.count = 0;
}

static void add_head(Twee *twee) {
    const Scenario *scenario = twee->scenario;
    str_add(&twee->out, S(":: StoryTitle\n"));
    str_add(&twee->out, str_begins(scenario->title, S("::")) ? S("\\") : S(""));
    str_add(&twee->out, scenario->title);
    str_add(&twee->out, S("\n\n:: StoryData\n"));
    JsonWriter json = json_writer(twee->scratch);
    json_begin_object(&json);
    // A story keeps its id for ever, as a case does.
    json_write_member_text(&json, S("ifid"), uuid_make(twee->scratch, scenario_name(scenario, scenario->id), false));
    json_write_member_text(&json, S("format"), S("Harlowe"));
    json_write_member_text(&json, S("format-version"), S("3.3.9"));
    json_write_member_text(&json, S("start"), twee->name_of[scenario->start.id]);
    json_end(&json);
    str_add(&twee->out, json_written(&json));
}

static void leave_state(Twee *twee) {
    const Scenario *scenario = twee->scenario;
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[scenario->gauge_rows.first + i];
        leave_out(twee, CONSTRUCT_GAUGE, gauge->place, gauge->name);
    }
    for (int32_t i = 0; i < scenario->fact_rows.count; i++) {
        const Fact *fact = &scenario->facts.rows[scenario->fact_rows.first + i];
        leave_out(twee, CONSTRUCT_FACT, fact->place, scenario_name(scenario, fact->id));
    }
}

static const SaidKeys SAID[] = {
    {S_INIT(""), S_INIT("title gauges facts characters scenes")},
    {S_INIT("scenes"), S_INIT("title at lines next ask ending x-link")},
};

Str twee_write(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report) {
    Twee twee = {.arena = arena,
                 .scratch = scratch,
                 .scenario = scenario,
                 .loss = {.report = report, .bytes = bytes},
                 .out = {.arena = arena},
                 .after = {.arena = arena}};
    leave_state(&twee);
    name_scenes(&twee);
    add_head(&twee);
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        ArenaMark mark = arena_mark(scratch);
        add_scene(&twee, id);
        arena_rewind(scratch, mark);
    }
    unsaid_tell(&twee.loss, scratch, SAID, COUNT(SAID), REASON_NO_PLACE_IN_STORY);
    return str_built(&twee.out);
}
