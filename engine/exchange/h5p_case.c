#include "exchange/h5p_case.h"

#include "base/utf8.h"
#include "exchange/slug.h"

static const Words SCREEN = {S_INIT("ecran"), S_INIT("screen")};
static const Words END_ID = {S_INIT("fin"), S_INIT("end")};

Str h5p_own_id(H5pMaker *maker, Str wanted) {
    Arena *arena = maker->reader->arena;
    enum { ROOM = 8 }; // for a number
    Str id = wanted;
    for (int32_t number = 2; *table_slot(arena, &maker->ids, id) != 0; number++) {
        Str stem = str_slice(wanted, 0, LIMIT_SLUG - ROOM);
        stem = str_slice(stem, 0, stem.len - str_ends(stem, S("-")));
        id = str_format(arena, "%.*s-%d", S_ARG(stem), number);
    }
    *table_slot(arena, &maker->ids, id) = 1;
    return id;
}

Str h5p_target(const H5pMaker *maker, const H5pWay *way) {
    return way->node >= 0 ? maker->node_ids[way->node] : maker->end_ids[way->end];
}

void h5p_put_score(H5pMaker *maker, const H5pFeedback *feedback) {
    if (maker->story->scoring == H5P_DYNAMIC_SCORE && feedback->scored) {
        json_write_member_int(&maker->texts.json, S(H5P_X_SCORE), feedback->score);
    }
}

Str h5p_feedback_text(H5pReader *reader, const H5pFeedback *feedback) {
    return h5p_join(reader, feedback->title, feedback->subtitle);
}

// Names of screens first, for they are what other keys may name; numbers for those without.
static void name_scenes(H5pMaker *maker) {
    Arena *arena = maker->reader->arena, *scratch = maker->reader->scratch;
    const H5pStory *story = maker->story;
    Str language = maker->reader->language;
    maker->node_ids = arena_push(arena, Str, story->nodes.count);
    maker->end_ids = arena_push(arena, Str, story->ends.count);
    for (int32_t i = 0; i < story->nodes.count; i++) {
        ArenaMark mark = arena_mark(scratch);
        Str screen = words_in(SCREEN, language);
        Str numbered = str_format(arena, "%.*s-%d", S_ARG(screen), i + 1);
        maker->node_ids[i] = h5p_own_id(maker, slug_make(arena, scratch, story->nodes.rows[i].title, numbered));
        arena_rewind(scratch, mark);
    }
    for (int32_t i = 0; i < story->ends.count; i++) {
        ArenaMark mark = arena_mark(scratch);
        Str slug = slug_make(arena, scratch, story->ends.rows[i].title, words_in(END_ID, language));
        maker->end_ids[i] = h5p_own_id(maker, slug);
        arena_rewind(scratch, mark);
    }
}

static void put_head(H5pMaker *maker, const HeadWish *wish) {
    enum { LONGEST = 300 };
    JsonWriter *json = &maker->texts.json;
    int32_t alone = 2 + maker->story->nodes.count / 4;
    alone = alone < LONGEST ? alone : LONGEST;
    head_put_names(json, wish, S("scenario"));
    bank_put_text(&maker->texts, S("title"), wish->title, 0);
    head_put_to_complete(json, wish->language, alone, alone * 2);
    bool own = maker->story->title.len > 0 && !str_equal(maker->story->title, wish->title);
    bank_put_text(&maker->texts, S("intro"),
                  h5p_join(maker->reader, own ? maker->story->title : (Str){0}, maker->story->intro), 0);
    head_put_rights(json, &wish->rights);
    head_put_competency(json, wish->language);
    h5p_put_gauges(maker);
    h5p_put_facts(maker);
    json_write_member_text(json, S("start"), maker->node_ids[0]);
    if (maker->story->scoring != H5P_NO_SCORE) {
        json_write_member_text(json, S(H5P_X_SCORING),
                               maker->story->scoring == H5P_STATIC_SCORE ? S("static") : S("dynamic"));
    }
}

// All pages of a screen but the last, each a scene that leads to the next.
static Str put_pages(H5pMaker *maker, const H5pNode *node, Str id) {
    JsonWriter *json = &maker->texts.json;
    for (int32_t i = 0; i + 1 < node->pages.count; i++) {
        bank_put_lines(&maker->texts, node->pages.rows[i], 0);
        Str next = h5p_own_id(maker, id);
        json_write_member_text(json, S("next"), next);
        json_end(json);
        json_begin_object(json);
        json_write_member_text(json, S("id"), next);
    }
    return node->pages.count > 0 ? node->pages.rows[node->pages.count - 1] : (Str){0};
}

static void put_screen(H5pMaker *maker, const H5pNode *node, Str id) {
    JsonWriter *json = &maker->texts.json;
    const H5pWay *way = &maker->story->ways.rows[node->ways.first];
    Str text = put_pages(maker, node, id);
    if (way->feedback.shows && way->written != -1) {
        text = h5p_join(maker->reader, text, h5p_feedback_text(maker->reader, &way->feedback));
    }
    bank_put_lines(&maker->texts, text, 0);
    json_write_member_text(json, S("next"), h5p_target(maker, way));
    h5p_put_score(maker, &way->feedback);
    if (way->text.len > 0) {
        json_write_member_text(json, S("x-link"), way->text);
        h5p_tell(maker->reader, &(Loss){.construct = CONSTRUCT_WAY,
                                        .became = BECAME_CONVERTED,
                                        .reason = REASON_LINK_LABEL,
                                        .line = node->line,
                                        .about = way->text});
    }
}

static void put_node(H5pMaker *maker, int32_t id) {
    const H5pNode *node = &maker->story->nodes.rows[id];
    JsonWriter *json = &maker->texts.json;
    maker->texts.told_long = false;
    json_begin_object(json);
    json_write_member_text(json, S("id"), maker->node_ids[id]);
    bank_put_text(&maker->texts, S("title"), node->title, node->line);
    if (h5p_decides(node)) {
        h5p_put_question(maker, id);
    } else {
        put_screen(maker, node, maker->node_ids[id]);
    }
    json_end(json);
}

static Str score_words(H5pMaker *maker, H5pPoints points) {
    bool french = str_begins(maker->reader->language, S("fr"));
    return str_format(maker->reader->arena, french ? "Score\u202F: %d sur %d" : "Score: %d of %d", points.score,
                      points.maximum);
}

static void put_score_line(H5pMaker *maker, H5pPoints points, bool always) {
    JsonWriter *json = &maker->texts.json;
    int32_t unit = maker->scores.unit;
    json_begin_object(json);
    json_write_member_text(json, S("text"), score_words(maker, points));
    if (!always) {
        json_write_member_text(json, S("if"),
                               str_format(maker->reader->arena, H5P_SCORE " = %d and " H5P_MAXIMUM " = %d",
                                          points.score / unit, points.maximum / unit));
    }
    json_end(json);
}

static int32_t count_reached(const H5pMaker *maker, int32_t end) {
    int32_t count = 0;
    for (int32_t i = 0; i < maker->scores.reached.count; i++) {
        count += maker->scores.reached.rows[i].end == end;
    }
    return count;
}

// What the player's end screen tells: the score, and of how much. One line for each that is possible.
static void put_dynamic_score(H5pMaker *maker, int32_t end) {
    JsonWriter *json = &maker->texts.json;
    int32_t count = count_reached(maker, end);
    if (!maker->scores.counts || !maker->scores.known || count > LIMIT_TEXTS) {
        h5p_judge(maker->reader, &(Loss){.construct = CONSTRUCT_SCORE,
                                         .became = BECAME_KEPT,
                                         .reason = REASON_SCORE_UNSAID,
                                         .about = maker->story->ends.rows[end].title});
        return;
    }
    if (count == 0) {
        return;
    }
    json_write_key(json, S("lines"));
    json_begin_list(json);
    for (int32_t i = 0; i < maker->scores.reached.count; i++) {
        if (maker->scores.reached.rows[i].end == end) {
            put_score_line(maker, maker->scores.reached.rows[i].points, count == 1);
        }
    }
    json_end(json);
}

static void put_end(H5pMaker *maker, int32_t row) {
    const H5pEnd *end = &maker->story->ends.rows[row];
    JsonWriter *json = &maker->texts.json;
    maker->texts.told_long = false;
    json_begin_object(json);
    json_write_member_text(json, S("id"), maker->end_ids[row]);
    if (maker->story->scoring == H5P_DYNAMIC_SCORE) {
        put_dynamic_score(maker, row);
    } else if (maker->story->scoring == H5P_STATIC_SCORE) {
        json_write_key(json, S("lines"));
        json_begin_list(json);
        put_score_line(maker, (H5pPoints){end->score, maker->scores.maximum}, true);
        json_end(json);
    }
    json_write_key(json, S("ending"));
    json_begin_object(json);
    bank_put_text(&maker->texts, S("title"), end->title, 0);
    bank_put_text(&maker->texts, S("text"), end->text.len > 0 ? end->text : end->title, 0);
    json_end(json);
    if (maker->story->scoring == H5P_STATIC_SCORE) {
        json_write_member_int(json, S(H5P_X_SCORE), end->score);
    }
    json_end(json);
}

static Str put_case(H5pMaker *maker, const HeadWish *wish) {
    JsonWriter *json = &maker->texts.json;
    json_begin_object(json);
    put_head(maker, wish);
    json_write_key(json, S("scenes"));
    json_begin_list(json);
    for (int32_t i = 0; i < maker->story->nodes.count; i++) {
        put_node(maker, i);
    }
    for (int32_t i = 0; i < maker->story->ends.count; i++) {
        put_end(maker, i);
    }
    json_end(json);
    json_end(json);
    return json_written(json);
}

bool h5p_write_case(Arena *arena, Arena *scratch, const H5pPackage *package, const HeadWish *wish, LossReport *report,
                    Str *bytes) {
    H5pReader reader = {.arena = arena,
                        .scratch = scratch,
                        .package = package,
                        .report = report,
                        .language = wish->language,
                        .line = 1};
    H5pStory story = {0};
    if (!h5p_read_story(&reader, &story)) {
        return false;
    }
    H5pMaker maker = {
        .texts = {.json = json_writer(arena), .arena = arena, .scratch = scratch, .wish = wish, .report = report},
        .reader = &reader,
        .story = &story};
    h5p_count_scores(arena, scratch, &story, &maker.scores);
    if (story.scoring == H5P_DYNAMIC_SCORE && !maker.scores.counts) {
        h5p_judge(&reader,
                  &(Loss){.construct = CONSTRUCT_SCORE, .became = BECAME_DROPPED, .reason = REASON_SCORE_LOST});
    }
    name_scenes(&maker);
    *bytes = put_case(&maker, wish);
    return true;
}
