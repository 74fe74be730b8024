# Every warning that gcc and clang both know and that pays; the debug and clang presets make them errors.
add_compile_options(
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla)
