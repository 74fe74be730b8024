// Internal to the JSON door: reading JSON piece by piece, in place. Made for bytes that json_scan accepted; on any
// others the answers are only a best guess, but no byte outside is ever read.
#pragma once

#include "base/str.h"

// The first token that ends after `from`, borrowed from `bytes`: one of { } [ ] : , or a whole text with its quotes, or
// a run of anything else (a number, a literal). Empty at the end.
Str json_find_token(Str bytes, ptrdiff_t from);

// Offset of the first byte at or after `at` that is not plain text: a quote, a backslash, a control character, or the
// end.
ptrdiff_t json_skip_plain(Str bytes, ptrdiff_t at);
// Copies the plain text in well-formed UTF-8 that `text` begins with, and gives its length; `to` has room for all.
ptrdiff_t json_copy_plain(char *to, Str text);

// Offset of the value itself where `place` is the json_place of it: past the key, if it has one.
ptrdiff_t json_skip_key(Str bytes, ptrdiff_t place);

// Offset just past the value whose first byte is at `at`, or the end when it does not close.
ptrdiff_t json_skip_value(Str bytes, ptrdiff_t at);

// The four hexadecimal digits at `at`, or -1.
int32_t json_read_hex(Str bytes, ptrdiff_t at);

// Decodes what stands at *at inside a text, one byte or one whole escape, and moves past it. Gives the number of bytes
// written to `decoded`. A lone surrogate becomes U+FFFD.
int32_t json_decode_step(Str bytes, ptrdiff_t *at, char decoded[4]);

// Decodes a text token. Borrowed when nothing in it is escaped, else in `arena`.
Str json_decode_text(Arena *arena, Str token);
