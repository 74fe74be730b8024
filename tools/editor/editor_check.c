// What follows from a change of the case: findings, the map, the form of what is looked at.
#include "base/date.h"
#include "check/case_check.h"
#include "editor/editor_parts.h"

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
}

void editor_follow(Editor *editor) {
    const Scenario *scenario = editor->document.reading.scenario;
    arena_finish(&editor->map_arena);
    editor->map = (Layout){0};
    check(editor);
    if (scenario->read && scenario->scene_rows.count > 0) {
        editor->map = layout_of(&editor->map_arena, &editor->scratch, scenario);
    }
    editor_refresh(editor);
    editor_play_follow(editor, editor->now_ms);
}

// The one after what has the focus, or was last led to; round and round.
void editor_next_finding(Editor *editor) {
    const Findings *findings = &editor->document.reading.findings;
    if (findings->count > 0) {
        editor->finding = (editor->finding + 1) % findings->count;
        editor_lead_to(editor, findings->rows[editor->finding].pointer);
    }
}
