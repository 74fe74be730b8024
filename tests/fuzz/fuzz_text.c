// Any text at any width, in any direction: lines that lie in the text one after the other, carets that are found where
// they stand.
#include "base/error.h"
#include "base/utf8.h"
#include "ui/text.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { EM = 16, HEAD = 4, LONGEST = 4096 };

static int32_t measure(void *context, Face face, int32_t size, Direction direction, Str text) {
    (void)context;
    (void)direction;
    ASSERT(text.len > 0 && utf8_find_invalid(text) < 0);
    return utf8_count(text) * (size / 2 + (face == FACE_BOLD || face == FACE_BOLD_ITALIC));
}

static FaceMetrics metrics(void *context, Face face, int32_t size) {
    (void)context;
    (void)face;
    return (FaceMetrics){size * 3 / 4, size / 4};
}

static void check_line(const TextLayout *layout, const TextLine *line) {
    ptrdiff_t at = line->from;
    int32_t x = 0;
    for (int32_t i = line->first_run; i < line->first_run + line->run_count; i++) {
        const TextRun *run = &layout->runs[i];
        ASSERT(run->from >= at && run->to >= run->from && run->width >= 0);
        ASSERT(run->x >= 0 && (line->turns || run->x == x));
        at = run->to;
        x += run->width;
    }
    ASSERT(at <= line->to && line->to <= layout->text.len && line->width == x && line->width <= layout->width);
}

static void check_spans(TextCache *cache, const TextLayout *layout, const TextLine *line) {
    for (ptrdiff_t from = line->from; from < line->to;) {
        ptrdiff_t before = from;
        TextSpan span = text_layout_take_span(cache, layout, line, &from, line->to);
        ASSERT(from > before && from <= line->to && span.left <= span.right);
    }
}

static void check_layout(TextCache *cache, const TextLayout *layout, const TextStyle *style) {
    ASSERT(layout->line_count > 0 && (style->most_lines == 0 || layout->line_count <= style->most_lines));
    ASSERT(layout->lines[0].first_run == 0);
    for (int32_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        check_line(layout, line);
        check_spans(cache, layout, line);
        int32_t end = line->first_run + line->run_count;
        ASSERT(end == (i + 1 < layout->line_count ? layout->lines[i + 1].first_run : layout->run_count));
        ASSERT(i == 0 || (line->from >= line[-1].to && line->top >= line[-1].top + style->line_height));
    }
}

static void check_carets(TextCache *cache, const TextLayout *layout) {
    Str text = layout->text;
    for (ptrdiff_t at = 0; at < text.len; at = utf8_next_grapheme(text, at)) {
        ASSERT(utf8_snap_grapheme(text, at) == at);
        int32_t x, line, again_x, again_line;
        text_layout_find_caret(cache, layout, 0, at, &x, &line);
        ASSERT(line >= 0 && line < layout->line_count);
        ASSERT(x >= 0 || layout->lines[line].direction == DIRECTION_LEFTWARD);
        ptrdiff_t found = text_layout_find_offset(cache, layout, 0, x, layout->lines[line].top);
        ASSERT(found >= 0 && found <= text.len);
        text_layout_find_caret(cache, layout, 0, found, &again_x, &again_line);
        ASSERT(again_line <= line + 1);
    }
}

// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < HEAD || size > LONGEST) {
        return 0;
    }
    Str text = {(const char *)data + HEAD, (ptrdiff_t)size - HEAD};
    TextStyle style = {(Face)(data[0] % FACE_COUNT), EM, EM + EM / 2, data[1] & 1, data[1] >> 1 & 3};
    if (utf8_find_invalid(text) >= 0) {
        return 0;
    }
    TextCache *cache = text_cache_create((Typesetter){NULL, measure, metrics}, 0);
    const TextLayout *layout = text_layout(cache, text, style, data[2] + data[3] - 1);
    check_layout(cache, layout, &style);
    check_carets(cache, layout);
    text_cache_destroy(cache);
    return 0;
}
