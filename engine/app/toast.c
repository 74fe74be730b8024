#include "app/toast.h"

#include "ui/widgets.h"

enum { SHOWN_MS = 7000, TROUBLE_SHOWN_MS = 15000 };

bool toast_takes_escape(Ui *ui, const Toast *toast) {
    return toast->kind != TOAST_NONE && ui_key(ui, KEY_ESCAPE, 0);
}

bool toast_view(Ui *ui, const Toast *toast, bool closed) {
    static const int32_t TINTS[TOAST_KIND_COUNT] = {
        [TOAST_INFO] = UI_TINT_NONE, [TOAST_DONE] = UI_TINT_TEAL, [TOAST_TROUBLE] = UI_TINT_TERRACOTTA};
    if (toast->kind == TOAST_NONE) {
        return false;
    }
    closed |= ui_toast(ui, toast->text, TINTS[toast->kind]);
    int64_t end_ms = toast->since_ms + (toast->kind == TOAST_TROUBLE ? TROUBLE_SHOWN_MS : SHOWN_MS);
    ui_wake_at(ui, end_ms); // also when something else was wanted first
    return closed || ui_now_ms(ui) >= end_ms;
}
