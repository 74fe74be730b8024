#include "map/map_text.h"
