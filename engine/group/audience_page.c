#include "group/audience_inside.h"

#include "base/utf8.h"
#include "scenario/advance.h"

enum { HUNDRED = 100, THOUSAND = 1000, LINE_GAP = 36, HEADING_LINES = 3 };

#define WIDE(em) ((em)*AUDIENCE_WIDE / HUNDRED)
#define WIDE_BOLD(em) ((em)*AUDIENCE_BOLD_WIDE / HUNDRED)

const RoomType ROOM_SPEECH = {WIDE(AUDIENCE_SPEECH), AUDIENCE_SPEECH_LINE};
const RoomType ROOM_ASKED = {WIDE_BOLD(AUDIENCE_SPEECH), AUDIENCE_SPEECH_LINE};
const RoomType ROOM_TEXT = {WIDE(AUDIENCE_TEXT), AUDIENCE_TEXT_LINE};
const RoomType ROOM_LABEL = {WIDE_BOLD(AUDIENCE_SMALL), AUDIENCE_SMALL_LINE};
const RoomType ROOM_SMALL = {WIDE(AUDIENCE_SMALL), AUDIENCE_SMALL_LINE};

Audience *audience_add_page(Room *room, Audience page) {
    Audience *row = rows_append(room->arena, &room->pages);
    *row = page;
    return row;
}

AudienceRow *audience_add_row(Room *room, AudienceRows *rows, Str text) {
    AudienceRow *row = rows_append(room->arena, rows);
    *row = (AudienceRow){.text = text, .permille = AUDIENCE_HIDDEN, .before = AUDIENCE_HIDDEN};
    return row;
}

Str audience_words(const Room *room, Str source) {
    return telling_words(room->telling, source);
}

int32_t audience_permille(int32_t part, int32_t of) {
    return of > 0 ? part * THOUSAND / of : 0;
}

int32_t audience_width(const Room *room) {
    int32_t width = room->group->width;
    width = width == 0 || width > AUDIENCE_WIDEST ? AUDIENCE_WIDEST : width;
    return (width < AUDIENCE_NARROWEST ? AUDIENCE_NARROWEST : width) - 2 * AUDIENCE_MARGIN;
}

int32_t audience_count_lines(Str text, RoomType type, int32_t width) {
    return text.len > 0 ? advance_count_lines(text, width * THOUSAND / type.wide) : 0;
}

int32_t audience_height(Str text, RoomType type, int32_t width) {
    return audience_count_lines(text, type, width) * type.line;
}

static bool ends_sentence(Str text, ptrdiff_t space) {
    Str before = str_trim(str_slice(text, 0, space));
    static const Str ENDS[] = {S_INIT("."), S_INIT("?"), S_INIT("!"), S_INIT("…"), S_INIT("»"), S_INIT("\n")};
    for (int32_t i = 0; i < COUNT(ENDS); i++) {
        if (str_ends(before, ENDS[i])) {
            return true;
        }
    }
    return false;
}

static bool is_space(Str text, ptrdiff_t at) {
    return text.text[at] == ' ' || text.text[at] == '\n';
}

// Where the last of so many words ends.
static ptrdiff_t end_of_words(Str text, int32_t most) {
    int32_t words = 0;
    ptrdiff_t end = 0;
    for (ptrdiff_t at = 0; at <= text.len; at++) {
        if (at < text.len && !is_space(text, at)) {
            continue;
        }
        words += utf8_count_words(str_slice(text, end, at));
        if (words > most) {
            return end;
        }
        end = at;
    }
    return end;
}

static int32_t height_of(Str text, ptrdiff_t end, RoomFit fit) {
    return audience_height(str_slice(text, 0, end), fit.type, fit.width);
}

// In a word that is higher than a page.
static ptrdiff_t cut_within(Str text, RoomFit fit) {
    ptrdiff_t cut = text.len;
    while (cut > 1 && height_of(text, cut, fit) > fit.most) {
        cut = utf8_previous_grapheme(text, cut * 3 / 4);
    }
    return cut > 0 ? cut : text.len;
}

// Before `end`, at the end of a word, as much as is likely to be as high as a page; 0: no word is.
static ptrdiff_t shorten(Str text, ptrdiff_t end, RoomFit fit) {
    int32_t height = height_of(text, end, fit);
    while (end > 0 && height > fit.most) {
        for (end = end * fit.most / height; end > 0 && !is_space(text, end); end--) {
        }
        height = height_of(text, end, fit);
    }
    return end;
}

static ptrdiff_t cut_sentence(Str text, ptrdiff_t end) {
    for (ptrdiff_t at = end; at > 0; at--) {
        if (is_space(text, at) && ends_sentence(text, at)) {
            return at;
        }
    }
    return end;
}

Str audience_cut_words(Str *rest, RoomFit fit) {
    Str text = *rest;
    ptrdiff_t end = shorten(text, fit.words > 0 ? end_of_words(text, fit.words) : text.len, fit);
    ptrdiff_t cut = end == 0 ? cut_within(text, fit) : end < text.len ? cut_sentence(text, end) : end;
    *rest = str_trim(str_slice(text, cut, text.len));
    return str_trim(str_slice(text, 0, cut));
}

static int32_t line_height(const Room *room, const ToldLine *line) {
    int32_t who = line->who.len > 0 ? AUDIENCE_SMALL_LINE : 0;
    return who + audience_height(line->text, ROOM_SPEECH, audience_width(room)) + LINE_GAP;
}

static void end_page(Room *room, LineTable *page, const Audience *head) {
    Audience shown = *head;
    if (page->count > 0) {
        shown.lines.rows = page->rows;
        shown.lines.count = page->count;
        (void)audience_add_page(room, shown);
    }
    *page = (LineTable){0};
}

void audience_add_lines(Room *room, const LineTable *lines, Audience head) {
    LineTable page = {0};
    RoomFit fit = {ROOM_SPEECH, audience_width(room), AUDIENCE_BODY - LINE_GAP - AUDIENCE_SMALL_LINE, AUDIENCE_WORDS};
    int32_t words = 0, height = 0;
    for (int32_t i = 0; i < lines->count; i++) {
        for (Str rest = lines->rows[i].text; rest.len > 0;) {
            ToldLine part = lines->rows[i];
            part.text = audience_cut_words(&rest, fit);
            int32_t more = utf8_count_words(part.text), higher = line_height(room, &part);
            if (words + more > AUDIENCE_WORDS || height + higher > AUDIENCE_BODY) {
                end_page(room, &page, &head);
                words = 0;
                height = 0;
            }
            words += more;
            height += higher;
            *rows_append(room->arena, &page) = part;
        }
    }
    end_page(room, &page, &head);
}

// Below a heading of HEADING_LINES or fewer.
static void add_text_pages(Room *room, Audience head, Str text) {
    RoomFit fit = {ROOM_SPEECH, audience_width(room),
                   AUDIENCE_BODY - HEADING_LINES * AUDIENCE_SPEECH_LINE - AUDIENCE_GAP, AUDIENCE_WORDS};
    for (Str rest = str_trim(text); rest.len > 0;) {
        Audience page = head;
        page.text = audience_cut_words(&rest, fit);
        (void)audience_add_page(room, page);
    }
}

void audience_add_question(Room *room, Audience head) {
    RoomFit asked = {ROOM_ASKED, audience_width(room), AUDIENCE_BODY / 2, AUDIENCE_WORDS}, below = asked;
    below.type = ROOM_TEXT;
    below.most -= AUDIENCE_GAP;
    Str question = head.heading, text = head.text;
    do {
        Audience page = head;
        page.heading = audience_cut_words(&question, asked);
        page.text = question.len == 0 ? audience_cut_words(&text, below) : (Str){0};
        (void)audience_add_page(room, page);
    } while (question.len > 0);
    add_text_pages(room, (Audience){.kind = AUDIENCE_TEXT_PAGE}, text);
}

void audience_add_text(Room *room, Audience head, Str text) {
    if (audience_count_lines(head.heading, ROOM_ASKED, audience_width(room)) > HEADING_LINES) {
        audience_add_question(room, (Audience){.kind = AUDIENCE_QUESTION, .heading = head.heading});
        head.heading = (Str){0};
    }
    add_text_pages(room, head, text);
}
