#include "easel.h"

#include <SDL.h>

static const Rect ALL = {0, 0, EASEL_WIDTH, EASEL_HEIGHT};

static int begin(void **state) {
    *state = easel_create();
    return 0;
}

static int end(void **state) {
    easel_destroy(*state);
    return 0;
}

static DrawList blank(Easel *easel) {
    DrawList list = {0};
    easel_add(easel, &list, DRAW_BOX, ALL, 0xFFFFFF)->corners = 0;
    return list;
}

static void nothing_at_all_is_black(void **state) {
    Easel *easel = *state;
    easel_paint(easel, &(DrawList){0});
    assert_int_equal(easel_pixel(easel, 0, 0), 0x000000);
    assert_int_equal(easel->count, 1);
}

static void a_box_has_its_colour_inside_and_touches_nothing_outside(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    easel_add(easel, &list, DRAW_BOX, (Rect){50, 40, 100, 80}, 0x1F6F6B)->radius = 12;
    easel_paint(easel, &list);
    for (int32_t y = 0; y < EASEL_HEIGHT; y++) {
        for (int32_t x = 0; x < EASEL_WIDTH; x++) {
            if (!rect_holds(list.rows[1].rect, x, y)) {
                assert_int_equal(easel_pixel(easel, x, y), 0xFFFFFF);
            }
        }
    }
    assert_int_equal(easel_pixel(easel, 100, 80), 0x1F6F6B);
    assert_int_equal(easel_pixel(easel, 50, 60), 0x1F6F6B);
    assert_int_equal(easel_pixel(easel, 149, 60), 0x1F6F6B);
    assert_int_equal(easel_pixel(easel, 62, 40), 0x1F6F6B);
    assert_int_equal(easel_pixel(easel, 50, 40), 0xFFFFFF);
}

static void a_round_corner_is_smooth_and_the_same_four_times(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    easel_add(easel, &list, DRAW_BOX, (Rect){50, 40, 100, 80}, 0)->radius = 12;
    easel_paint(easel, &list);
    int32_t between = 0;
    for (int32_t y = 0; y < 12; y++) {
        for (int32_t x = 0; x < 12; x++) {
            uint32_t pixel = easel_pixel(easel, 50 + x, 40 + y);
            between += pixel != 0 && pixel != 0xFFFFFF;
            assert_int_equal(pixel, easel_pixel(easel, 149 - x, 40 + y));
            assert_int_equal(pixel, easel_pixel(easel, 50 + x, 119 - y));
            assert_int_equal(pixel, easel_pixel(easel, 149 - x, 119 - y));
        }
    }
    assert_in_range(between, 10, 40);
}

static void only_the_corners_named_are_round(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawCommand *box = easel_add(easel, &list, DRAW_BOX, (Rect){50, 40, 100, 80}, 0);
    box->radius = 12;
    box->corners = CORNER_TOP_LEFT | CORNER_BOTTOM_RIGHT;
    easel_paint(easel, &list);
    assert_int_equal(easel_pixel(easel, 50, 40), 0xFFFFFF);
    assert_int_equal(easel_pixel(easel, 149, 40), 0);
    assert_int_equal(easel_pixel(easel, 50, 119), 0);
    assert_int_equal(easel_pixel(easel, 149, 119), 0xFFFFFF);
}

static DrawCommand *add_framed(Easel *easel, DrawList *list, int32_t radius) {
    DrawCommand *box = easel_add(easel, list, DRAW_BOX, (Rect){50, 40, 100, 80}, 0x00FF00);
    box->radius = radius;
    box->stroke = (Color){255, 0, 0, 255};
    box->stroke_width = 3;
    return box;
}

static void a_stroke_lies_along_the_inner_edge(void **state) {
    Easel *easel = *state;
    for (int32_t radius = 0; radius <= 16; radius += 8) {
        DrawList list = blank(easel);
        add_framed(easel, &list, radius);
        easel_paint(easel, &list);
        for (int32_t i = 0; i < 3; i++) {
            assert_int_equal(easel_pixel(easel, 50 + i, 80), 0xFF0000);
            assert_int_equal(easel_pixel(easel, 149 - i, 80), 0xFF0000);
            assert_int_equal(easel_pixel(easel, 100, 40 + i), 0xFF0000);
            assert_int_equal(easel_pixel(easel, 100, 119 - i), 0xFF0000);
        }
        assert_int_equal(easel_pixel(easel, 53, 80), 0x00FF00);
        assert_int_equal(easel_pixel(easel, 100, 43), 0x00FF00);
        assert_int_equal(easel_pixel(easel, 49, 80), 0xFFFFFF);
    }
}

static void between_stroke_and_fill_nothing_shines_through(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    list.rows[0].fill = (Color){0, 0, 255, 255};
    add_framed(easel, &list, 16);
    easel_paint(easel, &list);
    for (int32_t i = 6; i < 16; i++) {
        assert_int_equal(easel_pixel(easel, 50 + i, 40 + i) & 0xFF, 0);
    }
}

static void a_stroke_without_a_fill_leaves_what_is_inside(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    add_framed(easel, &list, 16)->fill.alpha = 0;
    easel_paint(easel, &list);
    assert_int_equal(easel_pixel(easel, 100, 80), 0xFFFFFF);
    assert_int_equal(easel_pixel(easel, 62, 52), 0xFFFFFF);
    assert_int_equal(easel_pixel(easel, 51, 80), 0xFF0000);
}

static void dashes_have_gaps_where_the_fill_is_seen(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    add_framed(easel, &list, 8)->dash = 6;
    easel_paint(easel, &list);
    int32_t changes = 0;
    for (int32_t x = 59; x < 141; x++) {
        uint32_t pixel = easel_pixel(easel, x, 41);
        assert_true(pixel == 0xFF0000 || pixel == 0x00FF00);
        changes += pixel != easel_pixel(easel, x - 1, 41);
    }
    assert_in_range(changes, 10, 16);
}

static void dashes_go_round_corners(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    add_framed(easel, &list, 30)->dash = 6;
    easel_paint(easel, &list);
    int32_t stroke = 0, gaps = 0;
    for (int32_t x = 3; x < 30; x++) { // in the middle of the stroke, whose radius is there 28.5
        int32_t y = 0;
        while ((2 * (30 - x) - 1) * (2 * (30 - x) - 1) + (2 * (30 - y) - 1) * (2 * (30 - y) - 1) > 57 * 57) {
            y++;
        }
        stroke += easel_pixel(easel, 50 + x, 40 + y) == 0xFF0000;
        gaps += easel_pixel(easel, 50 + x, 40 + y) == 0x00FF00;
    }
    assert_in_range(stroke, 6, 20);
    assert_in_range(gaps, 6, 20);
}

static void a_translucent_fill_is_mixed_once_everywhere(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawCommand *box = easel_add(easel, &list, DRAW_BOX, (Rect){50, 40, 100, 80}, 0);
    box->radius = 10;
    box->fill.alpha = 128;
    easel_paint(easel, &list);
    for (int32_t x = 50; x < 150; x++) {
        assert_in_range(easel_pixel(easel, x, 80) & 0xFF, 126, 128);
    }
    for (int32_t y = 40; y < 120; y++) {
        assert_in_range(easel_pixel(easel, 100, y) & 0xFF, 126, 128);
    }
    assert_in_range(easel_pixel(easel, 59, 49) & 0xFF, 126, 129);
}

static void a_shadow_fades_from_the_box_outwards(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawCommand *shadow = easel_add(easel, &list, DRAW_SHADOW, (Rect){100, 100, 100, 80}, 0);
    shadow->blur = 20;
    shadow->radius = 10;
    shadow->fill.alpha = 100;
    easel_paint(easel, &list);
    assert_int_equal(easel_pixel(easel, 150, 79), 0xFFFFFF);
    assert_int_equal(easel_pixel(easel, 79, 140), 0xFFFFFF);
    assert_in_range(easel_pixel(easel, 150, 140) & 0xFF, 154, 156);
    for (int32_t y = 80; y < 120; y++) {
        assert_true(easel_pixel(easel, 150, y) >= easel_pixel(easel, 150, y + 1));
        assert_int_equal(easel_pixel(easel, 150, y), easel_pixel(easel, 150, 279 - y));
        // SDL rounds rectangles and textures apart by one.
        assert_true((easel_pixel(easel, y, y) & 0xFF) + 1 >= (easel_pixel(easel, 150, y) & 0xFF));
    }
}

// A shape that a box hides is not painted; nothing of it may miss at the box's corners.
static void a_shadow_under_a_box_looks_as_if_it_were_whole(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawCommand *shadow = easel_add(easel, &list, DRAW_SHADOW, (Rect){100, 106, 100, 80}, 0);
    shadow->blur = 16;
    shadow->fill.alpha = 60;
    easel_add(easel, &list, DRAW_BOX, (Rect){100, 100, 100, 80}, 0xFFFFFE)->radius = 20;
    easel_paint(easel, &list);
    Str whole = easel_pixels(easel);
    DrawCommand clip = {.kind = DRAW_CLIP, .rect = ALL};
    DrawList apart = blank(easel);
    *rows_append(&easel->arena, &apart) = list.rows[1];
    *rows_append(&easel->arena, &apart) = clip; // the painter does not look beyond it
    *rows_append(&easel->arena, &apart) = list.rows[2];
    painter_forget(easel->painter);
    easel_paint(easel, &apart);
    assert_true(str_equal(whole, easel_pixels(easel)));
}

static void a_clip_is_honoured_until_the_next(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    easel_add(easel, &list, DRAW_CLIP, (Rect){10, 10, 20, 20}, 0);
    easel_add(easel, &list, DRAW_BOX, (Rect){0, 0, 100, 100}, 0xFF0000)->radius = 4;
    easel_add(easel, &list, DRAW_CLIP, ALL, 0);
    easel_add(easel, &list, DRAW_BOX, (Rect){200, 0, 10, 10}, 0x0000FF)->corners = 0;
    easel_paint(easel, &list);
    assert_int_equal(easel_pixel(easel, 10, 10), 0xFF0000);
    assert_int_equal(easel_pixel(easel, 29, 29), 0xFF0000);
    assert_int_equal(easel_pixel(easel, 9, 10), 0xFFFFFF);
    assert_int_equal(easel_pixel(easel, 30, 29), 0xFFFFFF);
    assert_int_equal(easel_pixel(easel, 200, 0), 0x0000FF);
}

static DrawCommand *add_text(Easel *easel, DrawList *list, Str text, int32_t x) {
    Typesetter typesetter = fonts_typesetter(easel->fonts);
    FaceMetrics metrics = typesetter.metrics(typesetter.context, FACE_REGULAR, 20);
    int32_t width = typesetter.measure(typesetter.context, FACE_REGULAR, 20, DIRECTION_RIGHTWARD, text);
    DrawCommand *command =
        easel_add(easel, list, DRAW_TEXT, (Rect){x, 50, width, metrics.ascent + metrics.descent}, 0x000000);
    command->size = 20;
    command->baseline = metrics.ascent;
    command->text = text;
    return command;
}

// The box of all pixels that are not white.
static Rect find_ink(const Easel *easel) {
    Rect ink = {0};
    for (int32_t y = 0; y < EASEL_HEIGHT; y++) {
        for (int32_t x = 0; x < EASEL_WIDTH; x++) {
            ink = easel_pixel(easel, x, y) == 0xFFFFFF ? ink : rect_join(ink, (Rect){x, y, 1, 1});
        }
    }
    return ink;
}

static Rect ink_of(Easel *easel, Str text) {
    DrawList list = blank(easel);
    add_text(easel, &list, text, 100);
    easel_paint(easel, &list);
    return find_ink(easel);
}

static void a_text_stands_on_its_baseline_and_within_its_width(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawCommand *text = add_text(easel, &list, S("Encore un HEIN"), 100);
    easel_paint(easel, &list);
    Rect ink = find_ink(easel);
    assert_int_equal(ink.y + ink.height, 50 + text->baseline);
    assert_in_range(ink.x, 100, 103);
    assert_in_range(ink.x + ink.width, 100 + text->rect.width - 3, 100 + text->rect.width);
    Rect high = ink_of(easel, S("ẾE"));
    assert_int_equal(high.y + high.height, ink.y + ink.height);
}

static void signs_of_other_fonts_are_seen_and_spaces_are_not(void **state) {
    Easel *easel = *state;
    assert_true(ink_of(easel, S("✓")).width > 5);
    assert_true(ink_of(easel, S("→")).width > 5);
    assert_true(ink_of(easel, S("\u2011")).width > 3);
    static const Str UNSEEN[] = {S_INIT(""),       S_INIT("   "),    S_INIT("\u202F"), S_INIT("\u00A0"),
                                 S_INIT("\u2009"), S_INIT("\u200B"), S_INIT("\t\n"),   S_INIT("\uFEFF\u00AD\u2060")};
    for (int32_t i = 0; i < COUNT(UNSEEN); i++) {
        assert_true(rect_is_empty(ink_of(easel, UNSEEN[i])));
    }
}

static void a_line_has_round_ends_and_a_polygon_is_filled(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawPoint line[] = {{100 * 16, 100 * 16}, {200 * 16, 100 * 16}};
    DrawCommand *path = easel_add(easel, &list, DRAW_PATH, (Rect){0}, 0);
    path->points = line;
    path->point_count = 2;
    path->stroke = (Color){0, 0, 0, 255};
    path->stroke_width = 8;
    easel_paint(easel, &list);
    Rect ink = find_ink(easel);
    assert_int_equal(ink.x, 96);
    assert_int_equal(ink.width, 108);
    assert_int_equal(ink.y, 96);
    assert_int_equal(ink.height, 8);
    assert_int_equal(easel_pixel(easel, 150, 96), 0);
    assert_int_not_equal(easel_pixel(easel, 96, 96), 0);

    DrawPoint square[] = {
        {100 * 16, 100 * 16}, {280 * 16, 100 * 16}, {280 * 16, 250 * 16 + 8}, {100 * 16, 250 * 16 + 8}};
    list = blank(easel);
    path = easel_add(easel, &list, DRAW_PATH, (Rect){0}, 0);
    path->points = square;
    path->point_count = 4;
    path->closed = true;
    easel_paint(easel, &list);
    ink = find_ink(easel);
    assert_memory_equal(&ink, (&(Rect){100, 100, 180, 151}), sizeof ink);
    assert_int_equal(easel_pixel(easel, 279, 249), 0);
    assert_in_range(easel_pixel(easel, 200, 250) & 0xFF, 126, 129);
}

static void the_same_list_is_not_painted_again(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    add_framed(easel, &list, 8);
    easel_paint(easel, &list);
    assert_int_equal(easel->count, 1);
    easel_paint(easel, &list);
    assert_int_equal(easel->count, 0);
    painter_forget(easel->painter);
    easel_paint(easel, &list);
    assert_int_equal(easel->count, 1);
}

static int32_t painted_area(const Easel *easel, int32_t count) {
    int32_t area = 0;
    for (int32_t i = 0; i < count; i++) {
        area += easel->rects[i].width * easel->rects[i].height;
    }
    return area;
}

static void only_what_is_near_a_change_is_painted(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    DrawCommand *a = easel_add(easel, &list, DRAW_BOX, (Rect){10, 10, 5, 5}, 0xFF0000);
    a->corners = 0;
    easel_paint(easel, &list);
    list.rows[1].rect.x = 300;
    list.rows[1].rect.y = 200;
    easel_paint(easel, &list);
    assert_int_equal(easel->count, 2);
    assert_true(painted_area(easel, easel->count) <= 50);
}

enum { PAGE_ROWS = 16, PAGE_TOP = 40, PAGE_STEP = 50 };

// Under a bar, or as large as the window.
static const Rect PAGES[] = {{0, PAGE_TOP, EASEL_WIDTH, EASEL_HEIGHT - PAGE_TOP}, {0, 0, EASEL_WIDTH, EASEL_HEIGHT}};

// A page that scrolls, with its thumb above it; `down`: how far its rows stand from their first place.
static DrawList scrolled_page(Easel *easel, Rect page, int32_t down) {
    DrawList list = blank(easel);
    easel_add(easel, &list, DRAW_CLIP, page, 0);
    for (int32_t i = 0; i < PAGE_ROWS; i++) {
        Rect card = {20 + i, PAGE_TOP + i * PAGE_STEP + down, 300, PAGE_STEP - 10};
        easel_add(easel, &list, DRAW_SHADOW, card, 0)->blur = 6;
        easel_add(easel, &list, DRAW_BOX, card, 0xF0F0F0 + (uint32_t)i)->radius = 9;
        easel_add_line(easel, &list, card.x, card.y + 20, i);
    }
    easel_add(easel, &list, DRAW_CLIP, ALL, 0);
    easel_add(easel, &list, DRAW_BOX, (Rect){488, PAGE_TOP - down / 4, 8, 30}, 0x555555)->radius = 4;
    easel_add(easel, &list, DRAW_BOX, (Rect){360, 200, 90, 60}, 0x203040)->radius = 6; // a toast that stays
    return list;
}

static void what_is_scrolled_is_moved_and_looks_as_if_painted_anew(void **state) {
    static const int32_t WAYS[] = {-20, -27, -91, -64, -300, -2, 0, -700};
    Easel *easel = *state;
    for (int32_t i = 0; i < COUNT(PAGES) * COUNT(WAYS); i++) {
        DrawList list = scrolled_page(easel, PAGES[i / COUNT(WAYS)], WAYS[i % COUNT(WAYS)]);
        easel_paint(easel, &list);
        Str moved = easel_pixels(easel);
        painter_forget(easel->painter);
        easel_paint(easel, &list);
        assert_true(str_equal(easel_pixels(easel), moved));
    }
}

static void of_what_is_scrolled_little_is_painted(void **state) {
    Easel *easel = *state;
    for (int32_t k = 0; k < COUNT(PAGES); k++) {
        DrawList list = scrolled_page(easel, PAGES[k], 0);
        easel_paint(easel, &list);
        list = scrolled_page(easel, PAGES[k], -20);
        easel_paint(easel, &list);
        assert_true(easel->count > 1);
        assert_memory_equal(&easel->rects[easel->count - 1], &PAGES[k], sizeof PAGES[k]); // the window shows all of it
        assert_true(painted_area(easel, easel->count - 1) < PAGES[k].width * PAGES[k].height * 3 / 5);
    }
}

static void a_picture_of_nothing_comes_after_one_of_something(void **state) {
    Easel *easel = *state;
    DrawList list = scrolled_page(easel, PAGES[0], 0);
    easel_paint(easel, &list);
    easel_paint(easel, &(DrawList){0});
    assert_int_equal(easel_pixel(easel, 100, 100), 0x000000);
}

static void what_a_new_ring_goes_around_is_not_painted_again(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    easel_paint(easel, &list);
    DrawCommand *ring = easel_add(easel, &list, DRAW_BOX, (Rect){20, 20, 400, 260}, 0);
    ring->fill.alpha = 0;
    ring->stroke = (Color){0, 0, 255, 255};
    ring->stroke_width = 4;
    ring->radius = 40;
    easel_paint(easel, &list);
    assert_true(easel->count > 1);
    assert_true(painted_area(easel, easel->count) < 400 * 260 / 8); // corners, and sides as thin as they are
    for (int32_t i = 0; i < easel->count; i++) {
        assert_false(rect_holds(easel->rects[i], 200, 150));
    }
    Str once = easel_pixels(easel);
    painter_forget(easel->painter);
    easel_paint(easel, &list);
    assert_true(str_equal(easel_pixels(easel), once));
    list.count--;
    easel_paint(easel, &list);
    assert_int_equal(easel_pixel(easel, 20, 150), easel_pixel(easel, 10, 10));
}

static void assert_same_on_both(Easel *easel, Easel *fresh, const DrawList *list, int32_t step) {
    easel_paint(easel, list);
    painter_forget(fresh->painter);
    easel_paint(fresh, list);
    if (!str_equal(easel_pixels(easel), easel_pixels(fresh))) {
        fail_msg("step %d of seed 7", (int)step);
    }
}

static void a_picture_is_the_same_in_one_step_or_in_many(void **state) {
    enum { ROUNDS = 160, LIST_ROUNDS = 4 };
    Easel *easel = *state;
    Easel *fresh = easel_create();
    Random random = random_from_seed(7);
    DrawList list = {0};
    for (int32_t round = 0; round < ROUNDS; round++) {
        if (round % LIST_ROUNDS == 0) {
            list = easel_random_list(easel, &random);
        } else {
            easel_change_list(easel, &random, &list);
        }
        assert_same_on_both(easel, fresh, &list, round);
    }
    easel_destroy(fresh);
}

static bool was_painted(const Easel *easel, int32_t x, int32_t y) {
    for (int32_t i = 0; i < easel->count; i++) {
        if (rect_holds(easel->rects[i], x, y)) {
            return true;
        }
    }
    return false;
}

static void assert_rest_is(const Easel *easel, Str old) {
    for (int32_t y = 0; y < EASEL_HEIGHT; y++) {
        for (int32_t x = 0; x < EASEL_WIDTH; x++) {
            ptrdiff_t at = (ptrdiff_t)y * easel->surface->pitch + (ptrdiff_t)x * 4;
            uint32_t was = *(const uint32_t *)(const void *)(old.text + at) & 0xFFFFFF;
            assert_true(was == easel_pixel(easel, x, y) || was_painted(easel, x, y));
        }
    }
}

static void what_changed_lies_in_the_rectangles_given(void **state) {
    Easel *easel = *state;
    Random random = random_from_seed(8);
    DrawList list = easel_random_list(easel, &random);
    easel_paint(easel, &list);
    for (int32_t round = 0; round < 40; round++) {
        Str old = easel_pixels(easel);
        easel_change_list(easel, &random, &list);
        easel_paint(easel, &list);
        assert_rest_is(easel, old);
    }
}

static void what_is_kept_has_no_colour(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    add_text(easel, &list, S("Bonjour tout le monde"), 10);
    add_framed(easel, &list, 8);
    easel_paint(easel, &list);
    ptrdiff_t kept = painter_cached_bytes(easel->painter);
    for (int32_t i = 1; i < list.count; i++) {
        list.rows[i].fill = (Color){200, 40, 90, 255};
    }
    easel_paint(easel, &list);
    assert_int_equal(painter_cached_bytes(easel->painter), kept);
}

static void what_is_kept_stays_small(void **state) {
    Easel *easel = *state;
    for (int32_t size = 10; size < 80; size++) {
        DrawList list = blank(easel);
        DrawCommand *text = add_text(easel, &list, S("Bonjour tout le monde"), 10);
        text->size = size;
        text->rect.width = EASEL_WIDTH;
        easel_add(easel, &list, DRAW_BOX, (Rect){0, 0, 400, 300}, 0)->radius = size / 2;
        easel_paint(easel, &list);
        assert_true(painter_cached_bytes(easel->painter) < 4 * EASEL_WIDTH * EASEL_HEIGHT);
    }
    assert_true(painter_cached_bytes(easel->painter) > 0);
}

static void odd_measures_harm_nothing(void **state) {
    Easel *easel = *state;
    DrawList list = blank(easel);
    static const Rect RECTS[] = {
        {10, 10, 0, 0}, {10, 10, 1, 1}, {10, 10, -5, 20}, {-1000, -1000, 5000, 5000}, {20, 20, 3, 90}};
    for (int32_t i = 0; i < COUNT(RECTS); i++) {
        for (int32_t kind = DRAW_BOX; kind <= DRAW_PATH; kind++) {
            DrawCommand *command = easel_add(easel, &list, (DrawKind)kind, RECTS[i], 0x808080);
            command->radius = 900;
            command->stroke_width = 50;
            command->stroke = command->fill;
            command->blur = 7;
            command->dash = i % 2 == 0 ? 1 : 0;
            command->size = i % 2 == 0 ? 0 : 100000;
            command->text = S("\xFF\xFE"
                              "a\0b");
        }
    }
    easel_paint(easel, &list);
    assert_int_equal(easel->count, 1);
}

static void two_easels_give_the_same_bytes(void **state) {
    Easel *easel = *state;
    Easel *other = easel_create();
    Random random = random_from_seed(9);
    DrawList list = easel_random_list(easel, &random);
    easel_paint(easel, &list);
    easel_paint(other, &list);
    assert_true(str_equal(easel_pixels(easel), easel_pixels(other)));
    easel_destroy(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_at_all_is_black, begin, end),
        cmocka_unit_test_setup_teardown(a_box_has_its_colour_inside_and_touches_nothing_outside, begin, end),
        cmocka_unit_test_setup_teardown(a_round_corner_is_smooth_and_the_same_four_times, begin, end),
        cmocka_unit_test_setup_teardown(only_the_corners_named_are_round, begin, end),
        cmocka_unit_test_setup_teardown(a_stroke_lies_along_the_inner_edge, begin, end),
        cmocka_unit_test_setup_teardown(between_stroke_and_fill_nothing_shines_through, begin, end),
        cmocka_unit_test_setup_teardown(a_stroke_without_a_fill_leaves_what_is_inside, begin, end),
        cmocka_unit_test_setup_teardown(dashes_go_round_corners, begin, end),
        cmocka_unit_test_setup_teardown(dashes_have_gaps_where_the_fill_is_seen, begin, end),
        cmocka_unit_test_setup_teardown(a_translucent_fill_is_mixed_once_everywhere, begin, end),
        cmocka_unit_test_setup_teardown(a_shadow_fades_from_the_box_outwards, begin, end),
        cmocka_unit_test_setup_teardown(a_shadow_under_a_box_looks_as_if_it_were_whole, begin, end),
        cmocka_unit_test_setup_teardown(a_clip_is_honoured_until_the_next, begin, end),
        cmocka_unit_test_setup_teardown(a_text_stands_on_its_baseline_and_within_its_width, begin, end),
        cmocka_unit_test_setup_teardown(signs_of_other_fonts_are_seen_and_spaces_are_not, begin, end),
        cmocka_unit_test_setup_teardown(a_line_has_round_ends_and_a_polygon_is_filled, begin, end),
        cmocka_unit_test_setup_teardown(the_same_list_is_not_painted_again, begin, end),
        cmocka_unit_test_setup_teardown(only_what_is_near_a_change_is_painted, begin, end),
        cmocka_unit_test_setup_teardown(what_is_scrolled_is_moved_and_looks_as_if_painted_anew, begin, end),
        cmocka_unit_test_setup_teardown(of_what_is_scrolled_little_is_painted, begin, end),
        cmocka_unit_test_setup_teardown(a_picture_of_nothing_comes_after_one_of_something, begin, end),
        cmocka_unit_test_setup_teardown(what_a_new_ring_goes_around_is_not_painted_again, begin, end),
        cmocka_unit_test_setup_teardown(a_picture_is_the_same_in_one_step_or_in_many, begin, end),
        cmocka_unit_test_setup_teardown(what_changed_lies_in_the_rectangles_given, begin, end),
        cmocka_unit_test_setup_teardown(what_is_kept_has_no_colour, begin, end),
        cmocka_unit_test_setup_teardown(what_is_kept_stays_small, begin, end),
        cmocka_unit_test_setup_teardown(odd_measures_harm_nothing, begin, end),
        cmocka_unit_test_setup_teardown(two_easels_give_the_same_bytes, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
