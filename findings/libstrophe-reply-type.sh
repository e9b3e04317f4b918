#!/usr/bin/env bash
# libstrophe 0.12.2 (Debian 12), the library of Profanity: xmpp_stanza_reply() swaps the addresses of a stanza but keeps its type, and leaves out the
# new `from`: the reply to a get is a get again, which its receiver has to answer (RFC 6120 §8.2.3), until the caller sets a type. Its sibling
# xmpp_stanza_reply_error() sets both. Of a stanza without `from`, as a server may send its own, neither makes a reply. A guess would be a result
# without children for an iq, and a reply without `to` where no `from` is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg gcc; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with a compiler"; exit 2; }
done
apt-get download libstrophe-dev=0.12.2-1 libstrophe0=0.12.2-1 libexpat1 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.c <<'SOURCE'
#include <stdio.h>
#include <strophe.h>

static void print(xmpp_stanza_t *stanza) {
  char *text;
  size_t length;
  if (!stanza) { puts("no stanza"); return; }
  xmpp_stanza_to_text(stanza, &text, &length);
  puts(text);
}

int main(void) {
  xmpp_ctx_t *context = xmpp_ctx_new(NULL, NULL);
  const char *request[] = {
    "<iq type='get' id='1' from='a@b.example/c' to='d.example'><ping xmlns='urn:xmpp:ping'/></iq>",
    "<presence id='2' type='subscribe' from='a@b.example' to='d@e.example'/>",
    "<iq type='get' id='2'><ping xmlns='urn:xmpp:ping'/></iq>",
  };
  for (int i = 0; i < 3; i++) {
    xmpp_stanza_t *stanza = xmpp_stanza_new_from_string(context, request[i]);
    print(xmpp_stanza_reply(stanza));
    print(xmpp_stanza_reply_error(stanza, "cancel", "item-not-found", NULL));
  }
  return 0;
}
SOURCE
cat >expected <<'OUTPUT'
<iq id="1" to="a@b.example/c" type="get"/>
<iq id="1" to="a@b.example/c" type="error" from="d.example"><error type="cancel"><item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>
<presence id="2" to="a@b.example" type="subscribe"/>
<presence id="2" to="a@b.example" type="error" from="d@e.example"><error type="cancel"><item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></presence>
no stanza
no stanza
OUTPUT
lib="$folder/packages/usr/lib/$(uname -m)-linux-gnu"
gcc -I packages/usr/include -o run run.c "$lib"/libstrophe.so.0 -Wl,--unresolved-symbols=ignore-all
LD_LIBRARY_PATH="$lib" ./run >seen
cat seen
diff expected seen
