// SHA-1, and the names that are made of it (RFC 9562, UUID version 5): one name in one space gives one UUID, on every
// machine. Neither is a secret or a proof of anything.
#pragma once

#include "base/str.h"

#include <stdint.h>

enum { DIGEST_SHA1_BYTES = 20, DIGEST_UUID_BYTES = 16 };

void digest_sha1(Arena *scratch, Str bytes, uint8_t digest[DIGEST_SHA1_BYTES]);
Str digest_uuid(Arena *arena, const uint8_t space[DIGEST_UUID_BYTES], Str name); // version 5, in small letters
Str digest_uuid_write(Arena *arena, const uint8_t uuid[DIGEST_UUID_BYTES]);      // "5d0e8b1e-…"
