/** Stanza errors as a family, for conditions that stand in an error of another family. */

import { conditions } from "./conditions";
import type { ErrorFamily } from "./errorFamily";
import { STANZAS_NAMESPACE } from "./namespaces";

export const stanzaFamily: ErrorFamily = {
  id: "stanza",
  title: "stanza error",
  kind: "stanza-error",
  document: "RFC 6120",
  section: "8.3.2",
  listSection: "8.3.3",
  hosts: [],
  namespace: STANZAS_NAMESPACE,
  conditions: conditions.map(({ name, section, meaning }) => ({ name, section, meaning })),
  example: "item-not-found",
  obsolete: { "payment-required": undefined },
  endsStream: false,
};
