import { strayText } from "./familyTexts";
import { rule } from "./rule";

export default rule({
  id: "stream-stray-text",
  group: "Stream error",
  severity: "warning",
  rfc: "4.9.2",
  since: "0.1.0",
  summary: "Text in a stream error should be inside `<text/>`.",
  why: "A stream error contains elements only: a condition, an optional `<text/>` and an optional application-specific condition (RFC 6120 §4.9.2). Text between them is ignored.",
  exceptions: "Without a condition, only that is reported.",
  fix: {
    change: "Move the text into `<text/>`; remove it if there is a `<text/>` already.",
    automatic: "sometimes",
    reason: "`--fix` moves the text if there is no `<text/>`. It never removes text.",
  },
  bad: `<stream:error>
  Bye
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>`,
  good: `<stream:error>
  <system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
  <text xmlns='urn:ietf:params:xml:ns:xmpp-streams' xml:lang='en'>Bye</text>
</stream:error>`,
  ...strayText("stream"),
});
