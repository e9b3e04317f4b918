// Holds what is built, and the package for VS Code, against the sizes in scripts/sizes.json: bytes, a
// little above what was measured. Larger is a failure; who means it raises the number there.
// usage: node scripts/sizes.mjs
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { loadedBy } from "./package/contents.mjs";
import { loadedByProcess, loadedByWorker } from "./package/measureLoad.mjs";
import { packageExtension } from "./package/package.mjs";
import { buildExtension, readJson, root, temporaryFolder } from "./vscode/common.mjs";

const dist = join(root, "dist");
const size = (file) => statSync(join(dist, file)).size;

const sum = (files) => [...files].reduce((total, file) => total + size(file), 0);

buildExtension();
const { folder } = temporaryFolder();
const measured = {};
for (const file of ["part-main.js", "client.js", "nodeClient.js", "browserClient.js"]) {
  measured[`dist/${file} with what it loads at once`] = sum(loadedBy(root, file));
}
for (const [name, load] of [
  ["process", loadedByProcess],
  ["worker", loadedByWorker],
]) {
  measured[`what the server as a ${name} has loaded by its first diagnostics`] = sum(
    (await load(dist)).files,
  );
}
measured["dist/*.js"] = sum(readdirSync(dist).filter((file) => file.endsWith(".js")));
for (const file of ["cli.js", "web/server.js", "webview/conversation.js"]) {
  measured[`dist/${file}`] = size(file);
}
measured["xmpp-stanza.vsix"] = statSync(await packageExtension(folder)).size;

const budgets = readJson(join(root, "scripts/sizes.json"));
for (const name of new Set([...Object.keys(budgets), ...Object.keys(measured)])) {
  const fits = measured[name] <= budgets[name];
  console.log(`${fits ? "✓" : "✗"} ${name}: ${measured[name]} of ${budgets[name]} bytes`);
  if (!fits) process.exitCode = 1;
}
