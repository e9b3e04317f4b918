/**
 * What a new rule looks like before somebody writes it. Each template is a whole rule, whose law is that
 * something is not called `breaks-` and its id, so that its tests run, and can fail, from the start.
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

function stanzaTemplate(id: string, group: RuleGroup): Template {
  const rule = `import { attribute } from "../xml/tree";
import { knownValue } from "../xmpp/unknown";
import { removeAttribute } from "./edits";
import { rule, valueSpan } from "./rule";

export default rule({
${head(id, group, "8.1")}
${fix}
  bad: \`<message to='viola@illyria.example' note='breaks-${id}'>
  <body>What country, friends, is this?</body>
</message>\`,
  good: \`<message to='viola@illyria.example'>
  <body>What country, friends, is this?</body>
</message>\`,
  messages: {
    wrong: "Write what is wrong with {value}. Write what to do (RFC 6120 §8.1)",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      const note = attribute(stanza.element, "note");
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
  const fixture = `<!-- What breaks the rule, with a mark around the place of the finding. -->
<message note='⟦breaks-${id}⟧{${id}}'/>
<!-- What does not, though it looks like it: other values, and those that nobody knows. -->
<message note='keeps-it'/>
<message/>
<message note='\${note}'/>
`;
  return { rule, fixture };
}

function errorTemplate(id: string, group: RuleGroup): Template {
  const rule = `import { attribute } from "../xml/tree";
import { knownValue } from "../xmpp/unknown";
import { removeAttribute } from "./edits";
import { rule, valueSpan } from "./rule";

export default rule({
${head(id, group, "8.3.2")}
  checksForwarded: true,
${fix}
  bad: \`<iq type='error' id='n1'>
  <error type='cancel' note='breaks-${id}'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>\`,
  good: \`<iq type='error' id='n1'>
  <error type='cancel'>
    <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>\`,
  messages: {
    wrong: "Write what is wrong with {value}. Write what to do (RFC 6120 §8.3.2)",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      const note = attribute(error.element, "note");
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
  const error = (note: string) =>
    `<error type='cancel'${note}><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>`;
  const fixture = `<!-- What breaks the rule, with a mark around the place of the finding. -->
<message type='error'>${error(` note='⟦breaks-${id}⟧{${id}}'`)}</message>
<!-- What does not, though it looks like it: other values, and those that nobody knows. -->
<message type='error'>${error(" note='keeps-it'")}</message>
<message type='error'>${error("")}</message>
<message type='error'>${error(" note='{note}'")}</message>
`;
  return { rule, fixture };
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
  const fixture = `<!-- What breaks the rule, with a mark around the place of the finding. -->
${request(`breaks-${id}`)}
${reply(`breaks-${id}`, `⟦iq⟧{${id}}`)}
<!-- What does not, though it looks like it. -->
${request(`keeps-${id}`)}
${reply(`keeps-${id}`)}
`;
  return { rule, fixture };
}
