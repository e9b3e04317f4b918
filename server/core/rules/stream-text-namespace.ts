import { textNamespace } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "stream-text-namespace",
  group: "Stream error",
  severity: "error",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "`<text/>` of a stream error must be in the stream error namespace.",
  why: "Like a condition, `<text/>` is recognised only in `urn:ietf:params:xml:ns:xmpp-streams` (RFC 6120 §4.9.2). Without `xmlns` it is in the namespace of the stream, and nobody shows it.",
  fix: {
    change: "Set the namespace.",
    automatic: "always",
  },
  bad: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xml:lang='en'>Bye</text>
</stream:error>`,
  good: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Bye</text>
</stream:error>`,
  ...textNamespace("stream"),
});
