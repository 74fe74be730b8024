// Lists whose rows are only said when they are in sight.
#include "ui/node.h"
#include "ui/widgets.h"

void ui_list_begin(Ui *ui, UiList *list) {
    UiId id = ui_box_begin(ui, (UiBox){.key = list->key,
                                       .height = UI_GROW,
                                       .padding = UI_PAD(6),
                                       .scrolls = true,
                                       .role = ROLE_LIST,
                                       .name = list->name,
                                       .set_size = list->count});
    int32_t tall = ui_px(ui, list->row_height);
    int32_t sight = ui_last_rect(ui, id).height;
    sight = sight > 0 ? sight : ui->height;
    int32_t first = ui_keep(ui, id)->scroll / tall - 1;
    int32_t end = first + sight / tall + 4;
    list->first = first < 0 ? 0 : first < list->count ? first : list->count;
    list->end = end < list->count ? end : list->count;
    ui_space(ui, list->first * list->row_height);
}

void ui_list_end(Ui *ui, const UiList *list) {
    ui_space(ui, (list->count - list->end) * list->row_height);
    ui_box_end(ui);
}
