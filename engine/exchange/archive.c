#include "exchange/archive.h"

bool archive_is(Str bytes) {
    return str_begins(bytes, S("PK\x03\x04")) || str_begins(bytes, S("PK\x05\x06"));
}
