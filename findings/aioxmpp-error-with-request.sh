#!/usr/bin/env bash
# aioxmpp 0.13.3 for Python (Debian 12, python3-aioxmpp 0.13.3-1): an error that carries the request back, as RFC 6120 §8.3.1 allows, is read as no error where the
# program has no class for the request's payload: UnknownIQPayload is raised, as for a request that nobody can answer, and the condition is not read.
# The same error without the request is read. Of several texts the last counts, whatever its language; written again it has no xml:lang and
# stands before the condition, and an application-specific condition without a class of its own is gone.
# A guess would be that the error is found whatever stands beside it, and that xml:lang stays with its text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python=/usr/bin/python3
for tool in apt-get dpkg "$python"; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with Python"; exit 2; }
done
apt-get download python3-aioxmpp=0.13.3-1 python3-aioopenssl python3-aiosasl python3-babel python3-dnspython python3-lxml python3-multidict python3-openssl \
  python3-cryptography python3-cffi-backend python3-pyasn1 python3-pyasn1-modules python3-sortedcollections python3-sortedcontainers python3-tzlocal \
  python3-pytz-deprecation-shim python3-dateutil python3-six python3-tz python3-pkg-resources >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.py <<'SOURCE'
import io

import aioxmpp
import aioxmpp.xml

STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas"
ERROR = f"<error type='cancel'><item-not-found xmlns='{STANZAS}'/>%s</error>"


def show(children):
    text = f"<iq xmlns='jabber:client' type='error' id='1' from='pond.example'>{children}</iq>"
    try:
        read = aioxmpp.xml.read_single_xso(io.BytesIO(text.encode()), aioxmpp.stanza.IQ)
    except aioxmpp.stanza.StanzaError as raised:
        print(type(raised).__name__, raised)
        return
    print(read.error.condition.name, read.error.text, aioxmpp.xml.serialize_single_xso(read.error).replace("urn:ietf:params:xml:ns:", ""))


show(ERROR % "")
show("<depth xmlns='urn:example:ponds'/>" + ERROR % "")
show(ERROR % f"<text xmlns='{STANZAS}' xml:lang='en'>Closed</text><text xmlns='{STANZAS}' xml:lang='de'>Zu</text>")
show(ERROR % "<no-such-pond xmlns='urn:example:ponds'/>")
SOURCE
cat >expected <<'OUTPUT'
ITEM_NOT_FOUND None <error xmlns="jabber:client" type="cancel"><item-not-found xmlns="xmpp-stanzas"/></error>
UnknownIQPayload unknown payload {urn:example:ponds}depth on iq
ITEM_NOT_FOUND Zu <error xmlns="jabber:client" type="cancel"><text xmlns="xmpp-stanzas">Zu</text><item-not-found xmlns="xmpp-stanzas"/></error>
ITEM_NOT_FOUND None <error xmlns="jabber:client" type="cancel"><item-not-found xmlns="xmpp-stanzas"/></error>
OUTPUT
PYTHONPATH="$folder/packages/usr/lib/python3/dist-packages" "$python" -W ignore run.py >seen
cat seen
diff expected seen
