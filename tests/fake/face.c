#include "fake/face.h"

#include "base/utf8.h"

int32_t fake_width(Face face, int32_t size, Str text) {
    int32_t advance = size / 2 + (face == FACE_BOLD || face == FACE_BOLD_ITALIC), width = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t code = utf8_decode(text, &at);
        width += code >= 0x300 && code < 0x370 ? 0 : advance;
    }
    return width;
}

static int32_t measure(void *context, Face face, int32_t size, Direction direction, Str text) {
    (void)context;
    (void)direction;
    return fake_width(face, size, text);
}

static FaceMetrics metrics(void *context, Face face, int32_t size) {
    (void)context;
    (void)face;
    return (FaceMetrics){size * 3 / 4, size / 4};
}

Typesetter fake_typesetter(void) {
    return (Typesetter){NULL, measure, metrics};
}

static Str get_nothing(void *context, Arena *arena) {
    (void)context;
    (void)arena;
    return (Str){0};
}

static void set_nothing(void *context, Str text) {
    (void)context;
    (void)text;
}

Clipboard fake_clipboard(void) {
    return (Clipboard){NULL, get_nothing, set_nothing};
}
