import { closestMatch } from "../xmpp/didYouMean";
import { judgedElements } from "../xmpp/judgedPayloads";
import { renameElement } from "./edits";
import { changeTo, sourceOf } from "./payloadFindings";
import { rule } from "./rule";

export default rule({
  id: "payload-element-unknown",
  group: "Payload",
  severity: "warning",
  offByDefault: true,
  rfc: "",
  since: "0.1.0",
  summary: "Elements in a namespace of a XEP should be defined by the XEP.",
  why: "Receivers look for the names that the XEP defines and pass over all others, without an error: what a misspelt element says is lost.",
  exceptions:
    "Off by default. Only namespaces of XEPs in force that have a schema are judged. What an example of a XEP, a former schema or ejabberd's codec shows otherwise is taken for right, unless it is known for a slip. What is inside an unknown element is not judged. Elements in other namespaces are extensions, and right anywhere.",
  fix: {
    change: "Change to the nearest element of the namespace.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<iq type='result' id='p1'>
  <query xmlns='http://jabber.org/protocol/disco#info'>
    <feture var='urn:xmpp:ping'/>
  </query>
</iq>`,
  good: `<iq type='result' id='p1'>
  <query xmlns='http://jabber.org/protocol/disco#info'>
    <feature var='urn:xmpp:ping'/>
  </query>
</iq>`,
  messages: {
    near: "Unknown element <{name}/>. Did you mean <{nearest}/>? ({document}, {date})",
    far: "Unknown element <{name}/>. Use a namespace of your own ({document}, {date})",
  },
  check: {
    on: "payload",
    kinds: ["element"],
    run(problem, report) {
      const { element, span } = problem;
      const names = [...(judgedElements(element.namespace)?.keys() ?? [])];
      const only = names.length === 1 ? names[0] : undefined;
      const nearest = closestMatch(element.local, names) ?? only;
      report(span, nearest === undefined ? "far" : "near", {
        values: { name: element.local, nearest: nearest ?? "", ...sourceOf(element) },
        fixes: () => {
          if (nearest === undefined) return [];
          const name = element.prefix === "" ? nearest : `${element.prefix}:${nearest}`;
          return [changeTo(nearest, renameElement(element, name), true)];
        },
      });
    },
  },
});
