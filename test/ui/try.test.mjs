// `npm run try`, without a display: the address that it prints opens one of the examples.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { it } from "node:test";
import { findChromium, openPage } from "../../scripts/vscode/browser.mjs";
import { root } from "../../scripts/vscode/common.mjs";

it("npm run try opens an example with its findings", async () => {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_PATH, ...env } = process.env;
  const tried = spawn(process.execPath, [join(root, "scripts/vscode/try.mjs")], {
    // On a Mac a window could always open: on this path there is no `code`.
    env: { ...env, PATH: "/usr/bin:/bin" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(tried, "exit");
  let window;
  try {
    let address;
    for await (const line of createInterface(tried.stdout)) {
      address = /http:\/\/\S+/.exec(line)?.[0];
      if (address) break;
    }
    assert.ok(address, "an address is printed");
    window = await openPage(findChromium());
    await window.page.goto(address);
    await window.page.getByRole("tab", { name: "error-replies.stanza" }).waitFor();
    await window.page.locator(".cdr.squiggly-error").first().waitFor();
  } finally {
    await window?.close();
    tried.kill("SIGINT");
    await ended;
  }
});
