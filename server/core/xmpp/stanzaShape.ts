/**
 * What rules look at in a stanza: the attributes of its start tag that the RFC has, names and namespaces of its
 * children, and all of an error child. A rule that looks at more must say so here.
 */

import type { ShapedElements } from "../xml/shapeReader";
import { isBlank } from "../xml/tree";
import { isPlaceholder } from "./placeholder";
import { isStanzaKind, isStanzaNamespace } from "./stanza";

export const shapedStanzas: ShapedElements = {
  isName: isStanzaKind,
  isNamespace: isStanzaNamespace,
  values: ["id", "from", "to"],
  attributes: ["type"],
  child: "error",
  words: "text",
  // White space alone is no node of a tree, so that a rule could tell it from words without reading it.
  arePlain: (words) => !isBlank(words) && !isPlaceholder(words),
};
