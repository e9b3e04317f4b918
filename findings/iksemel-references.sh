#!/usr/bin/env bash
# iksemel 1.4 (Debian 12), the XMPP library of many small C programs: references in attribute values are not resolved. The program gets
# them as they are written, and iks_string escapes them once more, so that a stanza that is read and written on is another one: an
# address such as o&apos;hara@example.com is o&amp;apos;hara@example.com after one hop. In character data the five names are resolved, but
# of a character reference (XML 1.0 §4.1) only a question mark is left. No call reports an error. A guess would be that an XML parser
# resolves both, everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg gcc; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with a compiler"; exit 2; }
done
apt-get download libiksemel-dev=1.4-4 libiksemel3=1.4-4 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.c <<'SOURCE'
#include <iksemel.h>
#include <stdio.h>

static void pass_on(const char *xml) {
  int error;
  iks *stanza = iks_tree(xml, 0, &error);
  printf("error %d, from %s, written %s\n", error, iks_find_attrib(stanza, "from"), iks_string(iks_stack(stanza), stanza));
}

int main(void) {
  pass_on("<message from='o&apos;hara@example.com'/>");
  pass_on("<message from='a@example.com'><body>R&amp;D, r&#x65;ad me</body></message>");
  return 0;
}
SOURCE
cat >expected <<'OUTPUT'
error 0, from o&apos;hara@example.com, written <message from='o&amp;apos;hara@example.com'/>
error 0, from a@example.com, written <message from='a@example.com'><body>R&amp;D, r?ad me</body></message>
OUTPUT
lib="$folder/packages/usr/lib/$(uname -m)-linux-gnu"
gcc -I packages/usr/include -o run run.c "$lib"/libiksemel.so.3 -Wl,--unresolved-symbols=ignore-all
LD_LIBRARY_PATH="$lib" ./run >seen
cat seen
diff expected seen
