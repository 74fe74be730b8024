#include "base/file.h"

#include <errno.h>
