#!/usr/bin/env bash
# Net::XMPP 1.05 for Perl (Debian 12, 1.05-2): the accessors of errors know only the form before RFC 3920 (2004). Of an error with a defined condition
# and a text, GetErrorCode() and GetError() are both empty strings, as they are for a stanza without any error; there is none for type or condition.
# SetError() and SetErrorCode() write <error code='404'>words</error>, with neither type nor condition, and leave type='get' as it is, though
# Reply() does set type='result'. A guess would be that the library, still in Debian, reads errors of RFC 6120 §8.3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg perl; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with Perl"; exit 2; }
done
apt-get download libnet-xmpp-perl=1.05-2 libxml-stream-perl libauthen-sasl-perl libdigest-hmac-perl >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.pl <<'SOURCE'
use strict;
use warnings;
use lib 'packages/usr/share/perl5';
use Net::XMPP;
use XML::Stream qw(Tree Node);

sub read_iq {
  my $node = XML::Stream::Parser->new(style => "node")->parse(shift);
  return Net::XMPP::IQ->new(ref($node) eq 'REF' ? $$node : $node);
}

my $namespace = "urn:ietf:params:xml:ns:xmpp-stanzas";
for my $children (
  "<error type='cancel'><item-not-found xmlns='$namespace'/><text xmlns='$namespace' xml:lang='en'>No such book</text></error>",
  "<error code='404'>Not Found</error>",
  "<ping xmlns='urn:xmpp:ping'/>",
) {
  my $iq = read_iq("<iq type='error' id='1'>$children</iq>");
  printf "code '%s', error '%s'\n", $iq->GetErrorCode(), $iq->GetError();
}

my $iq = Net::XMPP::IQ->new();
$iq->SetIQ(type => 'get', id => '7', from => 'a@b.example/c', to => 'd.example');
print $iq->Reply()->GetXML(), "\n";
$iq->SetError("No such book");
$iq->SetErrorCode(404);
print $iq->GetXML(), "\n";
SOURCE
cat >expected <<'OUTPUT'
code '', error ''
code '404', error 'Not Found'
code '', error ''
<iq from='d.example' id='7' to='a@b.example/c' type='result'/>
<iq from='a@b.example/c' id='7' to='d.example' type='get'><error code='404'>No such book</error></iq>
OUTPUT
perl run.pl >seen
cat seen
diff expected seen
