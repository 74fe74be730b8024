// The page of the program:
//
//     ui_begin(ui, input, width, height, preferences);
//     EditorAction action = editor_view(ui, editor);
//     frame = ui_end(ui);
#pragma once

#include "editor/editor.h"
#include "ui/widgets.h"

EditorAction editor_view(Ui *ui, const Editor *editor);
