#include "base/str.h"

#include <utf8proc.h>
