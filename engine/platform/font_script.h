// Scripts whose letters change with their neighbours, join or pile up, so that HarfBuzz has to know them. For
// platform/font*.c only.
#pragma once

#include <stdint.h>

enum { FONT_SCRIPT_NONE }; // any other: letters are set one after the other

int32_t font_script_of(int32_t code);
const char *font_script_name(int32_t script); // the four letters of ISO 15924
