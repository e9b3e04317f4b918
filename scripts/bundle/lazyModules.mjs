// Modules that are loaded when one of their functions is first called, synchronously: most runs call none of them. An
// import of such a module gets functions that load it; a worker, too, has a synchronous `require`.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The modules, which export functions and nothing else, by the names of their files in dist. */
export const lazyParts = {
  // Stanzas that are not plain or not well-formed: the place of the error, or the meaning of holes.
  "part-strictReader": [
    "server/core/xml/locate.ts",
    "server/core/xml/quotes.ts",
    "server/core/xml/resolve.ts",
    "server/core/xml/resolveTag.ts",
    "server/core/xml/strictParser.ts",
    "server/core/xml/strictReader.ts",
  ],
  // Extensions defined by XEPs.
  "part-extensions": ["server/core/xmpp/extensions.ts"],
  "part-appConditions": ["server/core/xmpp/appConditions.ts"],
  // What payloads may hold.
  "part-payloads": ["server/core/xmpp/payloads.ts"],
  "part-judgedPayloads": [
    "server/core/xmpp/judgedPayloads.ts",
    "server/core/xmpp/payloadVocabulary.ts",
  ],
  // Rules about them, which are off by default.
  "part-payloadRules": ["server/core/check/payloadCheck.ts"],
  "part-formatting": ["server/core/document/formatDocument.ts"],
  // Comments that silence findings.
  "part-suppressions": [
    "server/core/document/applySuppressions.ts",
    "server/core/suppressions/continuedDirectives.ts",
    "server/core/suppressions/nextLines.ts",
    "server/core/suppressions/readDirectives.ts",
    "server/core/suppressions/suppress.ts",
    "server/core/suppressions/suppressions.ts",
    "server/core/suppressions/unusedSuppressions.ts",
  ],
  // Entities of XEPs.
  "part-entityDeclarations": ["server/core/sources/entityDeclarations.ts"],
  // Recognition of logs by their text, for files whose names do not decide it.
  "part-recognition": ["server/core/sources/records/recognition.ts"],
  // Suggestions for unknown names, and software that is known for a mistake.
  "part-suggestions": [
    "server/core/xmpp/didYouMean.ts",
    "server/core/xmpp/knownBreaches.ts",
    "server/core/xmpp/nearConditions.ts",
  ],
  // Errors outside of stanzas, and the list of all rules, which has those about them.
  "part-families": [
    "server/core/check/familyCheck.ts",
    "server/core/rules/allRules.ts",
    "server/core/xmpp/errorFamilies.ts",
  ],
  // Fixes that few findings have.
  "part-fixes": [
    "server/core/rules/appConditionFixes.ts",
    "server/core/rules/conditionFixes.ts",
    "server/core/rules/errorChildFixes.ts",
  ],
  // Answers of real servers.
  "part-answers": ["server/core/replies/answerAs.ts", "server/core/replies/answerProfiles.ts"],
};

/** Loads a file beside the one it stands in; what is built puts `require` in its place. */
export const LOAD = "loadPart";

/**
 * Functions in place of a module, each of which loads it.
 * @throws Error if it exports something that is no function
 */
export function standIn(text, path, name) {
  const exported = [...text.matchAll(/^export (?!type |interface )(?:function\*? (\w+))?.*/gm)];
  const other = exported.find(([, called]) => called === undefined);
  if (other || exported.length === 0) throw new Error(`${path}: ${other?.[0] ?? "no export"}`);
  const load = `let part;\nconst load = () => (part ??= ${LOAD}("./${name}.js"));`;
  const functions = exported.map(
    ([, called]) => `export const ${called} = (...given) => load().${called}(...given);`,
  );
  return [load, ...functions].join("\n");
}

/**
 * @param parts the modules, by the names of their files in what is built
 * @returns {import("esbuild").Plugin}
 */
export function lazyModules(parts = lazyParts) {
  /** The names of the parts, by the paths of their modules. */
  const partOf = new Map(
    Object.entries(parts).flatMap(([name, paths]) =>
      paths.map((path) => [join(import.meta.dirname, "../..", path), name]),
    ),
  );
  const names = [...partOf.keys()].map((path) => basename(path, ".ts"));
  return {
    name: "lazy modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`/(?:${names.join("|")})$`) }, (asked) => {
        const path = join(asked.resolveDir, `${asked.path}.ts`);
        const part = partOf.get(path);
        // A part itself has its modules, which know each other.
        const isOfPart = asked.namespace === "group" || part === partOf.get(asked.importer);
        if (part && !isOfPart) return { path, namespace: "deferred" };
      });
      onLoad({ filter: /./, namespace: "deferred" }, ({ path }) => ({
        contents: standIn(readFileSync(path, "utf8"), path, partOf.get(path)),
      }));
    },
  };
}
