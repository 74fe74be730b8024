#include "base/thread.h"

#include <windows.h>
