/** Alternatives to this program: each run as its users would, where it is installed. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, isInstalled } from "./processes";
import { writeSchemas } from "./schemas";

/** A peer, with what runs it over files; undefined where it is not installed. */
export interface Peer {
  readonly name: string;
  readonly command: readonly string[] | undefined;
}

/** The peers, with schemas and scripts that are written into the folder. */
export function peersIn(folder: string): Peer[] {
  const { xsd, rnc } = writeSchemas(join(folder, "schemas"));
  const installed = (program: string, ...args: string[]) =>
    isInstalled(program) ? [program, ...args] : undefined;
  const wasm = join(folder, "libxml2-wasm.mjs");
  writeFileSync(wasm, wasmScript(xsd));
  return [
    { name: "xmllint, well-formedness", command: installed("xmllint", "--noout") },
    { name: "xmllint with XSD", command: installed("xmllint", "--noout", "--schema", xsd) },
    { name: "libxml2-wasm with XSD", command: [process.execPath, wasm] },
    { name: "jing with RELAX NG", command: installed("jing", "-c", rnc) },
  ];
}

/** The peers that are there, as commands over the files. */
export function over(files: readonly string[], peers: readonly Peer[]): Command[] {
  return peers.flatMap(({ name, command }) =>
    command ? [{ name, command: [...command, ...files] }] : [],
  );
}

/** saxes alone, namespaces on and no handlers, over a file or what it is given. */
export function writeSaxesScript(folder: string): string {
  const script = join(folder, "saxes.cjs");
  writeFileSync(
    script,
    `const { SaxesParser } = require(${JSON.stringify(join(process.cwd(), "node_modules/saxes"))});
const { createReadStream, readFileSync } = require("node:fs");
const parser = new SaxesParser({ xmlns: true });
parser.on("error", (error) => { throw error; });
if (process.argv[2] === "-") {
  process.stdin.setEncoding("utf8");
  process.stdin.on("data", (text) => parser.write(text)).on("end", () => parser.close());
} else {
  parser.write(readFileSync(process.argv[2], "utf8")).close();
}
`,
  );
  return script;
}

function wasmScript(xsd: string): string {
  const library = (file: string) =>
    JSON.stringify(pathToFileURL(join(process.cwd(), "node_modules/libxml2-wasm/lib", file)).href);
  return `import { readFileSync } from "node:fs";
import { XmlDocument, XsdValidator } from ${library("index.mjs")};
import { xmlRegisterFsInputProviders } from ${library("nodejs.mjs")};
xmlRegisterFsInputProviders();
const path = ${JSON.stringify(xsd)};
const schema = XmlDocument.fromBuffer(readFileSync(path), { url: ${JSON.stringify(pathToFileURL(xsd).href)} });
const validator = XsdValidator.fromDoc(schema);
for (const file of process.argv.slice(2)) {
  const document = XmlDocument.fromBuffer(readFileSync(file));
  validator.validate(document);
  document.dispose();
}
`;
}
