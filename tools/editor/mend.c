#include "editor/mend.h"

#include "base/json.h"
#include "base/utf8.h"
#include "editor/difference.h"
#include "exchange/rich.h"
#include "scenario/drawable.h"
#include "scenario/markup.h"
#include "scenario/typography.h"

// A stretch of a text and what is to stand there.
typedef struct {
    ptrdiff_t from, to;
    Str by;
    ptrdiff_t next; // where to look on when it is not sure
} Patch;

static Str patched(Arena *arena, Str text, const Patch *patch) {
    return difference_put(arena, text, patch->from, patch->to, patch->by);
}

static bool mend_typography(Arena *arena, Str text, int32_t at, Patch *patch) {
    (void)arena;
    TypographyNote note = typography_find(text, at);
    ptrdiff_t next = note.fault ? note.offset + 1 : text.len;
    if (note.fault == TYPOGRAPHY_STRAIGHT_QUOTES) {
        note = typography_find_quote(text, note.offset);
    }
    *patch = (Patch){note.offset, note.to, note.mended, next};
    return note.fault != TYPOGRAPHY_FINE;
}

// A sign that is written as an entity is that sign; tags are taken out together, where nothing but them is lost.
static bool mend_html(Arena *arena, Str text, int32_t at, Patch *patch) {
    MarkupPart part = markup_find(text, at);
    Str markup = str_slice(text, part.from, part.to);
    ptrdiff_t next = part.to > 0 ? part.to : text.len;
    RichSeen seen = {0};
    if (str_begins(markup, S("&"))) {
        *patch = (Patch){part.from, part.to, rich_decode(arena, markup), next};
    } else {
        *patch = (Patch){0, text.len, rich_read(arena, text, RICH_AUTO, &seen), next};
    }
    bool loses = seen.degraded > 0 || seen.dropped > 0 || patch->by.len == 0;
    return part.to > 0 && !loses && !str_equal(patch->by, str_slice(text, patch->from, patch->to));
}

static bool mend_drawn(Arena *arena, Str text, int32_t at, Patch *patch) {
    DrawableNote note = drawable_find(text, at);
    Str run = str_slice(text, note.from, note.to);
    *patch = (Patch){note.from, note.to, utf8_compatible(arena, run), note.fault ? note.to : text.len};
    bool drawn = drawable_find(patch->by, 0).fault == DRAWABLE_FINE;
    return note.fault == DRAWABLE_MISSING && drawn && !str_equal(patch->by, run);
}

typedef bool MendText(Arena *arena, Str text, int32_t at, Patch *patch);

static MendText *mend_of(FindingCode code) {
    return code == FINDING_TYPOGRAPHY     ? mend_typography
           : code == FINDING_HTML_IN_TEXT ? mend_html
           : code == FINDING_NOT_DRAWN    ? mend_drawn
                                          : NULL;
}

// The text that stands at a pointer; empty where there is none.
static Str text_at(const Scenario *scenario, Str pointer) {
    Pointed place;
    if (!pointer_find(scenario, pointer, &place) || !place.field) {
        return (Str){0};
    }
    const char *row = shape_row(scenario, place.shape, place.row);
    const void *slot = row + place.field->offset;
    FieldKind kind = place.field->kind;
    if (kind == FIELD_WHY) {
        return scenario->whys.rows[*(const WhyId *)slot].text;
    }
    Span span = kind == FIELD_TEXTS || kind == FIELD_TEXT_ROUTES ? *(const Span *)slot : (Span){0};
    return kind == FIELD_TEXT                             ? *(const Str *)slot
           : kind == FIELD_TEXT_ROUTES && span.count == 1 ? scenario->routes.rows[span.first].text
           : place.index >= 0 && place.index < span.count ? scenario->texts.rows[span.first + place.index]
                                                          : (Str){0};
}

static void set_text(Arena *arena, Str at, Str text, Operations *mend) {
    *rows_append(arena, mend) = operation_text(arena, at, text);
}

static bool mend_text(Arena *arena, const Scenario *scenario, const Finding *finding, Operations *mend) {
    Patch patch;
    Str text = text_at(scenario, finding->pointer);
    bool sure = mend_of(finding->code)(arena, text, finding->inside, &patch);
    if (sure) {
        set_text(arena, finding->pointer, patched(arena, text, &patch), mend);
    }
    return sure;
}

// Under the name that was meant, unless something stands there.
static bool mend_key(Arena *arena, const Scenario *scenario, Str bytes, const Finding *finding, Operations *mend) {
    Str parent, token;
    int32_t place = json_find_pointer(bytes, finding->pointer);
    if (place < 0 || !pointer_split(finding->pointer, &parent, &token)) {
        return false;
    }
    Pointed pointed;
    Str meant = pointer_join(arena, parent, finding->arguments[1]);
    bool known = json_find_pointer(bytes, meant) < 0 && pointer_find(scenario, meant, &pointed);
    if (known) {
        *rows_append(arena, mend) = (Operation){.kind = OPERATION_REMOVE, .at = finding->pointer};
        *rows_append(arena, mend) =
            (Operation){.kind = OPERATION_SET, .at = meant, .json = json_value_at(bytes, place)};
    }
    return known;
}

bool mend_find(Arena *arena, const Scenario *scenario, Str bytes, const Finding *finding, Operations *mend) {
    *mend = (Operations){0};
    if (mend_of(finding->code) && finding->inside >= 0) {
        return mend_text(arena, scenario, finding, mend);
    }
    if (finding->code == FINDING_BAD_VALUE && finding->variant == BAD_VALUE_ZERO_MARK) {
        *rows_append(arena, mend) = (Operation){.kind = OPERATION_REMOVE, .at = finding->pointer};
        return true;
    }
    return finding->code == FINDING_UNKNOWN_KEY && finding->variant == UNKNOWN_KEY_NEAR &&
           mend_key(arena, scenario, bytes, finding, mend);
}

// All that is sure in a text, one kind after the other: what an entity becomes may be a space that is wrong in French.
static Str mend_whole(Arena *arena, Str text, bool french) {
    static const FindingCode CODES[] = {FINDING_HTML_IN_TEXT, FINDING_NOT_DRAWN, FINDING_TYPOGRAPHY};
    for (int32_t i = 0; i < COUNT(CODES); i++) {
        Patch patch;
        bool wanted = CODES[i] != FINDING_TYPOGRAPHY || french;
        for (int32_t at = 0; wanted && at < text.len;) {
            bool sure = mend_of(CODES[i])(arena, text, at, &patch);
            at = sure ? (int32_t)(patch.from + patch.by.len) : (int32_t)patch.next;
            text = sure ? patched(arena, text, &patch) : text;
        }
    }
    return text;
}

static bool was_mended(const Operations *mend, Str at) {
    bool found = false;
    for (int32_t i = mend->count - 1; i >= 0 && !found; i--) {
        found = str_equal(mend->rows[i].at, at);
    }
    return found;
}

Operations mend_all(Arena *arena, const Scenario *scenario, Str bytes, const Findings *findings) {
    Operations all = {0};
    bool french = str_begins(scenario->language, S("fr"));
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        Operations one;
        if (was_mended(&all, finding->pointer) || !mend_find(arena, scenario, bytes, finding, &one)) {
            continue;
        }
        if (mend_of(finding->code)) {
            Str text = text_at(scenario, finding->pointer);
            set_text(arena, finding->pointer, mend_whole(arena, text, french), &all);
            continue;
        }
        for (int32_t k = 0; k < one.count; k++) {
            *rows_append(arena, &all) = one.rows[k];
        }
    }
    return all;
}
