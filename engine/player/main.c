#include "base/file.h"
#include "base/locale.h"
#include "player/shell.h"
#include "player/start.h"

#include <stdio.h>
#include <time.h>

enum { EXIT_FINE = 0, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

typedef struct {
    Arena arena;
    Catalog catalog;
    Str locale;
    StartOptions options;
    Str program;
} Start;

static void print(FILE *to, Str text) {
    (void)fprintf(to, "%.*s\n", S_ARG(text));
}

static int complain(Start *start, Str source, Str about) {
    print(stderr, catalog_format(&start->arena, &start->catalog, source, &about, 1));
    return EXIT_SYSTEM;
}

static SettingsForRun for_run(const StartOptions *options) {
    int32_t language = options->language.len == 0               ? LANGUAGE_AUTO
                       : str_begins(options->language, S("en")) ? LANGUAGE_EN
                                                                : LANGUAGE_FR;
    return (SettingsForRun){.language = language,
                            .text_scale = options->text_scale,
                            .has_theme = options->theme >= 0,
                            .theme = options->theme};
}

static PlayerStart player_start(Start *start) {
    Str shipped = file_find_shipped(&start->arena, start->program, S("scenarios"));
    FoldersWish wish = {.data = start->options.data,
                        .portable = start->options.portable,
                        .program = start->program,
                        .shipped = shipped};
    return (PlayerStart){.folders = folders_find(&start->arena, &wish),
                         .case_path = start->options.case_path,
                         .today = file_today(&start->arena),
                         .system_language = start->locale,
                         .for_run = for_run(&start->options),
                         .seed = start->options.headless ? 1 : (uint64_t)time(NULL),
                         .waits_for_disk = start->options.headless};
}

static void wake_platform(void *context) {
    platform_wake(context);
}

static bool run(Start *start, Platform *platform, Error *error) {
    PlayerStart wish = player_start(start);
    wish.wake = wake_platform;
    wish.wake_context = platform;
    Player *player = arena_push(&start->arena, Player, 1);
    player_begin(player, &wish);
    Shell shell;
    shell_init(&shell, player, platform);
    bool fine = platform_run(platform, &(App){.context = &shell, .answer = shell_answer}, error);
    shell_finish(&shell);
    player_finish(player);
    return fine;
}

static int open_and_run(Start *start) {
    const StartOptions *wish = &start->options;
    PlatformOptions options = {.title = S("Palabre"),
                               .fonts = file_find_shipped(&start->arena, start->program, S("fonts")),
                               .width = wish->width,
                               .height = wish->height,
                               .windowed = wish->windowed,
                               .display = wish->display,
                               .software = wish->software,
                               .script = !wish->headless       ? (Str){0}
                                         : wish->steps.len > 0 ? wish->steps
                                                               : S("quit")};
    Error error = {0};
    Platform *platform = platform_create(&options, &error);
    if (platform == NULL) {
        return complain(start,
                        TR("Palabre could not open its window: no display, or fonts are missing ({0}). In a "
                           "terminal, “palabre-cli play” plays the same cases."),
                        str_from_c(error.path));
    }
    bool fine = run(start, platform, &error);
    platform_destroy(platform);
    return fine ? EXIT_FINE : complain(start, TR("It had to stop: the system refused “{0}”."), str_from_c(error.path));
}

static int begin(Start *start, const Str *arguments, int32_t count) {
    start->locale = locale_language(&start->arena);
    locale_read_catalog(&start->catalog, start->locale);
    Str complaint;
    if (!start_read(&start->arena, &start->catalog, arguments, count, &start->options, &complaint)) {
        print(stderr, complaint);
        return EXIT_USAGE;
    }
    if (start->options.language.len > 0) {
        locale_read_catalog(&start->catalog, start->options.language);
    }
    if (start->options.version) {
        print(stdout, S("palabre " PALABRE_VERSION));
        return EXIT_FINE;
    }
    if (start->options.help) {
        print(stdout, catalog_text(&start->catalog, start_help()));
        return EXIT_FINE;
    }
    return open_and_run(start);
}

int main(int argc, char **argv) {
    Start start = {0};
    Str *arguments = arena_push(&start.arena, Str, argc);
    for (int i = 1; i < argc; i++) {
        arguments[i - 1] = str_from_c(argv[i]);
    }
    start.program = file_program(&start.arena, argc > 0 ? str_from_c(argv[0]) : S("palabre"));
    int status = begin(&start, arguments, argc > 0 ? argc - 1 : 0);
    arena_finish(&start.arena);
    return status;
}
