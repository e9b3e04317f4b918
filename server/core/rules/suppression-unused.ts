import { rule } from "./rule";

export default rule({
  id: "suppression-unused",
  group: "Suppressions",
  severity: "warning",
  rfc: "",
  since: "0.1.0",
  summary: "A suppression or expectation should match a finding.",
  why: "Comments suppress a finding, or expect it in a fixture: `<!-- xmpp-stanza-expect RULE -->` before or in a stanza, `<!-- xmpp-stanza-disable-next-line RULE -->`, `<!-- xmpp-stanza-disable RULE -->` up to `<!-- xmpp-stanza-enable RULE -->`, and `<!-- xmpp-stanza-disable-file RULE -->`. Commas separate several rules, and a reason may follow a colon. A comment without effect is out of date or misspelt; an expectation without its finding belongs to a fixture that no longer shows its mistake.",
  exceptions: "Rules that are off and stanzas that are not well-formed are not considered.",
  fix: {
    change: "Remove the comment, or the one name in it.",
    automatic: "never",
    reason: "`--fix` does not apply it, because the stanza may have to change instead.",
  },
  bad: `<!-- xmpp-stanza-expect iq-id-missing: the server has to refuse it -->
<iq type='result' id='s1'/>`,
  good: `<!-- xmpp-stanza-expect iq-id-missing: the server has to refuse it -->
<iq type='result'/>`,
  messages: {
    unused: "This suppression of {name} matches no finding. Remove it",
    expected: "{name} was expected, but not found. Correct the stanza or remove the expectation",
    "unknown-rule": "Unknown rule {name}. Did you mean {nearest}?",
    "no-such-rule": "Unknown rule {name}. Correct the name or remove it",
    "no-rule": "No rule named, so this has no effect. Add a rule's name or remove the comment",
    "unknown-word":
      "Unknown xmpp-stanza-{name}. Use expect, disable, disable-next-line, disable-file, enable",
  },
  check: { on: "suppressions" },
});
