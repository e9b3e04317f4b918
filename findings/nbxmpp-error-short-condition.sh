#!/usr/bin/env bash
# nbxmpp 4.2.2 (Debian 12), the library of Gajim: `Error(stanza, "bad-request")` gives a condition in no namespace of its own (it is
# read as jabber:client), with type='cancel' and code='500' instead of modify and 400. Its table of conditions is keyed by
# "urn:ietf:params:xml:ns:xmpp-stanzas bad-request", namespace and name with a space between, and a word that is not in the table is taken as
# the name of an element. A guess would be the 22 names of RFC 6120 §8.3.3, or an exception.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg /usr/bin/python3; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with its Python 3.11"; exit 2; }
done
apt-get download python3-nbxmpp=4.2.2-2 python3-packaging python3-idna python3-precis-i18n python3-gi libgirepository-1.0-1 gir1.2-glib-2.0 gir1.2-soup-3.0 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.py <<'SCRIPT'
from nbxmpp.protocol import Error, Iq

for condition in ["bad-request", "urn:ietf:params:xml:ns:xmpp-stanzas bad-request"]:
    request = Iq("get", queryNS="jabber:iq:version", to="d@e.example", frm="a@b.example/c")
    request.setID("v1")
    print(Error(request, condition).getTag("error"))
SCRIPT
cat >expected <<'OUTPUT'
<error type="cancel" code="500"><bad-request /></error>
<error type="modify" code="400"><bad-request xmlns="urn:ietf:params:xml:ns:xmpp-stanzas" /><text xmlns="urn:ietf:params:xml:ns:xmpp-stanzas">The sender has sent XML that is malformed or that cannot be processed.</text></error>
OUTPUT
lib="$folder/packages/usr/lib/$(uname -m)-linux-gnu"
GI_TYPELIB_PATH="$lib/girepository-1.0" LD_LIBRARY_PATH="$lib" PYTHONPATH="$folder/packages/usr/lib/python3/dist-packages" \
  /usr/bin/python3 run.py >seen 2>log || { cat log; exit 1; }
cat seen
diff expected seen
