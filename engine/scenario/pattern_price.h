// The cost of matching, item by item of a prepared pattern, so that a budget bounds it (see detector.c).
//
// PCRE2's match limit starts again at each start position, and counts backtracks, of which one may do any amount of
// work:
// `[^a]*` reads the whole text in one. Here every item has a price for being met, and one for each byte it moves over,
// as the next item that is met shows. A unit is about 20 ns, 100 ns for the most hostile pattern known.
#pragma once

#include "base/str.h"

typedef struct {
    int32_t base;
    uint16_t unseen; // characters it can move over and then not fit, so that no item met afterwards shows it
    uint16_t weight; // of moving over a byte, in parts of PRICE_WEIGHT_UNIT
} Price;

enum { PRICE_WEIGHT_UNIT = 64 };

// A compiled pattern, as far as its price depends on it.
typedef struct {
    Str text;
    int32_t range_chars; // see scenario/pattern.h
    size_t size;         // bytes
    size_t frame_size;   // bytes that a backtrack copies
    uint32_t lookbehind; // characters of its longest step back
} CompiledShape;

// The same for all items of it.
typedef struct {
    Str text;
    int32_t base;     // of every item
    int32_t weight;   // more, of a class
    int32_t branches; // in all
    int32_t copies;   // of a group, at most
    int32_t steps;    // back, at most
} Pricing;

Pricing pricing_of(const CompiledShape *shape);
// Prices the item of `len` bytes at byte `at`, its quantifier included; at the end of the pattern stands an empty one.
Price pricing_find_price(const Pricing *pricing, ptrdiff_t at, ptrdiff_t len);
int32_t price_to_meet(Price price, int32_t ahead); // with so many bytes left ahead
int32_t price_to_move(Price price, int32_t bytes);
