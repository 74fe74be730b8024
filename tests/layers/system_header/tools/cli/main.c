#include "cli/cli.h"

#include <unistd.h>
