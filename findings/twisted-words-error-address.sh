#!/usr/bin/env bash
# Twisted Words 22.4.0 for Python (Debian 12, python3-twisted 22.4.0-4+deb12u1): the address in <gone/>, <redirect/> and the stream error <see-other-host/> is
# read by no attribute of the exception and is lost when it is written again; <gone/> and <redirect/> get type='modify' and code='302' by default.
# StanzaError('undefined-condition') without a type raises AttributeError when it becomes an element; the table of the library has that condition
# with None for its type. Of several texts the last counts, whatever its language.
# A guess would be that an error that is passed on still says where the other one moved (RFC 6120 §8.3.3.5, §8.3.3.14, §4.9.3.19).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python=/usr/bin/python3
for tool in apt-get dpkg "$python"; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with Python"; exit 2; }
done
apt-get download python3-twisted=22.4.0-4+deb12u1 python3-zope.interface python3-constantly python3-incremental python3-attr python3-hyperlink \
  python3-automat python3-idna python3-typing-extensions python3-six >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.py <<'SOURCE'
from twisted.words.protocols.jabber import error
from twisted.words.xish import domish

STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas"


def parse(text):
    seen = []
    stream = domish.elementStream()
    stream.DocumentStartEvent = lambda root: None
    stream.ElementEvent = seen.append
    stream.DocumentEndEvent = lambda: None
    stream.parse(f"<stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>{text}</stream>".encode())
    return seen[0]


for children in (
    f"<gone xmlns='{STANZAS}'>xmpp:pond@new.example</gone>",
    f"<redirect xmlns='{STANZAS}'>xmpp:pond@new.example</redirect>",
    f"<forbidden xmlns='{STANZAS}'/><text xmlns='{STANZAS}' xml:lang='en'>Closed</text><text xmlns='{STANZAS}' xml:lang='de'>Zu</text>",
):
    read = error.exceptionFromStanza(parse(f"<iq type='error' id='1'><error type='cancel'>{children}</error></iq>"))
    print(read.getElement().toXml())
read = error.exceptionFromStreamError(
    parse("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>new.example</see-other-host></stream:error>")
)
print(read.condition, read.getElement().toXml())
print(error.StanzaError("gone").getElement().toXml())
try:
    print(error.StanzaError("undefined-condition").getElement().toXml())
except AttributeError as raised:
    print("undefined-condition:", error.STANZA_CONDITIONS["undefined-condition"], raised)
SOURCE
cat >expected <<'OUTPUT'
<error type='cancel' code='302'><gone xmlns='stanzas'/></error>
<error type='cancel' code='302'><redirect xmlns='stanzas'/></error>
<error type='cancel' code='403'><forbidden xmlns='stanzas'/><text xmlns='stanzas' xml:lang='de'>Zu</text></error>
see-other-host <xn0:error xmlns:xn0='http://etherx.jabber.org/streams'><see-other-host xmlns='streams'/></xn0:error>
<error type='modify' code='302'><gone xmlns='stanzas'/></error>
undefined-condition: {'code': '500', 'type': None} 'NoneType' object has no attribute 'replace'
OUTPUT
PYTHONPATH="$folder/packages/usr/lib/python3/dist-packages" "$python" -W ignore run.py >seen
sed -i 's/urn:ietf:params:xml:ns:xmpp-//g' seen
cat seen
diff expected seen
