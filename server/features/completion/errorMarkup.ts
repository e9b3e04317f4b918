/** Markup that completions insert into an error child. */

import type { Edit } from "../../core/text/edit";
import { type LooseElement, looseAttribute, looseNamespace } from "../../core/xml/loose";
import { type ErrorType, errorTypesFor, findCondition } from "../../core/xmpp/conditions";
import { isNearMiss, isOwnNamespace, STANZAS_NAMESPACE } from "../../core/xmpp/namespaces";
import type { ElementCursor } from "../cursor";
import type { Line, Template } from "./template";

/** Lines of the condition; undefined-condition needs an application-specific one beside it (§8.3.3.21). */
export function conditionLines(name: string, quote: string, alone: boolean): Line[] {
  const start = `<${name} xmlns=${quote}${STANZAS_NAMESPACE}${quote}`;
  const parts: Template = findCondition(name)?.characterData
    ? [`${start}>xmpp:`, { text: "romeo@example.net", plain: "" }, `</${name}>`]
    : [`${start}/>`];
  if (name !== "undefined-condition" || !alone) return [{ depth: 0, parts }];
  const own: Template = [
    "<",
    { text: "own-condition" },
    ` xmlns=${quote}`,
    { text: "urn:example:errors" },
    `${quote}/>`,
  ];
  return [
    { depth: 0, parts },
    { depth: 0, parts: own },
  ];
}

/**
 * The edit that adds the type that the condition expects to an error without a type, which is required (§8.3.2).
 * @param preferred another type to add, if there is a reason for it
 */
export function missingType(
  error: LooseElement,
  condition: string,
  quote: string,
  preferred?: ErrorType,
): Edit[] {
  const { attributes, closed, nameSpan } = error;
  if (!closed || looseAttribute(error, "type") || !attributes.every((one) => one.closed)) return [];
  const type = preferred ?? errorTypesFor(condition)[0]?.type;
  const last = attributes.at(-1)?.valueSpan;
  const at = last ? last.end + 1 : nameSpan.end;
  return type ? [{ span: { start: at, end: at }, newText: ` type=${quote}${type}${quote}` }] : [];
}

/** True if there is an application-specific condition. */
export function hasOwnCondition(error: LooseElement, { element, scope }: ElementCursor): boolean {
  return error.children.some((one) => {
    const namespace = looseNamespace(one, scope);
    return (
      one !== element &&
      namespace !== STANZAS_NAMESPACE &&
      !isOwnNamespace(namespace, "") &&
      !isNearMiss(namespace)
    );
  });
}

/** The template without its `<`, where that is typed already. */
export function withoutBracket(template: Template, { opened }: ElementCursor): Template {
  const [first = "", ...rest] = template;
  return opened && typeof first === "string" ? [first.slice(1), ...rest] : template;
}
