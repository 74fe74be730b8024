#include "view/view_face.h"

#include "base/error.h"
#include "base/utf8.h"
#include "scenario/framework.h"

enum { OWN_TINTS = 4, GREY_FROM = 63, GRID = 64, FINE = 4, MOST_POINTS = 64, LINES = 34 };

// Short, parted and curly hair is anybody's; the others are worn by those whom the case calls so.
typedef enum { HAIR_SHORT, HAIR_CURLY, HAIR_PARTED, HAIR_CROPPED, HAIR_TIED, HAIR_BOB } Hair;
typedef enum { NECK_ROUND, NECK_OPEN, NECK_COLLAR, NECK_SCARF, NECK_KINDS } Neck;
typedef enum { ADDRESS_UNSAID, ADDRESS_HE, ADDRESS_SHE, ADDRESS_KINDS } Address;

enum { HAIRS = 4 }; // of each address

static const Hair HAIRS_OF[ADDRESS_KINDS][HAIRS] = {
    [ADDRESS_UNSAID] = {HAIR_SHORT, HAIR_CURLY, HAIR_PARTED, HAIR_SHORT},
    [ADDRESS_HE] = {HAIR_SHORT, HAIR_PARTED, HAIR_CROPPED, HAIR_CURLY},
    [ADDRESS_SHE] = {HAIR_BOB, HAIR_TIED, HAIR_CURLY, HAIR_PARTED},
};

static const struct {
    Str title;
    Address address;
} TITLES[] = {
    {S_INIT("M."), ADDRESS_HE},    {S_INIT("Mr"), ADDRESS_HE},   {S_INIT("Mme"), ADDRESS_SHE},
    {S_INIT("Mlle"), ADDRESS_SHE}, {S_INIT("Mrs"), ADDRESS_SHE}, {S_INIT("Ms"), ADDRESS_SHE},
    {S_INIT("Miss"), ADDRESS_SHE},
};

typedef struct {
    UiTintColors colors;
    Hair hair;
    Neck neck;
    bool grey;
} Looks;

// Who has no tint of their own gets one by turns, so that two people seldom look the same.
int32_t view_face_tint(const Scenario *scenario, CharacterId character) {
    int32_t tint = character > 0 ? (int32_t)scenario->characters.rows[character].tint : TINT_NONE;
    return tint != TINT_NONE || character <= 0 ? tint : UI_TINT_TEAL + (character - 1) % OWN_TINTS;
}

static Str first_char(Str word) {
    ptrdiff_t end = 0;
    if (word.len > 0) {
        (void)utf8_decode(word, &end);
    }
    return str_slice(word, 0, end);
}

static Str initials_of(Ui *ui, const Character *character) {
    if (character->initials.len > 0) {
        return character->initials;
    }
    Str rest = character->name, first = first_char(rest), last = {0};
    (void)str_cut(&rest, ' ');
    while (rest.len > 0) {
        last = first_char(str_cut(&rest, ' '));
    }
    return str_format(ui_arena(ui), "%.*s%.*s", S_ARG(first), S_ARG(last));
}

// "Mr" and "Mrs" begin alike: no letter follows the title.
static Address address_of(Str name) {
    for (int32_t i = 0; i < COUNT(TITLES); i++) {
        Str title = TITLES[i].title;
        ptrdiff_t at = title.len;
        if (str_begins(name, title) && name.len > at && !utf8_is_letter(utf8_decode(name, &at))) {
            return TITLES[i].address;
        }
    }
    return ADDRESS_UNSAID;
}

// On a grid of 64 by 64.
static CanvasBox box_at(const UiCanvas *canvas, Rect at, int32_t radius) {
    int32_t side = canvas_width(canvas), x = at.x * side / GRID, y = at.y * side / GRID;
    int32_t right = (at.x + at.width) * side / GRID, bottom = (at.y + at.height) * side / GRID;
    return (CanvasBox){.rect = {x, y, right - x, bottom - y}, .radius_px = radius * side / GRID};
}

static void fill(UiCanvas *canvas, Rect at, int32_t radius, ColorRole color) {
    CanvasBox box = box_at(canvas, at, radius);
    box.fill = color;
    canvas_box(canvas, box);
}

// With a line around it, or a head would be lost on its ground.
static void fill_skin(UiCanvas *canvas, Rect at, int32_t radius, const Looks *looks) {
    CanvasBox box = box_at(canvas, at, radius);
    box.fill = looks->colors.light;
    box.stroke = looks->colors.ink;
    box.stroke_px = canvas_width(canvas) / LINES;
    canvas_box(canvas, box);
}

// Its points in quarters of that grid.
static void fill_shape(UiCanvas *canvas, const uint8_t (*at)[2], int32_t count, ColorRole color) {
    DrawPoint points[MOST_POINTS];
    int32_t side = canvas_width(canvas) * DRAW_SUBPIXELS;
    ASSERT(count <= MOST_POINTS);
    for (int32_t i = 0; i < count; i++) {
        points[i] = (DrawPoint){at[i][0] * side / (GRID * FINE), at[i][1] * side / (GRID * FINE)};
    }
    canvas_polygon(canvas, points, count, color);
}

// Half an ellipse, as far as it lies within the circle.
static void draw_shoulders(UiCanvas *canvas, const Looks *looks) {
    static const uint8_t SHOULDERS[][2] = {
        {206, 220}, {201, 215}, {196, 210}, {190, 205}, {184, 201}, {178, 197}, {172, 194}, {165, 191},
        {158, 188}, {150, 186}, {143, 185}, {136, 184}, {128, 184}, {120, 184}, {113, 185}, {106, 186},
        {98, 188},  {91, 191},  {84, 194},  {78, 197},  {72, 201},  {66, 205},  {60, 210},  {55, 215},
        {50, 220},  {59, 229},  {69, 235},  {80, 241},  {92, 245},  {104, 248}, {116, 250}, {128, 250},
        {140, 250}, {152, 248}, {164, 245}, {176, 241}, {187, 235}, {197, 229}};
    fill_shape(canvas, SHOULDERS, COUNT(SHOULDERS), looks->colors.main);
}

static void draw_neck(UiCanvas *canvas, const Looks *looks) {
    static const uint8_t OPEN[][2] = {{108, 184}, {148, 184}, {128, 222}};
    static const uint8_t LEFT[][2] = {{110, 178}, {128, 200}, {112, 212}, {98, 188}};
    static const uint8_t RIGHT[][2] = {{146, 178}, {158, 188}, {144, 212}, {128, 200}};
    fill_skin(canvas, (Rect){27, 37, 10, 13}, 5, looks);
    switch (looks->neck) {
    case NECK_OPEN:
        fill_shape(canvas, OPEN, COUNT(OPEN), looks->colors.light);
        break;
    case NECK_COLLAR:
        fill_shape(canvas, LEFT, COUNT(LEFT), looks->colors.ink);
        fill_shape(canvas, RIGHT, COUNT(RIGHT), looks->colors.ink);
        break;
    case NECK_SCARF:
        fill(canvas, (Rect){23, 43, 18, 7}, 3, looks->colors.ink);
        fill(canvas, (Rect){34, 47, 6, 11}, 2, looks->colors.ink);
        break;
    case NECK_ROUND:
    case NECK_KINDS:
        break;
    }
}

static ColorRole hair_color(const Looks *looks) {
    return looks->grey ? COLOR_SOFT : looks->colors.ink;
}

static void draw_hair_behind(UiCanvas *canvas, const Looks *looks) {
    if (looks->hair == HAIR_BOB) {
        fill(canvas, (Rect){16, 9, 32, 34}, 13, hair_color(looks));
    } else if (looks->hair == HAIR_TIED) {
        fill(canvas, (Rect){27, 4, 10, 10}, 5, hair_color(looks));
    }
}

static void draw_hair(UiCanvas *canvas, const Looks *looks) {
    static const uint8_t SHORT[][2] = {{80, 104}, {80, 84},  {84, 66},  {94, 53},   {108, 45}, {128, 42}, {148, 45},
                                       {162, 53}, {172, 66}, {176, 84}, {176, 104}, {166, 86}, {128, 78}, {90, 86}};
    static const uint8_t PARTED[][2] = {{80, 108}, {80, 84},  {84, 64},   {96, 50},  {116, 43}, {140, 43}, {162, 52},
                                        {174, 70}, {176, 88}, {176, 108}, {166, 92}, {112, 70}, {92, 90}};
    static const uint8_t CROPPED[][2] = {{84, 86},  {85, 68},  {95, 54},  {110, 47}, {128, 45}, {146, 47},
                                         {161, 54}, {171, 68}, {172, 86}, {160, 66}, {128, 60}, {96, 66}};
    static const Rect CURLS[] = {{18, 16, 9, 9}, {20, 10, 10, 10}, {27, 7, 10, 10}, {34, 10, 10, 10}, {37, 16, 9, 9}};
    switch (looks->hair) {
    case HAIR_CURLY:
        for (int32_t i = 0; i < COUNT(CURLS); i++) {
            fill(canvas, CURLS[i], 5, hair_color(looks));
        }
        break;
    case HAIR_PARTED:
        fill_shape(canvas, PARTED, COUNT(PARTED), hair_color(looks));
        break;
    case HAIR_SHORT:
    case HAIR_TIED:
    case HAIR_BOB:
        fill_shape(canvas, SHORT, COUNT(SHORT), hair_color(looks));
        break;
    case HAIR_CROPPED:
        fill_shape(canvas, CROPPED, COUNT(CROPPED), hair_color(looks));
        break;
    }
}

static void draw_face(void *context, UiCanvas *canvas) {
    const Looks *looks = context;
    draw_shoulders(canvas, looks);
    draw_hair_behind(canvas, looks);
    draw_neck(canvas, looks);
    fill_skin(canvas, (Rect){21, 12, 22, 30}, 11, looks);
    draw_hair(canvas, looks);
}

static void say_face(Ui *ui, const Character *character, CharacterId turn, int32_t tint, int32_t size) {
    Looks *looks = arena_push(ui_arena(ui), Looks, 1);
    *looks = (Looks){.colors = ui_tint(tint),
                     .hair = HAIRS_OF[address_of(character->name)][(turn - 1) % HAIRS],
                     .neck = (Neck)((turn - 1) % NECK_KINDS),
                     .grey = character->age >= GREY_FROM};
    ui_medal_begin(ui, tint, size);
    ui_picture(ui, (UiPicture){.width = size, .height = size, .draw = draw_face, .context = looks});
    ui_box_end(ui);
}

void view_face(Ui *ui, const Scenario *scenario, CharacterId character, int32_t size) {
    const Character *who = &scenario->characters.rows[character];
    int32_t tint = view_face_tint(scenario, character);
    if (who->age > 0) {
        say_face(ui, who, character, tint, size);
    } else {
        ui_avatar(ui, initials_of(ui, who), tint, size);
    }
}
