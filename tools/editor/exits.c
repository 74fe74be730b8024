#include "editor/exits.h"

// An answer whose own ways are `routes`, where "next" stands in the object at `owner`.
static void add_exit(Arena *arena, const Scenario *scenario, Exits *exits, Exit exit, Str owner, Span routes) {
    bool depends = routes.count > 1 || (routes.count == 1 && scenario->routes.rows[routes.first].when != 0);
    exit.at = depends ? str_format(arena, "%.*s/next/%d/to", S_ARG(owner), routes.count - 1)
                      : str_format(arena, "%.*s/next", S_ARG(owner));
    *rows_append(arena, exits) = exit;
}

static void add_options(Arena *arena, const Scenario *scenario, const Ask *ask, Str owner, Exits *exits) {
    for (int32_t i = 0; i < ask->options.count; i++) {
        Exit exit = {.option = ask->options.first + i, .label = scenario_answer_letter(i)};
        add_exit(arena, scenario, exits, exit, str_format(arena, "%.*s/options/%d", S_ARG(owner), i),
                 scenario->options.rows[exit.option].gives.next);
    }
    if (ask->own_words != 0) {
        Exit exit = {.option = OPTION_OWN_WORDS, .label = scenario_answer_letter(ask->options.count)};
        add_exit(arena, scenario, exits, exit, str_format(arena, "%.*s/own_words", S_ARG(owner)),
                 scenario->own_words.rows[ask->own_words].next);
    }
}

Exits exits_of(Arena *arena, const Scenario *scenario, SceneId scene) {
    const Scene *row = &scenario->scenes.rows[scene];
    const Ask *ask = &scenario->asks.rows[row->ask];
    Str at = str_format(arena, "/scenes/%d", scene - scenario->scene_rows.first);
    Str owner = str_format(arena, "%.*s/ask", S_ARG(at));
    Exits exits = {0};
    if (row->ending != 0) {
        return exits;
    }
    if (ask->kind == ASK_CHOICE) {
        add_options(arena, scenario, ask, owner, &exits);
    } else if (ask->bands.count > 0) {
        for (int32_t i = 0; i < ask->bands.count; i++) {
            Exit exit = {.label = scenario_band_label(arena, scenario, ask, i)};
            add_exit(arena, scenario, &exits, exit, str_format(arena, "%.*s/bands/%d", S_ARG(owner), i),
                     scenario->share_bands.rows[ask->bands.first + i].gives.next);
        }
    } else {
        bool asks = row->ask != 0;
        add_exit(arena, scenario, &exits, (Exit){0}, asks ? owner : at, asks ? ask->next : row->next);
    }
    return exits;
}

int32_t exits_find(const Exits *exits, const Edge *edge) {
    int32_t found = -1;
    for (int32_t i = 0; i < exits->count && found < 0; i++) {
        const Exit *exit = &exits->rows[i];
        found = exit->option == edge->option && str_equal(exit->label, edge->label) ? i : -1;
    }
    return found;
}

static bool has_operation_at(const Operations *operations, Str at) {
    bool has = false;
    for (int32_t i = 0; i < operations->count && !has; i++) {
        has = str_equal(operations->rows[i].at, at);
    }
    return has;
}

Operations exits_lead(Arena *arena, const Scenario *scenario, Str bytes, const Edge *between, Str to) {
    Operations operations = {0};
    EdgeTable edges = {0};
    Exits exits = exits_of(arena, scenario, between->from);
    scenario_list_edges(arena, scenario, &edges);
    for (int32_t i = 0; i < edges.count; i++) {
        const Edge *edge = &edges.rows[i];
        if (edge->from != between->from || edge->to != between->to) {
            continue;
        }
        int32_t exit = exits_find(&exits, edge);
        Str at = edge->route != 0          ? pointer_at(arena, bytes, scenario->routes.rows[edge->route].to.place)
                 : exit >= 0 && exits.rows ? exits.rows[exit].at
                                           : (Str){0};
        if (at.len > 0 && !has_operation_at(&operations, at)) { // options may share the way of their decision
            *rows_append(arena, &operations) = operation_text(arena, at, to);
        }
    }
    return operations;
}
