#!/usr/bin/env bash
# Twisted 22.4.0 and xmpp4r 0.5.6 (Debian 12) know the conditions of RFC 3920, not those of RFC 6120 (2011), and differ in how they say so. A
# StanzaError of Twisted takes "policy-violation", and any other word, without a complaint; only to write it down fails, with a message about
# NoneType, because the type is missing. So does "undefined-condition", which RFC 3920 has: it is in the table, without a type. xmpp4r refuses
# both at once, "undefined-condition" as unknown too. And both give <gone/> the type "modify", where RFC 6120 §8.3.3.5 says "cancel".
# A guess would be the 22 conditions with the types that the RFC gives them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg /usr/bin/python3 ruby; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with its Python 3.11, and Ruby with REXML"; exit 2; }
done
apt-get download python3-twisted=22.4.0-4+deb12u1 ruby-xmpp4r=0.5.6-2 python3-attr python3-constantly python3-incremental \
  python3-hyperlink python3-idna python3-automat python3-zope.interface python3-typing-extensions >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.py <<'SCRIPT'
from twisted.words.protocols.jabber.error import StanzaError

for condition in ["policy-violation", "undefined-condition", "gone"]:
    error = StanzaError(condition)
    try:
        written = error.getElement().toXml()
    except AttributeError as problem:
        written = f"{type(problem).__name__}: {problem}"
    print("Twisted", condition, error.type, "|", written)
SCRIPT
cat >run.rb <<'SCRIPT'
require "xmpp4r"
["policy-violation", "undefined-condition", "gone"].each do |condition|
  puts "xmpp4r #{condition} | #{begin
    Jabber::ErrorResponse.new(condition)
  rescue ArgumentError, Jabber::ArgumentError => e
    "#{e.class}: #{e.message}"
  end}"
end
SCRIPT
cat >expected <<'OUTPUT'
Twisted policy-violation None | AttributeError: 'NoneType' object has no attribute 'replace'
Twisted undefined-condition None | AttributeError: 'NoneType' object has no attribute 'replace'
Twisted gone modify | <error type='modify' code='302'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
xmpp4r policy-violation | Jabber::ArgumentError: Unknown error condition when initializing ErrorReponse
xmpp4r undefined-condition | Jabber::ArgumentError: Unknown error condition when initializing ErrorReponse
xmpp4r gone | <error code='302' type='modify'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
OUTPUT
PYTHONPATH="$folder/packages/usr/lib/python3/dist-packages" /usr/bin/python3 run.py >seen 2>log || { cat log; exit 1; }
ruby -I packages/usr/share/rubygems-integration/all/gems/xmpp4r-0.5.6/lib run.rb >>seen 2>log || { cat log; exit 1; }
cat seen
diff expected seen
