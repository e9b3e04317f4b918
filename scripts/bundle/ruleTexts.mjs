// Texts of rules that no check needs: their reasons, exceptions and examples, a third of all rules. The sources have them
// in the rules' files; the bundles have them in a file of their own, loaded when one of the texts is needed.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LOAD } from "./lazyModules.mjs";

const folder = join(import.meta.dirname, "../../server/core/rules");

/** The name of the file in dist, and of the module that it is made of. */
export const RULE_TEXTS = "part-ruleTexts";

/** Replacement for the texts of a rule: a prototype that knows where they are. */
const PROTOTYPE = "texts-of-rules";

const names = ["why", "exceptions", "bad", "good"];
/** Those that every rule has. */
const required = ["why", "bad", "good"];

/** One of the texts as it is written: a property of the rule whose value is a text and nothing else. */
const property =
  /^ {2}(why|exceptions|bad|good):\s+("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`),$/gm;

/**
 * The rule's file without its texts, and these as they are written there.
 * @throws Error if one of them is not there
 */
export function split(text, id) {
  const texts = {};
  // Lines stay where they are, for maps.
  const code = text.replace(property, (all, name, value) => {
    texts[name] = value;
    return all.replace(/[^\n]+/g, "");
  });
  const missing = required.filter((name) => !texts[name]);
  if (missing.length > 0) throw new Error(`the rule ${id} has no ${missing.join(", ")}`);
  const declared = code.replace(DECLARED, `${DECLARED} __proto__: texts,`);
  return { code: `import { texts } from "${PROTOTYPE}"; ${declared}`, texts };
}

/** The module of that prototype. */
const prototype = `export const texts = {${names.map(
  (name) => `get ${name}() { return ${LOAD}("./${RULE_TEXTS}.js").texts[this.id].${name}; }`,
)}};`;

/** The same without texts. */
const NO_TEXTS = "export const texts = {};";

/** A module with the texts of all rules. */
function allTexts() {
  const files = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]);
  const rules = files.filter(([, text]) => isRule(text));
  const texts = rules.map(([file, text]) => {
    const id = basename(file, ".ts");
    const own = Object.entries(split(text, id).texts).map(([name, value]) => `${name}: ${value}`);
    return `"${id}": { ${own.join(", ")} }`;
  });
  return `export const texts = { ${texts.join(",\n")} };`;
}

const DECLARED = "export default rule({";
const isRule = (text) => text.includes(DECLARED);

/**
 * @param options.areThere false for a package in which nothing asks for the texts
 * @returns {import("esbuild").Plugin}
 */
export function ruleTexts({ areThere = true } = {}) {
  return {
    name: "texts of rules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^(?:${RULE_TEXTS}|${PROTOTYPE})$`) }, ({ path }) => ({
        path,
        namespace: "rule-texts",
      }));
      onLoad({ filter: /./, namespace: "rule-texts" }, ({ path }) => ({
        contents: path === RULE_TEXTS ? allTexts() : areThere ? prototype : NO_TEXTS,
      }));
      onLoad({ filter: /[\\/]server[\\/]core[\\/]rules[\\/][a-z-]+\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (!isRule(text)) return undefined;
        return { contents: split(text, basename(path, ".ts")).code, loader: "ts" };
      });
    },
  };
}
