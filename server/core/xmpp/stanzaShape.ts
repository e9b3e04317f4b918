/**
 * Shape of a stanza, everything that rules read: the RFC's attributes of its start tag, names and namespaces of its
 * children, and the whole error child. A rule that reads more must be registered here.
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
  // White space alone is no node of the tree, so that a rule could tell it from words without reading it.
  arePlain: (words) => !isBlank(words) && !isPlaceholder(words),
};
