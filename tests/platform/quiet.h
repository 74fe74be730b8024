// SDL's dummy driver has no keyboard and no pointer. In newer versions each of its windows has both as soon as it is
// shown, and events tell so: they are kept from the app, so that it is given what a test pushes, wherever it runs.
#pragma once

enum { QUIET_PUSHED = 1 }; // data1 of a pushed event of a window: it comes through

void quiet_driver(void); // once there is a machine, before its first window
