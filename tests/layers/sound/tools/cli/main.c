#include "cli/cli.h"
#include "report/report.h"

#include <stdio.h>
