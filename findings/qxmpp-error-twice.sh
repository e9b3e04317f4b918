#!/usr/bin/env bash
# QXmpp 1.4.0 for C++ (Debian 12, libqxmpp3 1.4.0-2): an <iq type='error'/> that is read and written again has its <error/> twice, once as it came, with xml:lang turned into an
# attribute lang of no namespace, and once as the library understood it: without the application-specific condition, and of several texts
# the last, labelled xml:lang="en" whatever its language was. A message or a presence is written with one <error/>.
# A guess would be that the three kinds of stanzas, which share the class of the error, write it alike, and that a stanza read from the wire stays valid.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg g++; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with a C++ compiler"; exit 2; }
done
apt-get download libqxmpp-dev=1.4.0-2 libqxmpp3=1.4.0-2 qtbase5-dev libqt5core5a libqt5network5 libqt5xml5 libicu72 libdouble-conversion3 libpcre2-16-0 \
  libproxy1v5 libgssapi-krb5-2 libglib2.0-0 libmd4c0 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.cpp <<'SOURCE'
#include <QDomDocument>
#include <QXmlStreamWriter>
#include <QXmppIq.h>
#include <QXmppMessage.h>
#include <cstdio>

template <class Stanza> void show(const char *name, const QString &children)
{
    QDomDocument document;
    document.setContent(QString("<%1 xmlns='jabber:client' type='error' id='1'><error type='cancel'>%2</error></%1>").arg(name, children), true);
    Stanza stanza;
    stanza.parse(document.documentElement());
    QString text;
    QXmlStreamWriter writer(&text);
    stanza.toXml(&writer);
    std::puts(qPrintable(text.replace("urn:ietf:params:xml:ns:xmpp-", "")));
}

int main()
{
    const QString ns("xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'");
    const QString condition = "<item-not-found " + ns + "/>";
    show<QXmppIq>("iq", condition + "<no-such-pond xmlns='urn:example:ponds'/>");
    show<QXmppIq>("iq", condition + "<text " + ns + " xml:lang='en'>Closed</text><text " + ns + " xml:lang='de'>Zu</text>");
    show<QXmppMessage>("message", condition + "<text " + ns + " xml:lang='de'>Zu</text>");
}
SOURCE
cat >expected <<'OUTPUT'
<iq id="1" type="error"><error type="cancel"><item-not-found xmlns="stanzas"/><no-such-pond xmlns="urn:example:ponds"/></error><error type="cancel"><item-not-found xmlns="stanzas"/></error></iq>
<iq id="1" type="error"><error type="cancel"><item-not-found xmlns="stanzas"/><text xmlns="stanzas" lang="en">Closed</text><text xmlns="stanzas" lang="de">Zu</text></error><error type="cancel"><item-not-found xmlns="stanzas"/><text xml:lang="en" xmlns="stanzas">Zu</text></error></iq>
<message id="1" type="error"><error type="cancel"><item-not-found xmlns="stanzas"/><text xml:lang="en" xmlns="stanzas">Zu</text></error></message>
OUTPUT
libraries=$(echo packages/usr/lib/*-linux-gnu)
headers=$(echo packages/usr/include/*-linux-gnu/qt5)
g++ -std=c++17 -fPIC -w run.cpp -I"$headers" -I"$headers/QtCore" -I"$headers/QtXml" -I"$headers/QtNetwork" -Ipackages/usr/include/qxmpp \
  -L"$libraries" -l:libqxmpp.so.3 -l:libQt5Core.so.5 -l:libQt5Xml.so.5 -l:libQt5Network.so.5 -Wl,-rpath-link,"$libraries" -o run
LD_LIBRARY_PATH="$libraries" ./run >seen
cat seen
diff expected seen
