#include "exchange/branching.h"

#include <stdio.h>

static BranchingWay draw_way(Random *random, const Branching *branching, int32_t own, bool asks) {
    BranchingWay way = {.said = random_below(random, 8) > 0, .target = -1};
    int32_t kind = random_below(random, 10);
    if (kind < 6) {
        // A screen leads on, or to the first one: screens alone would lead round.
        int32_t later = own + 1 + random_below(random, branching->node_count);
        way.target = asks ? random_below(random, branching->node_count) : later < branching->node_count ? later : -1;
    } else if (kind == 6) {
        way.target = -2;
    } else if (kind == 7) {
        way.target = asks ? 500 : 0;
    }
    way.target = way.said ? way.target : -1;
    way.shows = random_below(random, 2) == 0;
    way.scored = random_below(random, 3) > 0;
    way.score = random_below(random, 6);
    return way;
}

Branching branching_draw(Random *random) {
    Branching branching = {.scoring = (BranchingScoring)random_below(random, 3),
                           .node_count = 1 + random_below(random, BRANCHING_NODES),
                           .end_score = random_below(random, 4),
                           .second_declared = random_below(random, 2) == 0};
    int32_t large = random_below(random, 6) == 0 ? 250 : 1;
    for (int32_t i = 0; i < branching.node_count; i++) {
        BranchingNode *node = &branching.nodes[i];
        node->asks = random_below(random, 5) > 1;
        node->way_count = 1;
        if (node->asks) {
            bool many = random_below(random, 8) == 0;
            node->way_count = many ? 1 + random_below(random, BRANCHING_WAYS) : 2 + random_below(random, 2);
        }
        for (int32_t j = 0; j < node->way_count; j++) {
            node->ways[j] = draw_way(random, &branching, i, node->asks);
            node->ways[j].score *= large;
        }
    }
    return branching;
}

typedef struct {
    JsonWriter json;
    const BranchingWords *words;
} Writing;

static Str html(const Writing *writing, Str otherwise) {
    return writing->words ? writing->words->html(writing->words->context) : otherwise;
}

static Str plain(const Writing *writing, Str otherwise) {
    return writing->words ? writing->words->plain(writing->words->context) : otherwise;
}

static void write_way(Writing *writing, int32_t node, int32_t index, const BranchingWay *way) {
    JsonWriter *json = &writing->json;
    char title[32];
    if (way->said) {
        json_write_member_int(json, S("nextContentId"), way->target);
    }
    json_write_key(json, S("feedback"));
    json_begin_object(json);
    if (way->shows) {
        snprintf(title, sizeof title, "<p>F%d-%d</p>", node, index);
        json_write_member_text(json, S("title"), html(writing, str_from_c(title)));
        if (writing->words) {
            json_write_member_text(json, S("subtitle"), html(writing, S("")));
        }
    }
    if (way->scored) {
        json_write_member_int(json, S("endScreenScore"), way->score);
    }
    json_end(json);
}

static void write_answers(Writing *writing, int32_t id, const BranchingNode *node) {
    JsonWriter *json = &writing->json;
    json_write_key(json, S("params"));
    json_begin_object(json);
    json_write_key(json, S("branchingQuestion"));
    json_begin_object(json);
    json_write_member_text(json, S("question"), html(writing, S("<p>Et alors ?</p>")));
    json_write_key(json, S("alternatives"));
    json_begin_list(json);
    for (int32_t i = 0; i < node->way_count; i++) {
        json_begin_object(json);
        json_write_member_text(json, S("text"), plain(writing, S("une réponse")));
        write_way(writing, id, i, &node->ways[i]);
        json_end(json);
    }
    json_end(json);
    json_end(json);
    json_end(json);
}

static void write_node(Writing *writing, int32_t id, const BranchingNode *node) {
    JsonWriter *json = &writing->json;
    json_begin_object(json);
    json_write_key(json, S("type"));
    json_begin_object(json);
    json_write_member_text(json, S("library"), node->asks ? S("H5P.BranchingQuestion 1.0") : S("H5P.AdvancedText 1.1"));
    if (node->asks) {
        write_answers(writing, id, node);
    } else {
        json_write_key(json, S("params"));
        json_begin_object(json);
        json_write_member_text(json, S("text"), html(writing, S("<p>Un écran</p>")));
        json_end(json);
    }
    json_end(json);
    if (!node->asks) {
        write_way(writing, id, 0, &node->ways[0]);
    }
    json_end(json);
}

static void write_end(JsonWriter *json, int32_t id, Str title, int32_t score) {
    json_begin_object(json);
    json_write_member_text(json, S("endScreenTitle"), title);
    json_write_member_int(json, S("endScreenScore"), score);
    json_write_member_int(json, S("contentId"), id);
    json_end(json);
}

Str branching_write(Arena *arena, const Branching *branching, const BranchingWords *words) {
    static const Str SCORINGS[] = {S_INIT("no-score"), S_INIT("static-end-score"), S_INIT("dynamic-score")};
    Writing writing = {json_writer(arena), words};
    JsonWriter *json = &writing.json;
    json_begin_object(json);
    json_write_key(json, S("branchingScenario"));
    json_begin_object(json);
    json_write_key(json, S("endScreens"));
    json_begin_list(json);
    write_end(json, -1, S("E-1"), branching->end_score);
    if (branching->second_declared) {
        write_end(json, -2, S("E-2"), branching->end_score + 1);
    }
    json_end(json);
    json_write_key(json, S("content"));
    json_begin_list(json);
    for (int32_t i = 0; i < branching->node_count; i++) {
        write_node(&writing, i, &branching->nodes[i]);
    }
    json_end(json);
    json_write_key(json, S("scoringOptionGroup"));
    json_begin_object(json);
    json_write_member_text(json, S("scoringOption"), SCORINGS[branching->scoring]);
    json_end(json);
    json_end(json);
    json_end(json);
    return json_written(json);
}

static int32_t best_of(const BranchingNode *node) {
    int32_t best = 0;
    for (int32_t i = 0; i < node->way_count; i++) {
        const BranchingWay *way = &node->ways[i];
        best = way->scored && way->target != -1 && way->score > best ? way->score : best;
    }
    return best;
}

// A record for each node that was left; leaving it again puts another score in its place.
static void leave(BranchingWalk *walk, const BranchingWay *way) {
    const BranchingNode *node = &walk->branching->nodes[walk->node];
    int32_t score = way->scored ? way->score : 0, maximum = score;
    if (node->asks) {
        score = way->target >= 0 ? score : 0;
        maximum = best_of(node);
    } else if (way->target <= 0) {
        score = maximum = 0;
    }
    int32_t at = 0;
    while (at < walk->left_count && walk->left[at].node != walk->node) {
        at++;
    }
    walk->left[at].node = walk->node;
    walk->left[at].score = score;
    walk->left[at].maximum = maximum;
    walk->left_count += at == walk->left_count;
}

static int32_t static_maximum(const Branching *branching) {
    int32_t most = 0;
    for (int32_t i = 0; i < branching->node_count; i++) {
        for (int32_t j = 0; j < branching->nodes[i].way_count; j++) {
            const BranchingWay *way = &branching->nodes[i].ways[j];
            int32_t score = way->scored ? way->score : branching->end_score;
            most = way->target == -1 && score > most ? score : most;
        }
    }
    return most;
}

static void end(BranchingWalk *walk, int32_t node, int32_t index, const BranchingWay *way) {
    const Branching *branching = walk->branching;
    bool own = way->target == -1 && (way->shows || way->scored);
    bool second = !own && way->target == -2 && branching->second_declared;
    if (own && way->shows) {
        snprintf(walk->title, sizeof walk->title, "F%d-%d", node, index);
    } else {
        snprintf(walk->title, sizeof walk->title, "%s", own ? "Fin" : second ? "E-2" : "E-1");
    }
    walk->node = -1;
    if (branching->scoring == BRANCHING_STATIC) {
        walk->score = own ? way->scored ? way->score : 0 : branching->end_score + second;
        walk->maximum = static_maximum(branching);
    } else if (branching->scoring == BRANCHING_DYNAMIC) {
        for (int32_t i = 0; i < walk->left_count; i++) {
            walk->score += walk->left[i].score;
            walk->maximum += walk->left[i].maximum;
        }
    }
}

static void go(BranchingWalk *walk, int32_t index) {
    int32_t from = walk->node;
    const BranchingWay *way = &walk->branching->nodes[from].ways[index];
    leave(walk, way);
    if (way->target >= 0 && way->target < walk->branching->node_count) {
        walk->node = way->target;
    } else {
        end(walk, from, index, way);
    }
}

static void show(BranchingWalk *walk) {
    for (walk->steps = 0; walk->node >= 0 && walk->steps <= BRANCHING_NODES; walk->steps++) {
        const BranchingNode *node = &walk->branching->nodes[walk->node];
        if (node->way_count > 1) {
            return;
        }
        go(walk, 0);
    }
}

void branching_start(BranchingWalk *walk, const Branching *branching) {
    *walk = (BranchingWalk){.branching = branching};
    show(walk);
}

void branching_answer(BranchingWalk *walk, int32_t way) {
    go(walk, way);
    show(walk);
}
