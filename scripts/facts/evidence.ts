/** Evidence for application-specific conditions and namespaces, from the text and the examples of a XEP. */

import { FramedText } from "../../server/core/document/framedText";
import { EditableText } from "../../server/core/text/editableText";
import { parse } from "../../server/core/xml/parse";
import { childElements, type XmlElement } from "../../server/core/xml/tree";
import { findCondition, isErrorType } from "../../server/core/xmpp/conditions";
import { STANZAS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import { readStanzas } from "../../server/core/xmpp/readStanzas";
import type { StanzaError } from "../../server/core/xmpp/stanza";
import type { Xep } from "./xep";

/** An element in a stanza's error that an example shows, and what stands beside it. */
export interface ErrorElement {
  readonly namespace: string;
  readonly name: string;
  /** `condition/type`; `none` for no defined condition, `?` for no error type. */
  readonly pair: string;
}

/** All that the examples show in errors beside the defined condition and texts, in order. */
export function readShown({ examples }: Pick<Xep, "examples">): ErrorElement[] {
  return examples.flatMap((example) => {
    const framed = new FramedText(new EditableText(example));
    return framed.pieces
      .filter((piece) => piece.isStanza)
      .flatMap((piece) => {
        const source = framed.sourceOf(piece);
        const { scope } = piece;
        const parsed = parse(source, scope);
        // One that is not well-formed shows nothing for sure.
        if (!parsed.root) return [];
        const { root, restricted, comments } = parsed;
        const stanzas = readStanzas(root, { source, scope, restricted, comments });
        return stanzas.flatMap(({ errors }) => errors.flatMap(shownIn));
      });
  });
}

function shownIn(error: StanzaError): ErrorElement[] {
  const type = error.type?.value ?? "";
  const [condition] = error.conditions;
  const pair = `${condition?.local ?? "none"}/${isErrorType(type) ? type : "?"}`;
  const isOther = (child: XmlElement) =>
    child.namespace !== STANZAS_NAMESPACE ||
    (findCondition(child.local) === undefined && child.local !== "text");
  return childElements(error.element)
    .filter(isOther)
    .map(({ namespace, local }) => ({ namespace, name: local, pair }));
}

/** A condition that a sentence or a row of a table names beside a name. */
export interface Said {
  readonly name: string;
  /** As in `ErrorElement`; `?` for the type unless it is a row of a table that has one. */
  readonly pair: string;
}

/** The defined conditions that stand with one of the names in one sentence, or in one row. */
export function readSaid({ blocks }: Pick<Xep, "blocks">, names: ReadonlySet<string>): Said[] {
  return blocks.flatMap((cells) => {
    const isRow = cells.length > 1;
    const parts = isRow ? [cells.join(" | ")] : sentencesOf(cells[0] ?? "");
    const type = (isRow && cells.map((cell) => cell.toLowerCase()).find(isErrorType)) || "?";
    return parts.flatMap((part) => {
      const bare = isRow ? cells : [];
      const named = [...part.matchAll(/<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?\/?>/g)].map(
        ([, name]) => name!,
      );
      const all = [...new Set([...named, ...bare])];
      const conditions = all.filter((name) => findCondition(name));
      if (conditions.length !== 1) return [];
      return all
        .filter((name) => names.has(name))
        .map((name) => ({ name, pair: `${conditions[0]}/${type}` }));
    });
  });
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.;!?])\s+(?=[A-Z])/);
}

/** The namespaces of a XEP's schemas and of the elements in its examples. */
export function readNamespaces({ examples }: Pick<Xep, "examples">): {
  readonly inSchemas: ReadonlySet<string>;
  readonly inExamples: ReadonlySet<string>;
} {
  const all = (pattern: RegExp) =>
    new Set(
      examples.flatMap((example) => [...example.matchAll(pattern)].map(([, name]) => name!.trim())),
    );
  return {
    inSchemas: all(/\stargetNamespace\s*=\s*["']([^"'<]*)["']/g),
    inExamples: all(/\sxmlns(?::[\w.-]+)?\s*=\s*["']([^"'<]*)["']/g),
  };
}

/** Strongest evidence of the namespace in the XEP. */
export type Basis = "schema" | "example" | "text" | "none";

export function readBasis(xep: Xep, namespace: string): Basis {
  const { inSchemas, inExamples } = readNamespaces(xep);
  if (inSchemas.has(namespace)) return "schema";
  if (inExamples.has(namespace)) return "example";
  return xep.text.includes(namespace) ? "text" : "none";
}
