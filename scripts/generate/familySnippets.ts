/** Snippets of errors outside of stanzas: one for each condition of each family. */

import { documentSection, errorFamilies } from "../../server/core/xmpp/errorFamilies";
import type { ErrorFamily, FamilyCondition, FamilyHost } from "../../server/core/xmpp/errorFamily";
import { STREAMS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import type { Snippet } from "./snippet";

/** By their names: `xmpp-stream-reset`, `xmpp-sasl-aborted`. */
export const familySnippets: readonly (readonly [string, Snippet])[] = errorFamilies().flatMap(
  (family) => {
    const [host] = family.hosts;
    if (!host) return [];
    return family.conditions.map(
      (condition) =>
        [`${condition.name} ${family.kind}`, snippetOf(family, host, condition)] as const,
    );
  },
);

function snippetOf(family: ErrorFamily, host: FamilyHost, condition: FamilyCondition): Snippet {
  const { name, meaning, section, holds } = condition;
  // A stream declares its prefix.
  const isPrefixed = host.namespace === STREAMS_NAMESPACE;
  const tag = isPrefixed ? `stream:${host.local}` : host.local;
  const inherited = isPrefixed ? undefined : host.namespace;
  const declaring = (namespace: string) => (namespace === inherited ? "" : ` xmlns='${namespace}'`);
  const start = `<${name}${declaring(family.namespace)}`;
  const child = holds ? `${start}>\${1:xmpp.example.net}</${name}>` : `${start}/>`;
  const stop = holds ? 2 : 1;
  const text =
    host.textNamespace === undefined
      ? ""
      : `\${${stop}:\n\t<text${declaring(host.textNamespace)} xml:lang='en'>\${${stop + 1}:What went wrong, in words.}</text>}`;
  const open = isPrefixed ? `<${tag}>` : `<${tag} xmlns='${host.namespace}'>`;
  return {
    prefix: `xmpp-${family.id}-${name}`,
    description: `${meaning.replace(/\.$/, "")} (${documentSection(family, section)}).`,
    body: `${open}\n\t${child}${text}\n</${tag}>`.split("\n"),
  };
}
