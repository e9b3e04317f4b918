#!/usr/bin/env bash
# libstrophe 0.12.2 (Debian 12), the library of Profanity: the prefix of an attribute is lost when a stanza is read. xml:lang='de' comes out as
# lang='de', in its debug log and in what is passed on (an attribute of no namespace, which RFC 6120 §8.1.5 does not know), and of two attributes
# that differ in nothing but their prefix one is lost. Elements keep their namespace. A guess would be that xml:lang, which every stanza
# may have, survives.
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

static void pass_on(xmpp_ctx_t *context, const char *xml) {
  xmpp_stanza_t *stanza = xmpp_stanza_new_from_string(context, xml);
  char *text;
  size_t length;
  xmpp_stanza_to_text(stanza, &text, &length);
  const char *language = xmpp_stanza_get_attribute(stanza, "xml:lang");
  printf("%s | xml:lang is %s | attributes: %d\n", text, language ? language : "not there", xmpp_stanza_get_attribute_count(stanza));
}

int main(void) {
  xmpp_ctx_t *context = xmpp_ctx_new(NULL, NULL);
  pass_on(context, "<message xml:lang='de'/>");
  pass_on(context, "<body lang='en' xml:lang='de'/>");
  pass_on(context, "<x:body xmlns:x='urn:example:x'/>");
  return 0;
}
SOURCE
cat >expected <<'OUTPUT'
<message lang="de"/> | xml:lang is not there | attributes: 1
<body lang="de"/> | xml:lang is not there | attributes: 1
<body xmlns="urn:example:x"/> | xml:lang is not there | attributes: 1
OUTPUT
lib="$folder/packages/usr/lib/$(uname -m)-linux-gnu"
gcc -I packages/usr/include -o run run.c "$lib"/libstrophe.so.0 -Wl,--unresolved-symbols=ignore-all
LD_LIBRARY_PATH="$lib" ./run >seen
cat seen
diff expected seen
