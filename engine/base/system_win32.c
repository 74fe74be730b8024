#include "base/system.h"

#include "base/path.h"

#include <initguid.h> // what follows defines the names of folders

#include <knownfolders.h>
#include <shlobj.h>
#include <windows.h>

Str system_today(Arena *arena) {
    SYSTEMTIME now;
    GetLocalTime(&now);
    return str_format(arena, "%04d-%02d-%02d", now.wYear, now.wMonth, now.wDay);
}

Str system_time(Arena *arena) {
    SYSTEMTIME now;
    GetLocalTime(&now);
    return str_format(arena, "%02d:%02d", now.wHour, now.wMinute);
}

int32_t system_process(void) {
    return (int32_t)GetCurrentProcessId();
}

// Empty for half a character, which a name may hold here.
static Str narrow(Arena *arena, const wchar_t *wide) {
    int size = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide, -1, NULL, 0, NULL, NULL);
    if (size <= 1) {
        return (Str){0};
    }
    char *text = arena_push(arena, char, size);
    (void)WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, wide, -1, text, size, NULL, NULL);
    return (Str){text, size - 1};
}

// … of a path, whose names are parted by "/" from here on.
static Str narrow_path(Arena *arena, const wchar_t *wide) {
    Str path = narrow(arena, wide);
    char *slashed = str_to_c(arena, path);
    for (ptrdiff_t i = 0; i < path.len; i++) {
        slashed[i] = slashed[i] == '\\' ? '/' : slashed[i];
    }
    return (Str){slashed, path.len};
}

Str system_host(Arena *arena) {
    wchar_t name[256];
    DWORD room = COUNT(name);
    return GetComputerNameExW(ComputerNameDnsHostname, name, &room) ? narrow(arena, name) : (Str){0};
}

static Str read_variable(Arena *arena, Str name) {
    wchar_t wide[64] = {0};
    int len = MultiByteToWideChar(CP_UTF8, 0, name.text, (int)name.len, wide, COUNT(wide) - 1);
    DWORD room = len > 0 ? GetEnvironmentVariableW(wide, NULL, 0) : 0;
    wchar_t *value = arena_push(arena, wchar_t, (ptrdiff_t)room + 1);
    DWORD read = room > 0 ? GetEnvironmentVariableW(wide, value, room) : 0;
    return read < room ? narrow_path(arena, value) : (Str){0};
}

// Windows asks no variable for the language, and has another one for the person's folder: HOME, where something sets
// it, is the path of a shell of its own.
Str system_environment(Arena *arena, Str name) {
    if (str_equal(name, S("HOME"))) {
        return read_variable(arena, S("USERPROFILE"));
    }
    Str value = read_variable(arena, name);
    wchar_t language[LOCALE_NAME_MAX_LENGTH];
    bool asks_system =
        value.len == 0 && str_equal(name, S("LANG")) && GetUserDefaultLocaleName(language, LOCALE_NAME_MAX_LENGTH) > 0;
    return asks_system ? narrow(arena, language) : value;
}

void system_begin_utf8(void) {
    // What is given to the system here says that it is UTF-8.
}

uint64_t system_seed(void) {
    FILETIME now;
    GetSystemTimeAsFileTime(&now);
    return (uint64_t)now.dwHighDateTime << 32 | now.dwLowDateTime;
}

void system_ignore_broken_pipes(void) {
    // Writing to one fails here, and that is all.
}

int32_t system_columns(void) {
    CONSOLE_SCREEN_BUFFER_INFO about;
    bool told = GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &about) != 0;
    return told ? about.srWindow.Right - about.srWindow.Left + 1 : 0;
}

static int64_t microseconds(FILETIME time) {
    return ((int64_t)time.dwHighDateTime << 32 | time.dwLowDateTime) / 10;
}

int64_t system_cpu_us(void) {
    FILETIME begun, ended, kernel, user;
    bool told = GetProcessTimes(GetCurrentProcess(), &begun, &ended, &kernel, &user) != 0;
    return told ? microseconds(kernel) + microseconds(user) : 0;
}

int64_t system_clock_us(void) {
    LARGE_INTEGER ticks, second;
    (void)QueryPerformanceCounter(&ticks);
    (void)QueryPerformanceFrequency(&second);
    return ticks.QuadPart / second.QuadPart * 1000000 + ticks.QuadPart % second.QuadPart * 1000000 / second.QuadPart;
}

// One of the two clocks goes on while the machine sleeps.
int64_t system_slept_ms(void) {
    ULONGLONG awake = 0; // in tenths of a microsecond
    bool told = QueryUnbiasedInterruptTime(&awake) != 0;
    int64_t slept = (int64_t)GetTickCount64() - (int64_t)(awake / 10000);
    return told && slept > 0 ? slept : 0;
}

Str system_program(Arena *arena, Str called) {
    enum { ROOM = 32768 };
    wchar_t *path = arena_push(arena, wchar_t, ROOM);
    DWORD len = GetModuleFileNameW(NULL, path, ROOM);
    return len > 0 && len < ROOM ? narrow_path(arena, path) : str_copy(arena, called);
}

Str system_find_command(Arena *arena, Str called, Str folders) {
    (void)folders; // no program is looked for here
    return str_copy(arena, called);
}

void system_give_back_memory(void) {
    (void)HeapCompact(GetProcessHeap(), 0);
}

static Str find_known(Arena *arena, const KNOWNFOLDERID *which) {
    PWSTR path = NULL;
    bool found = SHGetKnownFolderPath(which, KF_FLAG_DEFAULT, NULL, &path) == S_OK;
    Str known = found ? narrow_path(arena, path) : (Str){0};
    CoTaskMemFree(path);
    return known;
}

// That of this machine, not the one that follows a person from one to another: what is kept stays here.
Str system_data_folder(Arena *arena) {
    Str xdg = system_environment(arena, S("XDG_DATA_HOME"));
    Str base = path_is_absolute(xdg) ? xdg : find_known(arena, &FOLDERID_LocalAppData);
    return base.len > 0 ? path_join(arena, base, S("palabre")) : (Str){0};
}

Str system_documents_folder(Arena *arena) {
    return find_known(arena, &FOLDERID_Documents);
}
