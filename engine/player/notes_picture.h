// Where a person placed themselves, as a picture: eight lines from 0 to 10 with up to three marks each, told in numbers
// below. The marks differ in shape, and are told apart without colour.
//
//     Str svg = notes_picture(&arena, &catalog, &page, note->day);   // a file of its own, in UTF-8
#pragma once

#include "records/notebook.h"

Str notes_picture(Arena *arena, const Catalog *catalog, const NotebookPage *position, Str day);
