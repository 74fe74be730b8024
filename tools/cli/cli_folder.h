// A folder of Twee as one story: all .twee and .tw files below it, in the order of their paths.
#pragma once

#include "cli/cli.h"
#include "exchange/loss.h"

// What stands before the first passage of a file is left out, as it is of a story. Links to folders are not followed.
// `parts` tells what came from where; it and the bytes live in cli->arena.
int cli_load_folder(Cli *cli, Str folder, Str *bytes, LossParts *parts);
