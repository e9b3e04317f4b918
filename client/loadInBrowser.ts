/**
 * Loads further files of the extension in a browser, where the editor loads one file and lets it require nothing but
 * `vscode`. They are fetched and run just as the editor does with the first file.
 */

import * as vscode from "vscode";

interface Module {
  exports: unknown;
}
type Require = (name: string) => unknown;
type Factory = (module: Module, require: Require) => void;

/** Loads a file of `dist`, which esbuild.mjs has split off, with the files that it needs. */
export async function loadInBrowser<T>(extensionUri: vscode.Uri, name: string): Promise<T> {
  const factories = new Map<string, Factory>();
  const read = async (file: string): Promise<void> => {
    if (file === "vscode" || factories.has(file)) return;
    factories.set(file, () => {}); // concurrent calls may ask for the file meanwhile
    const uri = vscode.Uri.joinPath(extensionUri, "dist", file);
    const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    // The last line names the file in stack traces.
    const run = new Function("xmppStanzaPart", `${code}\n//# sourceURL=${uri.toString(true)}`);
    let needed: readonly string[] = [];
    run((files: readonly string[], factory: Factory) => {
      needed = files;
      factories.set(file, factory);
    });
    await Promise.all(needed.map(read));
  };
  const start = `./${name}.js`;
  await read(start);

  const modules = new Map<string, Module>();
  const require: Require = (file) => {
    if (file === "vscode") return vscode;
    const known = modules.get(file);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    modules.set(file, module);
    factories.get(file)!(module, require);
    return module.exports;
  };
  return require(start) as T;
}
