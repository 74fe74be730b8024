# Programs for 64-bit Windows, with Debian's mingw-w64:
#     PALABRE_WINDOWS_PREFIX=FOLDER cmake --toolchain tools/windows/toolchain.cmake …
# The folder, which stays in the environment, is where tools/windows/libraries puts the libraries, all of them static.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(tools /usr/bin/x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${tools}-gcc-win32)
set(CMAKE_CXX_COMPILER ${tools}-g++-win32)
set(CMAKE_RC_COMPILER ${tools}-windres)
set(CMAKE_AR ${tools}-ar)
set(CMAKE_RANLIB ${tools}-ranlib)
set(CMAKE_STRIP ${tools}-strip)

set(prefix "$ENV{PALABRE_WINDOWS_PREFIX}")
set(CMAKE_FIND_ROOT_PATH "${prefix}" /usr/x86_64-w64-mingw32)
set(CMAKE_PREFIX_PATH "${prefix}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} "${prefix}/lib/pkgconfig")
set(ENV{PKG_CONFIG_PATH} "")
set(PKG_CONFIG_ARGN --static)

# The threads of Windows: a library of POSIX's does not come along.
foreach(found IN ITEMS THREADS_HAVE_PTHREAD_ARG CMAKE_HAVE_PTHREAD_CREATE CMAKE_HAVE_PTHREADS_CREATE)
    set(${found} OFF CACHE INTERNAL "")
endforeach()

# Numbers are written and read as C has it, not as the system's old library does. Windows 10 and later.
string(JOIN " " flags
    -D__USE_MINGW_ANSI_STDIO=1 -D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00
    -DPCRE2_STATIC -DLIBXML_STATIC -DZIP_STATIC -DUTF8PROC_STATIC -DFRIBIDI_LIB_STATIC -DCJSON_HIDE_SYMBOLS)
set(CMAKE_C_FLAGS_INIT "${flags}")
set(CMAKE_CXX_FLAGS_INIT "${flags}")
# Sections begin in the file where pages do, so that Wine maps them and need not read all of a program before it starts.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -Wl,--no-insert-timestamp,--file-alignment=4096")
