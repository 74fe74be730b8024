// The dialog that finds words in all texts, and shows what each would become before anything is replaced.
#include "base/utf8.h"
#include "editor/panel.h"

enum { FIND_WIDTH = 860, MOST_SHOWN = 200, MOST_WORDS = 400, AROUND = 40 };

// A stretch of a text around a hit, on one line.
typedef struct {
    Str text;
    UiHighlight mark;
} Excerpt;

static Str on_one_line(Arena *arena, Str text) {
    char *line = arena_push_text(arena, text.len);
    for (ptrdiff_t i = 0; i < text.len; i++) {
        line[i] = text.text[i] == '\n' ? ' ' : text.text[i];
    }
    return (Str){line, text.len};
}

// So many characters before and behind.
static Excerpt excerpt_of(const Page *page, Str text, const FindHit *hit, Str shown) {
    Arena *arena = ui_arena(page->ui);
    Str head = str_slice(text, 0, hit->from), tail = str_slice(text, hit->to, text.len);
    int32_t chars = utf8_count(head), skipped = chars > AROUND ? chars - AROUND : 0;
    Str before = str_slice(head, utf8_offset(head, skipped), head.len);
    Str after = str_slice(tail, 0, utf8_offset(tail, AROUND));
    Str more = skipped > 0 ? S("…") : (Str){0}, on = after.len < tail.len ? S("…") : (Str){0};
    Str line =
        str_format(arena, "%.*s%.*s%.*s%.*s%.*s", S_ARG(more), S_ARG(before), S_ARG(shown), S_ARG(after), S_ARG(on));
    ptrdiff_t from = more.len + before.len;
    return (Excerpt){.text = on_one_line(arena, line), .mark = {.from = from, .to = from + shown.len}};
}

static void say_excerpt(const Page *page, Excerpt excerpt, ColorRole ground, ColorRole ink) {
    excerpt.mark.ground = ground;
    excerpt.mark.ink = ink;
    UiHighlight *mark = arena_push(ui_arena(page->ui), UiHighlight, 1);
    *mark = excerpt.mark;
    ui_text(page->ui, (UiText){.text = excerpt.text,
                               .style = TEXT_SMALL,
                               .highlights = mark,
                               .highlight_count = mark->to > mark->from,
                               .role = UI_SILENT});
}

Str panel_tell_place(const Page *page, const FormRow *row) {
    Str part = panel_tell_part(page, editor_part_of(page->scenario, row->at)), label = panel_tell_row(page, row);
    return label.len > 0 ? UI_FORMAT(page->ui, TR("{0} · {1}"), part, label) : part;
}

static void say_hit(const Page *page, int32_t index) {
    Ui *ui = page->ui;
    const EditorFind *find = &page->editor->find;
    const FindHit *hit = &find->hits.rows[index];
    const FormRow *row = &find->texts.rows[hit->text];
    Excerpt now = excerpt_of(page, row->text, hit, str_slice(row->text, hit->from, hit->to));
    Str place = panel_tell_place(page, row);
    UiId id = ui_id(ui, S("hit"), index);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    if (find->replaces && ui_checkbox(ui, (UiToggle){.key = S("replaced"),
                                                     .index = index,
                                                     .text = panel_words(page, TR("Replace")),
                                                     .found = now.text,
                                                     .checked = !find->left_out[index]})) {
        panel_want(page, (EditorAction){.kind = EDITOR_LEAVE_OUT, .index = index});
    }
    ui_box_begin(ui, (UiBox){.key = S("hit"),
                             .index = index,
                             .width = UI_GROW,
                             .padding = UI_PAD2(8, 4),
                             .radius = 8,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .role = ROLE_LINK,
                             .name = UI_FORMAT(ui, TR("{0}: {1}"), place, now.text),
                             .focusable = true,
                             .place = index + 1,
                             .set_size = find->hits.count});
    ui_text(ui, (UiText){.text = place, .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
    say_excerpt(page, now, COLOR_OCHRE_LIGHT, COLOR_OCHRE_INK);
    if (find->replaces && !find->left_out[index]) {
        say_excerpt(page, excerpt_of(page, row->text, hit, find->by), COLOR_TEAL_LIGHT, COLOR_TEAL_INK);
    }
    ui_box_end(ui);
    ui_box_end(ui);
    if (ui_pressed(ui, id)) {
        panel_want(page, (EditorAction){.kind = EDITOR_GO_TO_HIT, .index = index});
    }
}

static int32_t count_texts(const FindHits *hits) {
    int32_t count = 0;
    for (int32_t i = 0; i < hits->count; i++) {
        count += i == 0 || hits->rows[i].text != hits->rows[i - 1].text;
    }
    return count;
}

static void say_hits(const Page *page) {
    Ui *ui = page->ui;
    const EditorFind *find = &page->editor->find;
    int32_t count = find->hits.count, shown = count < MOST_SHOWN ? count : MOST_SHOWN;
    Str found = panel_tell_count(page, TRP("{0} occurrence", "{0} occurrences"), count);
    Str texts = panel_tell_count(page, TRP("in {0} text", "in {0} texts"), count_texts(&find->hits));
    if (find->wanted.len > 0) {
        Str told = count > 0 ? UI_FORMAT(ui, TR("{0} {1}"), found, texts) : panel_words(page, TR("Nothing was found."));
        ui_text(ui, (UiText){.text = told, .style = TEXT_LABEL, .color = COLOR_SOFT, .live = true});
    }
    ui_box_begin(ui, (UiBox){.key = S("hits"), .role = ROLE_LIST, .name = panel_words(page, TR("What was found"))});
    for (int32_t i = 0; i < shown; i++) {
        say_hit(page, i);
    }
    ui_box_end(ui);
    if (shown < count) {
        ui_text(ui, (UiText){.text = panel_tell_count(page, TRP("and {0} more", "and {0} more"), count - shown),
                             .color = COLOR_SOFT});
    }
}

static void say_words(const Page *page, Str key, Str name, Str text, EditorActionKind kind) {
    Str edited;
    bool first = (kind == EDITOR_SET_FIND_BY) == (page->editor->find.replaces && page->editor->find.wanted.len > 0);
    if (ui_field(page->ui,
                 (UiField){.key = key,
                           .name = panel_words(page, name),
                           .placeholder = panel_words(page, name),
                           .text = text,
                           .most_chars = MOST_WORDS,
                           .wants_focus = first},
                 &edited)) {
        panel_want(page, (EditorAction){.kind = kind, .text = edited});
    }
}

static void say_rule(const Page *page, Str key, Str text, bool checked, EditorActionKind kind) {
    if (ui_checkbox(page->ui, (UiToggle){.key = key, .text = panel_words(page, text), .checked = checked})) {
        panel_want(page, (EditorAction){.kind = kind, .index = !checked});
    }
}

static void say_buttons(const Page *page, bool closes) {
    Ui *ui = page->ui;
    const EditorFind *find = &page->editor->find;
    int32_t count = find->hits.count - find->left_count;
    ui_dialog_foot(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .justify = UI_END});
    closes = ui_button(ui, (UiButton){.key = S("close"), .text = panel_words(page, TR("Close"))}) || closes;
    if (!find->replaces) {
        if (ui_button(ui, (UiButton){.key = S("replace"), .text = panel_words(page, TR("Replace…"))})) {
            panel_want(page, (EditorAction){.kind = EDITOR_SHOW_FIND, .index = 1});
        }
    } else if (ui_button(ui, (UiButton){.key = S("all"),
                                        .text = panel_tell_count(
                                            page, TRP("Replace {0} occurrence", "Replace {0} occurrences"), count),
                                        .kind = BUTTON_PRIMARY,
                                        .disabled = count == 0})) {
        panel_want(page, (EditorAction){.kind = EDITOR_REPLACE});
    }
    ui_box_end(ui);
    if (closes) {
        panel_want(page, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    }
}

void panel_say_find(const Page *page) {
    Ui *ui = page->ui;
    const EditorFind *find = &page->editor->find;
    Str title = panel_words(page, find->replaces ? TR("Replace in all texts") : TR("Find in all texts"));
    bool closes = ui_dialog_begin(ui, (UiDialog){.key = S("find"), .title = title, .width = FIND_WIDTH});
    say_words(page, S("wanted"), TR("What is looked for"), find->wanted, EDITOR_SET_FIND);
    bool enters = ui_pressed(ui, ui_id(ui, S("wanted"), 0)) && ui_input(ui)->kind == INPUT_KEY;
    if (find->replaces) {
        say_words(page, S("by"), TR("What is to stand there"), find->by, EDITOR_SET_FIND_BY);
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 20});
    say_rule(page, S("case"), TR("Capitals as they are written"), find->rules.exact_case, EDITOR_SET_FIND_CASE);
    say_rule(page, S("words"), TR("Whole words"), find->rules.whole_words, EDITOR_SET_FIND_WORDS);
    ui_box_end(ui);
    say_hits(page);
    say_buttons(page, closes);
    ui_dialog_end(ui);
    if (enters && find->hits.count > 0) {
        panel_want(page, (EditorAction){.kind = EDITOR_NEXT_HIT});
    }
}
