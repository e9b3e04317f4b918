/** Checks the host that a condition names. */

import type { Span } from "../text/span";
import { characterData, isBlank, trimSpace, type XmlElement } from "../xml/tree";
import { documentSection, findFamilyCondition } from "../xmpp/errorFamilies";
import type { FamilyId } from "../xmpp/errorFamily";
import type { FamilyError } from "../xmpp/familyError";
import { findJidProblem } from "../xmpp/jid";
import { knownText } from "../xmpp/unknown";
import { familyCheck } from "./familyConditions";
import { visibleSpan } from "./strayText";

/** A host with a port. */
const hostAndPort = /^(\[[^\]]*\]|[^:/@[\]]*)(?::(\d{1,5}))?$/;
const bareIpv6 = /^[\da-f]*:[\da-f.]*:[\da-f:.]*$/i;

/** A condition that must name a host, and does not. */
export function hostInvalid(id: FamilyId) {
  const messages = {
    missing: "<{condition}/> names no host. Add the host to connect to ({document})",
    ipv6: "IPv6 address {host} without brackets. Write [{host}] ({document})",
    invalid: "<{condition}/> must contain a host, optionally with a port ({document})",
  };
  return familyCheck<keyof typeof messages>(id, messages, (error, report) => {
    for (const condition of error.conditions) {
      const definition = findFamilyCondition(error.family, condition.local);
      if (definition?.holds !== "host" || condition.isElided) continue;
      const text = knownText(condition);
      if (text === undefined || condition.children.some(({ kind }) => kind === "element")) continue;
      const host = trimSpace(text);
      if (isHost(host)) continue;
      const document = documentSection(error.family, definition.section);
      const values = { condition: condition.local, host, document };
      const place = placeOf(condition, error);
      if (host === "") report(condition.nameSpan, "missing", { values });
      else if (bareIpv6.test(host)) {
        report(place, "ipv6", {
          values,
          fixes: () => [
            {
              title: "Write the address in brackets",
              edits: [{ span: place, newText: `[${host}]` }],
              applicability: "automatic",
            },
          ],
        });
      } else report(place, "invalid", { values });
    }
  });
}

function isHost(text: string): boolean {
  const [, host = "", port] = hostAndPort.exec(text) ?? [];
  if (host === "" || (port !== undefined && Number(port) > 65535)) return false;
  return findJidProblem(host) === undefined;
}

function placeOf(condition: XmlElement, { source }: FamilyError): Span {
  const text = condition.children.find((one) => one.kind === "text" && !isBlank(one.value));
  const isPlain =
    text?.kind === "text" && trimSpace(text.value) === trimSpace(characterData(condition));
  return isPlain ? visibleSpan(text, source) : condition.nameSpan;
}
