#include "check/case_check.h"
