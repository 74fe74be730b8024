#include "base/file.h"

#include <unistd.h>
