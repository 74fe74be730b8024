// A stand-in for the machine, as a toolkit needs it. Every character is half an em wide, a bold one a pixel more, a
// combining mark nothing. The clipboard is always empty.
#pragma once

#include "ui/edit.h"
#include "ui/face.h"

Typesetter fake_typesetter(void);
int32_t fake_width(Face face, int32_t size, Str text);
Clipboard fake_clipboard(void);
