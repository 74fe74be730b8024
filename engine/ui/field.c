// Text fields: what edit.h does with keys, what text.h breaks into lines, seen through a box.
#include "base/number.h"
#include "ui/field_speech.h"
#include "ui/node.h"
#include "ui/widgets.h"

typedef struct {
    Ui *ui;
    UiField field;
    UiId id;
    const TextLayout *layout;
    TextStyle type;
    int32_t room; // for lines
    Str shown;    // the text, with what an input method is composing put in
    ptrdiff_t caret, anchor;
    bool placeholder, focused, composes;
} FieldView;

static TextStyle type_of(const Ui *ui, const UiField *field) {
    const TextType *kind = &TEXT_TYPES[field->style];
    return (TextStyle){.face = kind->face, .size = ui_px(ui, kind->size), .line_height = ui_px(ui, kind->line_height)};
}

static int32_t caret_width(TextStyle type) {
    return max(type.size / 12, 1);
}

// What lines have of a field's width: the caret stands beside those that are set against its right edge.
static int32_t room_in(TextStyle type, int32_t width) {
    return width - caret_width(type);
}

// The caret one line up or down, as far across as it was when it began to go.
static bool move_caret_down(Ui *ui, UiKept *kept, const UiField *field, int32_t width, int32_t lines,
                            bool keep_anchor) {
    TextEdit *edit = kept->edit;
    TextStyle type = type_of(ui, field);
    const TextLayout *layout = text_layout(ui->texts, edit_text(edit), type, field->multiline ? width : -1);
    int32_t x, line, room = room_in(type, width);
    text_layout_find_caret(ui->texts, layout, room, edit->caret, &x, &line);
    if (line + lines < 0 || line + lines >= layout->line_count) {
        return false;
    }
    kept->wished_x = kept->wished_x < 0 ? x : kept->wished_x;
    int32_t y = layout->lines[line + lines].top + layout->line_height / 2;
    edit_move(edit, text_layout_find_offset(ui->texts, layout, room, kept->wished_x, y), keep_anchor);
    return true;
}

// The caret to the start or the end of the line as it is shown, which may be a part of a longer one.
static void move_caret_along(Ui *ui, UiKept *kept, const UiField *field, int32_t width, bool to_end, bool keep_anchor) {
    TextStyle type = type_of(ui, field);
    const TextLayout *layout = text_layout(ui->texts, edit_text(kept->edit), type, width);
    int32_t x, line;
    text_layout_find_caret(ui->texts, layout, 0, kept->edit->caret, &x, &line);
    ptrdiff_t target = to_end ? text_layout_line_end(layout, line) : layout->lines[line].from;
    edit_move(kept->edit, target, keep_anchor);
    kept->wished_x = -1;
}

static ptrdiff_t offset_at_pointer(Ui *ui, const UiKept *kept, const UiField *field, Rect inner) {
    TextStyle type = type_of(ui, field);
    const TextLayout *layout = text_layout(ui->texts, edit_text(kept->edit), type, field->multiline ? inner.width : -1);
    int32_t x = ui->pointer_x - inner.x + (field->multiline ? 0 : kept->edit_scroll);
    int32_t y = ui->pointer_y - inner.y;
    return text_layout_find_offset(ui->texts, layout, room_in(type, inner.width), x, y);
}

static EditOutcome answer_pointer(Ui *ui, UiKept *kept, const UiField *field, Rect inner) {
    const UiInput *input = &ui->input;
    bool down = input->kind == INPUT_DOWN, drags = input->kind == INPUT_MOVE;
    if (!ui_is_held(ui, kept->id) || !(down || drags)) {
        return EDIT_IGNORED;
    }
    ptrdiff_t at = offset_at_pointer(ui, kept, field, inner);
    kept->wished_x = -1;
    if (down && input->clicks == 2) {
        edit_select_word(kept->edit, at);
    } else if (down && input->clicks >= 3) {
        edit_move(kept->edit, 0, false);
        edit_move(kept->edit, edit_text(kept->edit).len, true);
    } else {
        edit_move(kept->edit, at, drags || (input->modifiers & MOD_SHIFT) != 0);
    }
    return EDIT_MOVED;
}

// In a paragraph that runs leftwards the left arrow leads on. Within one the caret goes along the text, never along the
// screen: where the direction turns within a line it would meet places twice, and others not at all.
static UiInput turn_arrow(Ui *ui, const UiKept *kept, const UiField *field, int32_t width) {
    UiInput input = ui->input;
    bool arrow = input.kind == INPUT_KEY && (input.key == KEY_LEFT || input.key == KEY_RIGHT);
    if (!arrow) {
        return input;
    }
    const TextLayout *layout =
        text_layout(ui->texts, edit_text(kept->edit), type_of(ui, field), field->multiline ? width : -1);
    int32_t x, line;
    text_layout_find_caret(ui->texts, layout, 0, kept->edit->caret, &x, &line);
    if (layout->lines[line].direction == DIRECTION_LEFTWARD) {
        input.key = input.key == KEY_LEFT ? KEY_RIGHT : KEY_LEFT;
    }
    return input;
}

static EditOutcome answer_keys(Ui *ui, UiKept *kept, const UiField *field, Rect inner) {
    const UiInput *input = &ui->input;
    if (ui->focus != kept->id || ui->taken || (input->kind != INPUT_KEY && input->kind != INPUT_TEXT)) {
        return EDIT_IGNORED;
    }
    bool vertical = input->kind == INPUT_KEY && (input->key == KEY_UP || input->key == KEY_DOWN);
    bool along = input->kind == INPUT_KEY && (input->key == KEY_HOME || input->key == KEY_END) &&
                 (input->modifiers & (MOD_CTRL | MOD_ALT)) == 0;
    bool shift = (input->modifiers & MOD_SHIFT) != 0;
    if (vertical && field->multiline) {
        bool moved = move_caret_down(ui, kept, field, inner.width, input->key == KEY_DOWN ? 1 : -1, shift);
        ui->taken = true;
        return moved ? EDIT_MOVED : EDIT_IGNORED;
    }
    if (along && field->multiline) {
        move_caret_along(ui, kept, field, inner.width, input->key == KEY_END, shift);
        ui->taken = true;
        return EDIT_MOVED;
    }
    TextEditRules rules = {
        .multiline = field->multiline, .most_chars = field->most_chars, .undo_outside = field->undo_outside};
    UiInput turned = turn_arrow(ui, kept, field, inner.width);
    EditOutcome outcome = edit_apply(kept->edit, &turned, rules, &ui->clipboard);
    if (outcome != EDIT_IGNORED) {
        ui->taken = true;
        kept->wished_x = -1;
    }
    return outcome;
}

static void draw_selected(const FieldView *view, UiCanvas *canvas, const TextLine *line, TextSpan span) {
    if (span.right <= span.left) {
        return;
    }
    int32_t left = text_line_left(line, view->room) + span.left;
    canvas_box(canvas, (CanvasBox){.rect = {left, line->top, span.right - span.left, view->layout->line_height},
                                   .fill = COLOR_SELECTION});
}

// The line end is selected as well.
static void draw_selected_end(const FieldView *view, UiCanvas *canvas, const TextLine *line) {
    int32_t width = view->type.size / 4;
    bool leftward = line->direction == DIRECTION_LEFTWARD;
    draw_selected(view, canvas, line, leftward ? (TextSpan){-width, 0} : (TextSpan){line->width, line->width + width});
}

static void draw_selection(const FieldView *view, UiCanvas *canvas) {
    ptrdiff_t first = view->caret < view->anchor ? view->caret : view->anchor;
    ptrdiff_t end = view->caret < view->anchor ? view->anchor : view->caret;
    for (int32_t i = 0; first < end && i < view->layout->line_count; i++) {
        const TextLine *line = &view->layout->lines[i];
        ptrdiff_t from = first > line->from ? first : line->from, to = end < line->to ? end : line->to;
        while (from < to) {
            TextSpan span = text_layout_take_span(view->ui->texts, view->layout, line, &from, to);
            if (end > line->to) { // the spaces that hang are part of the line end
                span = (TextSpan){max(span.left, 0), min(span.right, line->width)};
            }
            draw_selected(view, canvas, line, span);
        }
        if (end > line->to && first <= line->to) {
            draw_selected_end(view, canvas, line);
        }
    }
}

static Rect caret_rect(const FieldView *view) {
    int32_t x, line;
    text_layout_find_caret(view->ui->texts, view->layout, view->room, view->caret, &x, &line);
    return (Rect){x, view->layout->lines[line].top + view->layout->line_height / 10, caret_width(view->type),
                  view->layout->line_height * 8 / 10};
}

static Rect locate_caret(void *context) {
    return caret_rect(context);
}

static void draw_field(void *context, UiCanvas *canvas) {
    FieldView *view = context;
    Ui *ui = view->ui;
    Node node = *ui_canvas_node(canvas);
    view->focused = ui->focus == view->id; // who has it is settled by now
    view->room = room_in(view->type, node.rect.width);
    UiKept *kept = ui_find_kept(ui, view->id);
    Rect caret = caret_rect(view);
    int32_t slide = 0;
    if (!view->field.multiline) { // the caret stays in sight
        slide = kept->edit_scroll;
        slide = caret.x - slide > view->room ? caret.x - view->room : caret.x < slide ? caret.x : slide;
        slide = view->layout->width <= view->room ? 0 : slide;
        kept->edit_scroll = slide;
    }
    ui_canvas_shift(canvas, -slide);
    if (view->focused) {
        draw_selection(view, canvas);
    }
    node.rect.x -= slide;
    node.rect.width = view->room;
    node.layout = view->layout;
    node.type = view->type;
    node.text = (UiText){.text = view->shown,
                         .color = view->placeholder ? COLOR_SOFT : COLOR_INK,
                         .highlights = view->field.highlights,
                         .highlight_count = view->placeholder || view->composes ? 0 : view->field.highlight_count};
    node_draw_text(ui, &node);
    if (view->focused) {
        canvas_box(canvas, (CanvasBox){.rect = caret, .fill = COLOR_INK});
        UiFrame *frame = &ui_pass(ui)->frame;
        frame->types = true;
        frame->caret = (Rect){node.rect.x + caret.x, node.rect.y + caret.y, caret.width, caret.height};
    }
}

// The text with what is being composed at its caret, which then stands behind that.
static void put_composed_in(FieldView *view, const TextEdit *edit) {
    Str text = view->shown, composed = view->ui->composed;
    Str before = str_slice(text, 0, edit->caret), after = str_slice(text, edit->caret, text.len);
    view->shown = str_format(ui_arena(view->ui), "%.*s%.*s%.*s", S_ARG(before), S_ARG(composed), S_ARG(after));
    view->caret = view->anchor = edit->caret + composed.len;
}

static int32_t measure_field(void *context, int32_t width) {
    FieldView *view = context;
    Str text = view->placeholder ? view->field.placeholder : view->shown;
    view->layout = text_layout(view->ui->texts, text, view->type, view->field.multiline ? width : -1);
    view->room = room_in(view->type, width);
    int32_t rows = view->field.rows > 1 ? view->field.rows : 1;
    return view->type.line_height * (rows > view->layout->line_count ? rows : view->layout->line_count);
}

static FieldView *view_of(Ui *ui, UiField field, const UiKept *kept) {
    FieldView *view = arena_push(ui_arena(ui), FieldView, 1);
    *view = (FieldView){.ui = ui,
                        .field = field,
                        .id = kept->id,
                        .type = type_of(ui, &field),
                        .shown = edit_text(kept->edit),
                        .caret = kept->edit->caret,
                        .anchor = kept->edit->anchor,
                        .composes = ui->composed.len > 0 && ui_has_focus(ui, kept->id)};
    if (view->composes) {
        put_composed_in(view, kept->edit);
    }
    view->placeholder = view->shown.len == 0;
    return view;
}

static TextEdit *take_edit(Ui *ui) {
    return ui->spare_edits.count > 0 ? ui->spare_edits.rows[--ui->spare_edits.count]
                                     : arena_push(&ui->arena, TextEdit, 1);
}

static UiKept *keep_edit(Ui *ui, UiId id, Str text) {
    UiKept *kept = ui_keep(ui, id);
    if (kept->edit == NULL) {
        kept->edit = take_edit(ui);
        edit_init(kept->edit, text);
    } else if (!str_equal(edit_text(kept->edit), text)) {
        edit_replace(kept->edit, text);
    }
    return kept;
}

static Str line_of_caret(Ui *ui, const UiKept *kept, const UiField *field, int32_t width) {
    TextStyle type = type_of(ui, field);
    Str text = edit_text(kept->edit);
    const TextLayout *layout = text_layout(ui->texts, text, type, field->multiline ? width : -1);
    int32_t x, line;
    text_layout_find_caret(ui->texts, layout, 0, kept->edit->caret, &x, &line);
    return str_slice(text, layout->lines[line].from, layout->lines[line].to);
}

static EditOutcome answer_aloud(Ui *ui, UiKept *kept, const UiField *field, Rect inner) {
    FieldState before = field_state(ui, kept->edit);
    EditOutcome outcome = answer_keys(ui, kept, field, inner);
    if (outcome != EDIT_IGNORED) {
        FieldState after = field_state(ui, kept->edit);
        field_say_edit(ui, &before, &after, field->most_chars, line_of_caret(ui, kept, field, inner.width));
    }
    return outcome;
}

bool ui_field(Ui *ui, UiField field, Str *text) {
    UiId id = ui_id(ui, field.key, field.index);
    UiKept *kept = keep_edit(ui, id, field.text);
    int32_t pad = 14, above = field.multiline ? 12 : 9;
    Rect inner = ui_last_rect(ui, id);
    inner.x += ui_px(ui, pad);
    inner.y += ui_px(ui, above);
    inner.width -= 2 * ui_px(ui, pad);
    EditOutcome outcome = answer_pointer(ui, kept, &field, inner);
    if (outcome == EDIT_IGNORED) {
        outcome = ui->preferences.speaks ? answer_aloud(ui, kept, &field, inner) : answer_keys(ui, kept, &field, inner);
        ui->focus_moved = ui->focus_moved || outcome != EDIT_IGNORED; // the caret stays in sight
    }
    *text = str_copy(ui_arena(ui), edit_text(kept->edit));
    field.text = *text;
    ui_box_begin(ui, (UiBox){.key = field.key,
                             .index = field.index,
                             .width = UI_GROW,
                             .flow = UI_ROW,
                             .gap = 8,
                             .align = UI_CENTER,
                             .padding = {pad, above, pad, above},
                             .fill = COLOR_CARD,
                             .stroke = COLOR_EDGE,
                             .radius = 14,
                             .role = ROLE_FIELD,
                             .name = field.name,
                             .value = *text,
                             .focusable = true,
                             .wants_focus = field.wants_focus,
                             .keeps_arrows = true,
                             .keeps_enter = field.multiline});
    ui_picture(ui, (UiPicture){.width = UI_GROW, .draw = draw_field, .context = view_of(ui, field, kept)});
    Node *picture = &ui_pass(ui)->nodes.rows[ui_pass(ui)->nodes.count - 1];
    picture->measure = measure_field;
    picture->locate = locate_caret;
    if (field.hint.len > 0) {
        ui_keycap(ui, field.hint);
    }
    ui_box_end(ui);
    return outcome == EDIT_CHANGED;
}
