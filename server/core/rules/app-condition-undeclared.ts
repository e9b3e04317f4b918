import type { XmlElement } from "../xml/tree";
import {
  type AppCondition,
  appConditionsFor,
  appConditionsIn,
  findAppCondition,
} from "../xmpp/appConditions";
import { closestMatch } from "../xmpp/didYouMean";
import { definingExtension, findNamespace, nameOfExtension } from "../xmpp/extensions";
import type { Stanza } from "../xmpp/stanza";
import { renameElement, setNamespace } from "./edits";
import type { Fix } from "./fix";
import { rule } from "./rule";

export default rule({
  id: "app-condition-undeclared",
  group: "Application-specific condition",
  severity: "information",
  offByDefault: true,
  rfc: "8.3.4",
  since: "0.1.0",
  checksForwarded: true,
  summary: "An application-specific condition should be defined in its namespace.",
  why: "The document that defines a namespace lists its application-specific conditions. Any other name is misspelt, is in the wrong namespace, or belongs in your own namespace.",
  exceptions:
    "The rule is off by default, because implementations add names freely. It knows the namespaces of RFCs, XEPs and proposed XEPs, and reports nothing in a namespace that a newer version has replaced.",
  fix: {
    change: "Change to the nearest name, or to the namespace that defines the name.",
    automatic: "never",
    reason: "`--fix` does not apply it, because both are guesses.",
  },
  bad: `<iq type='error' id='a5'>
  <error type='cancel'>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <close-node xmlns='http://jabber.org/protocol/pubsub#errors'/>
  </error>
</iq>`,
  good: `<iq type='error' id='a5'>
  <error type='cancel'>
    <not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <closed-node xmlns='http://jabber.org/protocol/pubsub#errors'/>
  </error>
</iq>`,
  messages: {
    near: "Unknown condition {name}. Did you mean {nearest}? ({document})",
    namespace: "{name} is not in this namespace. Use {namespace} ({document})",
    far: "Unknown condition {name}. Use one that {document} defines, or your own namespace",
  },
  check: {
    on: "error",
    run(error, stanza, report) {
      for (const element of error.application) {
        const { namespace, local: name } = element;
        if (findAppCondition(namespace, name) || !isKnown(namespace)) continue;
        const document = nameOf(namespace);
        const twin = appConditionsFor([namespace]).find((one) => one.name === name);
        const names = appConditionsIn(namespace)
          .filter(({ carrier }) => carrier === undefined)
          .map((one) => one.name);
        const best = closestMatch(name, names);
        if (twin) {
          report(element.nameSpan, "namespace", {
            values: { document, name, namespace: twin.namespace },
            fixes: () => [move(element, twin, stanza)],
          });
        } else if (best !== undefined) {
          report(element.nameSpan, "near", {
            values: { document, name, nearest: best },
            fixes: () => [rename(element, best)],
          });
        } else {
          report(element.nameSpan, "far", { values: { document, name } });
        }
      }
    },
  },
});

/** False for a namespace of an older version, whose conditions the tables do not list. */
function isKnown(namespace: string): boolean {
  const known = findNamespace(namespace);
  return known ? known.newer === undefined : appConditionsIn(namespace).length > 0;
}

function nameOf(namespace: string): string {
  const extension = definingExtension(namespace);
  if (extension) return nameOfExtension(extension);
  return appConditionsIn(namespace)[0]?.document ?? "";
}

function move(element: XmlElement, { namespace }: AppCondition, { source }: Stanza): Fix {
  return {
    title: "Set xmlns='{namespace}'",
    values: { namespace },
    edits: setNamespace(element, namespace, source),
    applicability: "preferred",
  };
}

function rename(element: XmlElement, name: string): Fix {
  const qualified = element.prefix === "" ? name : `${element.prefix}:${name}`;
  return {
    title: "Change to {name}",
    values: { name },
    edits: renameElement(element, qualified),
    applicability: "preferred",
  };
}
