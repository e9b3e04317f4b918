/** `xmpp-stanza/chai`: a plugin for `chai.use`. */

import type { RuleId } from "../ruleIds";
import type { Configuration } from "../types";
import { judgeFinding, judgeStanza, type ValidityOptions, type Verdict } from "./judge";

/** The part of chai that the plugin uses. */
interface ChaiStatic {
  readonly Assertion: {
    // biome-ignore lint/suspicious/noExplicitAny: methods of an assertion are called on it
    addMethod(name: string, method: (this: any, ...args: any[]) => void): void;
  };
}

/** An assertion as chai calls the methods on it. */
interface Assertion {
  readonly _obj: unknown;
  assert(passed: boolean, message: string, negated: string): void;
}

/** Adds `validStanza(options?)` and `finding(rule, configuration?)` to assertions. */
export function xmppStanza({ Assertion }: ChaiStatic): void {
  Assertion.addMethod("validStanza", function (this: Assertion, options?: ValidityOptions) {
    decide(this, judgeStanza(this._obj, options));
  });
  Assertion.addMethod(
    "finding",
    function (this: Assertion, rule: RuleId, configuration?: Configuration) {
      decide(this, judgeFinding(this._obj, rule, configuration));
    },
  );
}

function decide(assertion: Assertion, { pass, message }: Verdict): void {
  // `#{this}` and the like would be filled in by chai.
  const text = message().replaceAll("#{", "#\u200b{");
  assertion.assert(pass, text, text);
}
