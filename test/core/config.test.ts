/** Configuration of rules and limits, and its defaults. */

import { describe, expect, it } from "vitest";
import {
  activeRules,
  defaultConfiguration,
  defaultLimits,
  readLimits,
  settingOf,
} from "../../server/core/check/config";
import { findRule } from "../../server/core/rules";
import { onlyFinding, open } from "../support/documents";

describe("limits", () => {
  it("have their defaults for missing and invalid values", () => {
    for (const value of [undefined, null, 3, "depth", {}, []]) {
      expect(readLimits(value)).toEqual(defaultLimits);
    }
    for (const depth of [0, -1, 1.5, "3", Number.NaN, null]) {
      expect(readLimits({ depth }), String(depth)).toEqual(defaultLimits);
    }
  });

  it("are read one by one, without unknown names", () => {
    expect(readLimits({ depth: 1, findings: 20_000, width: 3 })).toEqual({
      ...defaultLimits,
      depth: 1,
      findings: 20_000,
    });
  });
});

describe("a stanza that goes beyond a limit", () => {
  const limits = { ...defaultConfiguration.limits, stanzaLength: 40, attributes: 1 };
  const configuration = { ...defaultConfiguration, limits };
  const at = (text: string) => {
    const { span } = onlyFinding(open(text, configuration), "limit-exceeded");
    return text.slice(span.start, span.end);
  };

  it("is reported at its name if it is too long, and at the first attribute beyond the limit", () => {
    expect(at(`<message>${"x".repeat(40)}</message>`)).toBe("message");
    expect(at("<iq id='1' type='get' to='a'/>")).toBe("type");
  });

  it("may be as long as the limit", () => {
    const text = "<message>xxxxxxxxxxxxxxxxxxxxx</message>";
    expect(text).toHaveLength(40);
    expect(open(text, configuration).findings()).toEqual([]);
  });
});

describe("a rule", () => {
  it("has its default severity, or off, without a setting", () => {
    const settings = ["iq-id-missing", "text-lang-missing", "xml-comment"].map((id) =>
      settingOf(findRule(id)!, defaultConfiguration),
    );
    expect(settings).toEqual(["error", findRule("text-lang-missing")!.severity, "off"]);
  });

  it("that is off does not run, and a configured rule has the configured severity", () => {
    const configuration = {
      ...defaultConfiguration,
      rules: { "iq-id-missing": "off", "iq-payload": "information" } as const,
    };
    const asked = activeRules(configuration).stanza;
    expect(asked.some(({ rule }) => rule.id === "iq-id-missing")).toBe(false);
    expect(asked.find(({ rule }) => rule.id === "iq-payload")?.severity).toBe("information");
    expect(activeRules(configuration)).toBe(activeRules(configuration));
  });
});
