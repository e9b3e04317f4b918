/**
 * Workspaces that nobody trusts, and those without a file system, are served in full: nothing in a
 * workspace says what is run, so there is nothing to take away.
 */

import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";

const { capabilities, contributes } = packageJson;
const sections: readonly { properties: Record<string, unknown> }[] = [
  contributes.configuration,
].flat();
const settings = sections.flatMap(({ properties }) => Object.entries(properties));

describe("the manifest", () => {
  test("says that both are supported, without a reservation", () => {
    expect(capabilities).toEqual({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: { supported: true },
    });
  });

  test("has no setting that names a program, a module or a place to reach", () => {
    expect(settings.length).toBeGreaterThan(10);
    const names = settings.map(([name]) => name);
    const powerful = /path|command|exec|args|env|module|plugin|url|host|port|proxy|node|runtime/i;
    expect(names.filter((name) => powerful.test(name.replace(/^xmppStanza\./, "")))).toEqual([]);
  });

  test("runs in a browser, too, where there is nothing else", () => {
    expect(packageJson.browser).toBe(packageJson.main);
  });
});
