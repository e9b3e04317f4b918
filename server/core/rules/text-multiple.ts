import type { XmlElement } from "../xml/tree";
import { languageOf, type Stanza } from "../xmpp/stanza";
import { reportRepeatedTexts } from "./repeatedTexts";
import { rule } from "./rule";

export default rule({
  id: "text-multiple",
  group: "Text",
  severity: "warning",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An `<error/>` should have only one `<text/>` per language.",
  why: "RFC 6120 §8.3.2 defines one `<text/>`; several are useful only as translations, distinguished by `xml:lang`. Of two in the same language, or two without any, it is undefined which is shown.",
  exceptions: "An inherited language counts. Case does not matter.",
  fix: {
    change: "Remove the later one.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the language may be wrong instead.",
  },
  bad: `<iq type='error' id='t2'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Too busy.</text>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Come back later.</text>
  </error>
</iq>`,
  good: `<iq type='error' id='t2'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Too busy.</text>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='it'>Troppo da fare.</text>
  </error>
</iq>`,
  messages: {
    language: 'Second <text/> in "{language}". Remove it or correct its xml:lang (RFC 6120 §8.3.2)',
    none: "Second <text/> without a language. Remove it or add xml:lang (RFC 6120 §8.3.2)",
    first: "The first <text/> is here.",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      reportRepeatedTexts(
        error.texts,
        (text) => knownLanguage(text, stanza),
        () => stanza.source,
        report,
      );
    },
  },
});

/** The language in small letters, `""` for none, undefined for a placeholder. */
function knownLanguage(text: XmlElement, stanza: Stanza): string | undefined {
  const language = languageOf(text, stanza);
  if (!language) return "";
  return language.isUnknown ? undefined : language.tag.toLowerCase();
}
