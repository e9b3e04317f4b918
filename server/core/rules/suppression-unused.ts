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
    unused: "This suppression of {name} meets no finding. Remove it.",
    expected:
      "{name} was expected here and was not found. Correct the stanza, or remove the expectation.",
    "unknown-rule": "There is no rule {name}, so this has no effect. Did you mean {nearest}?",
    "no-such-rule":
      "There is no rule {name}, so this has no effect. Correct the name, or remove it.",
    "no-rule":
      "This names no rule, so it has no effect. Add the rule's name, or remove the comment.",
    "unknown-word":
      "xmpp-stanza-{name} means nothing. There are expect, disable-next-line, disable, enable and disable-file.",
  },
});
