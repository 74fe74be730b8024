// The figures of a case: what its endings can earn, where random walks lead, how long a walk takes to read.
#include "editor/editor_parts.h"
#include "editor/read_words.h"
#include "editor/texts.h"

enum { WALKS = 1000, SEED = 1 };

// They are of the case as it was measured, and of no other.
void editor_measure_forget(Editor *editor) {
    EditorMeasure *measure = &editor->measure;
    arena_finish(&measure->arena);
    *measure = (EditorMeasure){0};
}

void editor_measure(Editor *editor) {
    EditorMeasure *measure = &editor->measure;
    const Scenario *scenario = editor->document.reading.scenario;
    editor->overlay = EDITOR_FIGURES;
    if (measure->on || editor->errors > 0 || !scenario->read) {
        return;
    }
    Form texts = texts_of(&editor->scratch, scenario);
    measure->on = true;
    measure->reach = explore(&measure->arena, &editor->scratch, scenario, LIMIT_CHECK_STATES);
    measure->walks = simulate(&measure->arena, &editor->scratch, scenario, WALKS, SEED);
    measure->words = read_words_count(scenario, &texts, &measure->walks);
}
