// Long texts as a case can hold them: in paragraphs, none longer than a text may be.
#pragma once

#include "base/str.h"

// Takes the next one off `rest`, without what parts it from others; false when none is left. One that is too long ends
// where a text must, and goes on as the next.
bool paragraph_take(Str *rest, Str *paragraph);
