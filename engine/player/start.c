#include "player/start.h"

#include "base/locale.h"
#include "base/options.h"
#include "ui/theme.h"

enum {
    OPTION_DATA,
    OPTION_PORTABLE,
    OPTION_WINDOWED,
    OPTION_DISPLAY,
    OPTION_TEXT_SCALE,
    OPTION_THEME,
    OPTION_SOFTWARE,
    OPTION_HEADLESS,
    OPTION_SIZE,
    OPTION_DO,
    OPTION_LANG,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

static const OptionSpec SPECS[OPTION_COUNT] = {
    [OPTION_DATA] = {S_INIT("data"), OPTION_TEXT, 0},
    [OPTION_PORTABLE] = {S_INIT("portable"), OPTION_FLAG, 0},
    [OPTION_WINDOWED] = {S_INIT("windowed"), OPTION_FLAG, 0},
    [OPTION_DISPLAY] = {S_INIT("display"), OPTION_INT, 0},
    [OPTION_TEXT_SCALE] = {S_INIT("text-scale"), OPTION_INT, 0},
    [OPTION_THEME] = {S_INIT("theme"), OPTION_TEXT, 0},
    [OPTION_SOFTWARE] = {S_INIT("software"), OPTION_FLAG, 0},
    [OPTION_HEADLESS] = {S_INIT("headless"), OPTION_FLAG, 0},
    [OPTION_SIZE] = {S_INIT("size"), OPTION_TEXT, 0},
    [OPTION_DO] = {S_INIT("do"), OPTION_TEXT, 0},
    [OPTION_LANG] = {S_INIT("lang"), OPTION_TEXT, 0},
    [OPTION_HELP] = {S_INIT("help"), OPTION_FLAG, 0},
    [OPTION_VERSION] = {S_INIT("version"), OPTION_FLAG, 0},
};

static const Str THEME_NAMES[THEME_COUNT] = {[THEME_PAPER] = S_INIT("paper"),
                                             [THEME_NIGHT] = S_INIT("night"),
                                             [THEME_PROJECTOR] = S_INIT("projector"),
                                             [THEME_CONTRAST] = S_INIT("contrast")};

typedef struct {
    Arena *arena;
    const Catalog *catalog;
    Str *complaint;
} Complainer;

static bool complain(const Complainer *to, Str source, Str about) {
    *to->complaint = catalog_format(to->arena, to->catalog, source, &about, 1);
    return false;
}

static bool read_size(Str text, int32_t *width, int32_t *height) {
    Str rest = text;
    Str across = str_cut(&rest, 'x');
    return str_to_int(across, width) && str_to_int(rest, height) && *width >= 1 && *height >= 1 && *width <= 8192 &&
           *height <= 8192;
}

static bool read_theme(const Complainer *to, const OptionValue *value, int32_t *theme) {
    *theme = -1;
    for (int32_t i = 0; value->given && i < THEME_COUNT; i++) {
        *theme = str_equal(value->text, THEME_NAMES[i]) ? i : *theme;
    }
    return !value->given || *theme >= 0 ||
           complain(to, TR("“{0}” is no theme: paper, night, projector or contrast."), value->text);
}

static bool read_values(const Complainer *to, const OptionValue *values, StartOptions *options) {
    *options = (StartOptions){.data = values[OPTION_DATA].text,
                              .language = values[OPTION_LANG].text,
                              .portable = values[OPTION_PORTABLE].given,
                              .windowed = values[OPTION_WINDOWED].given,
                              .software = values[OPTION_SOFTWARE].given,
                              .headless = values[OPTION_HEADLESS].given,
                              .help = values[OPTION_HELP].given,
                              .version = values[OPTION_VERSION].given,
                              .display = values[OPTION_DISPLAY].number,
                              .text_scale = values[OPTION_TEXT_SCALE].number,
                              .width = 1280,
                              .height = 720,
                              .steps = values[OPTION_DO].text};
    const OptionValue *scale = &values[OPTION_TEXT_SCALE], *size = &values[OPTION_SIZE], *lang = &values[OPTION_LANG];
    if (scale->given && (scale->number < SCALE_LEAST || scale->number > SCALE_MOST)) {
        return complain(to, TR("The text size is a percentage from 100 to 200, not “{0}”."), scale->text);
    }
    if (size->given && !read_size(size->text, &options->width, &options->height)) {
        return complain(to, TR("“{0}” is no size: write it like 1280x720, at most 8192x8192."), size->text);
    }
    if (lang->given && !locale_is_language(lang->text)) {
        return complain(to, TR("“{0}” is no language of the interface: fr or en."), lang->text);
    }
    return read_theme(to, &values[OPTION_THEME], &options->theme);
}

bool start_read(Arena *arena, const Catalog *catalog, const Str *arguments, int32_t count, StartOptions *options,
                Str *complaint) {
    Complainer to = {arena, catalog, complaint};
    Options read = {.specs = SPECS, .count = OPTION_COUNT};
    OptionsFault fault = options_read(arena, &read, arguments, count);
    static const Str WORDS[] = {[OPTIONS_FINE] = S_INIT(""),
                                [OPTIONS_UNKNOWN] = TR_INIT("There is no option “{0}” here."),
                                [OPTIONS_VALUE_MISSING] = TR_INIT("The option “{0}” needs a value."),
                                [OPTIONS_BAD_NUMBER] = TR_INIT("The option “{0}” needs a whole number."),
                                [OPTIONS_VALUE_UNWANTED] = TR_INIT("The option “{0}” takes no value.")};
    if (fault != OPTIONS_FINE) {
        return complain(&to, WORDS[fault], read.culprit);
    }
    if (!read_values(&to, read.values, options)) {
        return false;
    }
    if (read.operand_count > 1) {
        return complain(&to, TR("Only one case can be opened; “{0}” is too much."), read.operands[1]);
    }
    options->case_path = read.operand_count == 1 ? read.operands[0] : (Str){0};
    return true;
}

Str start_help(void) {
    return TR("palabre [CASE.json]\n"
              "Plays branching role-play cases and quizzes.\n"
              "\n"
              "  --data DIR           where settings and what was begun are kept\n"
              "  --portable           beside the program\n"
              "  --windowed           not as large as the screen\n"
              "  --display N          the screen to open on, from 0\n"
              "  --text-scale PERCENT from 100 to 200, for this run\n"
              "  --theme NAME         paper, night, projector or contrast, for this run\n"
              "  --software           paint without the graphics card\n"
              "  --lang fr|en         for this run\n"
              "  --headless --size WIDTHxHEIGHT --do \"STEPS\"\n"
              "                       without a display: see palabre(1)\n"
              "  --help, --version\n");
}
