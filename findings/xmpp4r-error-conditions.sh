#!/usr/bin/env bash
# XMPP4R 0.5.6 for Ruby (Debian 12, ruby-xmpp4r 0.5.6-2): ErrorResponse.new('undefined-condition') raises "Unknown error condition", though the name stands
# in the library's own table, with no type beside it, and a missing type is taken for a missing name. The text of an error
# that is read is the first element named text of any namespace: an application-specific condition of that name is taken for it.
# Iq#answer keeps type='get' and the payload: sent as it is, the answer is a request to the one who asked.
# A guess would be that each of the 22 conditions of RFC 6120 §8.3.3 that the library lists can be sent.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg ruby; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12 with Ruby"; exit 2; }
done
apt-get download ruby-xmpp4r=0.5.6-2 >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg --extract ruby-xmpp4r*.deb packages
cat >run.rb <<'SOURCE'
$:.unshift Dir['packages/usr/share/rubygems-integration/all/gems/xmpp4r-*/lib'].first
require 'xmpp4r'
STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas'

def read(kind, text)
  kind.import(REXML::Document.new(text).root)
end

%w[item-not-found undefined-condition].each do |condition|
  puts Jabber::ErrorResponse.new(condition).to_s
rescue Jabber::ArgumentError => error
  puts "#{condition}: #{error.message}"
end
error = read(Jabber::Iq, "<iq xmlns='jabber:client' type='error' id='1'><error type='modify'><bad-request xmlns='#{STANZAS}'/>" \
  "<text xmlns='urn:example:ponds'>too deep</text></error></iq>").error
puts "#{error.error}, #{error.text}"
puts read(Jabber::Iq, "<iq xmlns='jabber:client' type='get' id='2' from='a.example' to='b.example'><depth xmlns='urn:example:ponds'/></iq>").answer.to_s
SOURCE
cat >expected <<'OUTPUT'
<error code='404' type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
undefined-condition: Unknown error condition when initializing ErrorReponse
bad-request, too deep
<iq from='b.example' id='2' to='a.example' type='get' xmlns='jabber:client'><depth xmlns='urn:example:ponds'/></iq>
OUTPUT
ruby -W0 run.rb >seen
cat seen
diff expected seen
