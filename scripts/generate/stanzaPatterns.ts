/**
 * Patterns of tags. The grammar has its own, because a tag that is never closed must not swallow the next tag, as it
 * does in XML's grammar.
 */

import { conditions, errorTypes } from "../../server/core/xmpp/conditions";
import { errorFamilies } from "../../server/core/xmpp/errorFamilies";
import { STANZAS_NAMESPACE } from "../../server/core/xmpp/namespaces";
import { stanzaTypeNames } from "../../server/core/xmpp/stanzaTypes";

export interface Pattern {
  readonly include?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Pattern["captures"];
  readonly endCaptures?: Pattern["captures"];
  readonly patterns?: readonly Pattern[];
}

/** Options for the text around stanzas. */
export interface Surroundings {
  /** End of tags and attribute values, even incomplete ones: a character or a class. */
  readonly ends: string;
  /** Further characters that no value has which is read in one piece; escaped for a class. */
  readonly special: string;
  /** Patterns that apply anywhere, in tags and attribute values too. */
  readonly anywhere: readonly Pattern[];
}

/** A file of stanzas: a tag ends where the next one begins. */
export const plainText: Surroundings = { ends: "<", special: "", anywhere: [] };

const NAME = "[-\\w.]+";
const PREFIX = `(?:(${NAME})(:))?`;
const conditionNames = conditions.map(({ name }) => name).join("|");
const RIGHT = quotedStart(STANZAS_NAMESPACE);
/** Families with a namespace for nothing but their conditions: in others, elements of other names are right. */
const families = errorFamilies().filter(({ id }) => id === "stream");

/** The value of an attribute with that namespace, but for the quote at its end. */
function quotedStart(namespace: string): string {
  return `(["'])${namespace.replaceAll(".", "\\.")}`;
}

/** Patterns inside a tag, the particular before the general. */
const attributes = ["namespace", "address", "attribute", "doubleQuoted", "singleQuoted"];

export function include(name: string): Pattern {
  return { include: `#${name}` };
}

/** The tags of stanzas and of all that is in them; they need `attributePatterns` in the repository. */
export function tagPatterns(around: Surroundings): Pattern[] {
  /** The rest of a tag on its line, as far as it comes before `xmlns='…'`. */
  const declares = `[^<>${around.special}]*\\sxmlns\\s*=\\s*`;
  const nameEnd = nameEndIn(around);
  return [
    ...Object.entries(stanzaTypeNames).map(([kind, types]) =>
      tag(
        around,
        `(${kind})`,
        "entity.name.tag.localname.xml entity.name.type.stanza.xmpp-stanza",
        typeAttribute(types),
      ),
    ),
    tag(
      around,
      "(error)",
      "entity.name.tag.localname.xml",
      typeAttribute(errorTypes.map(({ type }) => type)),
    ),
    // In a namespace of its own, an element of such a name is none of the 22.
    tag(
      around,
      `(${conditionNames})${nameEnd}(?!${declares}(?!${RIGHT}\\5)["'])`,
      "entity.name.tag.localname.xml variable.other.constant.condition.xmpp-stanza",
    ),
    tag(
      around,
      `((?!text${nameEnd})${NAME})(?=${declares}${RIGHT}\\5)`,
      "entity.name.tag.localname.xml invalid.illegal.condition.xmpp-stanza",
    ),
    ...families.flatMap(({ namespace, conditions: defined, obsolete }) => {
      const declared = `(?=${declares}${quotedStart(namespace)}\\5)`;
      const names = [...defined.map(({ name }) => name), ...Object.keys(obsolete)].join("|");
      return [
        tag(
          around,
          `(${names})${declared}`,
          "entity.name.tag.localname.xml variable.other.constant.condition.xmpp-stanza",
        ),
        tag(
          around,
          `((?!text${nameEnd})${NAME})${declared}`,
          "entity.name.tag.localname.xml invalid.illegal.condition.xmpp-stanza",
        ),
      ];
    }),
    tag(around, `(${NAME})`, "entity.name.tag.localname.xml"),
  ];
}

/** The parts of tags, by the names under which `tagPatterns` includes them. */
export function attributePatterns(around: Surroundings): Readonly<Record<string, Pattern>> {
  return {
    namespace: namespaceAttribute(around),
    address: addressAttribute(around),
    attribute: attribute(),
    doubleQuoted: quoted(around, '"', "double"),
    singleQuoted: quoted(around, "'", "single"),
  };
}

/** The start tag of a stanza, for a look ahead. */
export function stanzaStart(around: Surroundings): string {
  return `<(?:${NAME}:)?(?:${Object.keys(stanzaTypeNames).join("|")})${nameEndIn(around)}`;
}

/** Patterns after a name in a tag. */
function nameEndIn({ special }: Surroundings): string {
  return `(?=[\\s/>${special}]|$)`;
}

/**
 * A start tag, an empty-element tag or an end tag.
 * @param local the local name, as group 4 of the pattern; a reference to a further group is 5
 * @param inside what is looked for before the attributes
 */
function tag(around: Surroundings, local: string, scope: string, ...inside: Pattern[]): Pattern {
  return {
    name: "meta.tag.xml",
    begin: `(</?)${PREFIX}${local}${nameEndIn(around)}`,
    beginCaptures: {
      1: { name: "punctuation.definition.tag.xml" },
      2: { name: "entity.name.tag.namespace.xml" },
      3: { name: "punctuation.separator.namespace.xml" },
      4: { name: scope },
    },
    end: `(/?>)|(?=${around.ends})`,
    endCaptures: { 1: { name: "punctuation.definition.tag.xml" } },
    patterns: [...around.anywhere, ...inside, ...attributes.map(include)],
  };
}

/** The attribute `type` with one of the values that are right on this element. */
function typeAttribute(values: readonly string[]): Pattern {
  return {
    match: `(?<=\\s|^)(type)\\s*(=)\\s*((["'])(${values.join("|")})(\\4))`,
    captures: {
      1: { name: "entity.other.attribute-name.localname.xml" },
      2: { name: "punctuation.separator.key-value.xml" },
      3: { name: "string.quoted.xml" },
      4: { name: "punctuation.definition.string.begin.xml" },
      5: { name: "constant.language.type.xmpp-stanza" },
      6: { name: "punctuation.definition.string.end.xml" },
    },
  };
}

/** A namespace declaration. Like all that is read in one piece, it is on one line and has no reference. */
function namespaceAttribute({ special }: Surroundings): Pattern {
  return {
    match: `(?<=\\s|^)(xmlns)(?:(:)(${NAME}))?\\s*(=)\\s*((["'])([^<&${special}]*?)(\\6))`,
    captures: {
      1: { name: "entity.other.attribute-name.localname.xml" },
      2: { name: "punctuation.separator.namespace.xml" },
      3: { name: "entity.other.attribute-name.localname.xml" },
      4: { name: "punctuation.separator.key-value.xml" },
      5: { name: "string.quoted.xml" },
      6: { name: "punctuation.definition.string.begin.xml" },
      7: { name: "entity.name.namespace.xmpp-stanza" },
      8: { name: "punctuation.definition.string.end.xml" },
    },
  };
}

/** An attribute that holds an address: of a stanza, an error child, a roster item and the like. */
function addressAttribute({ special }: Surroundings): Pattern {
  return {
    match: `(?<=\\s|^)(from|to|by|jid)\\s*(=)\\s*((["'])([^<&${special}]*?)(\\4))`,
    captures: {
      1: { name: "entity.other.attribute-name.localname.xml" },
      2: { name: "punctuation.separator.key-value.xml" },
      3: { name: "string.quoted.xml" },
      4: { name: "punctuation.definition.string.begin.xml" },
      5: { name: "variable.other.jid.xmpp-stanza" },
      6: { name: "punctuation.definition.string.end.xml" },
    },
  };
}

function attribute(): Pattern {
  return {
    match: `(?<=\\s|^)${PREFIX}(${NAME})\\s*(=)`,
    captures: {
      1: { name: "entity.other.attribute-name.namespace.xml" },
      2: { name: "punctuation.separator.namespace.xml" },
      3: { name: "entity.other.attribute-name.localname.xml" },
      4: { name: "punctuation.separator.key-value.xml" },
    },
  };
}

/** A reference to a character or an entity. */
export const reference: Pattern = {
  name: "constant.character.entity.xml",
  match: "&(?:[:a-zA-Z_][-:a-zA-Z0-9_.]*|#[0-9]+|#x[0-9a-fA-F]+);",
};

/** An attribute value; it cannot hold `<`, so an open quote reaches no further than the next tag. */
function quoted({ ends, anywhere }: Surroundings, quote: string, kind: string): Pattern {
  return {
    name: `string.quoted.${kind}.xml`,
    begin: quote,
    beginCaptures: { 0: { name: "punctuation.definition.string.begin.xml" } },
    end: `(${quote})|(?=${ends})`,
    endCaptures: { 1: { name: "punctuation.definition.string.end.xml" } },
    patterns: [...anywhere, reference, { name: "invalid.illegal.bad-ampersand.xml", match: "&" }],
  };
}
