import { attribute } from "../xml/tree";
import { closestMatch } from "../xmpp/didYouMean";
import { setValue } from "./edits";
import { changeTo, sourceOf } from "./payloadFindings";
import { rule } from "./rule";

/** Names of XML Schema for the types that have others in the tables. */
const schemaTypes: Readonly<Record<string, string>> = {
  unsigned: "nonNegativeInteger",
  positive: "positiveInteger",
  base64: "base64Binary",
  byte: "byte (-128 to 127)",
};

export default rule({
  id: "payload-value",
  group: "Payload",
  severity: "warning",
  offByDefault: true,
  rfc: "",
  since: "0.1.0",
  summary: "Values in a payload should be those that the XEP lists, or of the type that it gives.",
  why: "Receivers refuse a value that the XEP does not allow, or take it for another one.",
  exceptions:
    "Off by default. Only namespaces of XEPs in force that have a schema are judged. What an example of a XEP, a former schema or ejabberd's codec shows otherwise is taken for right, unless it is known for a slip. Lists that are open, because values are registered or the XEP allows others, are not judged. Of RFC 6121, `<show/>` and `<priority/>` are judged. Times are those of XEP-0082.",
  fix: {
    change: "Change to the nearest value, or to another one of the list.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest value is a guess.",
  },
  bad: `<iq type='set' id='p3'>
  <query xmlns='http://jabber.org/protocol/muc#admin'>
    <item affiliation='membr' jid='viola@illyria.example'/>
  </query>
</iq>`,
  good: `<iq type='set' id='p3'>
  <query xmlns='http://jabber.org/protocol/muc#admin'>
    <item affiliation='member' jid='viola@illyria.example'/>
  </query>
</iq>`,
  messages: {
    near: 'Unknown value "{value}" of {name}. Did you mean {nearest}? ({document}, {date})',
    far: 'Unknown value "{value}" of {name}. Use {values} ({document}, {date})',
    form: '"{value}" is no {type}. Correct {name} ({document}, {date})',
  },
  check: {
    on: "payload",
    kinds: ["value"],
    run(problem, report, source) {
      if (problem.kind !== "value") return;
      const { element, name, value, said, span } = problem;
      const values = said.values ?? [];
      const nearest = closestMatch(value, values);
      const key = !said.values ? "form" : nearest === undefined ? "far" : "near";
      report(span, key, {
        values: {
          value,
          name: name === "" ? `<${element.local}/>` : name,
          nearest: nearest ?? "",
          values: values.join(", "),
          type: schemaTypes[said.type ?? ""] ?? said.type ?? "",
          ...sourceOf(element),
        },
        fixes: () => {
          const own = attribute(element, name);
          const ordered = [...values].sort((a, b) => Number(b === nearest) - Number(a === nearest));
          if (!own && element.children.length > 1) return [];
          return ordered.map((one) => {
            const edit = own ? setValue(own, one, source) : { span, newText: one };
            return changeTo(one, [edit], one === nearest);
          });
        },
      });
    },
  },
});
