import { languageOf } from "../xmpp/stanza";
import { addAttribute } from "./edits";
import { rule } from "./rule";

export default rule({
  id: "text-lang-missing",
  group: "Text",
  severity: "information",
  rfc: "8.3.2",
  summary: "The text of an error says in which language it is.",
  description:
    "RFC 6120 §8.3.2 asks for `xml:lang` on `<text/>`, so that a client can choose or translate. A language on the stanza, or on the stream around it, will do (§8.1.5).",
  fix: "Add `xml:lang`, with the language of your settings.",
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
    missing:
      "This text does not say in which language it is; RFC 6120 §8.3.2 asks for xml:lang. Add it here or on the stanza.",
  },
  checkError(error, stanza, report) {
    for (const text of error.texts) {
      if (languageOf(text, stanza) !== undefined) continue;
      report(text.nameSpan, "missing", {
        fixes: ({ language }) => [
          {
            title: "Add xml:lang='{language}'",
            values: { language },
            edits: [addAttribute(text, "xml:lang", language, stanza.source)],
            preferred: true,
          },
        ],
      });
    }
  },
});
