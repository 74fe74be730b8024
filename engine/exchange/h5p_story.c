#include "exchange/h5p_story.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/h5p_value.h"

enum { MOST_NODES = 10000, TO_END = -1 };

static const Words END = {S_INIT("Fin"), S_INIT("The end")};

// One reading.
typedef struct {
    H5pReader *reader;
    H5pStory *story;
    const JsonValue *root; // under branchingScenario
    int32_t node_count;
    Table ends; // what an end shows → row + 1
} Reading;

static void tell(Reading *reading, const JsonValue *place, Construct construct, LossReason reason, Str about) {
    h5p_tell(reading->reader, &(Loss){.construct = construct,
                                      .became = BECAME_DEGRADED,
                                      .reason = reason,
                                      .line = h5p_line(reading->reader, place),
                                      .about = about});
}

static int32_t read_score(Reading *reading, const JsonValue *object, bool *scored) {
    const JsonValue *value = h5p_member(object, S("endScreenScore"));
    int32_t score = 0;
    H5pNumber kind = h5p_number(value, &score);
    *scored = kind != H5P_NO_NUMBER;
    if (*scored) {
        h5p_count(reading->reader, CONSTRUCT_SCORE, kind == H5P_FRACTION ? BECAME_DEGRADED : BECAME_CONVERTED);
    }
    if (kind == H5P_FRACTION) {
        tell(reading, value, CONSTRUCT_SCORE, REASON_SCORE_FRACTION, json_text(value));
    }
    return score;
}

static Str read_subtitle(Reading *reading, const JsonValue *object) {
    H5pReader *reader = reading->reader;
    Str subtitle = h5p_html(reader, h5p_text(object, S("subtitle")));
    Str text = h5p_html(reader, h5p_text(object, S("text")));
    if (text.len > 0) {
        h5p_tell(reader, &(Loss){.construct = CONSTRUCT_FEEDBACK,
                                 .became = BECAME_CONVERTED,
                                 .reason = REASON_FEEDBACK_KEY,
                                 .line = h5p_line(reader, object)});
    }
    return h5p_join(reader, subtitle, text);
}

static H5pFeedback read_feedback(Reading *reading, const JsonValue *object) {
    H5pFeedback feedback = {.title = h5p_title(reading->reader, h5p_text(object, S("title"))),
                            .subtitle = read_subtitle(reading, object)};
    const JsonValue *image = h5p_member(object, S("image"));
    Str picture = h5p_picture(reading->reader, image, h5p_text(object, S("imageAltText")));
    feedback.subtitle = h5p_join(reading->reader, feedback.subtitle, picture);
    feedback.shows = feedback.title.len > 0 || feedback.subtitle.len > 0 || h5p_text(image, S("path")).len > 0;
    feedback.score = read_score(reading, object, &feedback.scored);
    if (feedback.title.len > 0 || feedback.subtitle.len > 0) {
        h5p_count(reading->reader, CONSTRUCT_FEEDBACK, BECAME_CONVERTED);
    }
    return feedback;
}

// Two ends that show the same are one.
static int32_t add_end(Reading *reading, Str title, Str text, int32_t score) {
    Arena *arena = reading->reader->arena;
    score = reading->story->scoring == H5P_STATIC_SCORE ? score : 0;
    Str key = str_format(arena, "%d\n%.*s\n%.*s", score, S_ARG(title), S_ARG(text));
    int32_t *slot = table_slot(arena, &reading->ends, key);
    if (*slot == 0) {
        *rows_append(arena, &reading->story->ends) = (H5pEnd){title, text, score};
        *slot = reading->story->ends.count;
        h5p_count(reading->reader, CONSTRUCT_ENDING, BECAME_CONVERTED);
    }
    return *slot - 1;
}

static const JsonValue *find_end(Reading *reading, int32_t id) {
    const JsonValue *end = h5p_items(h5p_member(reading->root, S("endScreens")));
    for (; end; end = json_next(end)) {
        int32_t own = TO_END;
        (void)h5p_number(h5p_member(end, S("contentId")), &own);
        if (own == id) {
            return end;
        }
    }
    return NULL;
}

static int32_t declared_end(Reading *reading, const H5pWay *way) {
    H5pReader *reader = reading->reader;
    const JsonValue *end = find_end(reading, way->written);
    if (!end && way->written >= 0) {
        tell(reading, way->place, CONSTRUCT_WAY, REASON_NO_SCREEN, str_format(reader->arena, "%d", way->written));
    } else if (!end && way->written != TO_END) {
        tell(reading, way->place, CONSTRUCT_WAY, REASON_NO_END, str_format(reader->arena, "%d", way->written));
    }
    end = end ? end : find_end(reading, TO_END);
    bool scored;
    const JsonValue *value = h5p_member(end, S("endScreenScore"));
    int32_t score = 0;
    scored = h5p_number(value, &score) != H5P_NO_NUMBER;
    Str title = h5p_title(reader, h5p_text(end, S("endScreenTitle")));
    Str text = h5p_html(reader, h5p_text(end, S("endScreenSubtitle")));
    return add_end(reading, title.len > 0 ? title : words_in(END, reader->language), text, scored ? score : 0);
}

// Feedback of what leads to the usual end is the end.
static void find_target(Reading *reading, H5pWay *way) {
    const H5pFeedback *feedback = &way->feedback;
    way->node = way->written >= 0 && way->written < reading->node_count ? way->written : TO_END;
    if (way->node >= 0) {
        return;
    }
    if (way->written == TO_END && (feedback->shows || feedback->scored)) {
        Str title = feedback->title.len > 0 ? feedback->title : words_in(END, reading->reader->language);
        way->end = add_end(reading, title, feedback->subtitle, feedback->score);
    } else {
        way->end = declared_end(reading, way);
    }
}

// A button that leads on has words of its own, or those of all.
static Str own_button(Reading *reading, const JsonValue *object) {
    static const Words USUAL = {S_INIT("Continuer"), S_INIT("Continue")};
    Str text = h5p_plain(reading->reader, h5p_text(object, S("proceedButtonText")));
    Str all = h5p_plain(reading->reader, h5p_text(reading->root, S("l10n/proceedButtonText")));
    bool usual = str_equal(text, all) || str_equal(text, USUAL.fr) || str_equal(text, USUAL.en);
    return usual ? (Str){0} : text;
}

static void add_way(Reading *reading, H5pNode *node, const JsonValue *object) {
    H5pReader *reader = reading->reader;
    const JsonValue *target = h5p_member(object, S("nextContentId"));
    H5pWay way = {.written = TO_END, .place = object};
    if (h5p_number(target, &way.written) != H5P_NO_NUMBER && json_type(target) == JSON_TEXT) {
        h5p_tell(reader, &(Loss){.construct = CONSTRUCT_WAY,
                                 .became = BECAME_CONVERTED,
                                 .reason = REASON_TARGET_TEXT,
                                 .line = h5p_line(reader, target),
                                 .about = json_text(target)});
    }
    if (node->asks) {
        way.text = h5p_plain(reader, h5p_text(object, S("text")));
        if (h5p_member(object, S("score"))) {
            h5p_judge(reader, &(Loss){.construct = CONSTRUCT_METADATA,
                                      .became = BECAME_DROPPED,
                                      .reason = REASON_STRAY_SCORE,
                                      .line = h5p_line(reader, object)});
        }
        if (!h5p_member(object, S("feedback"))) {
            h5p_tell(reader, &(Loss){.construct = CONSTRUCT_WAY,
                                     .became = BECAME_CONVERTED,
                                     .reason = REASON_NO_FEEDBACK,
                                     .line = h5p_line(reader, object)});
        }
    }
    if (!node->asks) {
        way.text = own_button(reading, object);
    }
    way.feedback = read_feedback(reading, h5p_member(object, S("feedback")));
    find_target(reading, &way);
    h5p_count(reader, CONSTRUCT_WAY,
              way.node < 0 && way.written != TO_END && !find_end(reading, way.written) ? BECAME_DEGRADED
                                                                                       : BECAME_CONVERTED);
    if (node->ways.count++ == 0) {
        node->ways.first = reading->story->ways.count;
    }
    *rows_append(reader->arena, &reading->story->ways) = way;
}

static void read_question(Reading *reading, H5pNode *node, const JsonValue *object, const H5pContent *content) {
    H5pReader *reader = reading->reader;
    const JsonValue *question = h5p_member(content->params, S("branchingQuestion"));
    *rows_append(reader->arena, &node->pages) = h5p_html(reader, h5p_text(question, S("question")));
    const JsonValue *each = h5p_items(h5p_member(question, S("alternatives")));
    for (; each; each = json_next(each)) {
        add_way(reading, node, each);
    }
    int32_t own = TO_END;
    if (h5p_number(h5p_member(object, S("nextContentId")), &own) != H5P_NO_NUMBER && own >= 0) {
        h5p_judge(reader, &(Loss){.construct = CONSTRUCT_METADATA,
                                  .became = BECAME_DROPPED,
                                  .reason = REASON_OWN_TARGET,
                                  .line = node->line,
                                  .about = node->title});
    }
}

// A screen whose player would show nothing: what it has of texts, and a way on.
static H5pContent content_of(Reading *reading, const JsonValue *object) {
    H5pContent content = h5p_content(h5p_member(object, S("type")));
    if (content.library.len > 0) {
        return content;
    }
    Str own = h5p_text(object, S("contentType"));
    content = (H5pContent){.library = h5p_machine_name(own.len > 0 ? own : h5p_text(object, S("library"))),
                           .title = h5p_text(object, S("metadata/title")),
                           .params = h5p_member(object, S("params")),
                           .place = object};
    tell(reading, object, CONSTRUCT_NARRATION, REASON_NO_TYPE,
         str_format(reading->reader->arena, "%d", reading->story->nodes.count));
    return content;
}

static bool is_question(const H5pContent *content) {
    return str_equal(content->library, S("H5P.BranchingQuestion")) ||
           str_equal(content->library, S("BranchingQuestion"));
}

static void read_node(Reading *reading, const JsonValue *object) {
    H5pReader *reader = reading->reader;
    H5pContent content = content_of(reading, object);
    H5pNode node = {
        .title = h5p_plain(reader, content.title), .asks = is_question(&content), .line = h5p_line(reader, object)};
    if (node.asks) {
        read_question(reading, &node, object, &content);
    } else {
        h5p_read_pages(reader, &content, &node.pages);
    }
    if (node.ways.count == 0) {
        node.asks = false;
        add_way(reading, &node, object);
    }
    bool typed = h5p_is_object(h5p_member(object, S("type")));
    h5p_count(reader, node.asks ? CONSTRUCT_DECISION : CONSTRUCT_NARRATION, typed ? BECAME_CONVERTED : BECAME_DEGRADED);
    h5p_tell_markup(reader, node.line);
    *rows_append(reader->arena, &reading->story->nodes) = node;
}

static H5pScoring read_scoring(const JsonValue *root) {
    Str option = h5p_text(root, S("scoringOptionGroup/scoringOption"));
    option = option.len > 0 ? option : h5p_text(root, S("scoringOption"));
    return str_equal(option, S("static-end-score")) ? H5P_STATIC_SCORE
           : str_equal(option, S("dynamic-score"))  ? H5P_DYNAMIC_SCORE
                                                    : H5P_NO_SCORE;
}

static void read_start(Reading *reading) {
    H5pReader *reader = reading->reader;
    H5pStory *story = reading->story;
    const JsonValue *start = h5p_member(reading->root, S("startScreen"));
    Str title = h5p_title(reader, h5p_text(start, S("startScreenTitle")));
    Str own = h5p_title(reader, h5p_text(reading->root, S("title")));
    story->title = title.len > 0 ? title : own;
    story->intro = h5p_html(reader, h5p_text(start, S("startScreenSubtitle")));
    Str picture =
        h5p_picture(reader, h5p_member(start, S("startScreenImage")), h5p_text(start, S("startScreenAltText")));
    story->intro = h5p_join(reader, story->intro, picture);
    h5p_tell_markup(reader, h5p_line(reader, start));
}

// A setting that says something: true, enabled, or words.
static bool is_said(const JsonValue *setting) {
    JsonType type = setting ? json_type(setting) : JSON_NULL;
    return type == JSON_TRUE || (type == JSON_TEXT && str_equal(json_text(setting), S("enabled"))) ||
           ((type == JSON_OBJECT || type == JSON_LIST) && json_first(setting));
}

static void drop_settings(Reading *reading, const JsonValue *object, const Str *settings, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        const JsonValue *setting = h5p_at(object, settings[i]);
        if (is_said(setting)) {
            h5p_judge(reading->reader, &(Loss){.construct = CONSTRUCT_METADATA,
                                               .became = BECAME_DROPPED,
                                               .reason = REASON_SETTING,
                                               .line = h5p_line(reading->reader, setting),
                                               .about = settings[i]});
        }
    }
}

static void drop_settings_of_screen(Reading *reading, const JsonValue *object) {
    static const Str SETTINGS[] = {S_INIT("showContentTitle"), S_INIT("forceContentFinished"),
                                   S_INIT("contentBehaviour")};
    drop_settings(reading, object, SETTINGS, COUNT(SETTINGS));
}

static void drop_settings_of_all(Reading *reading) {
    static const Str SETTINGS[] = {S_INIT("behaviour/forceContentFinished"),
                                   S_INIT("scoringOptionGroup/includeInteractionsScores"), S_INIT("l10n")};
    drop_settings(reading, reading->root, SETTINGS, COUNT(SETTINGS));
}

// Screens that lead to each other without a question would be shown for ever: the last one ends.
static void cut_circles(Reading *reading) {
    H5pStory *story = reading->story;
    int32_t *walked = arena_push(reading->reader->scratch, int32_t, story->nodes.count);
    for (int32_t i = 0; i < story->nodes.count; i++) {
        int32_t at = i;
        H5pWay *last = NULL;
        while (at >= 0 && walked[at] == 0 && story->nodes.rows[at].ways.count == 1) {
            walked[at] = i + 1;
            last = &story->ways.rows[story->nodes.rows[at].ways.first];
            at = last->node;
        }
        if (last && at >= 0 && walked[at] == i + 1) {
            tell(reading, last->place, CONSTRUCT_WAY, REASON_SCREEN_CIRCLE,
                 str_format(reading->reader->arena, "%d", at));
            last->written = TO_END;
            last->feedback = (H5pFeedback){0};
            find_target(reading, last);
        }
    }
}

bool h5p_read_story(H5pReader *reader, H5pStory *story) {
    Reading reading = {.reader = reader, .story = story};
    reading.root = h5p_member(reader->package->params, S("branchingScenario"));
    const JsonValue *content = h5p_member(reading.root, S("content"));
    const JsonValue *first = h5p_items(content);
    if (!first) {
        h5p_judge(reader, &(Loss){.construct = CONSTRUCT_FILE,
                                  .became = BECAME_DROPPED,
                                  .reason = REASON_PACKAGE_FIELD,
                                  .about = reading.root ? S("content") : S("branchingScenario")});
        return false;
    }
    reading.node_count = json_count(content);
    if (reading.node_count > MOST_NODES) {
        reading.node_count = MOST_NODES;
        tell(&reading, content, CONSTRUCT_FILE, REASON_HUGE, (Str){0});
    }
    story->scoring = read_scoring(reading.root);
    story->shuffles = h5p_flag(reading.root, S("behaviour/randomizeBranchingQuestions"), false);
    const JsonValue *end = h5p_items(h5p_member(reading.root, S("endScreens")));
    (void)h5p_number(h5p_member(end, S("endScreenScore")), &story->default_score);
    read_start(&reading);
    for (const JsonValue *node = first; node && story->nodes.count < reading.node_count; node = json_next(node)) {
        read_node(&reading, node);
        drop_settings_of_screen(&reading, node);
    }
    cut_circles(&reading);
    drop_settings_of_all(&reading);
    return true;
}
