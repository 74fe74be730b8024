#!/usr/bin/env bash
# BEHAVIOUR: with PCRE2_CASELESS, PCRE2 10.42 matches \p{Lu}, \p{Ll} and \p{Lt} only with letters of that category, while
# 10.46 matches each of the three with every letter that has case: caseless ^\p{Lu}$ finds "a", and ^\p{Lt}$ "A". [[:upper:]]
# stays as it was: caseless, with UCP, it finds "A" and not "a" in both. A pattern that is shared between machines, as
# Debian 12 has 10.42 and Debian 13 has 10.46, means the same only where it lists its letters, or spells (?-i:…).
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
OLD=10.42-1
NEW=10.46-1~deb13u3
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
mkdir -p lists/partial cache/archives/partial
for suite in bookworm trixie; do
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $suite main" >>sources.list
done
apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$dir/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$dir/lists" \
    -o Dir::Cache="$dir/cache" "$@" >apt.log 2>&1 || { cat apt.log; exit 2; }
}
apt update
apt download "libpcre2-8-0=$OLD" "libpcre2-8-0=$NEW"
for version in "$OLD" "$NEW"; do dpkg -x libpcre2-8-0_"$version"_*.deb "$version" || exit 2; done
cat >match.py <<'PY'
import ctypes, sys
CASELESS, UTF, UCP, CONFIG_VERSION = 0x8, 0x80000, 0x20000, 11
want = {'10.42': {'Lu': 'A', 'Ll': 'a', 'Lt': ''}, '10.46': {'Lu': 'aA', 'Ll': 'aA', 'Lt': 'aA'}}
def found(lib, pattern, text):
    code, place = ctypes.c_int(), ctypes.c_size_t()
    compiled = lib.pcre2_compile_8(pattern.encode(), ctypes.c_size_t(len(pattern)),
                                   ctypes.c_uint32(CASELESS | UTF | UCP), ctypes.byref(code), ctypes.byref(place), None)
    data = lib.pcre2_match_data_create_8(ctypes.c_uint32(4), None)
    return lib.pcre2_match_8(ctypes.c_void_p(compiled), text.encode(), ctypes.c_size_t(len(text)), ctypes.c_size_t(0),
                             ctypes.c_uint32(0), ctypes.c_void_p(data), None) > 0
ok = True
for path, version in zip(sys.argv[1:], want):
    lib = ctypes.CDLL(path)
    lib.pcre2_compile_8.restype = lib.pcre2_match_data_create_8.restype = ctypes.c_void_p
    name = ctypes.create_string_buffer(64)
    lib.pcre2_config_8(CONFIG_VERSION, name)
    print('PCRE2', name.value.decode())
    ok = ok and name.value.decode().startswith(version)
    patterns = {rf'^\p{{{category}}}$': letters for category, letters in want[version].items()}
    for pattern, letters in {**patterns, '^[[:upper:]]$': 'A'}.items():
        got = ''.join(letter for letter in 'aA' if found(lib, pattern, letter))
        print(f'  caseless {pattern} of "a", "A" finds: {got or "neither"}')
        ok = ok and got == letters
print('AS DESCRIBED: caseless, a category of letters means another set from one version to the next.' if ok
      else 'CHANGED: a category of letters is matched differently now.')
sys.exit(0 if ok else 1)
PY
timeout 60 python3 match.py "$(find "$OLD" -name libpcre2-8.so.0)" "$(find "$NEW" -name libpcre2-8.so.0)"
