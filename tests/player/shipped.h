// The cases that come with Palabre.
#pragma once

#include "base/file.h"

FileList shipped_cases(Arena *arena); // their paths, from the folder in which tests run
