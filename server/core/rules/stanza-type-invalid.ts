import type { XmlAttribute } from "../xml/tree";
import { editDistance, nearest } from "../xmpp/didYouMean";
import type { Stanza, StanzaKind } from "../xmpp/stanza";
import { stanzaTypeNames } from "../xmpp/stanzaTypes";
import { appendChildren, removeAttribute, setValue } from "./edits";
import type { Fix, FixContext } from "./fix";
import { rule, valueSpan } from "./rule";

export default rule({
  id: "stanza-type-invalid",
  group: "Stanza",
  severity: "error",
  rfc: "8.2",
  since: "0.1.0",
  summary: "The type of a stanza must be one that is defined for its kind.",
  why: "RFC 6120 and RFC 6121 define these types: for iq get, set, result and error (RFC 6120 §8.2.3); for message normal, chat, groupchat, headline and error (RFC 6121 §5.2.2); for presence unavailable, subscribe, subscribed, unsubscribe, unsubscribed, probe and error (RFC 6121 §4.7.1). A presence without a type says that its sender is available; its child `<show/>` says that the sender is away or busy (RFC 6121 §4.7.2.1). Case matters.",
  exceptions:
    "If the stanza has an `<error/>`, this is the only finding about its type: error-child-unexpected is not reported.",
  fix: {
    change:
      "Change to the type that was meant (error if there is an `<error/>`), or to another one; remove the type where its absence is meant; move away, dnd, xa and chat to `<show/>`.",
    automatic: "sometimes",
    reason: "`--fix` removes `available` and `online` only, because any other change is a guess.",
  },
  bad: `<presence type='available'/>`,
  good: `<presence/>`,
  messages: {
    invalid: 'Unknown {kind} type "{type}". Use {types} (RFC 6120 §8.2)',
    available: "Available presence must have no type. Remove it (RFC 6121 §4.7.1)",
    show: 'Unknown presence type "{type}". Remove it or use <show/> (RFC 6121 §4.7.2.1)',
    empty: "Type is empty. Remove it or use {types} (RFC 6121 §{section})",
  },
  check: {
    on: "stanza",
    run(stanza, report) {
      const { type, kind } = stanza;
      const value = stanza.typeValue;
      const types = stanzaTypeNames[kind];
      if (!type || value === undefined || types.includes(value)) return;
      const meant = meaningOf(stanza, value);
      report(valueSpan(type), messageFor(meant, value), {
        values: {
          type: value,
          kind,
          types: types.join(", "),
          section: kind === "presence" ? "4.7.1" : "5.2.2",
        },
        fixes: (context) => fixes(stanza, type, meant, context),
      });
    },
  },
});

/** Probable meaning of a wrong type. */
type Meaning =
  | { readonly kind: "type"; readonly type: string }
  /** The attribute should be removed: the default type is meant. */
  | { readonly kind: "none" }
  /** The presence should have no type, but that `<show/>`. */
  | { readonly kind: "show"; readonly show: string }
  | { readonly kind: "unknown" };

/** Synonyms that people write as the type of each kind, and the types they mean. */
const synonyms: Readonly<Record<StanzaKind, Readonly<Record<string, string>>>> = {
  iq: { request: "get", query: "get", response: "result", reply: "result", answer: "result" },
  message: { group: "groupchat", muc: "groupchat", room: "groupchat", private: "chat" },
  presence: { offline: "unavailable" },
};

/** Words for availability, which a presence without a type expresses. */
const available: ReadonlySet<string> = new Set(["available", "online", "present"]);

/** Words for the values of `<show/>` (RFC 6121 §4.7.2.1). */
const shows: Readonly<Record<string, string>> = {
  away: "away",
  idle: "away",
  busy: "dnd",
  chat: "chat",
  dnd: "dnd",
  xa: "xa",
};

function meaningOf({ kind, errors }: Stanza, value: string): Meaning {
  // An error child decides: with any other type it would be out of place.
  if (errors.length > 0) return { kind: "type", type: "error" };
  const word = value.trim().toLowerCase();
  const types = stanzaTypeNames[kind];
  if (word === "") return { kind: kind === "iq" ? "unknown" : "none" };
  if (types.includes(word)) return { kind: "type", type: word };
  if (kind === "presence") {
    const show = Object.hasOwn(shows, word) ? shows[word] : undefined;
    if (show !== undefined) return { kind: "show", show };
    if (available.has(word)) return { kind: "none" };
  }
  const known = Object.hasOwn(synonyms[kind], word) ? synonyms[kind][word] : undefined;
  if (known !== undefined) return { kind: "type", type: known };
  // Probes are sent by servers only (RFC 6121 §4.3), so that a misspelling of another type is likelier.
  const best = nearest(
    word,
    types.filter((type) => type !== "probe"),
  );
  const isNear = editDistance(word, best) <= Math.floor(best.length / 3);
  return isNear ? { kind: "type", type: best } : { kind: "unknown" };
}

function messageFor(meant: Meaning, value: string) {
  if (meant.kind === "show") return "show";
  if (meant.kind !== "none") return "invalid";
  return value.trim() === "" ? "empty" : "available";
}

function fixes(stanza: Stanza, type: XmlAttribute, meant: Meaning, context: FixContext): Fix[] {
  const { kind, source } = stanza;
  const types = stanzaTypeNames[kind];
  const change = (to: string): Fix => ({
    title: "Change to type='{type}'",
    values: { type: to },
    edits: [setValue(type, to, source)],
    applicability: "choice",
  });
  const removal: Fix = {
    title: "Remove the type",
    edits: [removeAttribute(type, source)],
    applicability: "choice",
  };
  if (meant.kind === "none") {
    const applicability = type.value.trim() === "" ? "preferred" : "automatic";
    return [{ ...removal, applicability }, ...types.map(change)];
  }
  if (meant.kind === "show") {
    const moved = moveToShow(stanza, type, meant.show, context);
    return [{ ...removal, applicability: "preferred" }, ...moved, ...types.map(change)];
  }
  const best = meant.kind === "type" ? meant.type : undefined;
  const others = types.filter((one) => one !== best).map(change);
  // No type at all is a choice too, but for an iq.
  const rest = kind === "iq" ? others : [...others, removal];
  return best === undefined ? rest : [{ ...change(best), applicability: "preferred" }, ...rest];
}

/** Moves the meaning of the type to `<show/>`, unless the presence has one already. */
function moveToShow(
  { element, payload, source }: Stanza,
  type: XmlAttribute,
  show: string,
  context: FixContext,
): Fix[] {
  const isTaken = payload.some(({ local, namespace }) => {
    return local === "show" && namespace === element.namespace;
  });
  if (isTaken) return [];
  const name = element.prefix === "" ? "show" : `${element.prefix}:show`;
  const child = `<${name}>${show}</${name}>`;
  return [
    {
      title: "Move it to <show>{show}</show>",
      values: { show },
      edits: [removeAttribute(type, source), appendChildren(element, [child], source, context)],
      applicability: "choice",
    },
  ];
}
