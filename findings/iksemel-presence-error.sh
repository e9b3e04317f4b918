#!/usr/bin/env bash
# iksemel 1.4 (Debian 12) takes a presence error for a request about a subscription. iks_packet sorts stanzas into message, presence, iq and
# "s10n" (subscribe, subscribed, unsubscribe, unsubscribed); only an absent type, "unavailable" and "probe" make a presence,
# whatever else the type is goes to s10n, type='error' with it. A handler for presence errors, filtered by IKS_PAK_PRESENCE and IKS_TYPE_ERROR,
# is never called, and one for subscriptions is. For message and iq, "error" is sorted as one would guess.
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

static void sort(const char *xml) {
  int error;
  ikspak *packet = iks_packet(iks_tree(xml, 0, &error));
  const char *kind = packet->type == IKS_PAK_PRESENCE ? "presence"
                     : packet->type == IKS_PAK_S10N   ? "s10n"
                     : packet->type == IKS_PAK_IQ     ? "iq"
                                                      : "message";
  printf("%s: %s, %s\n", xml, kind, packet->subtype == IKS_TYPE_ERROR ? "error" : "no error");
}

int main(void) {
  sort("<message type='error'/>");
  sort("<iq type='error' id='v1'/>");
  sort("<presence type='probe'/>");
  sort("<presence type='subscribe'/>");
  sort("<presence type='error'/>");
  return 0;
}
SOURCE
cat >expected <<'OUTPUT'
<message type='error'/>: message, error
<iq type='error' id='v1'/>: iq, error
<presence type='probe'/>: presence, no error
<presence type='subscribe'/>: s10n, no error
<presence type='error'/>: s10n, error
OUTPUT
lib="$folder/packages/usr/lib/$(uname -m)-linux-gnu"
gcc -I packages/usr/include -o run run.c "$lib"/libiksemel.so.3 -Wl,--unresolved-symbols=ignore-all
LD_LIBRARY_PATH="$lib" ./run >seen
cat seen
diff expected seen
