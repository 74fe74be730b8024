// Playing from a scene on, while the case is being written.
#include "editor/editor_parts.h"
#include "session/log.h"

enum { SECOND_MS = 1000 };

int32_t editor_preset(const Editor *editor, Str id, int32_t otherwise) {
    for (int32_t i = 0; i < editor->play.presets.count; i++) {
        if (str_equal(editor->play.presets.rows[i].id, id)) {
            return editor->play.presets.rows[i].value;
        }
    }
    return otherwise;
}

void editor_set_preset(Editor *editor, Str id, int32_t value) {
    EditorPlay *play = &editor->play;
    for (int32_t i = 0; i < play->presets.count; i++) {
        if (str_equal(play->presets.rows[i].id, id)) {
            play->presets.rows[i].value = value;
            return;
        }
    }
    *rows_append(&play->preset_arena, &play->presets) = (EditorPreset){str_copy(&play->preset_arena, id), value};
}

// "trust=40,told=1", of what the case still has.
static Str write_presets(const Editor *editor, Arena *arena, const Scenario *scenario) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = 0; i < editor->play.presets.count; i++) {
        const EditorPreset *preset = &editor->play.presets.rows[i];
        FactId fact = scenario_find_fact(scenario, preset->id);
        bool plain = fact != 0 && !fact_is_latch(&scenario->facts.rows[fact]);
        if (plain || scenario_find_gauge(scenario, preset->id) != 0) {
            str_addf(&text, "%s%.*s=%d", text.count > 0 ? "," : "", S_ARG(preset->id), preset->value);
        }
    }
    return str_built(&text);
}

// A reading of the document that lasts as long as the play.
static const Scenario *read_again(Editor *editor, Arena *arena) {
    Findings findings = {.arena = arena};
    Str bytes = str_copy(arena, editor->document.reading.bytes);
    return scenario_parse(arena, &editor->scratch, &editor->framework, bytes, &findings);
}

void editor_play_stop(Editor *editor) {
    EditorPlay *play = &editor->play;
    if (play->on) {
        solo_finish(&play->solo);
    }
    arena_finish(&play->arena);
    play->scenario = NULL;
    play->from = (Str){0};
    play->on = play->behind = false;
    editor->panel = editor->panel == EDITOR_PLAYED ? EDITOR_FORM : editor->panel;
}

// In the place of what is played now it begins, or with `lines` of an earlier play goes on as far as they fit.
static bool begin(Editor *editor, Str from, Str lines, int64_t now_ms) {
    EditorPlay *play = &editor->play;
    editor_play_stop(editor);
    play->scenario = read_again(editor, &play->arena);
    play->from = str_copy(&play->arena, from);
    SoloStart start = {.scenario = play->scenario,
                       .seed = 1,
                       .now_ms = now_ms,
                       .from = play->from,
                       .presets = write_presets(editor, &play->arena, play->scenario)};
    play->on = (lines.len > 0 && solo_resume(&play->solo, &start, lines) != SOLO_RESUMED_NOTHING) ||
               solo_begin(&play->solo, &start);
    if (!play->on) {
        editor_play_stop(editor);
    }
    return play->on;
}

static void begin_anew(Editor *editor, Str from, int64_t now_ms) {
    if (editor->errors > 0) {
        app_say(&editor->app, TOAST_TROUBLE,
                TR("This cannot be played yet: the check tells what is missing. F7 leads there."), (Str){0}, now_ms);
        return;
    }
    if (begin(editor, from, (Str){0}, now_ms)) {
        editor->panel = EDITOR_PLAYED;
        editor->focus = S("play");
    }
}

void editor_play(Editor *editor, int64_t now_ms) {
    const Scenario *scenario = editor->document.reading.scenario;
    Pointed place;
    bool scene = str_begins(editor->looked_at, S("/scenes/")) && pointer_find(scenario, editor->looked_at, &place);
    begin_anew(editor, scene ? scenario_name(scenario, scenario->scenes.rows[place.row].id) : (Str){0}, now_ms);
}

void editor_play_again(Editor *editor, int64_t now_ms) {
    begin_anew(editor, str_copy(&editor->scratch, editor->play.from), now_ms);
}

static Str copy_lines(Arena *arena, const Log *log) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = 0; i < log->lines.count; i++) {
        str_add(&text, log->lines.rows[i].text);
        str_add_char(&text, '\n');
    }
    return str_built(&text);
}

void editor_play_follow(Editor *editor, int64_t now_ms) {
    EditorPlay *play = &editor->play;
    if (!play->on) {
        return;
    }
    play->behind = editor->errors > 0;
    if (play->behind) {
        return;
    }
    EditorPanel panel = editor->panel;
    Str lines = copy_lines(&editor->scratch, &play->solo.session.log);
    Str typed = str_copy(&editor->scratch, play->solo.draft.text), from = str_copy(&editor->scratch, play->from);
    if (begin(editor, from, lines, now_ms)) { // else the scene that it began at is gone
        editor->panel = panel;
        solo_retype(&play->solo, typed);
    }
}

void editor_play_walk(Editor *editor, const SoloAction *action, int64_t now_ms) {
    SoloAction walk = *action;
    walk.now_ms = now_ms;
    if (editor->play.on) {
        (void)solo_update(&editor->play.solo, &walk);
    }
}

void editor_play_clock(Editor *editor, int64_t now_ms) {
    SoloActionKind seen = editor->overlay == EDITOR_PLAIN ? SOLO_SHOW : SOLO_HIDE;
    editor_play_walk(editor, &(SoloAction){.kind = seen}, now_ms);
    editor_play_walk(editor, &(SoloAction){.kind = SOLO_CLOCK}, now_ms);
}

int64_t editor_play_next_tick(const Editor *editor, int64_t now_ms) {
    const Solo *solo = &editor->play.solo;
    return editor->play.on && solo_clock_runs(solo) ? now_ms + SECOND_MS : -1;
}
