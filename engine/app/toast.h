// A toast: the program says it by itself, above the page, and takes it back after some seconds.
#pragma once

#include "ui/ui.h"

typedef enum { TOAST_NONE, TOAST_INFO, TOAST_DONE, TOAST_TROUBLE, TOAST_KIND_COUNT } ToastKind;

typedef struct {
    ToastKind kind;
    Str text; // translated; lives until the next toast
    int64_t since_ms;
} Toast;

// To be asked before the page is said: Escape takes what hides part of a page away before it leaves the page.
bool toast_takes_escape(Ui *ui, const Toast *toast);
bool toast_view(Ui *ui, const Toast *toast, bool closed); // true: it is to go
