# libxlsxwriter, as PkgConfig::XLSXWRITER if XLSXWRITER_FOUND. Debian 13's file for pkg-config asks for minizip's, which
# nothing brings there (findings/debian-13-xlsxwriter-pc.sh): then the library is looked for itself.
pkg_check_modules(XLSXWRITER QUIET IMPORTED_TARGET xlsxwriter)
if(NOT XLSXWRITER_FOUND)
    find_library(XLSXWRITER_LIBRARY xlsxwriter)
    find_path(XLSXWRITER_INCLUDE xlsxwriter.h)
    mark_as_advanced(XLSXWRITER_LIBRARY XLSXWRITER_INCLUDE)
    if(XLSXWRITER_LIBRARY AND XLSXWRITER_INCLUDE)
        set(XLSXWRITER_FOUND TRUE)
        add_library(PkgConfig::XLSXWRITER UNKNOWN IMPORTED)
        set_target_properties(PkgConfig::XLSXWRITER PROPERTIES IMPORTED_LOCATION "${XLSXWRITER_LIBRARY}"
                              INTERFACE_INCLUDE_DIRECTORIES "${XLSXWRITER_INCLUDE}")
    endif()
endif()
