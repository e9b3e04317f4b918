#!/usr/bin/env bash
# AnyEvent::XMPP 0.55 for Perl (Debian 12, 0.55-6): of an error that has a defined condition and no legacy code (XEP-0086), the type is not read but
# looked up by the condition: <error type='wait'><service-unavailable/></error> is read as 'cancel', with a code 503 that nobody sent. The same error with
# code='503' is read as 'wait'. <policy-violation/> is read as no condition at all, and of several texts the first counts, whatever its language.
# A guess would be that the type attribute, which RFC 6120 §8.3.2 makes mandatory, is what type() returns; the code, which it dropped, decides.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg perl; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with Perl"; exit 2; }
done
apt-get download libanyevent-xmpp-perl=0.55-6 libanyevent-perl libobject-event-perl libcommon-sense-perl libxml-parser-perl libxml-writer-perl \
  libnet-libidn-perl libauthen-sasl-perl >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.pl <<'SOURCE'
use strict;
use warnings;
use lib glob('packages/usr/share/perl5 packages/usr/lib/*/perl5/5.*');
use AnyEvent::XMPP::Parser;
use AnyEvent::XMPP::Writer;
use AnyEvent::XMPP::Error::Stanza;

my $namespace = 'urn:ietf:params:xml:ns:xmpp-stanzas';
for my $error (
  "<error type='wait'><service-unavailable xmlns='$namespace'/></error>",
  "<error type='wait' code='503'><service-unavailable xmlns='$namespace'/></error>",
  "<error type='auth'><not-allowed xmlns='$namespace'/><text xmlns='$namespace' xml:lang='de'>Zu</text><text xmlns='$namespace' xml:lang='en'>Closed</text></error>",
  "<error type='modify'><policy-violation xmlns='$namespace'/></error>",
) {
  my $stanza;
  my $parser = AnyEvent::XMPP::Parser->new;
  $parser->set_stanza_cb(sub { $stanza = $_[1] if $_[1] });
  $parser->feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'><iq type='error' id='1'>$error</iq>");
  my $read = AnyEvent::XMPP::Error::Stanza->new(node => $stanza);
  print join(', ', map { defined $_ && $_ ne '' ? $_ : 'none' } $read->type, $read->condition, $read->code, $read->text), "\n";
}
SOURCE
cat >expected <<'OUTPUT'
cancel, service-unavailable, 503, none
wait, service-unavailable, 503, none
cancel, not-allowed, 405, Zu
modify, none, none, none
OUTPUT
perl run.pl >seen
cat seen
diff expected seen
