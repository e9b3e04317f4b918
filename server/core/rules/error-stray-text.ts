import { isLegacyError, knownErrorType } from "../xmpp/stanza";
import { appendChildren, quoteOf, sorted, textXml } from "./edits";
import { rule } from "./rule";
import { strayTextRemoval, strayTextSource, visibleSpan } from "./strayText";

export default rule({
  id: "error-stray-text",
  group: "Error child",
  severity: "warning",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "Text in an `<error/>` should be inside `<text/>`.",
  why: "An `<error/>` contains elements only: a condition, an optional `<text/>` and an optional application-specific condition (RFC 6120 §8.3.2). Receivers ignore text between them.",
  exceptions:
    "Errors from before RFC 3920 had their text there: an error with a `code` and neither type nor condition is not reported.",
  fix: {
    change: "Move the text into `<text/>`; remove it if there is a `<text/>` already.",
    automatic: "sometimes",
    reason:
      "`--fix` moves the text if the `<error/>` has a valid type and no `<text/>`. It never removes text.",
  },
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
    stray: "Text directly in <error/> is ignored. Move it into <text/> (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      const [first] = error.strayTexts;
      if (!first || isLegacyError(error)) return;
      report(visibleSpan(first, stanza.source), "stray", {
        fixes: (context) => {
          const removal = strayTextRemoval(error, stanza.source);
          if (error.texts.length + error.misplacedTexts.length > 0) {
            return [{ title: "Remove the text", edits: removal, applicability: "choice" }];
          }
          const text = strayTextSource(error, stanza.source);
          const quote = quoteOf(error.element, stanza.source);
          const child = textXml(text, context.language, quote);
          const insertion = appendChildren(error.element, [child], stanza.source, context);
          return [
            {
              title: "Move the text into <text/>",
              edits: sorted([...removal, insertion]),
              applicability: knownErrorType(error) ? "automatic" : "preferred",
            },
          ];
        },
      });
    },
  },
});
