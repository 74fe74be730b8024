#include "exchange/archive.h"

#include "base/error.h"

#include <string.h>
#include <zip.h>

enum { END_LEN = 22, END_COUNT = 10, END_SIZE = 12 }; // of the record that ends an archive; places in it

bool archive_is_there(void) {
    return true;
}

static uint32_t number_at(Str bytes, ptrdiff_t at, int32_t size) {
    uint32_t number = 0;
    for (int32_t i = size; i-- > 0;) {
        number = number << 8 | (uint8_t)bytes.text[at + i];
    }
    return number;
}

// How many files the archive says it has, before anything makes room for them; -1 when its end is missing.
static int32_t count_files(Str bytes) {
    enum { LONGEST_COMMENT = 65535 };
    ptrdiff_t last = bytes.len - END_LEN;
    for (ptrdiff_t at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
        if (memcmp(bytes.text + at, "PK\x05\x06", 4) == 0) {
            uint32_t count = number_at(bytes, at + END_COUNT, 2);
            return number_at(bytes, at + END_SIZE, 4) > (uint32_t)bytes.len ? -1 : (int32_t)count;
        }
    }
    return -1;
}

static bool is_unsafe(Str name) {
    bool unsafe = name.len == 0 || name.text[0] == '/' || memchr(name.text, '\\', (size_t)name.len) ||
                  (name.len > 1 && name.text[1] == ':');
    while (name.len > 0 && !unsafe) {
        unsafe = str_equal(str_cut(&name, '/'), S(".."));
    }
    return unsafe;
}

static bool is_link(zip_t *archive, zip_uint64_t index) {
    enum { MODE_SHIFT = 16, MODE_KIND = 0170000, MODE_LINK = 0120000 };
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, index, 0, &system, &attributes);
    return system == ZIP_OPSYS_UNIX && (attributes >> MODE_SHIFT & MODE_KIND) == MODE_LINK;
}

// Of all that can fail, only memory is no fault of the archive.
static void check_memory(zip_error_t *error) {
    if (zip_error_code_zip(error) == ZIP_ER_MEMORY) {
        error_out_of_memory();
    }
}

static ArchiveFault read_file(Arena *arena, zip_t *archive, const zip_stat_t *stat, ArchiveFile *file) {
    if (stat->encryption_method != ZIP_EM_NONE) {
        return ARCHIVE_ENCRYPTED;
    }
    if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE) {
        return ARCHIVE_COMPRESSED;
    }
    if (stat->size > ARCHIVE_MOST_BYTES) {
        return ARCHIVE_TOO_LARGE;
    }
    zip_file_t *stream = zip_fopen_index(archive, stat->index, 0);
    if (!stream) {
        check_memory(zip_get_error(archive));
        return ARCHIVE_BROKEN;
    }
    char *text = arena_push_text(arena, (ptrdiff_t)stat->size + 1);
    // One byte more than there should be: only at its end the sum is compared.
    zip_int64_t len = zip_fread(stream, text, stat->size + 1);
    bool whole = zip_fclose(stream) == 0 && len == (zip_int64_t)stat->size;
    file->bytes = (Str){text, (ptrdiff_t)stat->size};
    file->found = whole;
    return whole ? ARCHIVE_FINE : ARCHIVE_BROKEN;
}

static ArchiveFault look_at(Arena *arena, zip_t *archive, zip_uint64_t index, ArchiveFile *files, int32_t count) {
    zip_stat_t stat;
    const char *raw = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (!raw || zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) != 0) {
        return ARCHIVE_BROKEN;
    }
    Str name = str_from_c(raw);
    if (is_unsafe(name) || is_link(archive, index)) {
        return ARCHIVE_UNSAFE;
    }
    for (int32_t i = 0; i < count; i++) {
        if (str_equal(files[i].name, name)) {
            return files[i].found ? ARCHIVE_BROKEN : read_file(arena, archive, &stat, &files[i]);
        }
    }
    return ARCHIVE_FINE;
}

static ArchiveFault read_files(Arena *arena, zip_t *archive, ArchiveFile *files, int32_t count, Str *about) {
    zip_int64_t all = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < all; i++) {
        ArchiveFault fault = look_at(arena, archive, (zip_uint64_t)i, files, count);
        if (fault != ARCHIVE_FINE) {
            *about = str_copy(arena, str_from_c(zip_get_name(archive, (zip_uint64_t)i, ZIP_FL_ENC_RAW)));
            return fault;
        }
    }
    return ARCHIVE_FINE;
}

ArchiveFault archive_read(Arena *arena, Str bytes, ArchiveFile *files, int32_t count, Str *about) {
    *about = (Str){0};
    int32_t said = count_files(bytes);
    if (said < 0 || said > ARCHIVE_MOST_FILES) {
        return said < 0 ? ARCHIVE_BROKEN : ARCHIVE_TOO_MANY;
    }
    zip_error_t error;
    zip_error_init(&error);
    ArchiveFault fault = ARCHIVE_BROKEN;
    zip_source_t *source = zip_source_buffer_create(bytes.text, (zip_uint64_t)bytes.len, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (archive) {
        fault = read_files(arena, archive, files, count, about);
        zip_discard(archive);
    } else if (source) {
        zip_source_free(source);
    }
    check_memory(&error);
    zip_error_fini(&error);
    return fault;
}

static void add_file(zip_t *archive, const ArchiveFile *file, Arena *arena) {
    enum { FIRST_DAY = 1 << 5 | 1 }; // 1 January 1980, the first that an archive can name
    zip_source_t *content = zip_source_buffer(archive, file->bytes.text, (zip_uint64_t)file->bytes.len, 0);
    zip_int64_t index = content ? zip_file_add(archive, str_to_c(arena, file->name), content, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0 || zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0) != 0 ||
        zip_file_set_dostime(archive, (zip_uint64_t)index, 0, FIRST_DAY, 0) != 0) {
        error_out_of_memory(); // nothing else can fail: the names are ours, and the archive is in memory
    }
}

static Str take_bytes(Arena *arena, zip_source_t *source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        error_out_of_memory();
    }
    char *text = arena_push_text(arena, (ptrdiff_t)stat.size);
    zip_int64_t len = zip_source_read(source, text, stat.size);
    ASSERT(len == (zip_int64_t)stat.size);
    zip_source_close(source);
    return (Str){text, (ptrdiff_t)stat.size};
}

Str archive_write(Arena *arena, const ArchiveFile *files, int32_t count) {
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_TRUNCATE, NULL) : NULL;
    if (!archive) {
        error_out_of_memory();
    }
    zip_source_keep(source);
    for (int32_t i = 0; i < count; i++) {
        add_file(archive, &files[i], arena);
    }
    if (zip_close(archive) != 0) {
        error_out_of_memory();
    }
    Str bytes = take_bytes(arena, source);
    zip_source_free(source);
    return bytes;
}
