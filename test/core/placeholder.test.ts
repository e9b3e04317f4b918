/** The list of placeholders, item by item. */

import { describe, expect, test } from "vitest";
import { isPlaceholder, isUnknownName, isUnknownValue } from "../../server/core/xmpp/placeholder";

describe.each([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are placeholders
  ["${x}", ["${x}", "a${user.name}b", "${}", "${a b}"], ["$", "a$", "$ {x", "${x"]],
  ["#{x}", ["#{x}", "lea@#{host}"], ["#", "#x", "#{x"]],
  ["$(x)", ["$(x)", "$(cat id)", "$()"], ["$(", "(x)", "$(x"]],
  ["\\(x)", ["\\(x)", "id-\\(count)"], ["\\", "\\x", "\\(x"]],
  ["%(x)s", ["%(x)s", "%(name)s@chat.example", "%(count)d"], ["%(x)", "(x)s", "% (x)s"]],
  ["%@", ["%@", "%@@chat.example"], ["%", "@", "% @"]],
  ["{x}", ["{x}", "{}", "{0}", "a{b c}d", "{\n}", "{a-b.c:d}"], ["{", "}", "}{", "{x", "x}"]],
  ["{{x}}", ["{{x}}", "{{}}", "{{ user.jid }}", "{{{x}}}"], ["{{", "}}", "{{x"]],
  ["%s", ["%s", "%s@%s", "a%s", "%s_x", "%s-", "%s.", "%%s"], ["%", "%S", "%sa", "%s1", "%sé"]],
  ["%d", ["%d", "id%d", "%d,"], ["%D", "%da", "%d9"]],
  ["$x", ["$x", "$_", "$user", "a$b", "$é"], ["$", "$1", "$ x", "5$", "$-"]],
  [
    "@x@",
    ["@x@", "@user@", "a @host@ b", "-@x@-", "lea/@x@", "@a_b@", "@x@.example"],
    ["@x", "x@", "ch@r@cters@muc", "a@b@c", "_@x@", "1@x@", "@x@y", "@x@1", "@x@_", "@@"],
  ],
  ["%1", ["%1", "%9", "a%1", "%1g", "%1 %2", "%1."], ["%0", "%2F", "%1a", "%12", "%1F"]],
  ["...", ["...", "a...", "....", "urn:..."], [".", "..", ". . ."]],
  ["…", ["…", "a…b"], ["‥", "·"]],
])("%s", (_, positive, negative) => {
  test.each(positive)("%j is one", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test.each(negative)("%j is none", (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});

test.each([
  "",
  " ",
  "lea@work.example/desk",
  "romeo%shakespeare.lit@gateway.example",
  "100%",
  "a&b",
  "urn:ietf:params:xml:ns:xmpp-stanzas",
  "http://jabber.org/protocol/disco#info",
  "xmpp:%D0%BB%D0%B5%D0%B0@work.example",
  "[2001:db8::1]",
  "<x>",
  "#x",
])("%j, which people write, is none", (value) => {
  expect(isPlaceholder(value)).toBe(false);
});

describe.each([
  ["two or more of * █ ■", ["**", "***@a.example", "██", "■■■", "a*█b"], ["*", "a*b*c", "█", "■"]],
  ["three or more capital X", ["XXX", "XXXX@a.example", "id-XXX"], ["XX", "xxx", "XxX", "aXXb"]],
  [
    "words in square brackets without a colon",
    ["[REDACTED]", "[jid]", "[user name]@a.example", "a/[resource 1]", "[é]"],
    ["[]", "[1]", "[2001:db8::1]", "[fe80::1]", "[a:b]", "[jid", "jid]", "[<a>]"],
  ],
  [
    "<redacted>, <removed> and <hidden>",
    ["<redacted>", "<removed>@a.example", "a/<hidden>", "<REDACTED>", "<Hidden>"],
    ["<script>", "<b>", "<jid>", "<redacted", "redacted>", "< redacted>", "<redacted/>", "removed"],
  ],
  [
    "names of the figure of RFC 6120 §8.3.2, small or in capitals",
    [
      ...["stanza-kind", "defined-condition", "error-type", "langcode", "intended-recipient"],
      ...["sender", "error-generator", "SENDER", "ERROR-TYPE"],
    ],
    ["Sender", "senders", "sender@a.example", "a sender", "text", "recipient"],
  ],
  ["a hole", ["{x}", "%s@a.example", "…"], ["x", "a@b.example/c"]],
])("in a value: %s", (_, positive, negative) => {
  test.each(positive)("%j is unknown", (value) => {
    expect(isUnknownValue(value)).toBe(true);
  });

  test.each(negative)("%j is known", (value) => {
    expect(isUnknownValue(value)).toBe(false);
  });
});

test("redactions in character data are text", () => {
  for (const text of ["**", "XXX", "[jid]", "<redacted>", "sender"]) {
    expect(isPlaceholder(text), text).toBe(false);
  }
});

test("a name is unknown with a hole, an ellipsis, or a name of the syntax figure", () => {
  for (const name of ["\ufffc", "a-\ufffc", "...", "a...", "defined-condition", "ERROR-TYPE"]) {
    expect(isUnknownName(name), name).toBe(true);
  }
  for (const name of ["bad-request", "Defined-Condition", "a.b", "XXX"]) {
    expect(isUnknownName(name), name).toBe(false);
  }
});
