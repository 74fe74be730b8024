#include "view/view_votes.h"

#include "group/ballot.h"

// Units. SIDE leaves room for a label beside an end of the lines.
enum { LINE = 22, HEAD = 26, TALL = 190, SIDE = 92, GAP = 10, THICK = 4, DOT = 10, THOUSAND = 1000, TEN = 10 };
enum { BADGE = 24, BAR = 14, ROUNDS = 2, ROW = 30 };

static ColorRole color_of(int32_t place) {
    BallotLook look;
    (void)ballot_look((char)('A' + place), &look);
    return look.tint == TINT_SAND ? COLOR_SOFT : ui_tint((int32_t)look.tint).main; // sand is too pale for a line
}

static Str letter_of(Ui *ui, int32_t place) {
    return str_format(ui_arena(ui), "%c", 'A' + place);
}

static Str share_words(Ui *ui, int32_t permille) {
    return permille < 0 ? ui_words(ui, TR("hidden"))
                        : UI_FORMAT(ui, TR("{0} %"), ui_number(ui, (permille + TEN / 2) / TEN));
}

static Str label_of(Ui *ui, const ViewVotes *votes, int32_t round, int32_t place) {
    return UI_FORMAT(ui, TR("{0} {1}"), letter_of(ui, place), share_words(ui, votes->shares[round][place]));
}

static int32_t highest(const ViewVotes *votes) {
    int32_t most = 1;
    for (int32_t round = 0; round < ROUNDS; round++) {
        for (int32_t i = 0; votes->rounds[round] && i < votes->count; i++) {
            most = votes->shares[round][i] > most ? votes->shares[round][i] : most;
        }
    }
    return most;
}

static int32_t share_y(const UiCanvas *canvas, const ViewVotes *votes, int32_t permille) {
    int32_t top = canvas_px(canvas, HEAD + LINE / 2), room = canvas_height(canvas) - top - canvas_px(canvas, LINE / 2);
    return top + room - (int32_t)((int64_t)room * permille / highest(votes));
}

// Where the labels of one round stand: each beside its end, as far as they do not lie on each other.
static void place_labels(const UiCanvas *canvas, const ViewVotes *votes, int32_t round, int32_t *y) {
    int32_t order[VIEW_VOTES_MOST], count = 0, line = canvas_px(canvas, LINE);
    for (int32_t i = 0; i < votes->count; i++) {
        int32_t share = votes->shares[round][i], at = count;
        if (share < 0) {
            continue;
        }
        for (; at > 0 && votes->shares[round][order[at - 1]] < share; at--) {
            order[at] = order[at - 1];
        }
        order[at] = i;
        count++;
    }
    int32_t least = canvas_px(canvas, HEAD + LINE / 2), lowest = canvas_height(canvas) - line / 2;
    for (int32_t i = 0; i < count; i++) {
        int32_t wished = share_y(canvas, votes, votes->shares[round][order[i]]);
        y[order[i]] = wished < least ? least : wished;
        least = y[order[i]] + line;
    }
    for (int32_t i = count - 1; i >= 0 && y[order[i]] > lowest; i--) {
        y[order[i]] = lowest;
        lowest -= line;
    }
}

static void draw_end(UiCanvas *canvas, const ViewVotes *votes, int32_t round, int32_t place, int32_t label_y) {
    int32_t side = canvas_px(canvas, SIDE), dot = canvas_px(canvas, DOT), gap = canvas_px(canvas, GAP);
    int32_t x = round == 0 ? side : canvas_width(canvas) - side;
    int32_t y = share_y(canvas, votes, votes->shares[round][place]);
    canvas_box(
        canvas,
        (CanvasBox){.rect = {x - dot / 2, y - dot / 2, dot, dot}, .fill = color_of(place), .radius_px = dot / 2});
    canvas_text(canvas, (CanvasText){.text = label_of(canvas_ui(canvas), votes, round, place),
                                     .style = TEXT_LABEL,
                                     .align = round == 0 ? UI_END : UI_START,
                                     .x = round == 0 ? x - gap : x + gap,
                                     .y = label_y - canvas_px(canvas, TEXT_TYPES[TEXT_LABEL].line_height) / 2});
}

static void draw_slopes(void *context, UiCanvas *canvas) {
    const ViewVotes *votes = context;
    int32_t side = canvas_px(canvas, SIDE), width = canvas_width(canvas);
    for (int32_t round = 0; round < ROUNDS; round++) {
        int32_t y[VIEW_VOTES_MOST] = {0};
        place_labels(canvas, votes, round, y);
        canvas_text(canvas, (CanvasText){.text = votes->heads[round],
                                         .style = TEXT_SMALL,
                                         .color = COLOR_SOFT,
                                         .align = round == 0 ? UI_START : UI_END,
                                         .x = round == 0 ? 0 : width});
        for (int32_t i = 0; i < votes->count; i++) {
            if (votes->shares[round][i] >= 0) {
                draw_end(canvas, votes, round, i, y[i]);
            }
        }
    }
    for (int32_t i = 0; i < votes->count; i++) {
        if (votes->shares[0][i] >= 0 && votes->shares[1][i] >= 0) {
            DrawPoint points[] = {
                {side * DRAW_SUBPIXELS, share_y(canvas, votes, votes->shares[0][i]) * DRAW_SUBPIXELS},
                {(width - side) * DRAW_SUBPIXELS, share_y(canvas, votes, votes->shares[1][i]) * DRAW_SUBPIXELS}};
            canvas_path(canvas, points, COUNT(points), color_of(i), canvas_px(canvas, THICK));
        }
    }
}

static void draw_bars(void *context, UiCanvas *canvas) {
    const ViewVotes *votes = context;
    Ui *ui = canvas_ui(canvas);
    int32_t round = votes->rounds[0] ? 0 : 1, left = canvas_px(canvas, BADGE), tall = canvas_px(canvas, BAR);
    int32_t room = canvas_width(canvas) - left - canvas_px(canvas, SIDE);
    canvas_text(canvas, (CanvasText){.text = votes->heads[round], .style = TEXT_SMALL, .color = COLOR_SOFT});
    for (int32_t i = 0; i < votes->count; i++) {
        int32_t share = votes->shares[round][i], y = canvas_px(canvas, HEAD + ROW * i);
        int32_t top = y + (canvas_px(canvas, ROW) - tall) / 2, width = share > 0 ? room * share / THOUSAND : 0;
        int32_t text_y = y + canvas_px(canvas, (ROW - TEXT_TYPES[TEXT_LABEL].line_height) / 2);
        if (share == VIEW_VOTES_NONE) {
            continue;
        }
        canvas_text(canvas, (CanvasText){.text = letter_of(ui, i), .style = TEXT_LABEL, .y = text_y});
        canvas_box(canvas, (CanvasBox){.rect = {left, top, room, tall}, .fill = COLOR_SAND, .radius_px = tall / 2});
        canvas_box(canvas, (CanvasBox){.rect = {left, top, width, tall}, .fill = color_of(i), .radius_px = tall / 2});
        canvas_text(canvas, (CanvasText){.text = share_words(ui, share),
                                         .style = TEXT_LABEL,
                                         .align = UI_END,
                                         .x = canvas_width(canvas),
                                         .y = text_y});
    }
}

static Str votes_told(Ui *ui, const ViewVotes *votes) {
    StrBuilder told = {.arena = ui_arena(ui)};
    for (int32_t round = 0; round < ROUNDS; round++) {
        if (!votes->rounds[round]) {
            continue;
        }
        str_add(&told, told.count > 0 ? S(" ") : S(""));
        str_add(&told, votes->heads[round]);
        for (int32_t i = 0; i < votes->count; i++) {
            if (votes->shares[round][i] != VIEW_VOTES_NONE) {
                str_addf(&told, ", %.*s", S_ARG(label_of(ui, votes, round, i)));
            }
        }
        str_add_char(&told, '.');
    }
    return str_built(&told);
}

void view_votes(Ui *ui, const ViewVotes *votes) {
    bool both = votes->rounds[0] && votes->rounds[1];
    ViewVotes *kept = arena_push(ui_arena(ui), ViewVotes, 1);
    *kept = *votes;
    ui_picture(ui, (UiPicture){.width = UI_GROW,
                               .height = both ? HEAD + TALL : HEAD + ROW * votes->count,
                               .draw = both ? draw_slopes : draw_bars,
                               .context = kept,
                               .role = ROLE_PICTURE,
                               .name = votes->name,
                               .value = votes_told(ui, votes)});
}
