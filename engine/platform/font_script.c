#include "platform/font_script.h"

#include "base/rows.h"

#include <string.h>

// In the order of their characters.
static const struct {
    int32_t first, last;
    char name[5];
} SCRIPTS[] = {
    {0, 0, ""},
    {0x0590, 0x05FF, "Hebr"},
    {0x0600, 0x06FF, "Arab"},
    {0x0700, 0x074F, "Syrc"},
    {0x0750, 0x077F, "Arab"},
    {0x0780, 0x07BF, "Thaa"},
    {0x07C0, 0x07FF, "Nkoo"},
    {0x0800, 0x083F, "Samr"},
    {0x0840, 0x085F, "Mand"},
    {0x0860, 0x086F, "Syrc"},
    {0x0870, 0x08FF, "Arab"},
    {0x0900, 0x097F, "Deva"},
    {0x0980, 0x09FF, "Beng"},
    {0x0A00, 0x0A7F, "Guru"},
    {0x0A80, 0x0AFF, "Gujr"},
    {0x0B00, 0x0B7F, "Orya"},
    {0x0B80, 0x0BFF, "Taml"},
    {0x0C00, 0x0C7F, "Telu"},
    {0x0C80, 0x0CFF, "Knda"},
    {0x0D00, 0x0D7F, "Mlym"},
    {0x0D80, 0x0DFF, "Sinh"},
    {0x0E00, 0x0E7F, "Thai"},
    {0x0E80, 0x0EFF, "Laoo"},
    {0x0F00, 0x0FFF, "Tibt"},
    {0x1000, 0x109F, "Mymr"},
    {0x1100, 0x11FF, "Hang"},
    {0x1780, 0x17FF, "Khmr"},
    {0x1800, 0x18AF, "Mong"},
    {0xA8E0, 0xA8FF, "Deva"},
    {0xA960, 0xA97F, "Hang"},
    {0xA9E0, 0xA9FF, "Mymr"},
    {0xAA60, 0xAA7F, "Mymr"},
    {0xAC00, 0xD7FF, "Hang"},
    {0xFB1D, 0xFB4F, "Hebr"},
    {0xFB50, 0xFDFF, "Arab"},
    {0xFE70, 0xFEFE, "Arab"},
    {0x10D00, 0x10D3F, "Rohg"},
    {0x1E900, 0x1E95F, "Adlm"},
    {0x1EE00, 0x1EEFF, "Arab"},
};

// Rows of the same name are one script: the first of them.
static int32_t first_of_name(int32_t row) {
    for (int32_t i = 1; i < row; i++) {
        if (memcmp(SCRIPTS[i].name, SCRIPTS[row].name, sizeof SCRIPTS[i].name) == 0) {
            return i;
        }
    }
    return row;
}

int32_t font_script_of(int32_t code) {
    for (int32_t i = 1; i < COUNT(SCRIPTS) && SCRIPTS[i].first <= code; i++) {
        if (code <= SCRIPTS[i].last) {
            return first_of_name(i);
        }
    }
    return FONT_SCRIPT_NONE;
}

const char *font_script_name(int32_t script) {
    return SCRIPTS[script].name;
}
