#include "group/audience_inside.h"

enum { HUNDRED = 100, LABEL_LINES = 2 };

typedef struct {
    const Room *room;
    Audience head;
    AudienceSet set;
} Page;

static bool has_bars(AudienceKind kind) {
    return kind == AUDIENCE_RESULTS || kind == AUDIENCE_GAUGES;
}

int32_t audience_row_text_width(const Room *room, const AudienceRow *row, AudienceKind kind) {
    int32_t width = audience_width(room);
    int32_t bars = has_bars(kind) ? width * AUDIENCE_BARS / HUNDRED + AUDIENCE_BAR_GAP : AUDIENCE_EDGE;
    return width - (row->letter != 0 ? AUDIENCE_LETTER : AUDIENCE_EDGE) - bars;
}

static int32_t row_height(const Page *page, const AudienceRow *row) {
    int32_t width = audience_row_text_width(page->room, row, page->head.kind);
    bool close = page->set != AUDIENCE_SET_WIDE;
    int32_t badge = close ? AUDIENCE_CLOSE_BADGE : AUDIENCE_BADGE;
    int32_t least = row->letter != 0 ? badge : has_bars(page->head.kind) ? AUDIENCE_MARK : 0;
    int32_t gap = close ? AUDIENCE_CLOSE_GAP : AUDIENCE_ROW_GAP;
    int32_t pad = close ? AUDIENCE_CLOSE_PAD : AUDIENCE_ROW_PAD;
    int32_t height = audience_height(row->label, ROOM_LABEL, width) + audience_height(row->text, ROOM_TEXT, width);
    return (height > least ? height : least) + 2 * pad + gap;
}

static int32_t head_height(const Page *page) {
    int32_t width = audience_width(page->room),
            gap = page->set == AUDIENCE_SET_WIDE ? AUDIENCE_GAP : AUDIENCE_CLOSE_GAP;
    bool quotes = page->head.kind == AUDIENCE_WORDS_PAGE;
    RoomType bold = {ROOM_ASKED.wide * AUDIENCE_TEXT / AUDIENCE_SPEECH, AUDIENCE_TEXT_LINE};
    int32_t heading = audience_height(page->head.heading, page->set == AUDIENCE_SET_CLOSEST ? bold : ROOM_ASKED, width);
    int32_t pad = quotes ? AUDIENCE_QUOTE_PAD : 0;
    int32_t text = audience_height(page->head.text, ROOM_TEXT, width - 2 * pad);
    return heading + (heading > 0 ? gap : 0) + text + (text > 0 ? gap + 2 * pad : 0);
}

static int32_t notes_height(const Page *page) {
    int32_t note = audience_height(page->head.note, ROOM_SMALL, audience_width(page->room));
    return (note > 0 ? note + AUDIENCE_CLOSE_GAP : 0) +
           (page->head.has_before ? AUDIENCE_SMALL_LINE + AUDIENCE_CLOSE_GAP : 0);
}

static int32_t audience_left(const Page *page) {
    return AUDIENCE_BODY - head_height(page) - notes_height(page);
}

static bool fit(const Page *page, const AudienceRows *rows) {
    int32_t height = 0;
    for (int32_t i = 0; i < rows->count; i++) {
        height += row_height(page, &rows->rows[i]);
    }
    return height <= audience_left(page);
}

bool audience_fits(const Room *room, const AudienceRows *rows, const Audience *head, AudienceSet set) {
    return fit(&(Page){room, *head, set}, rows);
}

// A label that is long is a row of its own, and a text that is longer than a page goes on in the next row.
static AudienceRows split_rows(Room *room, const Page *page, const AudienceRows *rows) {
    AudienceRows parts = {0};
    int32_t most = AUDIENCE_BODY / 2;
    for (int32_t i = 0; i < rows->count; i++) {
        AudienceRow row = rows->rows[i];
        int32_t width = audience_row_text_width(room, &row, page->head.kind);
        RoomFit fits = {ROOM_TEXT, width, most, 0};
        if (audience_count_lines(row.label, ROOM_LABEL, width) > LABEL_LINES) {
            for (Str rest = row.label; rest.len > 0;) {
                audience_add_row(room, &parts, audience_cut_words(&rest, fits))->letter = row.letter;
            }
            row.label = (Str){0};
        }
        if (audience_height(row.text, ROOM_TEXT, width) > most) {
            for (Str rest = row.text; rest.len > 0;) {
                row.text = audience_cut_words(&rest, fits);
                *rows_append(room->arena, &parts) = row;
                row.label = (Str){0};
            }
        } else {
            *rows_append(room->arena, &parts) = row;
        }
    }
    return parts;
}

// What takes half of a page or more leaves too little for the rows: it comes before them.
static void take_head_apart(Room *room, Page *page) {
    Audience head = page->head;
    if (head_height(page) <= AUDIENCE_BODY / 2) {
        return;
    }
    if (head.kind == AUDIENCE_WORDS_PAGE) {
        RoomFit words = {ROOM_TEXT, audience_width(room) - 2 * AUDIENCE_QUOTE_PAD,
                         AUDIENCE_BODY - 2 * AUDIENCE_QUOTE_PAD, 0};
        audience_add_question(room, (Audience){.kind = AUDIENCE_QUESTION, .heading = head.heading});
        for (Str rest = head.text; rest.len > 0;) {
            (void)audience_add_page(room,
                                    (Audience){.kind = AUDIENCE_WORDS_PAGE, .text = audience_cut_words(&rest, words)});
        }
    } else {
        audience_add_question(room, (Audience){.kind = AUDIENCE_QUESTION,
                                               .who = head.who,
                                               .mood = head.mood,
                                               .heading = head.heading,
                                               .text = head.text});
    }
    page->head.heading = page->head.text = (Str){0};
}

static void add_page(Room *room, const Page *page, const AudienceRow *rows, int32_t count) {
    Audience shown = page->head;
    shown.set = page->set;
    shown.rows.rows = rows;
    shown.rows.count = count;
    (void)audience_add_page(room, shown);
}

// As wide as lets all stand on one page; of several pages the rows are close.
static void choose_set(Page *page, const AudienceRows *rows) {
    page->set = AUDIENCE_SET_WIDE;
    while (page->set < AUDIENCE_SET_CLOSEST && !fit(page, rows)) {
        page->set = (AudienceSet)(page->set + 1);
    }
    page->set = fit(page, rows) ? page->set : AUDIENCE_SET_CLOSE;
}

// The rows from `first` on that fit a page, `most` of them or fewer, but one at least.
static int32_t end_of_page(const Page *page, const AudienceRows *rows, int32_t first, int32_t most) {
    int32_t left = audience_left(page), height = 0, end = first;
    while (end < rows->count && end - first < most) {
        height += row_height(page, &rows->rows[end]);
        if (end > first && height > left) {
            break;
        }
        end++;
    }
    return end;
}

static int32_t count_pages(const Page *page, const AudienceRows *rows) {
    int32_t count = 0;
    for (int32_t first = 0; first < rows->count; count++) {
        first = end_of_page(page, rows, first, rows->count);
    }
    return count > 0 ? count : 1;
}

void audience_add_rows(Room *room, const AudienceRows *rows, Audience head) {
    Page page = {room, head, AUDIENCE_SET_WIDE};
    AudienceRows parts = split_rows(room, &page, rows);
    choose_set(&page, &parts);
    if (!fit(&page, &parts)) {
        take_head_apart(room, &page);
        choose_set(&page, &parts);
    }
    int32_t pages = count_pages(&page, &parts), each = (parts.count + pages - 1) / pages, first = 0;
    for (int32_t end = 0; end_of_page(&page, &parts, first, each) < parts.count; first = end) {
        end = end_of_page(&page, &parts, first, each);
        add_page(room, &page, parts.rows + first, end - first);
    }
    bool nothing = parts.count == 0 && page.head.heading.len == 0 && page.head.text.len == 0;
    if (!nothing || room->pages.count == 0) {
        add_page(room, &page, parts.rows + first, parts.count - first);
    }
}
