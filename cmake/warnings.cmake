# Every warning that gcc and clang both know and that pays; the debug and clang presets make them errors. A switch over
# an enum names each of its values: one that is added later cannot be missed.
add_compile_options(
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wswitch-enum)
