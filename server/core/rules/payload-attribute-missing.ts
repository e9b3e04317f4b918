import { findJudgedElement } from "../xmpp/judgedPayloads";
import { addAttribute } from "./edits";
import { sourceOf } from "./payloadFindings";
import { rule } from "./rule";

export default rule({
  id: "payload-attribute-missing",
  group: "Payload",
  severity: "warning",
  offByDefault: true,
  rfc: "",
  since: "0.1.0",
  summary: "Elements of a payload should have the attributes that the XEP requires.",
  why: "Receivers refuse an element without a required attribute, or pass over it.",
  exceptions:
    "Off by default. Only namespaces of XEPs in force that have a schema are judged. What an example of a XEP, a former schema or ejabberd's codec shows otherwise is taken for right, unless it is known for a slip. An attribute may be in a placeholder of the tag; then nothing is reported.",
  fix: {
    change: "Insert the attribute, with a choice of its values where all are known.",
    automatic: "never",
    reason: "`--fix` does not apply it, because only you know the right value.",
  },
  bad: `<iq type='set' id='p2'>
  <query xmlns='jabber:iq:register'>
    <x xmlns='jabber:x:data'>
      <field var='nick'>
        <value>Viola</value>
      </field>
    </x>
  </query>
</iq>`,
  good: `<iq type='set' id='p2'>
  <query xmlns='jabber:iq:register'>
    <x xmlns='jabber:x:data' type='submit'>
      <field var='nick'>
        <value>Viola</value>
      </field>
    </x>
  </query>
</iq>`,
  messages: {
    missing: "<{name}/> has no {attribute}. Add it ({document}, {date})",
  },
  check: {
    on: "payload",
    kinds: ["missing"],
    run(problem, report, source) {
      if (problem.kind !== "missing") return;
      const { element, name: attribute, span } = problem;
      const said = findJudgedElement(element.namespace, element.local)?.attributes.find(
        ({ name }) => name === attribute,
      );
      report(span, "missing", {
        values: { name: element.local, attribute, ...sourceOf(element) },
        fixes: () =>
          (said?.values ?? []).map((value) => ({
            title: "Insert {attribute}='{value}'",
            values: { attribute, value },
            edits: [addAttribute(element, attribute, value, source)],
            applicability: "choice",
          })),
      });
    },
  },
});
