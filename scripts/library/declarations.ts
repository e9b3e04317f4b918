/** The types of the package of npm, as the compiler writes them for the sources. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The files whose declarations are those of the package, in order; they import nothing but each other. */
const files = ["core/document/stanzaRow", "api/ruleIds", "api/types", "api/check", "api/index"];

/** The declarations of the functions, in one text. */
export function declarationsOf(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), "xmpp-stanza-types-"));
  try {
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const options = [
      ...["--ignoreConfig", "--declaration", "--emitDeclarationOnly", "--skipLibCheck", "--strict"],
      ...["--target", "es2022", "--lib", "es2024", "--types", "node", "--resolveJsonModule"],
      ...["--module", "preserve", "--moduleResolution", "bundler", "--exactOptionalPropertyTypes"],
      ...["--rootDir", root, "--outDir", folder],
    ];
    execFileSync(process.execPath, [compiler, ...options, join(root, "server/api/index.ts")], {
      cwd: root,
      stdio: "pipe",
    });
    const texts = files.map((file) => ownText(join(folder, "server", `${file}.d.ts`)));
    return `${texts.join("\n")}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The declarations of a file without its imports, and without exports of what is in the other files. */
function ownText(path: string): string {
  const text = readFileSync(path, "utf8")
    .replace(/^(?:import|export) (?:type )?(?:\{[^}]*\}|\*) from "\.[./\w]+";\n/gm, "")
    .replace(/^export \{\};\n/m, "");
  const left = /^import\b.*|\bfrom "[^"]*"/m.exec(text);
  if (left) throw new Error(`${path} needs another file: ${left[0]}`);
  return text;
}

const methods = (
  result: string,
) => `    /** Passes for one stanza without a finding of severity error, or of the one that is given. */
    toBeValidStanza(options?: ValidityOptions): ${result};
    /** Passes for a text in which the rule is broken. */
    toHaveFinding(rule: RuleId, configuration?: Configuration): ${result};
`;

/** The options of matchers; `./index.js` is where the functions are declared. */
const head = `import type { Configuration, RuleId, Severity } from "./index.js";

export interface ValidityOptions extends Configuration {
  /** The least severity that makes a stanza invalid; by default \`error\`. */
  readonly severity?: Severity;
}
`;

const extend = `/** For \`expect.extend(matchers)\`. */
export declare const matchers: {
  toBeValidStanza(received: unknown, options?: ValidityOptions): Verdict;
  toHaveFinding(received: unknown, rule: RuleId, configuration?: Configuration): Verdict;
};

interface Verdict {
  readonly pass: boolean;
  message(): string;
}
`;

/** The declarations of the matchers, by the names of their modules. */
export const matcherDeclarations = {
  vitest: `import "vitest";
${head}
${extend}
declare module "vitest" {
  interface Matchers<T = any> {
${methods("T")}  }
}
`,
  jest: `${head}
${extend}
declare global {
  namespace jest {
    interface Matchers<R, T = {}> {
${methods("R").replace(/^ {2}/gm, "    ")}    }
  }
}
`,
  chai: `${head}
/** A plugin: \`use(xmppStanza)\`. */
export declare function xmppStanza(chai: any, utils?: any): void;

declare global {
  namespace Chai {
    interface Assertion {
      /** Passes for one stanza without a finding of severity error, or of the one that is given. */
      validStanza(options?: ValidityOptions): Assertion;
      /** Passes for a text in which the rule is broken. */
      finding(rule: RuleId, configuration?: Configuration): Assertion;
    }
  }
}
`,
};
