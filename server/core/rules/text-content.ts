import { childElements } from "../xml/tree";
import { rule } from "./rule";

export default rule({
  id: "text-content",
  group: "Text",
  severity: "error",
  rfc: "8.3.2",
  since: "0.1.0",
  checksForwarded: true,
  summary: "`<text/>` must contain character data only.",
  why: "`<text/>` is for people to read (RFC 6120 §8.3.2). Receivers do not show elements inside it; details for programs belong in an application-specific condition next to it.",
  bad: `<iq type='error' id='t4'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Come back <b>later</b>.</text>
  </error>
</iq>`,
  good: `<iq type='error' id='t4'>
  <error type='wait'>
    <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>Come back later.</text>
  </error>
</iq>`,
  messages: {
    element: "<text/> must not contain <{child}/>. Remove it (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, _stanza, report) {
      for (const text of error.texts) {
        const [child] = childElements(text);
        if (!child) continue;
        report(child.nameSpan, "element", { values: { child: child.name } });
      }
    },
  },
});
