// The editor's window with a data folder and a case file of its own, without a display: what is pressed comes in, the
// frame comes out.
#pragma once

#include "app/shell.h"
#include "editor/editor_program.h"
#include "platform/window.h"

#include "fake/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define S01 "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json"

typedef struct {
    Arena arena;
    Str root, path;   // of the case
    Str dictionaries; // EditorStart.dictionaries
    Editor editor;
    Machine *machine;
    Shell shell;
    const UiFrame *frame;
    int64_t now_ms;
    int32_t width, height;
} Workshop;

void workshop_open(Workshop *workshop, const char *from); // a copy of that case; NULL: no file
void workshop_open_bytes(Workshop *workshop, Str bytes);  // … a file of these
void workshop_again(Workshop *workshop);                  // as if the program had ended and begun again
void workshop_close(Workshop *workshop);                  // the folder goes too

void workshop_act(Workshop *workshop, EditorAction action); // and shows the page
void workshop_type(Workshop *workshop, const char *at, const char *text);
void workshop_wait(Workshop *workshop, int32_t ms);
void workshop_input(Workshop *workshop, UiInput input);
void workshop_key(Workshop *workshop, int32_t key, int32_t modifiers);
void workshop_text(Workshop *workshop, const char *text);
void workshop_click(Workshop *workshop, UiRole role, const char *name);
const UiTreeNode *workshop_find(const Workshop *workshop, UiRole role, const char *name); // NULL: there is none
const UiTreeNode *workshop_focused(const Workshop *workshop);
Str workshop_load(Workshop *workshop, Str path);
Str workshop_path(Workshop *workshop, const char *name); // in the root
bool workshop_says(const Workshop *workshop, const char *text);
