// Shared by the parts of the editor. Internal to editor.c and its parts.
#pragma once

#include "editor/editor.h"

// editor_file.c: the file of the document, and what is kept aside of it.
void editor_open(Editor *editor, Str path, int64_t now_ms);                   // an empty path: a new case
void editor_begin_new(Editor *editor, Str key, Str language, int64_t now_ms); // Template.key
void editor_begin_copy(Editor *editor, int64_t now_ms);                       // of what is open, with an id of its own
void editor_close(Editor *editor);
void editor_save(Editor *editor, SaveOver over, int64_t now_ms);
void editor_save_as(Editor *editor, int64_t now_ms); // at editor->path
void editor_ask_path(Editor *editor);
void editor_take_reports(Editor *editor, int64_t now_ms);
void editor_keep_aside(Editor *editor, int64_t now_ms);
void editor_keep_aside_now(Editor *editor, int64_t now_ms); // whatever was written
void editor_drop_aside(Editor *editor);                     // nobody wants it any more
void editor_take_draft(Editor *editor, int64_t now_ms);
void editor_drop_draft(Editor *editor);
void editor_take_file(Editor *editor, int64_t now_ms); // what somebody else wrote there
void editor_take_previous(Editor *editor, int64_t now_ms);

// editor_map.c
void editor_map_act(Editor *editor, const EditorAction *action, int64_t now_ms); // from EDITOR_TAKE on
void editor_map_follow(Editor *editor);                                          // the document, before it is laid out
void editor_map_forget(Editor *editor);                                          // what is chosen and folded

// editor_play.c
void editor_play(Editor *editor, int64_t now_ms); // from what is looked at
void editor_play_again(Editor *editor, int64_t now_ms);
void editor_play_follow(Editor *editor, int64_t now_ms); // the document, as far as the answers still fit
void editor_play_walk(Editor *editor, const SoloAction *action, int64_t now_ms);
void editor_play_clock(Editor *editor, int64_t now_ms); // which stands still where the play is not in sight
int64_t editor_play_next_tick(const Editor *editor, int64_t now_ms);
void editor_play_stop(Editor *editor);
void editor_set_preset(Editor *editor, Str id, int32_t value);

// editor_structure.c: what is added, moved, copied and taken away.
void editor_add(Editor *editor, Str at, Str which, int64_t now_ms);
void editor_offer(Editor *editor, Str at);
void editor_put_scene(Editor *editor, Str at, int64_t now_ms);
bool editor_recast(Editor *editor, Str at, Str kind, int64_t now_ms); // false: what stands there is no kind of decision
void editor_delete(Editor *editor, Str at, int64_t now_ms);
void editor_delete_asked(Editor *editor, int64_t now_ms); // what was asked about
void editor_duplicate(Editor *editor, Str at, int64_t now_ms);
void editor_move(Editor *editor, Str at, int32_t to, int64_t now_ms);

void editor_ask_rename(Editor *editor, Str at);
void editor_set_id(Editor *editor, Str id);
void editor_rename(Editor *editor, int64_t now_ms);

Str editor_why_refused(OperationResult result); // a source of the catalogue
// One step of the document, after which all that is shown follows; false: nothing was changed, and it was said why.
bool editor_edit(Editor *editor, const Operation *operations, int32_t count, const Moment *moment);
void editor_keep_shown(Editor *editor, Str at); // the field there, as long as this part is looked at

// editor_tools.c
void editor_tool_act(Editor *editor, const EditorAction *action, int64_t now_ms); // EDITOR_SHOW_FIND to EDITOR_GO_TO

// editor_bench.c
void editor_bench_follow(Editor *editor); // what is shown
void editor_bench_set_phrase(Editor *editor, Str phrase);
void editor_bench_keep_phrase(Editor *editor, Str list, int64_t now_ms);
void editor_bench_finish(Editor *editor);

// editor_spelling.c
void editor_spelling_follow(Editor *editor);                               // what is shown
void editor_spelling_work(Editor *editor);                                 // on what waits
void editor_spelling_typed(Editor *editor, Str at, Str before, Str after); // an empty `at`: nothing is being typed
bool editor_spelling_take(Editor *editor, const WriterReport *report);     // false: it is another's
void editor_spelling_suggest(Editor *editor, Str word);
void editor_spelling_replace(Editor *editor, const EditorAction *action, int64_t now_ms);
void editor_spelling_learn(Editor *editor, Str word, int64_t now_ms);
void editor_spelling_finish(Editor *editor);

// editor_measure.c
void editor_measure(Editor *editor); // and shows the figures
void editor_measure_forget(Editor *editor);

// editor_tests.c
void editor_tests_act(Editor *editor, const EditorAction *action, int64_t now_ms); // EDITOR_RUN_TESTS and those behind
void editor_tests_forget(Editor *editor);

// editor_print.c
void editor_print(Editor *editor, int32_t kind, int64_t now_ms); // PrintKind

// editor_translate.c
void editor_translate_show(Editor *editor);
void editor_translate_export(Editor *editor, int64_t now_ms);
void editor_translate_import(Editor *editor);
void editor_translate_forget(Editor *editor);

// editor_find.c
void editor_find_show(Editor *editor, bool replaces);
void editor_find_set(Editor *editor, Str wanted);
void editor_find_set_by(Editor *editor, Str by);
void editor_find_set_rules(Editor *editor, FindRules rules);
void editor_find_leave_out(Editor *editor, int32_t hit);
void editor_find_go(Editor *editor, int32_t hit);
void editor_find_next(Editor *editor, int64_t now_ms);
void editor_find_forget(Editor *editor);
void editor_replace(Editor *editor, int64_t now_ms);

void editor_look(Editor *editor, Str at);                           // at a part of the case; its form is made anew
enum { EDITOR_CHOICES = 3 };                                        // of one question at most
void editor_answer(Editor *editor, int32_t choice, int64_t now_ms); // from 0, to the question that is asked
void editor_follow(Editor *editor);                                 // after the document changed
void editor_next_finding(Editor *editor);
void editor_mend(Editor *editor, int32_t row, Str focus, int64_t now_ms); // a finding, where that is sure
void editor_mend_all(Editor *editor, int64_t now_ms);
void editor_lead_to(Editor *editor, Str at); // its form, and the focus to its field
void editor_refresh(Editor *editor);         // what is shown, after the document changed
