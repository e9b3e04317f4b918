#!/usr/bin/env bash
# xmpp 1.6.1 (Debian 12's erlang-p1-xmpp), by which ejabberd 23.01 reads and writes stream errors and SASL failures, beside what it does with
# stanza errors: an application-specific condition is kept in a stanza error and dropped without a word in a stream error and a SASL failure, where
# RFC 6120 §4.9.4 and §6.5 allow one too. Of the addresses in <see-other-host/> a name alone and an IPv6 address in brackets with a port are taken; a name
# with a port, as servers send it, and an IPv6 address in brackets without one are refused as a bad value.
# A guess would be that the three families of errors, alike in the RFC, are read alike, and that a port is optional for each kind of host (§4.9.3.19).
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
-define(STANZAS, "urn:ietf:params:xml:ns:xmpp-stanzas").
-define(STREAMS, "urn:ietf:params:xml:ns:xmpp-streams").

main() ->
    {ok, _} = application:ensure_all_started(xmpp),
    Own = "<no-such-pond xmlns='urn:example:ponds'/>",
    show("<iq xmlns='jabber:client' type='error' id='1'><error type='wait'><conflict xmlns='" ?STANZAS "'/>" ++ Own ++ "</error></iq>"),
    show(stream_error("<conflict xmlns='" ?STREAMS "'/>" ++ Own)),
    show("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/>" ++ Own ++ "</failure>"),
    [show(stream_error("<see-other-host xmlns='" ?STREAMS "'>" ++ Host ++ "</see-other-host>")) ||
        Host <- ["pond.example", "pond.example:9222", "[2001:db8::7]:9222", "[2001:db8::7]"]],
    halt(0).

stream_error(Children) ->
    "<stream:error xmlns:stream='http://etherx.jabber.org/streams'>" ++ Children ++ "</stream:error>".

show(Text) ->
    Line = try fxml:element_to_binary(xmpp:encode(xmpp:decode(fxml_stream:parse_element(list_to_binary(Text)), <<"jabber:client">>, [])))
           catch error:{xmpp_codec, Why} -> xmpp:format_error(Why)
           end,
    io:format("~s~n", [re:replace(Line, "urn:ietf:params:xml:ns:xmpp-", "", [global])]).
SCRIPT
cat >expected <<'OUTPUT'
<iq type='error' id='1' xmlns='jabber:client'><error type='wait'><no-such-pond xmlns='urn:example:ponds'/><conflict xmlns='stanzas'/></error></iq>
<stream:error xmlns='jabber:client'><conflict xmlns='streams'/></stream:error>
<failure xmlns='sasl'><not-authorized/></failure>
<stream:error xmlns='jabber:client'><see-other-host xmlns='streams'>pond.example</see-other-host></stream:error>
Bad value of cdata in tag <see-other-host/> qualified by namespace 'streams'
<stream:error xmlns='jabber:client'><see-other-host xmlns='streams'>[2001:db8::7]:9222</see-other-host></stream:error>
Bad value of cdata in tag <see-other-host/> qualified by namespace 'streams'
OUTPUT
export ROOTDIR="$folder/packages/usr/lib/erlang" EMU=beam PROGNAME=erl
BINDIR=$(echo "$ROOTDIR"/erts-*/bin)
export BINDIR
"$BINDIR/erlexec" -noshell -boot "$ROOTDIR/bin/start_clean" -eval '{ok, run} = compile:file("run"), run:main().' </dev/null >seen 2>log ||
  { cat seen log; exit 1; }
cat seen
diff expected seen
