// Ties a Player, its screens and the window together: each input becomes a page, what is wanted there an action, and
// the page after it the frame that is painted.
//
//     Shell shell;
//     shell_init(&shell, &player, platform);
//     fine = platform_run(platform, &(App){.context = &shell, .answer = shell_answer}, &error);
//     shell_finish(&shell);
#pragma once

#include "platform/platform.h"
#include "player/screen.h"

typedef struct {
    Player *player;
    Platform *platform;
    Ui *ui;
    bool easy_font; // the family the platform sets with now
    Str language;   // … and the language it speaks
    bool speaks;    // reading aloud is wanted, and was asked for of the platform
} Shell;

void shell_init(Shell *shell, Player *player, Platform *platform);
void shell_finish(Shell *shell);
const UiFrame *shell_answer(void *context, const UiInput *input, int32_t width, int32_t height); // context: a Shell
