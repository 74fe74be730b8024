#include "base/file_source.h"

#include "base/file_win32.h"

struct FileSource {
    Str path;
    FileHandle file;
    ptrdiff_t left; // bytes that may still be read
    bool is_input;  // standard input, whose end nobody knows before
    ErrorCode failed;
    DWORD system; // last error of the failure
};

FileSource *file_source_open(Arena *arena, Str path, ptrdiff_t most, Error *error) {
    FileSource *source = arena_push(arena, FileSource, 1);
    source->path = str_copy(arena, path);
    source->is_input = str_equal(path, S("-"));
    source->left = most;
    source->file =
        source->is_input ? GetStdHandle(STD_INPUT_HANDLE) : file_win32_open_regular(arena, path, &source->left, error);
    if (source->file && source->left > most) {
        (void)file_win32_close(source->file, true);
        source->file = NULL;
        (void)error_set(error, ERROR_TOO_LARGE, 0, path);
    }
    return source->file ? source : NULL;
}

// Of a file that grew meanwhile no more is read; standard input that goes on beyond what was allowed is too large.
static ptrdiff_t read_past(FileSource *source) {
    char more;
    if (source->is_input && file_win32_read(source->file, &more, 1) > 0) {
        source->failed = ERROR_TOO_LARGE;
    }
    return 0;
}

ptrdiff_t file_source_read(FileSource *source, char *bytes, ptrdiff_t room) {
    if (source->failed != ERROR_NONE || source->left == 0) {
        return source->failed == ERROR_NONE ? read_past(source) : 0;
    }
    ptrdiff_t len = file_win32_read(source->file, bytes, room < source->left ? room : source->left);
    if (len < 0) {
        source->failed = ERROR_SYSTEM;
        source->system = GetLastError();
        return 0;
    }
    source->left -= len;
    return len;
}

bool file_source_close(FileSource *source, Error *error) {
    if (!source->is_input) {
        (void)file_win32_close(source->file, true);
    }
    if (source->failed != ERROR_SYSTEM) {
        return source->failed == ERROR_NONE || error_set(error, source->failed, 0, source->path);
    }
    SetLastError(source->system);
    return file_win32_refuse_read(error, source->path);
}
