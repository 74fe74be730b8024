#include "exchange/h5p_case.h"

#include "base/utf8.h"

enum { MOST_ANSWERS = 6 };

static const Words MORE = {S_INIT("Autre chose…"), S_INIT("Something else…")};
static const Words WORDLESS = {S_INIT("(sans texte)"), S_INIT("(no text)")};
static const Words SCORE = {S_INIT("Score"), S_INIT("Score")};
static const Words MAXIMUM = {S_INIT("Score maximal"), S_INIT("Highest score")};

static Str fact_name(H5pMaker *maker, int32_t row) {
    const H5pFact *fact = &maker->scores.facts.rows[row];
    int32_t first = fact->way >= 0 ? maker->story->nodes.rows[fact->node].ways.first : 0;
    return fact->way < 0 ? str_format(maker->reader->arena, "left_%d", fact->node + 1)
                         : str_format(maker->reader->arena, "answer_%d_%d", fact->node + 1, fact->way - first + 1);
}

static void put_gauge(H5pMaker *maker, Str id, Words name, int32_t start) {
    JsonWriter *json = &maker->texts.json;
    json_begin_object(json);
    json_write_member_text(json, S("id"), id);
    json_write_member_text(json, S("name"), bank_word(&maker->texts, name));
    json_write_member_int(json, S("min"), -LIMIT_INTEGER);
    json_write_member_int(json, S("max"), LIMIT_INTEGER);
    json_write_member_int(json, S("start"), start / maker->scores.unit);
    json_write_member_text(json, S("shown"), S("never"));
    json_end(json);
}

void h5p_put_gauges(H5pMaker *maker) {
    if (!maker->scores.counts) {
        return;
    }
    json_write_key(&maker->texts.json, S("gauges"));
    json_begin_list(&maker->texts.json);
    put_gauge(maker, S(H5P_SCORE), SCORE, maker->scores.start.score);
    put_gauge(maker, S(H5P_MAXIMUM), MAXIMUM, maker->scores.start.maximum);
    json_end(&maker->texts.json);
}

void h5p_put_facts(H5pMaker *maker) {
    if (!maker->scores.counts || maker->scores.facts.count == 0) {
        return;
    }
    json_write_key(&maker->texts.json, S("facts"));
    json_begin_list(&maker->texts.json);
    for (int32_t i = 0; i < maker->scores.facts.count; i++) {
        json_begin_object(&maker->texts.json);
        json_write_member_text(&maker->texts.json, S("id"), fact_name(maker, i));
        json_end(&maker->texts.json);
    }
    json_end(&maker->texts.json);
}

static void put_effects(H5pMaker *maker, H5pPoints points) {
    JsonWriter *json = &maker->texts.json;
    if (!maker->scores.counts || (points.score == 0 && points.maximum == 0)) {
        return;
    }
    json_write_key(json, S("effects"));
    json_begin_inline_object(json);
    if (points.score != 0) {
        json_write_member_int(json, S(H5P_SCORE), points.score / maker->scores.unit);
    }
    if (points.maximum != 0) {
        json_write_member_int(json, S(H5P_MAXIMUM), points.maximum / maker->scores.unit);
    }
    json_end(json);
}

// The facts of a question's answers that are `own`, or all the others.
static void put_answer_facts(H5pMaker *maker, const H5pNode *node, int32_t row, bool own) {
    int32_t count = 0;
    for (int32_t i = node->ways.first; maker->scores.counts && i < node->ways.first + node->ways.count; i++) {
        if (maker->scores.fact_of[i] == 0 || (i == row) != own) {
            continue;
        }
        if (count++ == 0) {
            json_write_key(&maker->texts.json, own ? S("set") : S("unset"));
            json_begin_inline_list(&maker->texts.json);
        }
        json_write_text(&maker->texts.json, fact_name(maker, maker->scores.fact_of[i] - 1));
    }
    if (count > 0) {
        json_end(&maker->texts.json);
    }
}

static Str rule_condition(H5pMaker *maker, const H5pRule *rule) {
    Str fact = fact_name(maker, rule->fact);
    Arena *arena = maker->reader->arena;
    switch (rule->kind) {
    case H5P_RULE_AGAIN:
        return fact;
    case H5P_RULE_FIRST:
        return str_format(arena, "not %.*s", S_ARG(fact));
    case H5P_RULE_SEEN:
        break;
    }
    Str scene = maker->node_ids[rule->node];
    return str_format(arena, "seen(%.*s) and not %.*s", S_ARG(scene), S_ARG(fact));
}

static void put_rules(H5pMaker *maker, int32_t node) {
    JsonWriter *json = &maker->texts.json;
    Span rules = maker->scores.counts ? maker->scores.rules_of[node] : (Span){0};
    if (rules.count == 0) {
        return;
    }
    json_write_key(json, S("rules"));
    json_begin_list(json);
    for (int32_t i = 0; i < rules.count; i++) {
        const H5pRule *rule = &maker->scores.rules.rows[rules.first + i];
        json_begin_object(json);
        json_write_member_text(json, S("if"), rule_condition(maker, rule));
        put_effects(maker, rule->points);
        if (rule->kind != H5P_RULE_AGAIN) {
            json_write_key(json, S("set"));
            json_begin_inline_list(json);
            json_write_text(json, fact_name(maker, rule->fact));
            json_end(json);
        }
        json_end(json);
    }
    json_end(json);
}

static void put_answer(H5pMaker *maker, const H5pNode *node, int32_t index, int32_t place) {
    JsonWriter *json = &maker->texts.json;
    int32_t row = node->ways.first + index;
    const H5pWay *way = &maker->story->ways.rows[row];
    bool says = way->feedback.shows && way->written != -1;
    json_begin_object(json);
    json_write_member_text(json, S("id"), (Str){&"abcdef"[place], 1});
    bank_put_text(&maker->texts, S("text"), utf8_is_blank(way->text) ? bank_word(&maker->texts, WORDLESS) : way->text,
                  node->line);
    put_effects(maker, maker->scores.added[row]);
    put_answer_facts(maker, node, row, true);
    put_answer_facts(maker, node, row, false);
    bank_put_text(&maker->texts, S("why"), says ? h5p_feedback_text(maker->reader, &way->feedback) : (Str){0},
                  node->line);
    json_write_member_text(json, S("next"), h5p_target(maker, way));
    h5p_put_score(maker, &way->feedback);
    json_end(json);
}

static void put_more(H5pMaker *maker, const H5pNode *node, Str id) {
    json_begin_object(&maker->texts.json);
    json_write_member_text(&maker->texts.json, S("id"), S("f"));
    json_write_member_text(&maker->texts.json, S("text"), bank_word(&maker->texts, MORE));
    put_answer_facts(maker, node, -1, false);
    json_write_member_text(&maker->texts.json, S("next"), id);
    json_end(&maker->texts.json);
}

static void put_ask(H5pMaker *maker, int32_t id, Str prompt, int32_t from, Str more) {
    const H5pNode *node = &maker->story->nodes.rows[id];
    JsonWriter *json = &maker->texts.json;
    int32_t left = node->ways.count - from;
    int32_t count = more.len > 0 ? MOST_ANSWERS - 1 : left;
    json_write_key(json, S("ask"));
    json_begin_object(json);
    json_write_member_text(json, S("kind"), S("choice"));
    bank_put_text(&maker->texts, S("prompt"), prompt, node->line);
    put_rules(maker, id);
    if (maker->story->shuffles && more.len == 0) {
        json_write_member_bool(json, S("shuffle"), true);
    }
    json_write_key(json, S("options"));
    json_begin_list(json);
    for (int32_t i = 0; i < count; i++) {
        put_answer(maker, node, from + i, i);
    }
    if (more.len > 0) {
        put_more(maker, node, more);
    }
    json_end(json);
    json_end(json);
}

void h5p_put_question(H5pMaker *maker, int32_t id) {
    const H5pNode *node = &maker->story->nodes.rows[id];
    Str prompt = bank_put_lines_but_last(&maker->texts, node->pages.rows[0], 0);
    if (node->ways.count > MOST_ANSWERS) {
        h5p_tell(maker->reader, &(Loss){.construct = CONSTRUCT_DECISION,
                                        .became = BECAME_CONVERTED,
                                        .reason = REASON_MANY_LINKS,
                                        .line = node->line,
                                        .about = str_format(maker->reader->arena, "%d", node->ways.count)});
    }
    int32_t from = 0;
    for (;;) {
        bool last = node->ways.count - from <= MOST_ANSWERS;
        Str more = last ? (Str){0} : h5p_own_id(maker, maker->node_ids[id]);
        put_ask(maker, id, prompt, from, more);
        if (last) {
            return;
        }
        from += MOST_ANSWERS - 1;
        json_end(&maker->texts.json);
        json_begin_object(&maker->texts.json);
        json_write_member_text(&maker->texts.json, S("id"), more);
    }
}
