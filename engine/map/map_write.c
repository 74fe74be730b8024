#include "map/map_write.h"

#include "base/emphasis.h"
#include "base/json_write.h"

enum { POINTS_PER_UNIT = 12 };

Str map_caption(Arena *arena, const Scenario *scenario, SceneId scene) {
    const Scene *row = &scenario->scenes.rows[scene];
    const Str choices[] = {row->title, scenario->endings.rows[row->ending].title,
                           row->lines.count > 0 ? scenario->lines.rows[row->lines.first].text : (Str){0},
                           scenario->asks.rows[row->ask].prompt};
    for (int32_t i = 0; i < COUNT(choices); i++) {
        if (choices[i].len > 0) {
            return emphasis_plain(arena, choices[i]);
        }
    }
    return scenario_name(scenario, row->id);
}

static Str scene_id(const Scenario *scenario, SceneId scene) {
    return scenario_name(scenario, scenario->scenes.rows[scene].id);
}

static void add_quoted(StrBuilder *out, Str text) {
    str_add_char(out, '"');
    for (ptrdiff_t i = 0; i < text.len; i++) {
        if (text.text[i] == '"' || text.text[i] == '\\') {
            str_add_char(out, '\\');
        }
        str_add_char(out, text.text[i] == '\n' ? ' ' : text.text[i]);
    }
    str_add_char(out, '"');
}

static Str dot_look(const Scenario *scenario, SceneId scene) {
    static const Str ENDINGS[] = {[TONE_NONE] = S_INIT("fillcolor=\"#ECE4F3\", color=\"#6B4C86\""),
                                  [TONE_GOOD] = S_INIT("fillcolor=\"#DDEEEB\", color=\"#1F6F6B\""),
                                  [TONE_MIXED] = S_INIT("fillcolor=\"#FBF0D9\", color=\"#C98A1B\""),
                                  [TONE_HARD] = S_INIT("fillcolor=\"#F8E4DC\", color=\"#B8492F\"")};
    const Scene *row = &scenario->scenes.rows[scene];
    if (row->ending != 0) {
        return ENDINGS[scenario->endings.rows[row->ending].tone];
    }
    return scene == scenario->start.id ? S("penwidth=3, color=\"#1F6F6B\"") : S("color=\"#8A9B9A\"");
}

static void add_dot_scene(StrBuilder *out, const Scenario *scenario, const Layout *layout, const LayoutNode *node) {
    int32_t x = (node->x - layout->left) * POINTS_PER_UNIT + LAYOUT_NODE_WIDTH * POINTS_PER_UNIT / 2;
    int32_t y = (layout->top + layout->height - node->y) * POINTS_PER_UNIT - LAYOUT_NODE_HEIGHT * POINTS_PER_UNIT / 2;
    str_add(out, S("  "));
    add_quoted(out, scene_id(scenario, node->scene));
    str_add(out, S(" [label="));
    add_quoted(out, map_caption(out->arena, scenario, node->scene));
    str_addf(out, ", pos=\"%d,%d\", ", x, y);
    str_add(out, dot_look(scenario, node->scene));
    str_add(out, S("];\n"));
}

static void add_dot_way(StrBuilder *out, const Scenario *scenario, const Edge *way) {
    str_add(out, S("  "));
    add_quoted(out, scene_id(scenario, way->from));
    str_add(out, S(" -> "));
    add_quoted(out, scene_id(scenario, way->to));
    str_add(out, S(" [label="));
    add_quoted(out, way->label);
    str_add(out, way->conditional ? S(", style=dashed];\n") : S("];\n"));
}

Str map_write_dot(Arena *arena, const Scenario *scenario, const Layout *layout) {
    StrBuilder out = {.arena = arena};
    str_add(&out, S("digraph "));
    add_quoted(&out, scenario_name(scenario, scenario->id));
    str_add(&out, S(" {\n  label="));
    add_quoted(&out, scenario->title);
    str_add(&out, S(";\n  labelloc=t;\n  bgcolor=\"#FBF8F3\";\n"
                    "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=sans];\n"
                    "  edge [color=\"#8A9B9A\", fontname=sans];\n"));
    for (int32_t i = 0; i < layout->node_count; i++) {
        add_dot_scene(&out, scenario, layout, &layout->nodes[i]);
    }
    for (int32_t i = 0; i < layout->edge_count; i++) {
        add_dot_way(&out, scenario, &layout->edges[i].way);
    }
    str_add(&out, S("}\n"));
    return str_built(&out);
}

static void write_scene(JsonWriter *writer, const Scenario *scenario, const LayoutNode *node) {
    static const Str TONES[] = {S_INIT(""), S_INIT("good"), S_INIT("mixed"), S_INIT("hard")};
    const Scene *scene = &scenario->scenes.rows[node->scene];
    json_begin_inline_object(writer);
    json_write_member_text(writer, S("id"), scene_id(scenario, node->scene));
    json_write_member_text(writer, S("title"), map_caption(writer->out.arena, scenario, node->scene));
    Str kind = scene->ending != 0 ? S("ending") : scene->ask != 0 ? S("decision") : S("scene");
    json_write_member_text(writer, S("kind"), kind);
    if (scenario->endings.rows[scene->ending].tone != TONE_NONE) {
        json_write_member_text(writer, S("tone"), TONES[scenario->endings.rows[scene->ending].tone]);
    }
    json_write_member_int(writer, S("x"), node->x);
    json_write_member_int(writer, S("y"), node->y);
    json_write_member_int(writer, S("layer"), node->layer);
    json_end(writer);
}

static Str option_id(const Scenario *scenario, OptionId option) {
    return option == OPTION_OWN_WORDS ? S("own-words") : scenario_name(scenario, scenario->options.rows[option].id);
}

static void write_way(JsonWriter *writer, const Scenario *scenario, const LayoutEdge *edge) {
    json_begin_inline_object(writer);
    json_write_member_text(writer, S("from"), scene_id(scenario, edge->way.from));
    json_write_member_text(writer, S("to"), scene_id(scenario, edge->way.to));
    if (edge->way.option != 0) {
        json_write_member_text(writer, S("option"), option_id(scenario, edge->way.option));
    }
    if (edge->way.label.len > 0) {
        json_write_member_text(writer, S("label"), edge->way.label);
    }
    json_write_member_bool(writer, S("conditional"), edge->way.conditional);
    json_write_member_bool(writer, S("back"), edge->back);
    json_end(writer);
}

Str map_write_json(Arena *arena, const Scenario *scenario, const Layout *layout) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_member_int(&writer, S("version"), 1);
    json_write_member_text(&writer, S("case"), scenario_name(scenario, scenario->id));
    json_write_member_text(&writer, S("title"), scenario->title);
    json_write_member_text(&writer, S("start"), scene_id(scenario, scenario->start.id));
    json_write_member_int(&writer, S("scene_width"), LAYOUT_NODE_WIDTH);
    json_write_member_int(&writer, S("scene_height"), LAYOUT_NODE_HEIGHT);
    json_write_key(&writer, S("scenes"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < layout->node_count; i++) {
        write_scene(&writer, scenario, &layout->nodes[i]);
    }
    json_end(&writer);
    json_write_key(&writer, S("ways"));
    json_begin_list(&writer);
    for (int32_t i = 0; i < layout->edge_count; i++) {
        write_way(&writer, scenario, &layout->edges[i]);
    }
    json_end(&writer);
    json_end(&writer);
    return json_written(&writer);
}
