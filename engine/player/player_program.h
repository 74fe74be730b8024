// The player as the shell asks it: its page and what is wanted there.
#pragma once

#include "app/shell.h"
#include "player/player.h"

Program player_program(Player *player); // borrowed
