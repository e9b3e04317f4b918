#!/usr/bin/env bash
# xmpp 1.6.1 (Debian 12's erlang-p1-xmpp), by which ejabberd 23.01 reads and writes stanzas: an error that is decoded and encoded again has its
# application-specific condition before the defined one, whatever the order was. All examples of RFC 6120 §8.3 have it last; the order is
# free, but software that takes the first child for the condition (findings/xmpp-error-order-of-children.sh) reads another error
# than was sent. A legacy code (XEP-0086) is dropped on the way.
# A guess would be that what is valid comes out as it went in.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in apt-get dpkg; do
  command -v "$tool" >/dev/null || { echo "needs $tool: Debian 12"; exit 2; }
done
apt-get download erlang-p1-xmpp=1.6.1-1 erlang-base erlang-asn1 erlang-crypto erlang-public-key erlang-ssl erlang-p1-xml erlang-p1-stringprep \
  erlang-p1-utils erlang-p1-tls erlang-p1-zlib erlang-idna erlang-unicode-util-compat >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg --extract "$package" packages; done
cat >run.erl <<'SCRIPT'
-module(run).
-export([main/0]).
-define(NS, "urn:ietf:params:xml:ns:xmpp-stanzas").

main() ->
    {ok, _} = application:ensure_all_started(fast_xml),
    lists:foreach(fun show/1, [
        "<error type='cancel'><item-not-found xmlns='" ?NS "'/><no-such-pond xmlns='urn:example:ponds'/></error>",
        "<error type='cancel' code='404'><item-not-found xmlns='" ?NS "'/><text xmlns='" ?NS "'>Gone fishing</text></error>"]),
    halt(0).

show(Error) ->
    Read = fxml_stream:parse_element(iolist_to_binary(["<iq type='error' id='v1' xmlns='jabber:client'>", Error, "</iq>"])),
    Written = xmpp:encode(xmpp:decode(Read, <<"jabber:client">>, [])),
    io:format("~s~n", [fxml:element_to_binary(fxml:get_subtag(Written, <<"error">>))]).
SCRIPT
cat >expected <<'OUTPUT'
<error type='cancel'><no-such-pond xmlns='urn:example:ponds'/><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>
<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Gone fishing</text></error>
OUTPUT
export ROOTDIR="$folder/packages/usr/lib/erlang" EMU=beam PROGNAME=erl
BINDIR=$(echo "$ROOTDIR"/erts-*/bin)
export BINDIR
"$BINDIR/erlexec" -noshell -boot "$ROOTDIR/bin/start_clean" -eval '{ok, run} = compile:file("run"), run:main().' </dev/null >seen 2>log ||
  { cat seen log; exit 1; }
cat seen
diff expected seen
