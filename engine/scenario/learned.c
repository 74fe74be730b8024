#include "scenario/learned.h"

#include "base/embedded.h"

#include <string.h>

static const Str MAGIC = S_INIT("LEARNED1");
enum { NUMBER = 4, HEAD = 8 + 3 * NUMBER, DETECTOR = LEARNED_ID + 2 * NUMBER, WEIGHT = 2 };
enum { AT_START = LEARNED_ID, AT_PATTERN = LEARNED_ID + NUMBER };

static uint32_t read_number(const unsigned char *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

bool learned_open(Str bytes, Learned *learned) {
    *learned = (Learned){0};
    if (bytes.len < HEAD || !str_begins(bytes, MAGIC)) {
        return false;
    }
    const unsigned char *at = (const unsigned char *)bytes.text + MAGIC.len;
    uint64_t detectors = read_number(at), signs = read_number(at + NUMBER);
    uint64_t weights = read_number(at + (ptrdiff_t)2 * NUMBER);
    uint64_t needed = HEAD + detectors * DETECTOR + signs * 2 * NUMBER + weights * WEIGHT;
    if (needed != (uint64_t)bytes.len) {
        return false;
    }
    Learned opened = {.detector_count = (int32_t)detectors, .sign_count = (int32_t)signs};
    opened.detectors = (const unsigned char *)bytes.text + HEAD;
    opened.signs = opened.detectors + detectors * DETECTOR;
    opened.ends = opened.signs + signs * NUMBER;
    opened.weights = opened.ends + signs * NUMBER;
    if (signs > 0 && read_number(opened.ends + (signs - 1) * NUMBER) != weights) {
        return false;
    }
    *learned = opened;
    return true;
}

Learned learned_of(Str language) {
    Learned learned = {0};
    if (str_equal(str_cut(&language, '-'), S("fr"))) {
        (void)learned_open(embedded_find(S("learned.fr.bin")), &learned);
    }
    return learned;
}

static const unsigned char *detector_at(const Learned *learned, int32_t row) {
    return learned->detectors + (ptrdiff_t)(row - 1) * DETECTOR;
}

int32_t learned_row(const Learned *learned, Str id) {
    for (int32_t row = 1; row <= learned->detector_count; row++) {
        const char *own = (const char *)detector_at(learned, row);
        if (id.len < LEARNED_ID && memcmp(own, id.text, (size_t)id.len) == 0 && own[id.len] == '\0') {
            return row;
        }
    }
    return 0;
}

// -1: nothing is learned of it.
static int32_t find_sign(const Learned *learned, uint32_t sign) {
    int32_t from = 0, to = learned->sign_count;
    while (from < to) {
        int32_t middle = from + (to - from) / 2;
        if (read_number(learned->signs + (ptrdiff_t)middle * NUMBER) < sign) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    bool known = from < learned->sign_count && read_number(learned->signs + (ptrdiff_t)from * NUMBER) == sign;
    return known ? from : -1;
}

LearnedText learned_read(const Learned *learned, Arena *arena, Str text) {
    if (learned->sign_count == 0) {
        return (LearnedText){0};
    }
    Clues clues = clues_read(arena, text);
    LearnedClue *rows = arena_push(arena, LearnedClue, clues.count);
    bool *seen = arena_push(arena, bool, learned->sign_count);
    int32_t count = 0;
    for (int32_t i = 0; i < clues.count; i++) {
        int32_t sign = find_sign(learned, clues.rows[i].sign);
        if (sign >= 0 && !seen[sign]) {
            seen[sign] = true;
            rows[count++] = (LearnedClue){sign, clues.rows[i].first, clues.rows[i].last};
        }
    }
    return (LearnedText){rows, count, clues.words, clues.word_count};
}

// What a sign says of a detector; 0: nothing.
static int32_t weigh(const Learned *learned, int32_t sign, int32_t row) {
    uint32_t at = sign > 0 ? read_number(learned->ends + (ptrdiff_t)(sign - 1) * NUMBER) : 0;
    uint32_t end = read_number(learned->ends + (ptrdiff_t)sign * NUMBER);
    while (at < end && learned->weights[(size_t)at * WEIGHT] != row) {
        at++;
    }
    return at < end ? (int8_t)learned->weights[(size_t)at * WEIGHT + 1] : 0;
}

static int32_t start_of(const Learned *learned, int32_t row) {
    return (int32_t)read_number(detector_at(learned, row) + AT_START);
}

bool learned_finds(const Learned *learned, const LearnedText *text, int32_t row, bool pattern_fits) {
    int32_t sum = start_of(learned, row);
    sum += pattern_fits ? (int32_t)read_number(detector_at(learned, row) + AT_PATTERN) : 0;
    for (int32_t i = 0; i < text->count; i++) {
        sum += weigh(learned, text->rows[i].sign, row);
    }
    return sum > 0;
}

// Each word bears its share of the clues it stands in, and of what is to be outweighed.
LearnedStretch learned_show(const Learned *learned, Arena *scratch, const LearnedText *text, int32_t row) {
    ArenaMark mark = arena_mark(scratch);
    double *shares = arena_push(scratch, double, text->word_count);
    for (int32_t i = 0; i < text->count; i++) {
        LearnedClue clue = text->rows[i];
        int32_t weight = weigh(learned, clue.sign, row);
        for (int32_t word = clue.first; word <= clue.last; word++) {
            shares[word] += (double)weight / (clue.last - clue.first + 1);
        }
    }
    double start = (double)start_of(learned, row) / text->word_count, sum = 0, most = -1;
    int32_t from = 0;
    LearnedStretch shown = {0};
    for (int32_t i = 0; i < text->word_count; i++) {
        from = sum > 0 ? from : i;
        sum = (sum > 0 ? sum : 0) + shares[i] + start;
        if (sum > most) {
            most = sum;
            shown = (LearnedStretch){text->words[from].from, text->words[i].to};
        }
    }
    arena_rewind(scratch, mark);
    return shown;
}
