#include "map/map_ways.h"
#include "property.h"
#include "scenario/map_case.h"

#include "base/random.h"
#include "base/system.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Layout lay_out(MapCase *one) {
    return layout_of(&one->arena, &one->scratch, one->scenario);
}

static const LayoutNode *find_node(const MapCase *one, const Layout *layout, const char *id) {
    SceneId scene = scenario_find_scene(one->scenario, str_from_c(id));
    assert_int_not_equal(scene, 0);
    assert_int_equal(layout->nodes[scene - 1].scene, scene);
    return &layout->nodes[scene - 1];
}

static bool overlap(const LayoutNode *a, const LayoutNode *b) {
    return a->x < b->x + LAYOUT_NODE_WIDTH && b->x < a->x + LAYOUT_NODE_WIDTH && a->y < b->y + LAYOUT_NODE_HEIGHT &&
           b->y < a->y + LAYOUT_NODE_HEIGHT;
}

static void assert_apart(const Layout *layout) {
    for (int32_t i = 0; i < layout->node_count; i++) {
        for (int32_t k = 0; k < i; k++) {
            assert_false(overlap(&layout->nodes[i], &layout->nodes[k]));
        }
    }
}

static void assert_inside(const Layout *layout, int32_t x, int32_t y, int32_t width, int32_t height) {
    assert_true(x >= layout->left && x + width <= layout->left + layout->width);
    assert_true(y >= layout->top && y + height <= layout->top + layout->height);
}

// Runs follow each other layer by layer, and leave none out.
static void assert_runs_join(const Layout *layout, const LayoutEdge *edge) {
    enum { LAYER = LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y };
    int32_t from = layout->nodes[edge->way.from - 1].layer;
    int32_t to = layout->nodes[edge->way.to - 1].layer;
    int32_t top = (edge->back ? from : from + 1) * LAYER;
    for (int32_t i = 0; i < edge->runs.count; i++) {
        LayoutRun run = layout->runs[edge->runs.first + i];
        assert_true(run.foot > run.top);
        if (edge->back) {
            assert_int_equal(run.foot + LAYOUT_GAP_Y, top);
            top = run.top;
        } else {
            assert_int_equal(run.top, top);
            top = run.foot + LAYOUT_GAP_Y;
        }
        assert_inside(layout, run.x, run.top, 0, run.foot - run.top);
    }
    if (from != to) {
        assert_int_equal(top, (edge->back ? to + 1 : to) * LAYER);
    }
}

// Whatever the case: scenes stand apart, edges run between layers, nothing leaves the picture.
static void assert_sound(const Layout *layout) {
    assert_apart(layout);
    for (int32_t i = 0; i < layout->node_count; i++) {
        assert_inside(layout, layout->nodes[i].x, layout->nodes[i].y, LAYOUT_NODE_WIDTH, LAYOUT_NODE_HEIGHT);
    }
    for (int32_t i = 0; i < layout->edge_count; i++) {
        const LayoutEdge *edge = &layout->edges[i];
        int32_t from = layout->nodes[edge->way.from - 1].layer;
        int32_t to = layout->nodes[edge->way.to - 1].layer;
        assert_true(edge->back ? to <= from : to > from);
        assert_true(to != from || edge->way.to == edge->way.from);
        int32_t between = edge->back ? from - to - 1 : to - from - 1;
        assert_true(edge->runs.count <= (between > 0 ? between : 0));
        assert_runs_join(layout, edge);
    }
    assert_int_equal(map_count_ways_through(layout), 0);
}

// Where an edge stands in a layer, by doubled middles: at one of its ends, or in a run.
static int32_t place_in_layer(const Layout *layout, const LayoutEdge *edge, int32_t layer) {
    const LayoutNode *from = &layout->nodes[edge->way.from - 1];
    const LayoutNode *to = &layout->nodes[edge->way.to - 1];
    if (layer == from->layer || layer == to->layer) {
        return 2 * (layer == from->layer ? from : to)->x + LAYOUT_NODE_WIDTH;
    }
    const LayoutRun *run = layout->runs + edge->runs.first;
    while (layer * (LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y) < run->top ||
           layer * (LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y) > run->foot) {
        run++;
    }
    return 2 * run->x;
}

static bool spans_layer(const Layout *layout, const LayoutEdge *edge, int32_t layer) {
    int32_t from = layout->nodes[edge->way.from - 1].layer;
    int32_t to = layout->nodes[edge->way.to - 1].layer;
    return (from <= layer && to > layer) || (to <= layer && from > layer);
}

static bool crosses(const Layout *layout, const LayoutEdge *a, const LayoutEdge *b, int32_t layer) {
    if (!spans_layer(layout, a, layer) || !spans_layer(layout, b, layer)) {
        return false;
    }
    int32_t above = place_in_layer(layout, a, layer) - place_in_layer(layout, b, layer);
    int32_t below = place_in_layer(layout, a, layer + 1) - place_in_layer(layout, b, layer + 1);
    return (above < 0 && below > 0) || (above > 0 && below < 0);
}

static int32_t count_crossings(const Layout *layout) {
    int32_t crossings = 0;
    for (int32_t layer = 0; layer < layout->node_count; layer++) {
        for (int32_t i = 0; i < layout->edge_count; i++) {
            for (int32_t k = 0; k < i; k++) {
                crossings += crosses(layout, &layout->edges[i], &layout->edges[k], layer);
            }
        }
    }
    return crossings;
}

static void a_chain_runs_straight_down_from_the_start(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b: c; c: d; d");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    for (int32_t i = 0; i < layout.node_count; i++) {
        assert_int_equal(layout.nodes[i].layer, i);
        assert_int_equal(layout.nodes[i].x, 0);
        assert_int_equal(layout.nodes[i].y, i * (LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y));
    }
    assert_int_equal(layout.width, LAYOUT_NODE_WIDTH);
    assert_int_equal(layout.height, 4 * LAYOUT_NODE_HEIGHT + 3 * LAYOUT_GAP_Y);
    map_case_close(&one);
}

static void a_scene_stands_over_the_middle_of_those_it_leads_to(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b c d; b; c; d");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    assert_int_equal(find_node(&one, &layout, "b")->x, 0);
    assert_int_equal(find_node(&one, &layout, "a")->x, find_node(&one, &layout, "c")->x);
    assert_int_equal(find_node(&one, &layout, "d")->x, 2 * (LAYOUT_NODE_WIDTH + LAYOUT_GAP_X));
    map_case_close(&one);
}

static void scenes_stand_below_the_longest_way_to_them(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: d b; b: c; c: d; d: e; e");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    assert_int_equal(find_node(&one, &layout, "d")->layer, 3);
    assert_int_equal(layout.edges[0].runs.count, 1);
    assert_int_equal(layout.runs[0].top, LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y);
    assert_int_equal(layout.runs[0].foot, 3 * LAYOUT_NODE_HEIGHT + 2 * LAYOUT_GAP_Y);
    map_case_close(&one);
}

static void a_cycle_is_broken_where_it_comes_back(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b: c; c: d a; d: e b d; e");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    const bool back[] = {false, false, false, true, false, true, true};
    assert_int_equal(layout.edge_count, 7);
    for (int32_t i = 0; i < layout.edge_count; i++) {
        assert_int_equal(layout.edges[i].back, back[i]);
    }
    assert_int_equal(layout.edges[3].runs.count, 1);
    map_case_close(&one);
}

static void several_edges_between_two_scenes_share_their_runs(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: c b c; b: c; c");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    assert_int_equal(layout.run_count, 1);
    assert_int_equal(layout.edges[0].runs.first, layout.edges[2].runs.first);
    map_case_close(&one);
}

static void what_can_be_drawn_without_crossings_is(void **state) {
    (void)state;
    static const char *const GRAPHS[] = {
        "a: b c; b: d e; c: f g; d; e; f; g",
        "a: b c d; b: g; c: f; d: e; e: z; f: z; g: z; z",
        "a: b c; b: d e; c: e f; d: g h; e: h i; f: i j; g; h; i; j",
        "a: z b; b: c d; c: z; d: e f; e: z; f: z; z",
        "a: b c; b: h d; c: e; d: f; e: g; f: h; g: h; h: i j k; i; j; k",
        "a: b c d e; b: s; c: r; d: q; e: p; p; q; r; s",
    };
    for (int32_t i = 0; i < COUNT(GRAPHS); i++) {
        MapCase one;
        map_case_draw(&one, GRAPHS[i]);
        Layout layout = lay_out(&one);
        assert_sound(&layout);
        if (count_crossings(&layout) != 0) {
            fail_msg("%s has %d crossings", GRAPHS[i], count_crossings(&layout));
        }
        map_case_close(&one);
    }
}

static void what_nothing_leads_to_stands_just_above_what_it_leads_to(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b: c; c: d; d; u: d; v: w; w");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    assert_int_equal(find_node(&one, &layout, "u")->layer, 2);
    assert_int_equal(find_node(&one, &layout, "v")->layer, 0);
    assert_int_equal(find_node(&one, &layout, "w")->layer, 1);
    map_case_close(&one);
}

static void scenes_that_nothing_joins_stand_in_rows_under_the_others(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b; p; q; r; s; t");
    Layout layout = lay_out(&one);
    assert_sound(&layout);
    assert_int_equal(find_node(&one, &layout, "p")->layer, 2);
    assert_int_equal(find_node(&one, &layout, "s")->layer, 2);
    assert_int_equal(find_node(&one, &layout, "t")->layer, 3);
    assert_int_equal(find_node(&one, &layout, "t")->x, 0);
    map_case_close(&one);
    map_case_draw(&one, "a");
    layout = lay_out(&one);
    assert_sound(&layout);
    assert_int_equal(layout.height, LAYOUT_NODE_HEIGHT);
    map_case_close(&one);
}

static void what_is_folded_gives_its_ways_to_the_scene_it_is_seen_at(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b: c a; c: b d; d");
    const SceneId into[] = {0, 1, 2, 2, 4};
    Layout layout = layout_of_folded(&one.arena, &one.scratch, one.scenario, into);
    assert_int_equal(layout.edge_count, 3); // a to b, b back to a, and that of c to d; those between b and c are within
    assert_true(layout.edges[1].back);
    assert_int_equal(layout.edges[2].way.from, 2);
    assert_int_equal(layout.edges[2].way.to, 4);
    assert_int_equal(layout.edges[2].way.label.len, 0);
    assert_int_equal(layout.nodes[2].x, layout.nodes[1].x);
    assert_int_equal(layout.nodes[2].y, layout.nodes[1].y);
    assert_int_equal(layout.nodes[3].layer, 2);
    map_case_close(&one);
}

static void place(MapCase *one, const char *id, int32_t x, int32_t y) {
    Scene *scene = &one->scenario->scenes.rows[scenario_find_scene(one->scenario, str_from_c(id))];
    scene->placed = true;
    scene->at[0] = x;
    scene->at[1] = y;
}

static void a_scene_that_was_placed_stays_and_the_others_make_room(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b c d; b: e; c: e; d: e; e: f; f");
    Layout before = lay_out(&one);
    const LayoutNode *c = find_node(&one, &before, "c");
    place(&one, "f", c->x + 3, c->y + 1);
    place(&one, "a", -200, -7);
    Layout layout = lay_out(&one);
    assert_apart(&layout);
    assert_int_equal(find_node(&one, &layout, "f")->x, c->x + 3);
    assert_int_equal(find_node(&one, &layout, "f")->y, c->y + 1);
    assert_int_equal(find_node(&one, &layout, "b")->x, find_node(&one, &before, "b")->x);
    assert_true(find_node(&one, &layout, "c")->x >= c->x + 3 + LAYOUT_NODE_WIDTH);
    assert_int_equal(find_node(&one, &layout, "c")->y, c->y);
    assert_int_equal(layout.left, -200);
    assert_int_equal(layout.top, -7);
    for (int32_t i = 0; i < layout.node_count; i++) {
        assert_inside(&layout, layout.nodes[i].x, layout.nodes[i].y, LAYOUT_NODE_WIDTH, LAYOUT_NODE_HEIGHT);
    }
    map_case_close(&one);
}

static void an_edge_of_a_scene_that_moved_has_no_runs(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: d b; b: c; c: d; d");
    Layout layout = lay_out(&one);
    assert_int_equal(layout.edges[0].runs.count, 1);
    place(&one, "d", 500, 500);
    layout = lay_out(&one);
    assert_int_equal(layout.edges[0].runs.count, 0);
    assert_int_equal(layout.run_count, 0);
    map_case_close(&one);
}

// Where the `way`-th way out of a scene leads, in a case of `count` scenes.
typedef int32_t Draw(Random *random, int32_t scene, int32_t way, int32_t count);

static void open_drawn_case(MapCase *one, Random *random, int32_t count, Draw *draw) {
    Arena arena = {0};
    StrBuilder graph = {.arena = &arena};
    for (int32_t i = 0; i < count; i++) {
        str_addf(&graph, "%ss%d:", i > 0 ? "; " : "", i);
        int32_t ways = i + 1 < count ? random_below(random, 5) : 0;
        for (int32_t k = 0; k < ways; k++) {
            int32_t to = draw(random, i, k, count);
            str_addf(&graph, " s%d", to < 0 ? 0 : to >= count ? count - 1 : to);
        }
    }
    map_case_draw(one, str_to_c(&arena, str_built(&graph)));
    arena_finish(&arena);
}

// Mostly to one of the next few, sometimes back, sometimes to the scene itself.
static int32_t draw_near(Random *random, int32_t scene, int32_t way, int32_t count) {
    (void)way;
    (void)count;
    bool back = random_below(random, 12) == 0;
    return back ? scene - random_below(random, 6) : scene + 1 + random_below(random, 6);
}

static int32_t draw_anywhere(Random *random, int32_t scene, int32_t way, int32_t count) {
    (void)scene;
    (void)way;
    return random_below(random, count);
}

// A long chain, with ways to anywhere beside it.
static int32_t draw_chain(Random *random, int32_t scene, int32_t way, int32_t count) {
    return way == 0 ? scene + 1 : random_below(random, count);
}

// A few scenes to which all come back, and from which all leave.
static int32_t draw_hubs(Random *random, int32_t scene, int32_t way, int32_t count) {
    enum { BETWEEN = 100 };
    return way == 0 ? random_below(random, 1 + count / BETWEEN) * BETWEEN : scene + 1 + random_below(random, BETWEEN);
}

static void open_random_case(MapCase *one, Random *random, int32_t count) {
    open_drawn_case(one, random, count, draw_near);
}

static void assert_sound_twice(MapCase *one) {
    Layout layout = lay_out(one);
    assert_sound(&layout);
    Layout again = lay_out(one);
    assert_memory_equal(layout.nodes, again.nodes, (size_t)layout.node_count * sizeof(LayoutNode));
    assert_int_equal(layout.run_count, again.run_count);
    if (layout.run_count > 0) {
        assert_memory_equal(layout.runs, again.runs, (size_t)layout.run_count * sizeof(LayoutRun));
    }
}

static void random_cases_are_drawn_soundly_and_twice_the_same(void **state) {
    (void)state;
    enum { SEED = 7, CASES = 160 };
    static Draw *const DRAWS[] = {draw_near, draw_anywhere, draw_chain, draw_hubs};
    print_message("seed %d\n", SEED);
    Random random = random_from_seed(SEED);
    for (int32_t i = 0; i < CASES * property_factor(); i++) {
        MapCase one;
        open_drawn_case(&one, &random, 1 + random_below(&random, 60), DRAWS[i % COUNT(DRAWS)]);
        assert_sound_twice(&one);
        map_case_close(&one);
    }
}

// So large that not every way has a bend in each layer.
static void ways_pass_beside_scenes_in_large_cases_too(void **state) {
    (void)state;
    enum { SEED = 8, MOST_RUNS_PER_SCENE = 8 };
    static Draw *const DRAWS[] = {draw_anywhere, draw_chain, draw_hubs};
    print_message("seed %d\n", SEED);
    Random random = random_from_seed(SEED);
    for (int32_t i = 0; i < COUNT(DRAWS) * property_factor(); i++) {
        MapCase one;
        open_drawn_case(&one, &random, 500 + random_below(&random, 300), DRAWS[i % COUNT(DRAWS)]);
        Layout layout = lay_out(&one);
        assert_true(layout.run_count <= MOST_RUNS_PER_SCENE * layout.node_count);
        assert_sound_twice(&one);
        map_case_close(&one);
    }
}

// Each of 3,000 scenes goes on to the next and leaves for the last, and those below 2,000 may go back to the first.
static void long_ways_to_one_scene_share_a_lane(void **state) {
    (void)state;
    enum { SCENES = 3000, BACK_FROM = 2000 };
    Arena arena = {0};
    StrBuilder graph = {.arena = &arena};
    for (int32_t i = 0; i + 1 < SCENES; i++) {
        str_addf(&graph, i < BACK_FROM ? "s%d: s%d s%d; " : "s%d: s%d s%d s0; ", i, i + 1, SCENES - 1);
    }
    str_addf(&graph, "s%d", SCENES - 1);
    MapCase one;
    map_case_draw(&one, str_to_c(&arena, str_built(&graph)));
    Layout layout = lay_out(&one);
    int32_t lanes[2] = {0}; // x of the first long way down, and of the first back
    for (int32_t i = 0; i < layout.edge_count; i++) {
        const LayoutEdge *edge = &layout.edges[i];
        int32_t across = layout.nodes[edge->way.from - 1].layer - layout.nodes[edge->way.to - 1].layer;
        if (across < -SCENES / 2 || across > SCENES / 2) {
            int32_t x = layout.runs[edge->runs.first].x;
            assert_int_equal(edge->runs.count, 1);
            lanes[edge->back] = lanes[edge->back] == 0 ? x : lanes[edge->back];
            assert_int_equal(lanes[edge->back], x);
        }
    }
    assert_int_not_equal(lanes[0], lanes[1]);
    map_case_close(&one);
    arena_finish(&arena);
}

static void placed_scenes_never_end_up_under_others(void **state) {
    (void)state;
    enum { SEED = 11, CASES = 100 };
    Random random = random_from_seed(SEED);
    for (int32_t i = 0; i < CASES; i++) {
        MapCase one;
        open_random_case(&one, &random, 2 + random_below(&random, 30));
        int32_t every = 2 + random_below(&random, 6);
        for (SceneId scene = 1; scene < one.scenario->scenes.count; scene += every) {
            Scene *row = &one.scenario->scenes.rows[scene];
            row->placed = true;
            row->at[0] = random_below(&random, 6) * 9;
            row->at[1] = scene * (LAYOUT_NODE_HEIGHT + 1);
        }
        Layout layout = lay_out(&one);
        assert_apart(&layout);
        map_case_close(&one);
    }
}

static void a_thousand_scenes_take_no_time(void **state) {
    (void)state;
    Random random = random_from_seed(3);
    MapCase one;
    open_random_case(&one, &random, 1000);
    int64_t begin_us = system_cpu_us();
    Layout layout = lay_out(&one);
    assert_true(system_cpu_us() - begin_us < 1000000);
    assert_sound(&layout);
    map_case_close(&one);
}

static void the_worst_shapes_stay_within_time_and_memory(void **state) {
    (void)state;
    enum { SCENES = 20000 };
    Arena arena = {0};
    StrBuilder chain = {.arena = &arena};
    StrBuilder star = {.arena = &arena};
    StrBuilder ladder = {.arena = &arena}; // each scene also leads to the last
    for (int32_t i = 0; i < SCENES; i++) {
        str_addf(&chain, i + 1 < SCENES ? "s%d: s%d; " : "s%d", i, i + 1);
        str_addf(&star, i > 0 ? "; s%d: s0" : "s%d", i);
        str_addf(&ladder, i + 2 < SCENES ? "s%d: s%d s%d; " : "s%d: s%d; ", i, i + 1, SCENES);
    }
    str_addf(&ladder, "s%d", SCENES);
    const Str graphs[] = {str_built(&chain), str_built(&star), str_built(&ladder)};
    for (int32_t i = 0; i < COUNT(graphs); i++) {
        MapCase one;
        map_case_draw(&one, str_to_c(&arena, graphs[i]));
        int64_t begin_us = system_cpu_us();
        Layout layout = lay_out(&one);
        assert_true(system_cpu_us() - begin_us < 10 * 1000000);
        assert_true(layout.run_count <= 16 * SCENES);
        map_case_close(&one);
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_chain_runs_straight_down_from_the_start),
                                       cmocka_unit_test(a_scene_stands_over_the_middle_of_those_it_leads_to),
                                       cmocka_unit_test(scenes_stand_below_the_longest_way_to_them),
                                       cmocka_unit_test(a_cycle_is_broken_where_it_comes_back),
                                       cmocka_unit_test(several_edges_between_two_scenes_share_their_runs),
                                       cmocka_unit_test(what_can_be_drawn_without_crossings_is),
                                       cmocka_unit_test(what_nothing_leads_to_stands_just_above_what_it_leads_to),
                                       cmocka_unit_test(scenes_that_nothing_joins_stand_in_rows_under_the_others),
                                       cmocka_unit_test(what_is_folded_gives_its_ways_to_the_scene_it_is_seen_at),
                                       cmocka_unit_test(a_scene_that_was_placed_stays_and_the_others_make_room),
                                       cmocka_unit_test(an_edge_of_a_scene_that_moved_has_no_runs),
                                       cmocka_unit_test(random_cases_are_drawn_soundly_and_twice_the_same),
                                       cmocka_unit_test(ways_pass_beside_scenes_in_large_cases_too),
                                       cmocka_unit_test(long_ways_to_one_scene_share_a_lane),
                                       cmocka_unit_test(placed_scenes_never_end_up_under_others),
                                       cmocka_unit_test(a_thousand_scenes_take_no_time),
                                       cmocka_unit_test(the_worst_shapes_stay_within_time_and_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
