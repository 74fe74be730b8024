#define _GNU_SOURCE // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): mount

#include "file_place.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

static mode_t mode_of(const char *path) {
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_mode & 0777;
}

static void a_new_file_is_private_and_leaves_nothing_beside_it(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    assert_true(save(place, path, S("one")));
    assert_holds(place, path, S("one"));
    assert_int_equal(mode_of(path), 0600);
    assert_names(place, "cas.json");
}

static void the_version_before_is_kept(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    assert_true(save(place, path, S("one")));
    assert_true(save(place, path, S("two")));
    assert_holds(place, path, S("two"));
    assert_holds(place, path_of(place, "cas.json~"), S("one"));
    assert_true(save(place, path, S("")));
    assert_holds(place, path, S(""));
    assert_holds(place, path_of(place, "cas.json~"), S("two"));
    assert_names(place, "cas.json cas.json~");
}

static void the_mode_of_a_file_is_kept(void **state) {
    Place *place = *state;
    char *path = write_file(place, "cas.json", S("one"));
    assert_int_equal(chmod(path, 0664), 0);
    mode_t mask = umask(077);
    assert_true(save(place, path, S("two")));
    umask(mask);
    assert_int_equal(mode_of(path), 0664);
}

static void a_link_stays_a_link_and_its_target_is_saved(void **state) {
    Place *place = *state;
    char *target = write_file(place, "target", S("one"));
    char *link = path_of(place, "link");
    char *second = path_of(place, "second");
    assert_int_equal(symlink("target", link), 0);
    assert_int_equal(symlink(link, second), 0);
    assert_true(save(place, second, S("two")));
    assert_holds(place, target, S("two"));
    assert_names(place, "link second target target~");
    struct stat about;
    assert_int_equal(lstat(second, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
}

static void a_link_to_nothing_yet_makes_its_target(void **state) {
    Place *place = *state;
    char *link = path_of(place, "link");
    assert_int_equal(symlink("target", link), 0);
    assert_true(save(place, link, S("one")));
    assert_holds(place, path_of(place, "target"), S("one"));
    assert_names(place, "link target");
}

static void links_in_a_circle_are_refused(void **state) {
    Place *place = *state;
    char *link = path_of(place, "link");
    assert_int_equal(symlink("link", link), 0);
    assert_false(save(place, link, S("one")));
    assert_int_equal(place->error.code, ERROR_SYSTEM);
    assert_int_equal(place->error.system, ELOOP);
    assert_string_equal(place->error.path, link);
}

static void what_a_crash_left_behind_is_replaced(void **state) {
    Place *place = *state;
    char *path = write_file(place, "cas.json", S("one"));
    char *victim = write_file(place, "victim", S("safe"));
    assert_int_equal(symlink(victim, path_of(place, ".cas.json.palabre-new")), 0);
    assert_int_equal(symlink(victim, path_of(place, "cas.json~")), 0);
    assert_true(save(place, path, S("two")));
    assert_holds(place, victim, S("safe"));
    assert_holds(place, path, S("two"));
    assert_holds(place, path_of(place, "cas.json~"), S("one"));
    assert_names(place, "cas.json cas.json~ victim");
}

static void a_save_into_no_folder_is_refused(void **state) {
    Place *place = *state;
    assert_false(save(place, path_of(place, "no/cas.json"), S("one")));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_false(save(place, "", S("one")));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_names(place, "");
}

static void what_is_no_file_is_not_replaced(void **state) {
    Place *place = *state;
    char *folder = path_of(place, "folder");
    char *pipe_path = path_of(place, "pipe");
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    char *with_slash = str_to_c(&place->arena, str_format(&place->arena, "%s/", folder));
    char *const paths[] = {folder, with_slash, pipe_path, "/dev/full", "."};
    for (int32_t i = 0; i < COUNT(paths); i++) {
        assert_false(save(place, paths[i], S("one")));
        assert_int_equal(place->error.code, ERROR_NOT_A_FILE);
    }
    assert_names(place, "folder pipe");
}

static void a_backup_that_cannot_be_made_leaves_all_as_it_was(void **state) {
    Place *place = *state;
    char *path = write_file(place, "cas.json", S("one"));
    assert_int_equal(mkdir(path_of(place, "cas.json~"), 0700), 0);
    assert_false(save(place, path, S("two")));
    assert_holds(place, path, S("one"));
    assert_names(place, "cas.json cas.json~");
}

static void a_file_marked_read_only_is_not_replaced(void **state) {
    Place *place = *state;
    if (geteuid() == 0) {
        skip(); // root writes everywhere
    }
    char *path = write_file(place, "cas.json", S("one"));
    assert_int_equal(chmod(path, 0400), 0);
    assert_false(save(place, path, S("two")));
    assert_int_equal(place->error.code, ERROR_NOT_WRITABLE);
    assert_holds(place, path, S("one"));
    assert_names(place, "cas.json");
}

static void a_folder_without_permission_is_not_written_to(void **state) {
    Place *place = *state;
    if (geteuid() == 0) {
        skip();
    }
    assert_int_equal(chmod(str_to_c(&place->arena, place->folder), 0500), 0);
    assert_false(save(place, path_of(place, "cas.json"), S("two")));
    assert_int_equal(place->error.code, ERROR_NOT_WRITABLE);
    assert_int_equal(chmod(str_to_c(&place->arena, place->folder), 0700), 0);
}

// A limit on the size of files makes the write stop half way, as a full disk does, and needs no privilege.
static void a_write_that_stops_half_way_leaves_the_old_version(void **state) {
    Place *place = *state;
    char *path = write_file(place, "cas.json", S("one"));
    char *large = arena_push(&place->arena, char, 100000);
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {.rlim_cur = 4096, .rlim_max = before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    bool saved = save(place, path, (Str){large, 100000});
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    assert_false(saved);
    assert_int_equal(place->error.system, EFBIG);
    assert_holds(place, path, S("one"));
    assert_names(place, "cas.json");
}

static void a_full_disk_leaves_the_old_version(void **state) {
    Place *place = *state;
    char *folder = path_of(place, "disk");
    assert_int_equal(mkdir(folder, 0700), 0);
    if (mount("tmpfs", folder, "tmpfs", 0, "size=64k") != 0) {
        skip(); // needs a privilege
    }
    char *path = path_of(place, "disk/cas.json");
    char *large = arena_push(&place->arena, char, 100000);
    bool first = save(place, path, (Str){large, 30000});
    bool second = save(place, path, (Str){large, 100000});
    ErrorCode code = place->error.code;
    Str bytes;
    bool loaded = load(place, path, &bytes);
    bool third = save(place, path, S("small enough"));
    assert_int_equal(umount(folder), 0);
    assert_true(first);
    assert_false(second);
    assert_int_equal(code, ERROR_DISK_FULL);
    assert_true(loaded);
    assert_int_equal(bytes.len, 30000);
    assert_true(third);
}

// The numbers that link() and rename() have; newer machines know them by their general forms only.
#ifdef SYS_link
enum { CALL_LINK = SYS_link, CALL_RENAME = SYS_rename };
#else
enum { CALL_LINK = SYS_linkat, CALL_RENAME = SYS_renameat2 };
#endif

// Makes the system refuse every call of this number from now on, with this errno.
static void refuse_calls(unsigned number, unsigned system) {
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | system),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = COUNT(code), .filter = code};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        _exit(2);
    }
}

// Saves in a child process for which the call is refused. The errno of the failure, 0 when it was saved.
static int save_while_refusing(Place *place, const char *path, Str bytes, unsigned call, unsigned system) {
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        refuse_calls(call, system);
        exit(save(place, path, bytes) ? 0 : place->error.system);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_disk_that_fails_to_sync_leaves_the_old_version(void **state) {
    Place *place = *state;
    char *path = write_file(place, "cas.json", S("one"));
    assert_int_equal(save_while_refusing(place, path, S("two"), SYS_fsync, EIO), EIO);
    assert_holds(place, path, S("one"));
    assert_names(place, "cas.json");
}

static void a_version_that_cannot_take_its_place_leaves_the_old_one(void **state) {
    Place *place = *state;
    char *path = write_file(place, "cas.json", S("one"));
    assert_int_equal(save_while_refusing(place, path, S("two"), CALL_RENAME, EIO), EIO);
    assert_holds(place, path, S("one"));
    assert_names(place, "cas.json cas.json~");
}

static void where_a_file_has_one_name_only_the_old_version_is_copied(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    char *text = arena_push(&place->arena, char, 200000);
    memset(text, 'a', 200000);
    assert_true(save(place, path, (Str){text, 200000}));
    assert_int_equal(save_while_refusing(place, path, S("two"), CALL_LINK, EPERM), 0);
    assert_holds(place, path, S("two"));
    assert_holds(place, path_of(place, "cas.json~"), (Str){text, 200000});
    assert_int_equal(mode_of(path_of(place, "cas.json~")), 0600);
    assert_names(place, "cas.json cas.json~");
}

static void a_folder_without_locks_is_used_without_them(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    assert_int_equal(save_while_refusing(place, path, S("one"), SYS_flock, ENOLCK), 0);
    assert_holds(place, path, S("one"));
}

static void a_folder_that_stays_locked_refuses_in_the_end(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    int folder = open(str_to_c(&place->arena, place->folder), O_RDONLY);
    assert_int_equal(flock(folder, LOCK_EX), 0);
    assert_false(save(place, path, S("one")));
    assert_int_equal(place->error.system, EWOULDBLOCK);
    close(folder);
    assert_true(save(place, path, S("one")));
    assert_names(place, "cas.json");
}

enum { SAVED_BYTES = 200000, SAVERS = 3 };

// Saves for ever a file that holds one letter all through.
static void save_for_ever(Place *place, const char *path, char letter) {
    char *text = arena_push(&place->arena, char, SAVED_BYTES);
    memset(text, letter, SAVED_BYTES);
    while (save(place, path, (Str){text, SAVED_BYTES})) {
    }
    _exit(1);
}

static void assert_whole(Place *place, const char *path) {
    Str bytes;
    ArenaMark mark = arena_mark(&place->arena);
    assert_true(load(place, path, &bytes));
    assert_int_equal(bytes.len, SAVED_BYTES);
    assert_memory_equal(bytes.text, bytes.text + 1, SAVED_BYTES - 1);
    arena_rewind(&place->arena, mark);
}

static void programs_that_save_at_once_and_are_killed_leave_a_whole_file(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    pid_t savers[SAVERS];
    for (int i = 0; i < SAVERS; i++) {
        savers[i] = fork();
        assert_true(savers[i] >= 0);
        if (savers[i] == 0) {
            save_for_ever(place, path, (char)('a' + i));
        }
    }
    while (access(path, F_OK) != 0) {
    }
    for (int i = 0; i < 500; i++) {
        assert_whole(place, path);
    }
    for (int i = 0; i < SAVERS; i++) {
        int status = 0;
        kill(savers[i], SIGKILL);
        assert_int_equal(waitpid(savers[i], &status, 0), savers[i]);
        assert_true(WIFSIGNALED(status)); // no save failed
        assert_whole(place, path);
    }
    assert_true(save(place, path, S("after")));
    assert_names(place, "cas.json cas.json~");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_is_private_and_leaves_nothing_beside_it),
        TEST(the_version_before_is_kept),
        TEST(the_mode_of_a_file_is_kept),
        TEST(a_link_stays_a_link_and_its_target_is_saved),
        TEST(a_link_to_nothing_yet_makes_its_target),
        TEST(links_in_a_circle_are_refused),
        TEST(what_a_crash_left_behind_is_replaced),
        TEST(a_save_into_no_folder_is_refused),
        TEST(what_is_no_file_is_not_replaced),
        TEST(a_backup_that_cannot_be_made_leaves_all_as_it_was),
        TEST(a_file_marked_read_only_is_not_replaced),
        TEST(a_folder_without_permission_is_not_written_to),
        TEST(a_write_that_stops_half_way_leaves_the_old_version),
        TEST(a_full_disk_leaves_the_old_version),
        TEST(a_disk_that_fails_to_sync_leaves_the_old_version),
        TEST(a_version_that_cannot_take_its_place_leaves_the_old_one),
        TEST(where_a_file_has_one_name_only_the_old_version_is_copied),
        TEST(a_folder_without_locks_is_used_without_them),
        TEST(a_folder_that_stays_locked_refuses_in_the_end),
        TEST(programs_that_save_at_once_and_are_killed_leave_a_whole_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
