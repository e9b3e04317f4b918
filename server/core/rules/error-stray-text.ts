import { isLegacyError, knownErrorType } from "../xmpp/stanza";
import { appendChildren, quoteOf, sorted, textXml } from "./edits";
import { rule } from "./rule";
import { strayTextRemoval, strayTextSource, visibleSpan } from "./strayText";

export default rule({
  id: "error-stray-text",
  group: "Error child",
  severity: "warning",
  rfc: "8.3.2",
  summary: "Character data of an error stands in its text element.",
  description:
    "An error child holds elements only: a condition, perhaps `<text/>`, perhaps an application-specific condition (RFC 6120 §8.3.2). Receivers do not read what stands between them. Errors from before RFC 3920 had their text there; if such an error has a code and no type, it is spared here.",
  fix: "Move it into `<text/>`; remove it where a text is there already.",
  bad: `<iq type='error' id='e5'>
  <error type='cancel'>
    No such room.
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`,
  good: `<iq type='error' id='e5'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>No such room.</text>
  </error>
</iq>`,
  messages: {
    stray: "Nobody reads text straight inside an error (RFC 6120 §8.3.2). Move it into <text/>.",
  },
  checkError(error, stanza, report) {
    const [first] = error.strayTexts;
    if (!first || isLegacyError(error)) return;
    report(visibleSpan(first, stanza.source), "stray", {
      fixes: (context) => {
        const removal = strayTextRemoval(error, stanza.source);
        if (error.texts.length + error.misplacedTexts.length > 0) {
          return [{ title: "Remove the text", edits: removal }];
        }
        const text = strayTextSource(error, stanza.source);
        const quote = quoteOf(error.element, stanza.source);
        const child = textXml(text, context.language, quote);
        const insertion = appendChildren(error.element, [child], stanza.source, context);
        return [
          {
            title: "Move the text into <text/>",
            edits: sorted([...removal, insertion]),
            preferred: true,
            ...(knownErrorType(error) ? { safe: true as const } : {}),
          },
        ];
      },
    });
  },
});
