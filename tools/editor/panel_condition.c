// What something depends on: a sentence, and menus that change it (scenario/clauses.h). What menus cannot say, and what
// somebody wants to write, is a text.
#include "base/limits.h"
#include "editor/panel.h"
#include "scenario/clauses.h"
#include "told/telling_clauses.h"

enum { NUMBER_WIDTH = 84, NUMBER_DIGITS = 8, LABEL_CHARS = 60 };

static const Str KINDS[CLAUSE_KIND_COUNT] = {
    [CLAUSE_GAUGE] = TR_INIT("A gauge"),
    [CLAUSE_FACT] = TR_INIT("A fact"),
    [CLAUSE_SEEN] = TR_INIT("A scene that was seen"),
    [CLAUSE_VISITS] = TR_INIT("How often a scene was met"),
    [CLAUSE_CHOSE] = TR_INIT("An answer that was given"),
    [CLAUSE_FOUND_THERE] = TR_INIT("What was noticed in an earlier answer"),
    [CLAUSE_SCORE] = TR_INIT("The marks so far"),
    [CLAUSE_PLACE] = TR_INIT("Where something was placed"),
    [CLAUSE_LEVEL] = TR_INIT("How something was rated"),
    [CLAUSE_IN] = TR_INIT("Where something was sorted"),
    [CLAUSE_SHARE] = TR_INIT("How much of it is right"),
    [CLAUSE_FOUND] = TR_INIT("What is noticed in this answer"),
    [CLAUSE_CONFIRMED] = TR_INIT("What was noticed was confirmed"),
    [CLAUSE_MARK] = TR_INIT("The mark of this answer"),
};

// A condition that is shown.
typedef struct {
    const Page *page;
    const FormRow *row;
    Clauses clauses;
    bool changed, typed;
} Showing;

static const Ask *ask_of(const Page *page, const FormRow *row) {
    static const Ask NONE = {0};
    Pointed place;
    bool answered = row->field->answered;
    bool found = !answered && pointer_find(page->scenario, row->at, &place);
    // Of a line or a way the field that it stands in says whether an answer was given.
    Str up = row->at, token;
    while (found && !answered && pointer_split(up, &up, &token) && up.len > 0) {
        answered = pointer_find(page->scenario, up, &place) && place.field && place.field->answered;
    }
    return answered ? form_ask_at(page->scenario, row->at) : &NONE;
}

// What a name may be: of an option those of the decision in the scene that stands before it.
static FormTargets targets_of(const Page *page, const Clause *clause, Target target) {
    const Scenario *scenario = page->scenario;
    if (target != TARGET_OPTION) {
        return page->editor->targets[target];
    }
    Arena *arena = ui_arena(page->ui);
    SceneId scene = scenario_find_scene(scenario, clause->a);
    Str at = str_format(arena, "/scenes/%d", scene - scenario->scene_rows.first);
    FormTargets options = scene != 0 ? form_targets(arena, scenario, TARGET_OPTION, at) : (FormTargets){0};
    if (scenario->asks.rows[scenario->scenes.rows[scene].ask].own_words != 0) {
        *rows_append(arena, &options) = (FormTarget){S("own-words"), panel_words(page, TR("In one’s own words"))};
    }
    return options;
}

static Str cut_label(const Page *page, Str label) {
    ptrdiff_t end = label.len;
    for (end = label.len > LABEL_CHARS ? LABEL_CHARS : end; end < label.len && (label.text[end] & 0xC0) == 0x80;) {
        end--;
    }
    return end < label.len ? str_format(ui_arena(page->ui), "%.*s…", S_ARG(str_slice(label, 0, end))) : label;
}

static Str name_of(const void *context, const Clause *clause, Target target, Str id) {
    const Page *page = context;
    FormTargets targets = targets_of(page, clause, target);
    Str name = id;
    for (int32_t i = 0; i < targets.count; i++) {
        name = str_equal(targets.rows[i].id, id) ? targets.rows[i].label : name;
    }
    return cut_label(page, name);
}

static ClausesTelling telling_of(const Page *page) {
    return (ClausesTelling){
        .arena = ui_arena(page->ui), .catalog = &page->editor->app.catalog, .name = name_of, .context = page};
}

// The first that such a name may be; of a scene the first with answers, where one of those comes next.
static bool begin_names(const Page *page, Clause *clause) {
    ClauseForm form = clause_form(clause->kind);
    FormTargets first = targets_of(page, clause, form.a), second = {0};
    if (form.a == TARGET_NOTHING) {
        return true;
    }
    for (int32_t i = 0; i < first.count; i++) {
        clause->a = first.rows[i].id;
        second = targets_of(page, clause, form.b);
        if (form.b == TARGET_NOTHING || second.count > 0) {
            clause->b = second.count > 0 ? second.rows[0].id : (Str){0};
            return true;
        }
    }
    return false;
}

static bool say_name(const Showing *showing, const Clause *clause, Target target, Str key, Str *name) {
    Ui *ui = showing->page->ui;
    FormTargets targets = targets_of(showing->page, clause, target);
    Str *labels = arena_push(ui_arena(ui), Str, targets.count + 1);
    int32_t chosen = targets.count;
    for (int32_t i = 0; i < targets.count; i++) {
        labels[i] = targets.rows[i].label;
        chosen = str_equal(targets.rows[i].id, *name) ? i : chosen;
    }
    labels[targets.count] = UI_FORMAT(ui, TR("“{0}”, which is not there"), *name);
    int32_t count = targets.count + (chosen == targets.count);
    int32_t wanted = ui_combo(ui, key, panel_words(showing->page, KINDS[clause->kind]), labels, count, chosen);
    if (!targets.rows || wanted == chosen || wanted >= targets.count) {
        return false;
    }
    *name = targets.rows[wanted].id;
    return true;
}

static void say_number(Showing *showing, Clause *clause) {
    Ui *ui = showing->page->ui;
    Str edited, written = str_format(ui_arena(ui), "%d", clause->number);
    int32_t number = 0;
    ui_box_begin(ui, (UiBox){.width = NUMBER_WIDTH});
    if (ui_field(ui,
                 (UiField){.key = S("number"),
                           .name = panel_words(showing->page, TR("Compared with")),
                           .text = written,
                           .most_chars = NUMBER_DIGITS,
                           .undo_outside = true},
                 &edited) &&
        (edited.len == 0 || str_to_int(edited, &number))) {
        clause->number = number;
        showing->changed = showing->typed = true;
    }
    ui_box_end(ui);
}

static void say_relation(Showing *showing, Clause *clause) {
    Ui *ui = showing->page->ui;
    Str labels[RELATION_COUNT - 1];
    for (int32_t i = RELATION_AT_LEAST; i < RELATION_COUNT; i++) {
        labels[i - 1] = panel_words(showing->page, telling_relation((ClauseRelation)i));
    }
    Str name = panel_words(showing->page, TR("How it is compared"));
    int32_t now = (int32_t)clause->relation - 1;
    int32_t wanted = ui_combo(ui, S("relation"), name, labels, COUNT(labels), now);
    showing->changed = showing->changed || wanted != now;
    clause->relation = (ClauseRelation)(wanted + 1);
    say_number(showing, clause);
}

static void say_truth(Showing *showing, Clause *clause) {
    const Str labels[] = {panel_words(showing->page, TR("holds")), panel_words(showing->page, TR("does not hold"))};
    Str name = panel_words(showing->page, TR("Whether it holds"));
    int32_t wanted = ui_combo(showing->page->ui, S("truth"), name, labels, COUNT(labels), clause->negated);
    showing->changed = showing->changed || wanted != clause->negated;
    clause->negated = wanted == 1;
}

static bool say_clause(Showing *showing, int32_t i) {
    Ui *ui = showing->page->ui;
    Clause *clause = &showing->clauses.list.rows[i];
    ClauseForm form = clause_form(clause->kind);
    ClausesTelling telling = telling_of(showing->page);
    Str told = telling_clause(&telling, clause);
    ui_box_begin(ui, (UiBox){.key = S("clause"), .index = i, .gap = 4, .role = ROLE_GROUP, .name = told});
    ui_text(ui, (UiText){
                    .text = panel_words(showing->page, KINDS[clause->kind]), .style = TEXT_SMALL, .color = COLOR_SOFT});
    bool other = form.a != TARGET_NOTHING && say_name(showing, clause, form.a, S("a"), &clause->a);
    if (other && form.b != TARGET_NOTHING) {
        FormTargets second = targets_of(showing->page, clause, form.b);
        clause->b = second.count > 0 ? second.rows[0].id : clause->b;
    }
    showing->changed = showing->changed || other;
    showing->changed =
        (form.b != TARGET_NOTHING && say_name(showing, clause, form.b, S("b"), &clause->b)) || showing->changed;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 6, .align = UI_CENTER});
    if (form.compared) {
        say_relation(showing, clause);
    } else {
        say_truth(showing, clause);
    }
    bool removed = ui_button(ui, (UiButton){.key = S("remove"),
                                            .text = panel_words(showing->page, TR("Remove")),
                                            .name = UI_FORMAT(ui, TR("Remove: {0}"), told),
                                            .kind = BUTTON_QUIET,
                                            .compact = true});
    ui_box_end(ui);
    ui_box_end(ui);
    return removed;
}

static void remove_clause(Clauses *clauses, int32_t which) {
    for (int32_t i = which; i + 1 < clauses->list.count; i++) {
        clauses->list.rows[i] = clauses->list.rows[i + 1];
    }
    clauses->list.count--;
}

// All must hold, or one.
static void say_joint(Showing *showing) {
    Ui *ui = showing->page->ui;
    const Str labels[] = {panel_words(showing->page, TR("all of it holds")),
                          panel_words(showing->page, TR("one of it is enough"))};
    bool now = showing->clauses.list.rows[1].or_before;
    int32_t wanted = ui_choices(ui, (UiChoices){.key = S("joint"),
                                                .name = panel_words(showing->page, TR("How it goes together")),
                                                .labels = labels,
                                                .count = COUNT(labels),
                                                .chosen = now});
    for (int32_t i = 1; i < showing->clauses.list.count && wanted != now; i++) {
        showing->clauses.list.rows[i].or_before = wanted == 1;
        showing->changed = true;
    }
}

static void add_clause(Showing *showing, ClauseKind kind) {
    Clause clause = {.kind = kind, .relation = clause_form(kind).compared ? RELATION_AT_LEAST : RELATION_NONE};
    clause.or_before = showing->clauses.list.count > 1 && showing->clauses.list.rows[1].or_before;
    clause.number = clause.relation != RELATION_NONE;
    if (begin_names(showing->page, &clause)) {
        *rows_append(ui_arena(showing->page->ui), &showing->clauses.list) = clause;
        showing->changed = true;
    }
}

static void say_add(Showing *showing) {
    Ui *ui = showing->page->ui;
    Str labels[CLAUSE_KIND_COUNT];
    ClauseKind kinds[CLAUSE_KIND_COUNT];
    int32_t count = 0;
    const Ask *ask = ask_of(showing->page, showing->row);
    for (int32_t i = 0; i < CLAUSE_KIND_COUNT; i++) {
        Clause clause = {.kind = (ClauseKind)i};
        if (clause_fits(clause.kind, ask) && begin_names(showing->page, &clause)) {
            labels[count] = panel_words(showing->page, KINDS[i]);
            kinds[count++] = clause.kind;
        }
    }
    UiButton button = {.key = S("add"), .text = panel_words(showing->page, TR("It depends on…")), .compact = true};
    panel_follow_focus(showing->page, showing->row->at, ui_id(ui, button.key, 0));
    int32_t chosen = ui_menu(ui, button, labels, count);
    if (chosen >= 0) {
        add_clause(showing, kinds[chosen]);
    }
}

static void say_as_text(const Page *page, bool as_text) {
    if (ui_button(page->ui,
                  (UiButton){.key = S("as-text"),
                             .text = panel_words(page, as_text ? TR("Write it as a text") : TR("Choose it in lists")),
                             .kind = BUTTON_QUIET,
                             .compact = true})) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW_AS_TEXT, .index = as_text});
    }
}

static void say_menus(Showing *showing) {
    int32_t removed = -1;
    for (int32_t i = 0; i < showing->clauses.list.count; i++) {
        removed = say_clause(showing, i) ? i : removed;
    }
    if (showing->clauses.list.count > 1) {
        say_joint(showing);
    }
    if (removed >= 0) {
        remove_clause(&showing->clauses, removed);
        showing->changed = true;
    }
    ui_box_begin(showing->page->ui, (UiBox){.flow = UI_WRAP, .gap = 6});
    say_add(showing);
    say_as_text(showing->page, true);
    ui_box_end(showing->page->ui);
    if (showing->changed) {
        Str text = clauses_write(ui_arena(showing->page->ui), &showing->clauses);
        bool gone = text.len == 0 && !showing->row->field->required;
        panel_want(showing->page, (EditorAction){.kind = gone             ? EDITOR_REMOVE
                                                         : showing->typed ? EDITOR_TYPE
                                                                          : EDITOR_PUT,
                                                 .at = showing->row->at,
                                                 .text = text});
    }
}

static void say_text(const Page *page, const FormRow *row, Str label) {
    UiField field = {
        .name = label, .text = row->text, .multiline = true, .rows = 2, .most_chars = LIMIT_CONDITION_CHARS};
    Str edited;
    if (panel_say_field(page, row, field, &edited)) {
        panel_want(page, (EditorAction){.kind = EDITOR_TYPE, .at = row->at, .text = edited});
    }
}

void panel_say_condition(const Page *page, const FormRow *row, Str label) {
    Ui *ui = page->ui;
    ClausesTelling telling = telling_of(page);
    Showing showing = {page, row, clauses_read(ui_arena(ui), page->scenario, row->text), false, false};
    bool menus = showing.clauses.plain && !page->editor->as_text;
    ui_box_begin(ui, (UiBox){.key = row->at, .index = 1, .gap = 4});
    ui_text(ui, (UiText){.text = label, .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
    if (showing.clauses.known && showing.clauses.list.count > 0) {
        ui_text(ui, (UiText){.text = telling_clauses(&telling, &showing.clauses), .color = COLOR_TEAL_INK});
    }
    ui_box_begin(ui, (UiBox){.key = S("condition"), .index = menus, .gap = 8, .role = ROLE_GROUP, .name = label});
    if (menus) {
        say_menus(&showing);
    } else {
        say_text(page, row, label);
    }
    if (!menus && showing.clauses.plain) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW});
        say_as_text(page, false);
        ui_box_end(ui);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}
