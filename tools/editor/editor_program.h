// The editor as the shell asks it: its page and what is wanted there.
#pragma once

#include "app/shell.h"
#include "editor/editor.h"

Program editor_program(Editor *editor); // borrowed
