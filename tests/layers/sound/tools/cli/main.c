#include "cli/cli.h"
#include "report/report.h"

#include <time.h>
