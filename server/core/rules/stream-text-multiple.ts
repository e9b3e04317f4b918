import { textMultiple } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "stream-text-multiple",
  group: "Stream error",
  severity: "warning",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "A stream error should have only one `<text/>` per language.",
  why: "RFC 6120 §4.9.2 defines one `<text/>`; several are useful only as translations, distinguished by `xml:lang`.",
  exceptions: "An inherited language counts. Case does not matter.",
  fix: {
    change: "Remove the later one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the language may be wrong instead.",
  },
  bad: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Bye</text>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>See you</text>
</stream:error>`,
  good: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Bye</text>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='it'>Ciao</text>
</stream:error>`,
  ...textMultiple("stream"),
});
