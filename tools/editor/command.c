#include "editor/command.h"

#include "base/catalog.h"
#include "ui/input.h"

static bool can_save(const Editor *editor) {
    return document_is_unsaved(&editor->document) && editor->saving == 0;
}

static bool can_find_next(const Editor *editor) {
    return editor->find.wanted.len > 0;
}

static bool has_findings(const Editor *editor) {
    return editor->document.reading.findings.count > 0;
}

static bool has_previous(const Editor *editor) {
    return editor->has_previous;
}

// Who asks for a key with Shift asks before who asks for it without.
const Command COMMANDS[] = {
    {.what = TR_INIT("Do again"),
     .press = 'z',
     .modifiers = MOD_CTRL | MOD_SHIFT,
     .action = EDITOR_REDO,
     .can = editor_can_redo},
    {.place = COMMAND_ON_BAR,
     .key = S_INIT("undo"),
     .text = TR_INIT("Undo"),
     .what = TR_INIT("Undo"),
     .press = 'z',
     .modifiers = MOD_CTRL,
     .action = EDITOR_UNDO,
     .can = editor_can_undo},
    {.place = COMMAND_ON_WIDE_BAR,
     .key = S_INIT("redo"),
     .text = TR_INIT("Do again"),
     .what = TR_INIT("Do again"),
     .press = 'y',
     .modifiers = MOD_CTRL,
     .action = EDITOR_REDO,
     .can = editor_can_redo},
    {.place = COMMAND_IN_FILE,
     .text = TR_INIT("New…"),
     .what = TR_INIT("Begin a new situation"),
     .press = 'n',
     .modifiers = MOD_CTRL,
     .action = EDITOR_SHOW,
     .index = EDITOR_TEMPLATES},
    {.place = COMMAND_IN_FILE,
     .text = TR_INIT("Save as…"),
     .what = TR_INIT("Save as another situation"),
     .press = 's',
     .modifiers = MOD_CTRL | MOD_SHIFT,
     .action = EDITOR_SHOW,
     .index = EDITOR_ASK_PATH},
    {.place = COMMAND_IN_FILE,
     .text = TR_INIT("Print…"),
     .what = TR_INIT("Print the situation"),
     .press = 'p',
     .modifiers = MOD_CTRL,
     .action = EDITOR_SHOW,
     .index = EDITOR_PRINTS},
    {.place = COMMAND_IN_FILE,
     .text = TR_INIT("Take up the version before"),
     .action = EDITOR_TAKE_PREVIOUS,
     .can = has_previous},
    {.place = COMMAND_ON_BAR,
     .key = S_INIT("save"),
     .text = TR_INIT("Save"),
     .what = TR_INIT("Save"),
     .press = 's',
     .modifiers = MOD_CTRL,
     .action = EDITOR_SAVE,
     .can = can_save},
    {.place = COMMAND_IN_TOOLS,
     .text = TR_INIT("Find"),
     .what = TR_INIT("Find in all texts"),
     .press = 'f',
     .modifiers = MOD_CTRL,
     .action = EDITOR_SHOW_FIND},
    {.place = COMMAND_IN_TOOLS,
     .text = TR_INIT("Replace"),
     .what = TR_INIT("Replace in all texts"),
     .press = 'h',
     .modifiers = MOD_CTRL,
     .action = EDITOR_SHOW_FIND,
     .index = 1},
    {.what = TR_INIT("Go to the next place that was found"),
     .press = KEY_F3,
     .action = EDITOR_NEXT_HIT,
     .can = can_find_next},
    {.place = COMMAND_ON_WIDE_BAR,
     .key = S_INIT("check"),
     .text = TR_INIT("Check"),
     .what = TR_INIT("Go to the next finding of the check"),
     .press = KEY_F7,
     .action = EDITOR_NEXT_FINDING,
     .can = has_findings},
    {.place = COMMAND_IN_TOOLS,
     .text = TR_INIT("Figures"),
     .what = TR_INIT("Show what endings can earn, where walks lead and how long they are to read"),
     .press = KEY_F8,
     .action = EDITOR_MEASURE},
    {.place = COMMAND_IN_TOOLS,
     .text = TR_INIT("Tests"),
     .what = TR_INIT("Run the tests of the situation"),
     .press = KEY_F9,
     .action = EDITOR_RUN_TESTS},
    {.place = COMMAND_IN_TOOLS,
     .text = TR_INIT("Translate"),
     .what = TR_INIT("Translate"),
     .press = 't',
     .modifiers = MOD_CTRL,
     .action = EDITOR_SHOW_TRANSLATE},
    {.place = COMMAND_ON_BAR,
     .key = S_INIT("play"),
     .text = TR_INIT("Play from here"),
     .what = TR_INIT("Play from the scene that is looked at"),
     .press = KEY_F5,
     .action = EDITOR_PLAY},
    {.place = COMMAND_IN_TOOLS,
     .text = TR_INIT("Help"),
     .what = TR_INIT("Show this help"),
     .press = KEY_F1,
     .action = EDITOR_SHOW,
     .index = EDITOR_HELP},
};

const int32_t COMMAND_COUNT = COUNT(COMMANDS);
