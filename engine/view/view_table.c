#include "view/view_table.h"

enum { NARROW = 700, NAME_SHARE = 3, CELL_SHARE = 2, GAP = 14 };

static int32_t share_of(const ViewTable *table, int32_t column) {
    return table->shares ? table->shares[column] : column == 0 ? NAME_SHARE : CELL_SHARE;
}

static void say_head(Ui *ui, const ViewTable *table) {
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = GAP, .align = UI_END, .padding = UI_PAD2(6, 2)});
    for (int32_t i = 0; i < table->column_count; i++) {
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = share_of(table, i)});
        ui_text(ui, (UiText){.text = table->columns[i], .style = TEXT_LABEL, .color = COLOR_SOFT, .role = UI_SILENT});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static Str headed(Ui *ui, const ViewTable *table, const Str *cells, int32_t column) {
    return UI_FORMAT(ui, TR("{0}: {1}"), table->columns[column], cells[column]);
}

static Str row_told(Ui *ui, const ViewTable *table, const Str *cells) {
    StrBuilder told = {.arena = ui_arena(ui)};
    for (int32_t i = 1; i < table->column_count; i++) {
        str_add(&told, i > 1 ? S("; ") : S(""));
        str_add(&told, headed(ui, table, cells, i));
    }
    return str_built(&told);
}

static void say_cell(Ui *ui, const ViewTable *table, const Str *cells, int32_t column, bool narrow) {
    if (narrow) {
        Str text = column == 0 ? cells[0] : headed(ui, table, cells, column);
        ui_text(ui, (UiText){.text = text, .style = column == 0 ? TEXT_STRONG : TEXT_SMALL, .role = UI_SILENT});
        return;
    }
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .share = share_of(table, column)});
    ui_text(ui, (UiText){.text = cells[column], .style = TEXT_SMALL, .role = UI_SILENT});
    ui_box_end(ui);
}

static void say_row(Ui *ui, const ViewTable *table, int32_t row, bool narrow) {
    const Str *cells = table->cells + (ptrdiff_t)row * table->column_count;
    ui_box_begin(ui, (UiBox){.key = S("row"),
                             .index = row,
                             .flow = narrow ? UI_COLUMN : UI_ROW,
                             .gap = narrow ? 0 : GAP,
                             .padding = UI_PAD2(6, 3),
                             .radius = 6,
                             .role = ROLE_ITEM,
                             .name = cells[0],
                             .value = row_told(ui, table, cells),
                             .focusable = true,
                             .waits = true,
                             .place = row + 1,
                             .set_size = table->row_count});
    for (int32_t i = 0; i < table->column_count; i++) {
        say_cell(ui, table, cells, i, narrow);
    }
    ui_box_end(ui);
}

void view_table(Ui *ui, const ViewTable *table) {
    bool narrow = ui_width(ui) < NARROW;
    ui_box_begin(ui, (UiBox){.key = table->key, .width = UI_GROW, .role = ROLE_LIST, .name = table->name});
    if (!narrow) {
        say_head(ui, table);
    }
    for (int32_t i = 0; i < table->row_count; i++) {
        ui_divider(ui);
        say_row(ui, table, i, narrow);
    }
    ui_box_end(ui);
}

void view_table_card(Ui *ui, Str key, const ViewTable *table) {
    ui_card_begin(ui, (UiBox){.key = key, .gap = 8, .role = ROLE_GROUP, .name = table->name});
    ui_heading(ui, table->name);
    view_table(ui, table);
    ui_card_end(ui);
}
