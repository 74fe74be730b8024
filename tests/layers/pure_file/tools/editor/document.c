#include "editor/document.h"
#include "scenario/scenario.h"
#include "check/case_check.h"
