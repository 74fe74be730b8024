// What follows from a change of the case: findings, the map, the form of what is looked at.
#include "base/catalog.h"
#include "base/date.h"
#include "base/error.h"
#include "check/case_check.h"
#include "editor/editor_parts.h"
#include "editor/mend.h"

static void mark_scene(Editor *editor, const Finding *finding) {
    const Scenario *scenario = editor->document.reading.scenario;
    Pointed place;
    Str part = editor_part_of(scenario, finding->pointer);
    if (str_begins(part, S("/scenes/")) && pointer_find(scenario, part, &place)) {
        Severity now = finding_severity(finding->code);
        EditorMark mark = now == SEVERITY_ERROR ? EDITOR_MARK_ERROR : EDITOR_MARK_REMARK;
        EditorMark *kept = &editor->marks[place.row];
        *kept = mark > *kept ? mark : *kept;
    }
}

static void look_for_mends(Editor *editor) {
    const DocumentReading *reading = &editor->document.reading;
    editor->mendable = arena_push(&editor->map_arena, bool, reading->findings.count + 1);
    editor->mend_count = 0;
    for (int32_t i = 0; i < reading->findings.count; i++) {
        Operations mend;
        ArenaMark mark = arena_mark(&editor->scratch);
        const Finding *finding = &reading->findings.rows[i];
        editor->mendable[i] = mend_find(&editor->scratch, reading->scenario, reading->bytes, finding, &mend);
        editor->mend_count += editor->mendable[i];
        arena_rewind(&editor->scratch, mark);
    }
}

static void check(Editor *editor) {
    DocumentReading *reading = &editor->document.reading;
    case_check(reading->scenario, reading->bytes, date_days(editor->today), &editor->scratch, &reading->findings);
    editor->errors = editor->remarks = 0;
    editor->marks = arena_push(&editor->map_arena, EditorMark, reading->scenario->scenes.count + 1);
    for (int32_t i = 0; i < reading->findings.count; i++) {
        bool error = finding_severity(reading->findings.rows[i].code) == SEVERITY_ERROR;
        editor->errors += error;
        editor->remarks += !error;
        mark_scene(editor, &reading->findings.rows[i]);
    }
    look_for_mends(editor);
}

static EditorLaid make_laid(const Editor *editor, Arena *arena) {
    const Scenario *scenario = editor->document.reading.scenario;
    EditorLaid laid = {.start = scenario->start.id, .count = scenario->scenes.count};
    EditorLaidScene *scenes = arena_push(arena, EditorLaidScene, laid.count);
    for (SceneId i = 1; i < laid.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        scenes[i] = (EditorLaidScene){editor->on_map.into[i], scene->placed, {scene->at[0], scene->at[1]}};
    }
    laid.scenes = scenes;
    scenario_list_edges(arena, scenario, &laid.edges);
    return laid;
}

static bool is_same_scene(const EditorLaidScene *a, const EditorLaidScene *b) {
    return a->into == b->into && a->placed == b->placed && a->at[0] == b->at[0] && a->at[1] == b->at[1];
}

static bool is_same_edge(const Edge *a, const Edge *b) {
    return a->from == b->from && a->to == b->to && a->option == b->option && a->route == b->route &&
           a->conditional == b->conditional && str_equal(a->label, b->label);
}

static bool is_laid(const EditorLaid *a, const EditorLaid *b) {
    bool same = a->count == b->count && a->start == b->start && a->edges.count == b->edges.count;
    for (int32_t i = 0; same && i < a->edges.count; i++) {
        same = is_same_edge(&a->edges.rows[i], &b->edges.rows[i]);
    }
    for (SceneId i = 1; same && i < a->count; i++) {
        same = is_same_scene(&a->scenes[i], &b->scenes[i]);
    }
    return same;
}

// Letters that are typed change no way: the layout stays, which is a fourth of what follows from a letter.
static void lay_out(Editor *editor) {
    Arena arena = {0};
    EditorLaid laid = make_laid(editor, &arena);
    if (is_laid(&editor->laid, &laid)) {
        arena_finish(&arena);
        return;
    }
    arena_finish(&editor->layout_arena);
    editor->layout_arena = arena;
    editor->laid = laid;
    editor->map = layout_of_folded(&editor->layout_arena, &editor->scratch, editor->document.reading.scenario,
                                   editor->on_map.into);
}

static void forget_layout(Editor *editor) {
    arena_finish(&editor->layout_arena);
    editor->laid = (EditorLaid){0};
    editor->map = (Layout){0};
}

void editor_follow(Editor *editor) {
    const Scenario *scenario = editor->document.reading.scenario;
    editor_find_forget(editor);
    editor_measure_forget(editor);
    editor_translate_forget(editor);
    arena_finish(&editor->map_arena);
    check(editor);
    editor_map_follow(editor);
    if (scenario->read && scenario->scene_rows.count > 0) {
        lay_out(editor);
    } else {
        forget_layout(editor);
    }
    editor_refresh(editor);
    editor_play_follow(editor, editor->now_ms);
}

// The row that stands for a pointer: its own, else the first in it, else the innermost around it.
static Str find_row(const Form *form, Str at) {
    Str found = {0};
    bool inside = false;
    for (int32_t i = 0; i < form->count; i++) {
        const FormRow *row = &form->rows[i];
        bool group = row->kind == FORM_GROUP, begins = str_begins(row->at, at), around = str_begins(at, row->at);
        if (!group && begins && !inside) {
            found = row->at;
            inside = true;
        } else if (!group && around && !inside && row->at.len >= found.len) {
            found = row->at;
        }
    }
    return found;
}

void editor_lead_to(Editor *editor, Str at) {
    Str there = str_copy(&editor->scratch, at);
    editor_look(editor, there);
    editor->focus = str_copy(&editor->focus_arena, find_row(&editor->form, there));
    editor->panel = EDITOR_FORM;
}

// The one after what has the focus, or was last led to; round and round.
void editor_next_finding(Editor *editor) {
    const Findings *findings = &editor->document.reading.findings;
    if (findings->count > 0) {
        int32_t next = 0;
        while (next < findings->count && findings->rows[next].offset <= editor->led_to) {
            next++;
        }
        const Finding *finding = &findings->rows[next % findings->count];
        editor->led_to = finding->offset;
        editor_lead_to(editor, finding->pointer);
    }
}

// The part of the case is shown, so that one sees what was written.
void editor_mend(Editor *editor, int32_t row, Str focus, int64_t now_ms) {
    const DocumentReading *reading = &editor->document.reading;
    Operations mend;
    ASSERT(row >= 0 && row < reading->findings.count);
    const Finding *finding = &reading->findings.rows[row];
    Str at = str_copy(&editor->scratch, finding->pointer);
    editor->focus = str_copy(&editor->focus_arena, focus);
    mend_find(&editor->scratch, reading->scenario, reading->bytes, finding, &mend);
    if (mend.count > 0 && editor_edit(editor, mend.rows, mend.count, &(Moment){.now_ms = now_ms})) {
        editor_look(editor, at);
        app_say(&editor->app, TOAST_DONE, TR("Mended."), (Str){0}, now_ms);
    }
}

void editor_mend_all(Editor *editor, int64_t now_ms) {
    const DocumentReading *reading = &editor->document.reading;
    Operations mend = mend_all(&editor->scratch, reading->scenario, reading->bytes, &reading->findings);
    if (mend.count > 0 && editor_edit(editor, mend.rows, mend.count, &(Moment){.now_ms = now_ms})) {
        app_say(&editor->app, TOAST_DONE, TR("All that is sure was mended, as one step."), (Str){0}, now_ms);
    }
}
