// A typesetter without fonts: every character is half an em wide, a bold one a pixel more, a combining mark nothing.
#pragma once

#include "ui/face.h"

Typesetter fake_typesetter(void);
int32_t fake_width(Face face, int32_t size, Str text);
