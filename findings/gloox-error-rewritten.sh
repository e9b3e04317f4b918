#!/usr/bin/env bash
# gloox 1.0.24 (Debian 12): gloox::Error, by which the library gives stanza errors to the program and writes them, has no place for the content
# of <gone/> and <redirect/>, the new address (RFC 6120 §8.3.3.5 and §8.3.3.14), nor for 'by' and the language of a text. They can't be
# asked for, and are missing where the error is written again. Of a policy-violation (RFC 6120 §8.3.3.12) the condition is
# StanzaErrorUndefined, with <policy-violation/> as application-specific condition, and tag() gives no element at all.
# A guess would be that the address is given as text() or by a function of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg g++; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with a compiler"; exit 2; }
done
apt-get download libgloox-dev=1.0.24-3+b1 libgloox18=1.0.24-3+b1 libidn12 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.cpp <<'SOURCE'
#include <cstdio>
#include <gloox/error.h>
#include <gloox/parser.h>
#include <gloox/taghandler.h>
#include <string>

#define NS "urn:ietf:params:xml:ns:xmpp-stanzas"

struct Reader : gloox::TagHandler {
  gloox::Tag *read = nullptr;
  void handleTag(gloox::Tag *tag) override { read = tag->clone(); }
};

static void rewrite(std::string xml) {
  Reader reader;
  gloox::Parser parser(&reader);
  parser.feed(xml);
  gloox::Error error(reader.read);
  gloox::Tag *application = const_cast<gloox::Tag *>(error.appError());
  gloox::Tag *tag = error.tag();
  std::printf("text '%s', application %s, written %s\n", error.text().c_str(), application ? application->name().c_str() : "none",
              tag ? tag->xml().c_str() : "nothing");
}

int main() {
  rewrite("<error type='cancel' by='example.net'><gone xmlns='" NS "'>xmpp:new@example.net</gone></error>");
  rewrite("<error type='modify'><policy-violation xmlns='" NS "'/></error>");
  rewrite("<error type='cancel'><conflict xmlns='" NS "'/><text xmlns='" NS "' xml:lang='de'>Besetzt</text></error>");
}
SOURCE
cat >expected <<'OUTPUT'
text '', application none, written <error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
text '', application policy-violation, written nothing
text 'Besetzt', application none, written <error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Besetzt</text></error>
OUTPUT
lib="$folder/packages/usr/lib/$(uname -m)-linux-gnu"
g++ -I packages/usr/include -o run run.cpp "$lib"/libgloox.so.18 -Wl,--unresolved-symbols=ignore-all
LD_LIBRARY_PATH="$lib" ./run >seen
cat seen
diff expected seen
