import { languageOf } from "../xmpp/stanza";
import { addAttribute } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "text-lang-missing",
  group: "Text",
  severity: "information",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "`<text/>` should have an `xml:lang`.",
  why: "RFC 6120 §8.3.2 recommends `xml:lang` on `<text/>`, so that a client can choose a language or translate.",
  exceptions: "An `xml:lang` on the stanza, or on the stream around it, is enough (§8.1.5).",
  fix: {
    change: "Add `xml:lang` with the language of your settings.",
    automatic: "never",
    reason: "`--fix` does not apply it, because it does not know the language of the text.",
  },
  bad: `<iq type='error' id='t3'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Come back later.</text>
  </error>
</iq>`,
  good: `<iq type='error' id='t3'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Come back later.</text>
  </error>
</iq>`,
  messages: {
    missing: "<text/> has no language. Add xml:lang here or on the stanza (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      for (const text of error.texts) {
        if (languageOf(text, stanza) !== undefined) continue;
        report(text.nameSpan, "missing", {
          fixes: ({ language }) => [
            {
              title: "Add xml:lang='{language}'",
              values: { language },
              edits: [addAttribute(text, "xml:lang", language, stanza.source)],
              applicability: "preferred",
            },
          ],
        });
      }
    },
  },
});
