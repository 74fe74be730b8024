#include "editor/document.h"
#include "check/case_check.h"
#include "scenario/scenario.h"
