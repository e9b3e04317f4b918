/** Checks of the conditions in errors outside of stanzas, which the rules of all families share. */

import type { Span } from "../text/span";
import { childElements, isBlank, type XmlElement } from "../xml/tree";
import { closestMatch } from "../xmpp/didYouMean";
import {
  documentSection,
  errorFamilies,
  familyOfNamespace,
  findFamilyCondition,
} from "../xmpp/errorFamilies";
import type { ErrorFamily, FamilyId } from "../xmpp/errorFamily";
import type { FamilyError } from "../xmpp/familyError";
import { isOwnNamespace } from "../xmpp/namespaces";
import { isPlaceholder } from "../xmpp/placeholder";
import { knownText } from "../xmpp/unknown";
import { keepOneOf } from "./conditionFixes";
import { emptyElement, prependChild, removeElement, setNamespace } from "./edits";
import {
  familyConditionXml,
  mayHoldContent,
  renameToCondition,
  together,
  withoutContent,
} from "./familyFixes";
import type { Fix, FixContext } from "./fix";
import type { Report, RuleDefinition } from "./rule";
import { visibleSpan } from "./strayText";

/** What the rules of a family take from the checks here. */
export type SharedCheck<Key extends string> = Pick<RuleDefinition<Key>, "messages" | "check">;

/** The check as that of a rule of the family. */
export function familyCheck<Key extends string>(
  family: FamilyId,
  messages: Readonly<Record<Key, string>>,
  run: (error: FamilyError, report: Report<Key>) => void,
): SharedCheck<Key> {
  return { messages, check: { on: "family", family, run } };
}

/** Values of all messages: where the document says it. */
function structureOf({ family }: FamilyError): { readonly document: string } {
  return { document: documentSection(family, family.section) };
}

/** Removes the element: a choice, since it says something. */
export function removal(element: XmlElement, { source }: FamilyError): Fix {
  return {
    title: "Remove <{name}/>",
    values: { name: element.name },
    edits: [removeElement(element, source)],
    applicability: "choice",
  };
}

/** The error has no defined condition, nor anything that was meant as one. */
export function conditionMissing(id: FamilyId) {
  const messages = {
    missing: "<{element}/> has no defined condition. Add one, e.g. {example} ({document})",
  };
  return familyCheck(id, messages, (error, report) => {
    const { conditions, obsolete, unknown, misplaced, unqualified, element, family } = error;
    const meant = [conditions, obsolete, unknown, misplaced, unqualified];
    if (meant.some((one) => one.length > 0) || error.mayHaveCondition) return;
    const example = family.example;
    report(element.nameSpan, "missing", {
      values: { element: element.name, example, ...structureOf(error) },
      fixes: (context) => insertions(error, context),
    });
  });
}

function insertions(error: FamilyError, context: FixContext): Fix[] {
  const { family, element, source } = error;
  return family.conditions
    .filter(({ holds }) => holds === undefined)
    .map(({ name }) => ({
      title: "Insert {condition}",
      values: { condition: name },
      edits: [prependChild(element, familyConditionXml(error, name), source, context)],
      applicability: "choice",
    }));
}

/** More than one defined condition. */
export function conditionMultiple(id: FamilyId) {
  const messages = {
    multiple: "More than one defined condition: {first} is already there. Keep one ({document})",
    first: "The first condition is here.",
  };
  return familyCheck(id, messages, (error, report) => {
    const conditions = [...error.conditions, ...error.obsolete];
    const [first, ...others] = conditions;
    if (!first) return;
    for (const extra of others) {
      report(extra.nameSpan, "multiple", {
        values: { first: first.local, ...structureOf(error) },
        related: [{ span: first.nameSpan, message: "first" }],
        fixes: () => keepOneOf(conditions, [first, extra], error.source),
      });
    }
  });
}

/** An element in the place of a condition that the family does not define. */
export function conditionUnknown(id: FamilyId) {
  const messages = {
    unknown: 'Unknown condition "{name}". Did you mean {nearest}? ({document})',
    far: 'Unknown condition "{name}". Use one of the {count} defined conditions ({document})',
    stanza: '"{name}" is for stanza errors only. Use one of the {count} here ({document})',
    stream: '"{name}" is for stream errors only. Use one of the {count} here ({document})',
    sasl: '"{name}" is for SASL failures only. Use one of the {count} here ({document})',
  };
  return familyCheck<keyof typeof messages>(id, messages, (error, report) => {
    const { family } = error;
    for (const element of error.unknown) {
      const name = element.local;
      const names = family.conditions.map((one) => one.name);
      const nearest = closestMatch(name, names);
      const other = otherFamily(element, family);
      report(element.nameSpan, other ?? (nearest === undefined ? "far" : "unknown"), {
        values: {
          name,
          nearest: nearest ?? "",
          count: String(family.conditions.length),
          document: documentSection(family, family.listSection),
        },
        fixes: (context) => renamings(element, other ? undefined : nearest, error, context),
      });
    }
  });
}

/** The family of whose conditions the element is one. */
function otherFamily(
  { local, namespace }: XmlElement,
  own: ErrorFamily,
): "stanza" | "stream" | "sasl" | undefined {
  const isOther = (one: ErrorFamily) => one !== own && findFamilyCondition(one, local);
  const named = familyOfNamespace(namespace);
  const found = named && isOther(named) ? named : errorFamilies().find(isOther);
  const id = found?.id;
  return id === "stanza" || id === "stream" || id === "sasl" ? id : undefined;
}

function renamings(
  element: XmlElement,
  nearest: string | undefined,
  error: FamilyError,
  context: FixContext,
): Fix[] {
  // A second condition would be one too many.
  if (error.conditions.length > 0) return [removal(element, error)];
  const { family, source } = error;
  const names = family.conditions.filter(({ holds }) => !holds).map(({ name }) => name);
  const first = nearest !== undefined && names.includes(nearest) ? [nearest] : [];
  const isElsewhere = element.namespace !== family.namespace;
  return [...new Set([...first, ...names])].map((name) => ({
    title: "Change to {name}",
    values: { name },
    edits: isElsewhere
      ? [{ span: element.span, newText: familyConditionXml(error, name) }]
      : renameToCondition(element, name, error, context),
    applicability: name === nearest && source !== "" ? "preferred" : "choice",
  }));
}

/** A name of an older document. */
export function conditionObsolete(id: FamilyId) {
  const messages = {
    renamed: "{name} is obsolete. Use its new name, {renamed} ({document})",
    dropped: "{name} is obsolete. Use another condition, e.g. {example} ({document})",
  };
  return familyCheck(id, messages, (error, report) => {
    const { family } = error;
    for (const element of error.obsolete) {
      const renamed = family.obsolete[element.local];
      report(element.nameSpan, renamed === undefined ? "dropped" : "renamed", {
        values: {
          name: element.local,
          renamed: renamed ?? "",
          example: family.example,
          document: documentSection(family, family.listSection),
        },
        fixes: (context) => {
          if (renamed === undefined) return renamings(element, undefined, error, context);
          const edits = renameToCondition(element, renamed, error, context);
          const values = { name: renamed };
          return [{ title: "Change to {name}", values, edits, applicability: "automatic" }];
        },
      });
    }
  });
}

/** A condition outside of the namespace of the family's conditions. */
export function conditionNamespace(id: FamilyId) {
  const messages = {
    none: "<{condition}/> has no namespace. Add xmlns='{right}' ({document})",
    wrong: "<{condition}/> is in the wrong namespace. Use {right} ({document})",
    stanza: "<{condition}/> is in the namespace of stanza errors. Use {right} ({document})",
    stream: "<{condition}/> is in the namespace of stream errors. Use {right} ({document})",
    sasl: "<{condition}/> is in the namespace of SASL failures. Use {right} ({document})",
  };
  return familyCheck<keyof typeof messages>(id, messages, (error, report) => {
    const { family } = error;
    const right = family.namespace;
    for (const element of error.misplaced) {
      const { local, namespace } = element;
      const own = element.attributes.find(({ name }) => name === "xmlns");
      const isNone = isOwnNamespace(namespace, error.element.namespace);
      const other = familyOfNamespace(namespace)?.id;
      const isKnown = other === "stanza" || other === "stream" || other === "sasl";
      const isAbsent = isNone && !own && element.prefix === "";
      const key = isAbsent || namespace === "" ? "none" : isKnown ? other : "wrong";
      report(own ? own.span : element.nameSpan, key, {
        values: { condition: local, namespace, right, ...structureOf(error) },
        fixes: (context) => [
          {
            title: "Set the namespace of {condition}",
            values: { condition: local },
            edits: moved(element, error, context),
            // An element in a namespace of its own may have another meaning.
            applicability: isNone || other ? "automatic" : "preferred",
          },
          removal(element, error),
        ],
      });
    }
  });
}

function moved(element: XmlElement, error: FamilyError, context: FixContext) {
  const { family, source } = error;
  const edits = setNamespace(element, family.namespace, source);
  if (mayHoldContent(family, element.local, element) || !element.endTag) return edits;
  const outer = edits.filter((edit) => edit.span.start < element.startTag.end);
  return together(outer, withoutContent(element, error, context));
}

/** Content of a condition that must be empty. */
export function conditionContent(id: FamilyId) {
  const messages = {
    text: "<{condition}/> must be empty. Move its text into <text/> ({document})",
    data: "<{condition}/> must be empty. Remove its text ({document})",
    element: "<{condition}/> must not contain <{child}/>. Move it out ({document})",
  };
  return familyCheck<keyof typeof messages>(id, messages, (error, report) => {
    for (const condition of error.conditions) {
      const values = { condition: condition.local, ...structureOf(error) };
      const [child] = childElements(condition);
      if (child) {
        report(child.nameSpan, "element", {
          values: { ...values, child: child.name },
          fixes: () => [emptied(condition)],
        });
        continue;
      }
      const place = contentOf(condition, error);
      if (!place || mayHoldContent(error.family, condition.local, condition)) continue;
      const mayMove = error.host.textNamespace !== undefined;
      report(place, mayMove ? "text" : "data", {
        values,
        fixes: (context) => {
          const edits = withoutContent(condition, error, context);
          const isMoved = edits.some(({ newText }) => newText !== "/>");
          if (!isMoved) return [{ ...emptied(condition), applicability: "preferred" }];
          const title = "Move the text into <text/>";
          return [{ title, edits, applicability: "preferred" }, emptied(condition)];
        },
      });
    }
  });
}

function emptied(condition: XmlElement): Fix {
  return {
    title: "Remove the content of {condition}",
    values: { condition: condition.local },
    edits: emptyElement(condition),
    applicability: "choice",
  };
}

/** The known text in the element, if there is any. */
function contentOf(element: XmlElement, { source }: FamilyError): Span | undefined {
  const text = element.children.find((one) => one.kind === "text" && !isBlank(one.value));
  if (text?.kind !== "text" || isPlaceholder(text.value)) return undefined;
  return knownText(element) === undefined ? undefined : visibleSpan(text, source);
}
