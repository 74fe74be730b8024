#include "exchange/tale_parts.h"

static ptrdiff_t find_last(Str text, Str what) {
    ptrdiff_t last = -1;
    for (ptrdiff_t from = 0; from < text.len;) {
        ptrdiff_t at = str_find(str_slice(text, from, text.len), what);
        if (at < 0) {
            break;
        }
        last = from + at;
        from = last + 1;
    }
    return last;
}

static void part_at(Str inside, ptrdiff_t at, ptrdiff_t width, bool target_first, TaleLink *link) {
    Str before = str_slice(inside, 0, at), after = str_slice(inside, at + width, inside.len);
    link->target = target_first ? before : after;
    link->text = target_first ? after : before;
}

// Harlowe and the editor: the last ->, else the first <-, else the last bar.
static bool part_by_editor(Str inside, TaleLink *link) {
    ptrdiff_t right = find_last(inside, S("->"));
    ptrdiff_t left = str_find(inside, S("<-"));
    ptrdiff_t bar = find_last(inside, S("|"));
    if (right >= 0) {
        part_at(inside, right, 2, false, link);
    } else if (left >= 0) {
        part_at(inside, left, 2, true, link);
    } else if (bar >= 0) {
        part_at(inside, bar, 1, false, link);
    }
    return right >= 0 || left >= 0 || bar >= 0;
}

// SugarCube: whichever comes first. Chapbook and Snowman: a bar before any arrow.
static bool part_by_first(Str inside, bool bar_first, TaleLink *link) {
    ptrdiff_t right = str_find(inside, S("->"));
    ptrdiff_t left = str_find(inside, S("<-"));
    ptrdiff_t bar = str_find(inside, S("|"));
    ptrdiff_t arrow = right < 0 || (left >= 0 && left < right) ? left : right;
    if (bar >= 0 && (bar_first || arrow < 0 || bar < arrow)) {
        part_at(inside, bar, 1, false, link);
    } else if (arrow >= 0) {
        part_at(inside, arrow, 2, arrow == left, link);
    }
    return bar >= 0 || arrow >= 0;
}

static bool is_address(Str target) {
    ptrdiff_t at = str_find(target, S("://"));
    for (ptrdiff_t i = 0; i < at; i++) {
        char c = target.text[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) {
            return false;
        }
    }
    return at > 0;
}

bool tale_read_link(TaleMaker *maker, Str inside, TaleLink *link, Str *setter) {
    ptrdiff_t cut = str_find(inside, S("]["));
    *setter = cut < 0 ? (Str){0} : str_slice(inside, cut + 2, inside.len);
    inside = cut < 0 ? inside : str_slice(inside, 0, cut);
    bool editors = maker->format == TALE_UNKNOWN || maker->format == TALE_HARLOWE;
    bool parted = editors ? part_by_editor(inside, link) : part_by_first(inside, maker->format != TALE_SUGARCUBE, link);
    if (!parted) {
        link->target = inside;
        link->text = inside;
    }
    link->text = str_trim(link->text);
    if (maker->format == TALE_SUGARCUBE) {
        link->target = str_trim(link->target);
    }
    return !is_address(str_trim(link->target));
}
