// Holds what is built, and the packages for VS Code, against the sizes in scripts/sizes.json: bytes, a
// little above what was measured. Larger is a failure; who means it raises the number there.
// usage: node scripts/sizes.mjs
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageExtension } from "./package/package.mjs";
import { buildExtension, readJson, root, temporaryFolder } from "./vscode/common.mjs";

const dist = join(root, "dist");
const size = (file) => statSync(join(dist, file)).size;

/** A bundle with the files that it loads at once; those by the name of `part-` come when they are asked for. */
function loadedBy(file, seen = new Set()) {
  seen.add(file);
  const code = readFileSync(join(dist, file), "utf8");
  for (const [, name] of code.matchAll(/require\("\.\/(shared-\w+\.js)"\)/g)) {
    if (!seen.has(name)) loadedBy(name, seen);
  }
  return seen;
}

const sum = (files) => [...files].reduce((total, file) => total + size(file), 0);

buildExtension();
const { folder } = temporaryFolder();
const measured = {};
for (const file of ["cli.js", "client.js", "server.js"]) {
  measured[`dist/${file} with what it loads at once`] = sum(loadedBy(file));
}
measured["dist/*.js"] = sum(readdirSync(dist).filter((file) => file.endsWith(".js")));
for (const file of ["web/client.js", "web/server.js", "webview/conversation.js"]) {
  measured[`dist/${file}`] = size(file);
}
for (const name of ["xmpp-stanza", "xmpp-stanza-web"]) {
  measured[`${name}.vsix`] = statSync(await packageExtension(name, folder)).size;
}

const budgets = readJson(join(root, "scripts/sizes.json"));
for (const name of new Set([...Object.keys(budgets), ...Object.keys(measured)])) {
  const fits = measured[name] <= budgets[name];
  console.log(`${fits ? "✓" : "✗"} ${name}: ${measured[name]} of ${budgets[name]} bytes`);
  if (!fits) process.exitCode = 1;
}
