#include "exchange/h5p_out.h"

#include "base/emphasis.h"
#include "base/utf8.h"
#include "exchange/extra.h"
#include "exchange/h5p_case.h"
#include "exchange/rich.h"
#include "exchange/uuid.h"
#include "exchange/xml.h"

enum { MOST_PLAIN = 255 };

static void tell(H5pOut *out, Construct construct, LossReason reason, int32_t place, Str about) {
    loss_case_tell(&out->reader.loss, construct, BECAME_DEGRADED, reason, place, about);
}

static void count(H5pOut *out, Construct construct, Became became) {
    loss_case_judge(&out->reader.loss, construct, became, REASON_NONE, 0, (Str){0});
}

void h5p_out_leave(H5pOut *out, Construct construct, int32_t place, Str about) {
    bank_leave_out(&out->reader, construct, REASON_NO_PLACE_IN_STORY, place, about);
}

// Ends before the mark of what was cut, and never within a character or an entity.
Str h5p_out_plain(H5pOut *out, Str text, bool *cut) {
    StrBuilder plain = {.arena = out->arena};
    Str words = emphasis_plain(out->arena, text);
    ptrdiff_t fits = 0;
    *cut = false;
    for (ptrdiff_t at = 0; at < words.len && !*cut; at++) {
        bool begins = ((uint8_t)words.text[at] & 0xC0) != 0x80;
        fits = begins && plain.count <= MOST_PLAIN - S("…").len ? plain.count : fits;
        Str entity = xml_reference(words.text[at]);
        if (entity.len > 0) {
            str_add(&plain, entity);
        } else {
            str_add_char(&plain, (char)(words.text[at] == '\n' ? ' ' : words.text[at]));
        }
        *cut = plain.count > MOST_PLAIN;
    }
    if (*cut) {
        plain.count = (int32_t)fits;
        str_add(&plain, S("…"));
    }
    return str_built(&plain);
}

Str h5p_out_field(H5pOut *out, Str text, Str key) {
    bool cut;
    Str plain = h5p_out_plain(out, text, &cut);
    if (cut) {
        bank_leave_out(&out->reader, CONSTRUCT_CASE_TEXT, REASON_LONG_FIELD, out->scenario->place, key);
    }
    return plain;
}

bool h5p_out_is_counted(const H5pOut *out, Str name) {
    return str_equal(out->scoring, S("dynamic")) && (str_equal(name, S(H5P_SCORE)) || str_equal(name, S(H5P_MAXIMUM)) ||
                                                     str_begins(name, S("left_")) || str_begins(name, S("answer_")));
}

bool h5p_out_is_score(const H5pOut *out, const Scene *scene, const Line *line) {
    bool says = str_begins(line->text, S("Score\u202F: ")) || str_begins(line->text, S("Score: "));
    return out->scoring.len > 0 && scene->ending != 0 && says;
}

static bool find_score(const H5pOut *out, int32_t place, int32_t *score) {
    return str_to_int(str_trim(extra_find(out->scenario, place, S(H5P_X_SCORE))), score);
}

// Of an end where the scoring is static, of what leads on where it is dynamic.
static void put_score(H5pOut *out, Str scoring, int32_t place) {
    int32_t score;
    if (str_equal(out->scoring, scoring) && find_score(out, place, &score)) {
        json_write_member_int(&out->json, S("endScreenScore"), score);
        count(out, CONSTRUCT_SCORE, BECAME_CONVERTED);
    }
}

// The feedback of what leads to the usual end, which it replaces.
static void put_end(H5pOut *out, const Scene *scene) {
    const Ending *ending = &out->scenario->endings.rows[scene->ending];
    json_write_member_text(&out->json, S("title"), h5p_write_html(out->arena, ending->title));
    if (!str_equal(ending->title, ending->text)) {
        json_write_member_text(&out->json, S("subtitle"), h5p_write_html(out->arena, ending->text));
    }
    put_score(out, S("static"), scene->place);
}

typedef struct {
    SceneId to;
    Str said;      // on the way
    Str button;    // what the button says that leads on; empty: what all of them say
    int32_t place; // of what leads there: its score counts
} Way;

static void put_way(H5pOut *out, const Way *way) {
    bool ends = out->node_of[way->to] == 0;
    int32_t target = ends ? -1 : out->node_of[way->to] - 1;
    if (ends) {
        out->reached[way->to] = true;
    }
    bool between = ends && way->said.len > 0;
    if (between) {
        target = out->screen_count + out->between.count;
        *rows_append(out->arena, &out->between) = (H5pBetween){way->said, way->to};
        tell(out, CONSTRUCT_FEEDBACK, REASON_FEEDBACK_SCREEN, way->place, way->said);
    }
    json_write_member_int(&out->json, S("nextContentId"), target);
    json_write_key(&out->json, S("feedback"));
    json_begin_object(&out->json);
    if (ends && !between) {
        put_end(out, &out->scenario->scenes.rows[way->to]);
    } else if (!between && way->said.len > 0) {
        json_write_member_text(&out->json, S("subtitle"), h5p_write_html(out->arena, way->said));
    }
    if (!between) {
        put_score(out, S("dynamic"), way->place);
    }
    json_end(&out->json);
    if (way->said.len > 0) {
        count(out, CONSTRUCT_FEEDBACK, between ? BECAME_DEGRADED : BECAME_CONVERTED);
    }
    count(out, CONSTRUCT_WAY, BECAME_CONVERTED);
}

// The last way holds always; what the others hang on is told.
static SceneId target_of(H5pOut *out, Span own, const Scene *scene) {
    const Scenario *scenario = out->scenario;
    Span ways = own.count > 0 ? own : scene->ask != 0 ? scenario->asks.rows[scene->ask].next : scene->next;
    for (int32_t i = 0; i < ways.count; i++) {
        const Route *route = &scenario->routes.rows[ways.first + i];
        if (route->when != 0) {
            h5p_out_leave(out, CONSTRUCT_CONDITION, route->place, scenario->conditions.rows[route->when].text);
        }
    }
    SceneId following = (SceneId)(scene - scenario->scenes.rows) + 1;
    return ways.count > 0 ? scenario->routes.rows[ways.first + ways.count - 1].to.id : following;
}

static Str why_text(H5pOut *out, WhyId id) {
    const Why *why = &out->scenario->whys.rows[id];
    const Str parts[] = {why->text, why->gives, why->costs, why->instead};
    Str text = {0};
    for (int32_t i = 0; i < COUNT(parts); i++) {
        text = bank_join(&out->reader, text, S("\n\n"), parts[i]);
    }
    return text;
}

static void leave_facts(H5pOut *out, Span refs) {
    for (int32_t i = 0; i < refs.count; i++) {
        const Ref *ref = &out->scenario->refs.rows[refs.first + i];
        Str name = scenario_name(out->scenario, ref->name);
        if (!h5p_out_is_counted(out, name)) {
            h5p_out_leave(out, CONSTRUCT_EFFECT, ref->place, name);
        }
    }
}

static void leave_amounts(H5pOut *out, Span amounts) {
    for (int32_t i = 0; i < amounts.count; i++) {
        const Ref *ref = &out->scenario->amounts.rows[amounts.first + i].of;
        Str name = scenario_name(out->scenario, ref->name);
        if (!h5p_out_is_counted(out, name)) {
            h5p_out_leave(out, CONSTRUCT_EFFECT, ref->place, name);
        }
    }
}

static void leave_consequence(H5pOut *out, const Consequence *gives) {
    leave_amounts(out, gives->scores);
    leave_amounts(out, gives->effects);
    leave_facts(out, gives->set);
    leave_facts(out, gives->unset);
}

static bool is_score_rule(H5pOut *out, const Rule *rule) {
    Span effects = rule->gives.effects;
    return effects.count > 0 &&
           h5p_out_is_counted(out, scenario_name(out->scenario, out->scenario->amounts.rows[effects.first].of.name));
}

static void leave_rules(H5pOut *out, const Ask *ask) {
    for (int32_t i = 0; i < ask->rules.count; i++) {
        const Rule *rule = &out->scenario->rules.rows[ask->rules.first + i];
        if (!is_score_rule(out, rule)) {
            h5p_out_leave(out, CONSTRUCT_RULE, rule->place, out->scenario->conditions.rows[rule->when].text);
        }
    }
}

static void put_answer(H5pOut *out, const Scene *scene, const Option *option) {
    const Ask *ask = &out->scenario->asks.rows[scene->ask];
    bool cut;
    Str text = h5p_out_plain(out, option->text, &cut);
    if (!cut && !str_equal(emphasis_plain(out->scratch, option->text), option->text)) {
        count(out, CONSTRUCT_EMPHASIS, BECAME_DROPPED);
        tell(out, CONSTRUCT_EMPHASIS, REASON_PLAIN_ONLY, option->place, option->text);
    }
    if (option->when != 0) {
        h5p_out_leave(out, CONSTRUCT_CONDITION, option->place, out->scenario->conditions.rows[option->when].text);
    }
    leave_consequence(out, &option->gives);
    Span reply = option->gives.reply.count > 0 ? option->gives.reply : ask->reply;
    WhyId why = option->gives.why != 0 ? option->gives.why : ask->why;
    Way way = {.to = target_of(out, option->gives.next, scene),
               .said = bank_join_lines(&out->reader, reply, why_text(out, why)),
               .place = option->place};
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("text"), text);
    put_way(out, &way);
    json_end(&out->json);
}

// What an answer cannot hold in full stands in the question.
static Str question_of(H5pOut *out, const Scene *scene, const Ask *ask) {
    Str question = bank_join_lines(&out->reader, scene->lines, ask->prompt);
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &out->scenario->options.rows[ask->options.first + i];
        bool cut;
        (void)h5p_out_plain(out, option->text, &cut);
        if (cut) {
            question = bank_join(&out->reader, question, S("\n\n– "), option->text);
            tell(out, CONSTRUCT_DECISION, REASON_LONG_ANSWER, option->place, option->text);
        }
    }
    return question;
}

static void begin_screen(H5pOut *out, Str library) {
    json_begin_object(&out->json);
    json_write_key(&out->json, S("type"));
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("library"), library);
    json_write_key(&out->json, S("params"));
    json_begin_object(&out->json);
}

static void end_params(H5pOut *out, Str title, Str kind) {
    bool cut = false;
    Str id = scenario_name(out->scenario, out->scenario->id);
    json_end(&out->json);
    Str name = str_format(out->scratch, "%.*s/%d", S_ARG(id), out->number++);
    json_write_member_text(&out->json, S("subContentId"), uuid_make(out->scratch, name, true));
    json_write_key(&out->json, S("metadata"));
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("contentType"), kind);
    json_write_member_text(&out->json, S("license"), S("U"));
    if (title.len > 0) {
        json_write_member_text(&out->json, S("title"), h5p_out_plain(out, title, &cut));
    }
    json_end(&out->json);
    json_end(&out->json);
    json_write_member_bool(&out->json, S("showContentTitle"), false);
}

static void end_screen(H5pOut *out) {
    json_write_member_text(&out->json, S("forceContentFinished"), S("useBehavioural"));
    json_write_member_text(&out->json, S("contentBehaviour"), S("useBehavioural"));
    json_end(&out->json);
}

static void put_question(H5pOut *out, const Scene *scene, const Ask *ask) {
    bool whole = true;
    Str question = question_of(out, scene, ask);
    begin_screen(out, S("H5P.BranchingQuestion 1.0"));
    json_write_key(&out->json, S("branchingQuestion"));
    json_begin_object(&out->json);
    json_write_member_text(&out->json, S("question"), h5p_write_html(out->arena, question));
    json_write_key(&out->json, S("alternatives"));
    json_begin_list(&out->json);
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &out->scenario->options.rows[ask->options.first + i];
        bool cut;
        (void)h5p_out_plain(out, option->text, &cut);
        whole = whole && !cut;
        put_answer(out, scene, option);
    }
    json_end(&out->json);
    json_end(&out->json);
    end_params(out, scene->title, S("Branching Question"));
    json_write_key(&out->json, S("feedback"));
    json_begin_object(&out->json);
    json_end(&out->json);
    end_screen(out);
    leave_rules(out, ask);
    count(out, CONSTRUCT_DECISION, whole ? BECAME_CONVERTED : BECAME_DEGRADED);
}

static void put_screen(H5pOut *out, Str title, Str text, const Way *way) {
    begin_screen(out, S("H5P.AdvancedText 1.1"));
    json_write_member_text(&out->json, S("text"), h5p_write_html(out->arena, text));
    end_params(out, title, S("Text"));
    put_way(out, way);
    if (way->button.len > 0) {
        bool cut;
        json_write_member_text(&out->json, S("proceedButtonText"), h5p_out_plain(out, way->button, &cut));
    }
    end_screen(out);
}

static Str items_of(H5pOut *out, const Ask *ask) {
    const Scenario *scenario = out->scenario;
    Str text = {0};
    for (int32_t i = 0; i < ask->options.count; i++) {
        text = bank_join(&out->reader, text, S("\n– "), scenario->options.rows[ask->options.first + i].text);
    }
    for (int32_t i = 0; i < ask->items.count; i++) {
        text = bank_join(&out->reader, text, S("\n– "), scenario->items.rows[ask->items.first + i].text);
    }
    for (int32_t i = 0; i < ask->bins.count; i++) {
        text = bank_join(&out->reader, text, S("\n– "), scenario->bins.rows[ask->bins.first + i].text);
    }
    return text.len > 0 ? str_format(out->arena, "– %.*s", S_ARG(text)) : text;
}

// Any other decision is told, and leads on.
static void put_told(H5pOut *out, const Scene *scene, const Ask *ask) {
    Str text = bank_join_lines(&out->reader, scene->lines, ask->prompt);
    text = bank_join(&out->reader, text, S("\n\n"), items_of(out, ask));
    text = bank_join(&out->reader, text, S("\n\n"), why_text(out, ask->why));
    Way way = {.to = target_of(out, (Span){0}, scene), .place = scene->place};
    put_screen(out, scene->title, text, &way);
    leave_rules(out, ask);
    count(out, CONSTRUCT_DECISION, BECAME_DEGRADED);
    tell(out, CONSTRUCT_DECISION, REASON_ASK_AS_TEXT, ask->place, scene->title.len > 0 ? scene->title : ask->prompt);
}

// An end with lines: these are a screen, and what leads on from it is the end.
static void put_last(H5pOut *out, const Scene *scene) {
    Str text = {0};
    for (int32_t i = 0; i < scene->lines.count; i++) {
        const Line *line = &out->scenario->lines.rows[scene->lines.first + i];
        Span one = {scene->lines.first + i, 1};
        if (!h5p_out_is_score(out, scene, line)) {
            text = bank_join(&out->reader, text, S("\n\n"), bank_join_lines(&out->reader, one, (Str){0}));
        }
    }
    begin_screen(out, S("H5P.AdvancedText 1.1"));
    json_write_member_text(&out->json, S("text"), h5p_write_html(out->arena, text));
    end_params(out, scene->title, S("Text"));
    json_write_member_int(&out->json, S("nextContentId"), -1);
    json_write_key(&out->json, S("feedback"));
    json_begin_object(&out->json);
    put_end(out, scene);
    json_end(&out->json);
    end_screen(out);
    count(out, CONSTRUCT_NARRATION, BECAME_CONVERTED);
}

void h5p_out_scene(H5pOut *out, SceneId id) {
    const Scene *scene = &out->scenario->scenes.rows[id];
    const Ask *ask = &out->scenario->asks.rows[scene->ask];
    if (scene->ending != 0) {
        put_last(out, scene);
    } else if (scene->ask != 0 && ask->kind == ASK_CHOICE) {
        put_question(out, scene, ask);
    } else if (scene->ask != 0) {
        put_told(out, scene, ask);
    } else {
        Way way = {.to = target_of(out, scene->next, scene),
                   .button = extra_text(out->arena, out->scratch, out->scenario, scene->place, S("x-link")),
                   .place = scene->place};
        put_screen(out, scene->title, bank_join_lines(&out->reader, scene->lines, (Str){0}), &way);
        count(out, CONSTRUCT_NARRATION, BECAME_CONVERTED);
    }
}

void h5p_out_between(H5pOut *out, const H5pBetween *between) {
    begin_screen(out, S("H5P.AdvancedText 1.1"));
    json_write_member_text(&out->json, S("text"), h5p_write_html(out->arena, between->text));
    end_params(out, (Str){0}, S("Text"));
    json_write_member_int(&out->json, S("nextContentId"), -1);
    json_write_key(&out->json, S("feedback"));
    json_begin_object(&out->json);
    put_end(out, &out->scenario->scenes.rows[between->end]);
    json_end(&out->json);
    end_screen(out);
}
