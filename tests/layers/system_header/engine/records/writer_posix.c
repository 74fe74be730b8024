#include "records/writer.h"

#include <pthread.h>
