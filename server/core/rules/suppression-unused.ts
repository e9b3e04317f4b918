import { rule } from "./rule";

export default rule({
  id: "suppression-unused",
  group: "Suppressions",
  severity: "warning",
  rfc: "",
  summary: "A suppression or expectation meets a finding.",
  description:
    "Comments say that a finding is wanted or not to be told: `<!-- xmpp-stanza-expect RULE -->` before or in a stanza, `<!-- xmpp-stanza-disable-next-line RULE -->`, `<!-- xmpp-stanza-disable RULE -->` up to `<!-- xmpp-stanza-enable RULE -->`, and `<!-- xmpp-stanza-disable-file RULE -->`. Several rules are parted by commas, and a reason may follow a colon. A comment that meets nothing is out of date, or has a slip in its name; an expectation that is not met is a fixture that no longer shows what it was written for. Rules that are off, and stanzas that are not well-formed, are not judged.",
  fix: "Remove it.",
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
