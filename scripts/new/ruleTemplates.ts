/**
 * Templates of new rules. Each is a whole rule, with a placeholder check that finds a value `breaks-ID`, so that its
 * tests run, and can fail, from the start.
 */

import { version } from "../../package.json";
import type { RuleGroup } from "../../server/core/rules/rule";

export interface Template {
  /** The rule's file. */
  readonly rule: string;
  /** Stanzas with marks where findings are. */
  readonly fixture: string;
}

export function templateOf(id: string, group: RuleGroup): Template {
  if (group === "Replies") return replyTemplate(id, group);
  return group === "XML" || group === "Stanza"
    ? stanzaTemplate(id, group)
    : errorTemplate(id, group);
}

/** Fields that all rules have, up to their examples. */
function head(id: string, group: RuleGroup, section: string): string {
  return `  id: "${id}",
  group: "${group}",
  severity: "warning",
  rfc: "${section}",
  since: "${version}",
  summary: "Write the duty in one sentence, with must (error) or should.",
  why: "Write the reason for the duty, and the consequence of a breach (RFC 6120 §${section}).",
  exceptions: "Write what is not reported, or remove this line.",`;
}

/** Documentation of the fix of a template. */
const fix = `  fix: {
    change: "Write what the quick fix changes.",
    automatic: "never",
    reason: "Write why \`--fix\` does not apply it.",
  },`;

/** Parts in which the template of a rule about stanzas differs from that of a rule about errors. */
interface NoteTemplate {
  readonly section: string;
  /** Lines of the rule's fields, besides those that all rules have. */
  readonly fields: string;
  /** Stanza with that attribute. */
  readonly example: (note: string) => string;
  /** Stanza in a single line with that attribute. */
  readonly line: (note: string) => string;
  readonly on: "stanza" | "error";
}

/** A rule about the value of an attribute `note`, of the stanza or of its error. */
function noteTemplate(id: string, group: RuleGroup, template: NoteTemplate): Template {
  const { section, fields, example, line, on } = template;
  const wrong = ` note='breaks-${id}'`;
  const rule = `import { attribute } from "../xml/tree";
import { knownValue } from "../xmpp/unknown";
import { removeAttribute } from "./edits";
import { rule, valueSpan } from "./rule";

export default rule({
${head(id, group, section)}
${fields}${fix}
  bad: \`${example(wrong)}\`,
  good: \`${example("")}\`,
  messages: {
    wrong: "Write what is wrong with {value}. Write what to do (RFC 6120 §${section})",
  },
  check: {
    on: "${on}",
    run(${on === "stanza" ? "stanza" : "error, stanza"}, report) {
      const note = attribute(${on}.element, "note");
      const value = knownValue(note);
      if (!note || value !== "breaks-${id}") return;
      report(valueSpan(note), "wrong", {
        values: { value },
        fixes: () => [
          {
            title: "Write what the fix does",
            edits: [removeAttribute(note, stanza.source)],
            applicability: "preferred",
          },
        ],
      });
    },
  },
});
`;
  const fixture = `<!-- Breaches of the rule, with a mark around the place of the finding. -->
${line(` note='⟦breaks-${id}⟧{${id}}'`)}
<!-- No breaches, though they look like it: other values, and unknown values. -->
${line(" note='keeps-it'")}
${line("")}
${line(" note='{note}'")}
`;
  return { rule, fixture };
}

function stanzaTemplate(id: string, group: RuleGroup): Template {
  const example = (note: string) => `<message to='viola@illyria.example'${note}>
  <body>What country, friends, is this?</body>
</message>`;
  const line = (note: string) => `<message${note}/>`;
  return noteTemplate(id, group, { section: "8.1", fields: "", example, line, on: "stanza" });
}

function errorTemplate(id: string, group: RuleGroup): Template {
  const fields = "  checksForwarded: true,\n";
  const example = (note: string) => `<iq type='error' id='n1'>
  <error type='cancel'${note}>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>`;
  const line = (note: string) =>
    `<message type='error'><error type='cancel'${note}><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>`;
  return noteTemplate(id, group, { section: "8.3.2", fields, example, line, on: "error" });
}

function replyTemplate(id: string, group: RuleGroup): Template {
  const request = (
    value: string,
  ) => `<iq type='get' id='${value}' from='viola@illyria.example/boat' to='inn.illyria.example'>
  <ping xmlns='urn:xmpp:ping'/>
</iq>`;
  const reply = (value: string, name = "iq") =>
    `<${name} type='result' id='${value}' from='inn.illyria.example' to='viola@illyria.example/boat'/>`;
  const rule = `import { rule } from "./rule";

export default rule({
${head(id, group, "8.3.1")}
  bad: \`${request(`breaks-${id}`)}
${reply(`breaks-${id}`)}\`,
  good: \`${request(`keeps-${id}`)}
${reply(`keeps-${id}`)}\`,
  messages: {
    wrong: "Write what is wrong. Write what to do (RFC 6120 §8.3.1)",
    request: "The request is here.",
  },
  check: {
    on: "reply",
    run({ reply, earlier }, report) {
      const [request] = earlier;
      if (!request || reply.id?.value !== "breaks-${id}") return;
      report(reply.nameSpan, "wrong", { request });
    },
  },
});
`;
  const fixture = `<!-- A breach of the rule, with a mark around the place of the finding. -->
${request(`breaks-${id}`)}
${reply(`breaks-${id}`, `⟦iq⟧{${id}}`)}
<!-- No breach, though it looks like it. -->
${request(`keeps-${id}`)}
${reply(`keeps-${id}`)}
`;
  return { rule, fixture };
}
