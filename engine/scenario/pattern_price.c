#include "scenario/pattern_price.h"

#include "base/utf8.h"

#include <string.h>

// Measured with PCRE2 10.42 on patterns and texts made to hurt.
enum {
    WEIGHT_PLAIN = 8,
    WEIGHT_REFERENCE = 32,
    WEIGHT_CLASS_BYTE = 2,
    WEIGHT_CLASS_SPACES = 64, // \H and the like: some twenty ranges
    WEIGHT_HEAVY = 512,       // more than this is paid beforehand, lest one item takes far more than the budget
    FRAME_UNIT = 512,         // bytes copied for one unit
    BRANCHES_UNIT = 32,       // branches gone by for one unit
    STEPS_UNIT = 16,          // steps back for one unit
    COPIES_UNIT = 128,        // bytes of copied groups run through for one unit
    COPY_SIZE = 16,           // of the smallest copy of a look-behind
    PLAIN_SIZE = 256,         // of a compiled pattern without its items
    ITEM_SIZE = 12,           // most that a byte of a pattern is compiled to, where no group is copied
    UNSEEN_ALL = UINT16_MAX,  // more than any folded answer has
    PRICE_MOST = 1 << 24
};

static int32_t lesser(int64_t a, int32_t b) {
    return a < b ? (int32_t)a : b;
}

static bool is_one_of(char c, const char *set) {
    return c != '\0' && strchr(set, c);
}

static int32_t count_branches(Str text) {
    int32_t count = 1;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        count += text.text[i] == '|';
    }
    return count;
}

// A group with a count is compiled to so many copies, one in the other: all are left at once, with no item between. The
// characters of a range are held one by one against one of the text when they have other cases.
Pricing pricing_of(const CompiledShape *shape) {
    int64_t copied = (int64_t)shape->size - PLAIN_SIZE - shape->text.len * ITEM_SIZE;
    copied = copied > 0 ? copied : 0;
    int64_t base = 1 + (int64_t)shape->frame_size / FRAME_UNIT + copied / COPIES_UNIT;
    return (Pricing){
        .text = shape->text,
        .base = lesser(base, PRICE_MOST),
        .weight = shape->range_chars,
        .branches = count_branches(shape->text),
        .copies = 1 + lesser(copied / COPY_SIZE, PRICE_MOST),
        .steps = lesser(shape->lookbehind, UNSEEN_ALL),
    };
}

// An item that must fit n times may fail at the last. What is not understood can do anything.
static uint16_t read_unseen(Str quantifier) {
    if (quantifier.len == 0 || is_one_of(quantifier.text[0], "?*+")) {
        return 0;
    }
    Str bounds = str_slice(quantifier, 1, str_find(quantifier, S("}")));
    int32_t least;
    bool counted = quantifier.text[0] == '{' && str_to_int(str_cut(&bounds, ','), &least) && least >= 0;
    return counted ? (uint16_t)lesser(least, UNSEEN_ALL) : UNSEEN_ALL;
}

static ptrdiff_t end_of_class(Str item) {
    ptrdiff_t end = item.len;
    while (end > 1 && item.text[end - 1] != ']') {
        end--;
    }
    return end;
}

static ptrdiff_t end_of_escape(Str item) {
    ptrdiff_t end = 1;
    if (item.len == 1) {
        return end;
    }
    utf8_decode(item, &end);
    char letter = item.text[1];
    bool braced = end < item.len && item.text[end] == '{' && is_one_of(letter, "pPxo");
    if (braced) {
        return str_find(item, S("}")) + 1;
    }
    return letter == 'p' || letter == 'P' ? end + 1 : end;
}

// After the character, escape or class that an item is without its quantifier.
static ptrdiff_t end_of_atom(Str item) {
    if (item.text[0] == '[') {
        return end_of_class(item);
    }
    if (item.text[0] == '\\') {
        return end_of_escape(item);
    }
    ptrdiff_t end = 0;
    utf8_decode(item, &end);
    return end;
}

// A back reference compares what its group holds, however long; \X reads on and on.
static bool is_reference(Str item) {
    return item.len > 1 && item.text[0] == '\\' && is_one_of(item.text[1], "123456789gkX");
}

// Each character may be held against all that a class lists.
static int32_t weigh_class(Str item) {
    int32_t weight = WEIGHT_PLAIN + (int32_t)item.len * WEIGHT_CLASS_BYTE;
    for (ptrdiff_t i = 0; i + 1 < item.len; i++) {
        bool spaces = item.text[i] == '\\' && is_one_of(item.text[i + 1], "hHvV");
        weight += spaces ? WEIGHT_CLASS_SPACES : 0;
    }
    return weight;
}

// Branches of the group at `at`: of all the pattern when its end is not plain to see.
static int32_t count_group_branches(const Pricing *pricing, ptrdiff_t at) {
    Str text = pricing->text;
    ptrdiff_t end = at + 1;
    while (end < text.len && text.text[end] != ')') {
        bool escapes = text.text[end] == '\\' && (end + 1 == text.len || is_one_of(text.text[end + 1], "()[Q"));
        if (escapes || text.text[end] == '(' || text.text[end] == '[') {
            return pricing->branches;
        }
        end++;
    }
    return count_branches(str_slice(text, at, end));
}

// A group is left, or passed over, by way of each of its branches. A look-behind steps back before each of its own, for
// each copy of it.
static int32_t price_bracket(const Pricing *pricing, ptrdiff_t at, Str item) {
    int32_t price = pricing->base + pricing->branches / BRANCHES_UNIT;
    if (str_begins(item, S("(?<"))) {
        int64_t branches = (int64_t)count_group_branches(pricing, at) * pricing->copies;
        price += lesser(branches * pricing->steps / STEPS_UNIT, PRICE_MOST);
    }
    return price;
}

Price pricing_find_price(const Pricing *pricing, ptrdiff_t at, ptrdiff_t len) {
    Price price = {.base = pricing->base, .weight = WEIGHT_PLAIN};
    Str item = str_slice(pricing->text, at, at + len);
    if (item.len == 0) {
        return price;
    }
    if (is_one_of(item.text[0], "()|")) {
        price.base = price_bracket(pricing, at, item);
    } else if (is_reference(item)) {
        price.unseen = UNSEEN_ALL;
        price.weight = WEIGHT_REFERENCE;
    } else {
        ptrdiff_t end = end_of_atom(item);
        price.unseen = read_unseen(str_slice(item, end, item.len));
        if (item.text[0] == '[') {
            price.weight = (uint16_t)lesser(weigh_class(str_slice(item, 0, end)) + pricing->weight, UINT16_MAX);
            price.unseen = price.weight > WEIGHT_HEAVY ? UNSEEN_ALL : price.unseen;
        }
    }
    return price;
}

int32_t price_to_move(Price price, int32_t bytes) {
    return bytes * price.weight / PRICE_WEIGHT_UNIT;
}

int32_t price_to_meet(Price price, int32_t ahead) {
    return price.base + price_to_move(price, lesser(price.unseen, ahead));
}
