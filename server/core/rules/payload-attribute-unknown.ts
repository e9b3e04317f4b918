import { closestMatch } from "../xmpp/didYouMean";
import { attributesOf, changeTo, sourceOf } from "./payloadFindings";
import { rule } from "./rule";

export default rule({
  id: "payload-attribute-unknown",
  group: "Payload",
  severity: "information",
  offByDefault: true,
  rfc: "",
  since: "0.1.0",
  summary: "Attributes of elements of a payload should be defined by the XEP.",
  why: "Receivers pass over an attribute that the XEP does not define, without an error: what a misspelt attribute says is lost.",
  exceptions:
    "Off by default. Only namespaces of XEPs in force that have a schema are judged. What an example of a XEP, a former schema or ejabberd's codec shows otherwise is taken for right, unless it is known for a slip. Attributes with a prefix are extensions, and right anywhere.",
  fix: {
    change: "Change to the nearest attribute of the element.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the nearest name is a guess.",
  },
  bad: `<iq type='result' id='p1'>
  <query xmlns='http://jabber.org/protocol/disco#info'>
    <identity category='client' type='pc' nmae='Viola'/>
  </query>
</iq>`,
  good: `<iq type='result' id='p1'>
  <query xmlns='http://jabber.org/protocol/disco#info'>
    <identity category='client' type='pc' name='Viola'/>
  </query>
</iq>`,
  messages: {
    near: "<{name}/> has no attribute {attribute}. Did you mean {nearest}? ({document}, {date})",
    far: "<{name}/> has no attribute {attribute}. Use a prefix of your own ({document}, {date})",
  },
  check: {
    on: "payload",
    kinds: ["attribute"],
    run(problem, report) {
      if (problem.kind !== "attribute") return;
      const { element, name: attribute, span } = problem;
      const isFree = (name: string) => !element.attributes.some((one) => one.name === name);
      const nearest = closestMatch(attribute, attributesOf(element).filter(isFree));
      report(span, nearest === undefined ? "far" : "near", {
        values: { name: element.local, attribute, nearest: nearest ?? "", ...sourceOf(element) },
        fixes: () =>
          nearest === undefined ? [] : [changeTo(nearest, [{ span, newText: nearest }], true)],
      });
    },
  },
});
