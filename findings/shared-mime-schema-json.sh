#!/usr/bin/env bash
# BEHAVIOUR: with shared-mime-info 2.2 a JSON file whose first 256 bytes hold "$schema": is application/schema+json to GLib,
# whatever it is called: also with a name for which another type has a longer pattern of its own (*.thing.json). The shared
# rule looks at the content with priority 80, and has *.json besides. So a program whose files name their schema, as editors
# ask them to, is never what a double click on one of them starts. A rule of content above 80 is, for *.json of any name.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
MIME=2.2-1
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
command -v gio >/dev/null || { echo "needs gio"; exit 2; }
apt-get download -qq "shared-mime-info=$MIME" >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg -x ./*.deb root || exit 2
mkdir -p home/mime/packages
rule() { # PRIORITY: of the content; none: by the name alone
  local magic=
  [ -z "$1" ] || magic="<magic priority=\"$1\"><match type=\"string\" value=\"&quot;thing&quot;:\" offset=\"1:256\"/></magic>"
  cat >home/mime/packages/thing.xml <<XML
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-thing+json">
    <sub-class-of type="application/json"/>$magic
    <glob pattern="*.thing.json"/>
  </mime-type>
</mime-info>
XML
  for folder in home/mime root/usr/share/mime; do root/usr/bin/update-mime-database "$folder" >/dev/null 2>&1 || exit 2; done
}
echo '{"$schema": "thing.json", "thing": 1}' >with.thing.json
echo '{"thing": 1}' >without.thing.json
cp with.thing.json with.json
echo "shared-mime-info $MIME, $(gio version | head -n 1)"
ok=0
expect() { # FILE TYPE
  got=$(XDG_DATA_HOME=$dir/home XDG_DATA_DIRS=$dir/root/usr/share gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p')
  echo "$1 -> $got"
  [ "$got" = "$2" ] || ok=1
}
echo "by the name alone:"
rule ''
expect without.thing.json application/x-thing+json
expect with.thing.json application/schema+json
echo "by the content too, priority 90:"
rule 90
expect with.thing.json application/x-thing+json
expect with.json application/x-thing+json
if [ "$ok" = 0 ]; then
  echo 'AS DESCRIBED: what names its schema is a JSON schema, but for a rule above that one.'
else
  echo 'CHANGED: these files have other types now.'
fi
exit "$ok"
