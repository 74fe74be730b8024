#include "app/start.h"

#include "base/locale.h"
#include "base/options.h"
#include "base/system.h"

#include <stdio.h>

enum { EXIT_FINE = 0, EXIT_USAGE = 2, EXIT_SYSTEM = 3, MOST_SIZE = 8192 };

enum {
    OPTION_DATA,
    OPTION_PORTABLE,
    OPTION_WINDOWED,
    OPTION_DISPLAY,
    OPTION_SOFTWARE,
    OPTION_HEADLESS,
    OPTION_SIZE,
    OPTION_DO,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT, // … and from here on those of settings
    OPTION_MOST = OPTION_COUNT + SETTING_COUNT + START_OWN_MOST
};

static const StartOption OPTIONS[OPTION_COUNT] = {
    [OPTION_DATA] = {.spec = {S_INIT("data"), OPTIONS_TEXT, 0},
                     .operand = TR_INIT("DIR"),
                     .about = TR_INIT("where settings and what was begun are kept")},
    [OPTION_PORTABLE] = {.spec = {S_INIT("portable"), OPTIONS_FLAG, 0}, .about = TR_INIT("beside the program")},
    [OPTION_WINDOWED] = {.spec = {S_INIT("windowed"), OPTIONS_FLAG, 0}, .about = TR_INIT("not as large as the screen")},
    [OPTION_DISPLAY] = {.spec = {S_INIT("display"), OPTIONS_INT, 0},
                        .operand = S_INIT("N"),
                        .about = TR_INIT("the screen to open on, from 0")},
    [OPTION_SOFTWARE] = {.spec = {S_INIT("software"), OPTIONS_FLAG, 0},
                         .about = TR_INIT("paint without the graphics card")},
    [OPTION_HEADLESS] = {.spec = {S_INIT("headless"), OPTIONS_FLAG, 0},
                         .operand = TR_INIT("--size WIDTHxHEIGHT --do \"STEPS\""),
                         .about = TR_INIT("without a display: see {0}(1)")},
    [OPTION_SIZE] = {.spec = {S_INIT("size"), OPTIONS_TEXT, 0}},
    [OPTION_DO] = {.spec = {S_INIT("do"), OPTIONS_TEXT, 0}},
    [OPTION_HELP] = {.spec = {S_INIT("help"), OPTIONS_FLAG, 0}},
    [OPTION_VERSION] = {.spec = {S_INIT("version"), OPTIONS_FLAG, 0}},
};

typedef struct {
    Start *start;
    Str *complaint;
} Complainer;

static Str say(Start *start, Str source, Str about) {
    return catalog_format(&start->arena, &start->catalog, source, &about, 1);
}

static bool complain(const Complainer *to, Str source, Str about) {
    *to->complaint = say(to->start, source, about);
    return false;
}

static bool read_size(Str text, int32_t *width, int32_t *height) {
    Str rest = text;
    Str across = str_cut(&rest, 'x');
    return str_to_int(across, width) && str_to_int(rest, height) && *width >= 1 && *height >= 1 &&
           *width <= MOST_SIZE && *height <= MOST_SIZE;
}

static bool read_setting(const Complainer *to, const OptionValue *value, Setting setting, SettingsForRun *run) {
    const SettingRow *row = settings_row(setting);
    int32_t wanted = 1; // of a switch
    if (!value->given) {
        return true;
    }
    if (row->type != SETTING_SWITCH && !settings_parse_option(setting, value->text, &wanted)) {
        return complain(to, row->option.complaint, value->text);
    }
    settings_ask(run, setting, wanted);
    return true;
}

// `value` is the first of those that list_specs has of the settings.
static bool read_settings(const Complainer *to, const OptionValue *value, SettingsForRun *run) {
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        if (settings_row(i)->option.name.len > 0 && !read_setting(to, value++, i, run)) {
            return false;
        }
    }
    return true;
}

static bool read_values(const Complainer *to, const OptionValue *values, StartOptions *options) {
    const OptionValue *size = &values[OPTION_SIZE];
    *options = (StartOptions){.data = values[OPTION_DATA].text,
                              .portable = values[OPTION_PORTABLE].given,
                              .windowed = values[OPTION_WINDOWED].given,
                              .software = values[OPTION_SOFTWARE].given,
                              .headless = values[OPTION_HEADLESS].given,
                              .help = values[OPTION_HELP].given,
                              .version = values[OPTION_VERSION].given,
                              .display = values[OPTION_DISPLAY].given ? values[OPTION_DISPLAY].number : -1,
                              .steps = values[OPTION_DO].text};
    if (size->given && !read_size(size->text, &options->width, &options->height)) {
        return complain(to, TR("“{0}” is no size: write it like 1280x720, at most 8192x8192."), size->text);
    }
    return read_settings(to, values + OPTION_COUNT, &options->for_run);
}

static bool read_own(const Complainer *to, const StartOption *option, const OptionValue *value) {
    if (value->given && option->most > 0 && (value->number < 1 || value->number > option->most)) {
        Arena *arena = &to->start->arena;
        const Str parts[] = {option->spec.name, str_format(arena, "%d", option->most)};
        *to->complaint = catalog_format(arena, &to->start->catalog,
                                        TR("The option “--{0}” needs a number from 1 to {1}."), parts, COUNT(parts));
        return false;
    }
    return true;
}

// How many there are: not every setting has an option.
static int32_t list_specs(const StartProgram *program, OptionSpec *specs) {
    static const OptionKind KINDS[] = {
        [SETTING_SWITCH] = OPTIONS_FLAG, [SETTING_CHOICE] = OPTIONS_TEXT, [SETTING_PERCENT] = OPTIONS_INT};
    int32_t count = 0;
    while (count < OPTION_COUNT) {
        specs[count] = OPTIONS[count].spec;
        count++;
    }
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        if (row->option.name.len > 0) {
            specs[count++] = (OptionSpec){.name = row->option.name, .kind = KINDS[row->type]};
        }
    }
    for (int32_t i = 0; i < program->option_count; i++) {
        specs[count++] = program->options[i].spec;
    }
    return count;
}

bool start_read(Start *start, const Str *arguments, int32_t count, Str *complaint) {
    static const Str WORDS[] = {[OPTIONS_FINE] = S_INIT(""),
                                [OPTIONS_UNKNOWN] = TR_INIT("There is no option “{0}” here."),
                                [OPTIONS_VALUE_MISSING] = TR_INIT("The option “{0}” needs a value."),
                                [OPTIONS_BAD_NUMBER] = TR_INIT("The option “{0}” needs a whole number."),
                                [OPTIONS_VALUE_UNWANTED] = TR_INIT("The option “{0}” takes no value.")};
    Complainer to = {.start = start, .complaint = complaint};
    OptionSpec specs[OPTION_MOST];
    Options read = {.specs = specs, .count = list_specs(start->program, specs)};
    OptionsFault fault = options_read(&start->arena, &read, arguments, count);
    if (fault != OPTIONS_FINE) {
        return complain(&to, WORDS[fault], read.culprit);
    }
    if (!read_values(&to, read.values, &start->options)) {
        return false;
    }
    for (int32_t i = 0; i < start->program->option_count; i++) {
        start->options.own[i] = read.values[read.count - start->program->option_count + i];
        if (!read_own(&to, &start->program->options[i], &start->options.own[i])) {
            return false;
        }
    }
    if (read.operand_count > 1) {
        return complain(&to, start->program->too_many, read.operands[1]);
    }
    start->options.operand = read.operand_count == 1 ? read.operands[0] : (Str){0};
    return true;
}

static void add_line(Start *start, StrBuilder *help, const StartOption *option) {
    Str operand = catalog_text(&start->catalog, option->operand);
    Str name = str_trim(str_format(&start->arena, "--%.*s %.*s", S_ARG(option->spec.name), S_ARG(operand)));
    str_add(help, options_help(&start->arena, name, say(start, option->about, start->program->name)));
}

Str start_help(Start *start) {
    StrBuilder help = {.arena = &start->arena};
    str_add(&help, catalog_text(&start->catalog, start->program->usage));
    str_add_char(&help, '\n');
    for (int32_t i = 0; i < start->program->option_count; i++) {
        add_line(start, &help, &start->program->options[i]);
    }
    for (int32_t i = 0; i < OPTION_HEADLESS; i++) {
        add_line(start, &help, &OPTIONS[i]);
    }
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        if (row->option.name.len > 0) {
            add_line(start, &help,
                     &(StartOption){.spec = {.name = row->option.name},
                                    .operand = row->option.operand,
                                    .about = row->option.about});
        }
    }
    add_line(start, &help, &OPTIONS[OPTION_HEADLESS]);
    str_add(&help, S("  --help, --version\n"));
    return str_built(&help);
}

static void print(FILE *to, Str text) {
    (void)fprintf(to, "%.*s\n", S_ARG(text));
}

static int stop(Start *start, Str source, const Error *error) {
    print(stderr, say(start, source, str_from_c(error->path)));
    return EXIT_SYSTEM;
}

static void wake_machine(void *context) {
    machine_wake(context);
}

static void find_folders(Start *start) {
    FoldersWish wish = {.data = start->options.data,
                        .portable = start->options.portable || system_is_portable(&start->arena, start->path),
                        .program = start->path,
                        .shipped = system_find_shipped(&start->arena, start->path, S("scenarios"))};
    start->folders = folders_find(&start->arena, &wish);
}

AppStart start_app(Start *start, Machine *machine) {
    return (AppStart){.folders = start->folders,
                      .system_language = start->locale,
                      .for_run = start->options.for_run,
                      .displays = machine_count_displays(machine),
                      .waits_for_disk = start->options.headless,
                      .wake = wake_machine,
                      .wake_context = machine};
}

// As it was left, where the command line asks for nothing else. A picture has the size that is usual.
static WindowOptions place_window(Start *start) {
    enum { WIDTH = 1280, HEIGHT = 720 };
    const StartOptions *wish = &start->options;
    Settings settings;
    (void)settings_load(&start->arena, start->folders.settings, &settings);
    WindowPlace place = settings_window(&settings);
    bool sized = wish->width > 0;
    bool restored = wish->windowed || sized || (place.width > 0 && place.restored);
    return (WindowOptions){.name = S("main"),
                           .title = start->program->title,
                           .width = sized ? wish->width : WIDTH,
                           .height = sized ? wish->height : HEIGHT,
                           .place = sized ? (WindowPlace){0} : place,
                           .fit = restored ? WINDOW_AS_LARGE : WINDOW_MAXIMISED,
                           .display = wish->display};
}

static int open_and_run(Start *start) {
    const StartOptions *wish = &start->options;
    Str steps = wish->steps.len > 0 ? wish->steps : S("quit");
    MachineOptions options = {.fonts = system_find_shipped(&start->arena, start->path, S("fonts")),
                              .software = wish->software,
                              .script = wish->headless ? steps : (Str){0}};
    find_folders(start);
    WindowOptions window = place_window(start);
    Error error = {0};
    Machine *machine = machine_create(&options, &error);
    if (machine == NULL || window_open(machine, &window, &error) == NULL) {
        machine_destroy(machine);
        return stop(start, start->program->no_window, &error);
    }
    bool fine = start->program->run(start, machine, &error);
    machine_destroy(machine);
    Str words = error.code == ERROR_NOT_FOUND ? TR("It had to stop: the steps name “{0}”, which is not there.")
                                              : TR("It had to stop: the system refused “{0}”.");
    return fine ? EXIT_FINE : stop(start, words, &error);
}

// The language that the command line asks for holds for help too.
static void follow_language(Start *start) {
    static const Str LANGUAGES[LANGUAGE_COUNT] = {[LANGUAGE_FR] = S_INIT("fr"), [LANGUAGE_EN] = S_INIT("en")};
    const SettingsForRun *run = &start->options.for_run;
    if (run->asked[SETTING_LANGUAGE]) {
        locale_read_catalog(&start->catalog, LANGUAGES[run->values[SETTING_LANGUAGE]]);
    }
}

static int begin(Start *start, const Str *arguments, int32_t count) {
    Str complaint;
    start->locale = locale_language(&start->arena);
    locale_read_catalog(&start->catalog, start->locale);
    if (!start_read(start, arguments, count, &complaint)) {
        print(stderr, complaint);
        return EXIT_USAGE;
    }
    follow_language(start);
    if (start->options.version) {
        print(stdout,
              str_format(&start->arena, "%.*s %.*s", S_ARG(start->program->name), S_ARG(start->program->version)));
        return EXIT_FINE;
    }
    if (start->options.help) {
        print(stdout, start_help(start));
        return EXIT_FINE;
    }
    return open_and_run(start);
}

int start_main(const StartProgram *program, int argc, char **argv) {
    Start start = {.program = program};
    Str *arguments = arena_push(&start.arena, Str, argc);
    for (int i = 1; i < argc; i++) {
        arguments[i - 1] = str_from_c(argv[i]);
    }
    start.path = system_program(&start.arena, argc > 0 ? str_from_c(argv[0]) : program->name);
    int status = begin(&start, arguments, argc > 0 ? argc - 1 : 0);
    arena_finish(&start.arena);
    return status;
}
