// The detectors' bench (editor/bench.h), while their form is shown.
#include "base/json.h"
#include "editor/editor_parts.h"

void editor_bench_follow(Editor *editor) {
    const Scenario *scenario = editor->document.reading.scenario;
    if (scenario->read && str_equal(editor->looked_at, S("/detectors"))) {
        bench_follow(&editor->bench, scenario);
        (void)bench_work(&editor->bench);
    } else {
        bench_forget(&editor->bench);
    }
}

void editor_bench_set_phrase(Editor *editor, Str phrase) {
    bench_set_phrase(&editor->bench, phrase);
    editor_bench_follow(editor);
}

void editor_bench_keep_phrase(Editor *editor, Str list, int64_t now_ms) {
    Arena *scratch = &editor->scratch;
    Str examples, token;
    Operation operation = operation_text(scratch, pointer_join(scratch, list, S("-")), editor->bench.phrase);
    operation.kind = OPERATION_INSERT;
    if (json_find_pointer(editor->document.reading.bytes, list) < 0) {
        Str json = str_format(scratch, "[%.*s]", S_ARG(operation.json));
        operation = (Operation){.kind = OPERATION_SET, .at = list, .json = json};
    }
    if (editor_edit(editor, &operation, 1, &(Moment){.now_ms = now_ms})) {
        editor_bench_set_phrase(editor, (Str){0});
        (void)pointer_split(list, &examples, &token);
        editor->focus = str_copy(&editor->focus_arena, examples); // the next phrase is tried there
    }
}

void editor_bench_finish(Editor *editor) {
    bench_forget(&editor->bench);
    arena_finish(&editor->bench.phrase_arena);
}
