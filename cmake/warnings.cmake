# Every warning that gcc and clang both know and that pays; the debug and clang presets make them errors.
add_compile_options(
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla)

# A switch over an enum names each of its values: a value that is added later cannot be missed. The rooms that have a
# window still have a `default` for those they do not care about.
set(PALABRE_SWITCH_WARNINGS -Wswitch-enum)
