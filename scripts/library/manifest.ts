/** The manifest of the package of npm, from that of the extension. */

import packageJson from "../../package.json";
import { dependencies, type Entry, entries } from "./bundle";

/** Conditions of `exports`, in their order. */
const at = (types: string, code: string) => ({ types: `./${types}`, default: `./${code}` });

const both = (name: string, types = name) => ({
  import: at(`${types}.d.mts`, `${name}.mjs`),
  require: at(`${types}.d.ts`, `${name}.js`),
});

const exportOf = (name: Entry) =>
  name === "index" ? { browser: both("browser", "index"), ...both("index") } : both(name);

export function manifest(): string {
  const { name, version, license, repository, homepage, bugs, engines, devDependencies } =
    packageJson;
  const value = {
    name,
    version,
    description:
      "Checks XMPP stanzas against the stanza error rules of RFC 6120 §8.3: functions, and matchers for vitest, jest and chai.",
    license,
    repository: { ...repository, url: `git+${repository.url}` },
    homepage,
    bugs,
    keywords: ["xmpp", "jabber", "stanza", "testing", "vitest", "jest", "chai", "matchers"],
    engines: { node: engines.node },
    type: "commonjs",
    // The versions that everything here is tested with, so that findings are those of the command line.
    dependencies: Object.fromEntries(dependencies.map((one) => [one, devDependencies[one]])),
    sideEffects: false,
    main: "./index.js",
    module: "./index.mjs",
    types: "./index.d.ts",
    exports: {
      ...Object.fromEntries(
        entries.map((entry) => [entry === "index" ? "." : `./${entry}`, exportOf(entry)]),
      ),
      "./findings.schema.json": "./findings.schema.json",
      "./package.json": "./package.json",
    },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
