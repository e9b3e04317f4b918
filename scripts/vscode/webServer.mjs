// VS Code as a mere web page, without a server behind it: its files and ours, served on this machine.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { installServer } from "./install.mjs";

/**
 * Differences of the package's workbench from a plain VS Code for the web: it expects its own server, and keeps the
 * user's data there. Each difference is undone: [pattern, replacement].
 */
const CHANGES = [
  [/remoteAuthority:location\.host/, "remoteAuthority:void 0"],
  [/(?<=\.with\(\{scheme:)\w+\.vscodeRemote(?=\}\),"User"\))/, '"vscode-userdata"'],
];

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Serves the workbench; `url` is its address, `stop()` ends it.
 * @param {{ extension: string, tests: string, folder: object, settings?: object }} options the
 *   folder of the extension, the module with the tests within it, and the folder to open (UriComponents)
 */
export async function startWebServer({ extension, tests, folder, settings = {} }) {
  const code = join(installServer().main, "../..");
  let authority;
  const address = (path) => ({ scheme: "http", authority, path });
  const configuration = () => ({
    folderUri: folder,
    userDataPath: "/",
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: settings,
    developmentOptions: {
      extensions: [address("/extension")],
      extensionTestsPath: address(`/extension/${tests}`),
      enableSmokeTestDriver: true,
    },
  });
  const answers = [
    [/^\/$/, () => text(page(code, configuration()), ".html")],
    [
      /^\/code(\/out\/vs\/code\/browser\/workbench\/workbench\.js)$/,
      (path) => text(alone(code, path), ".js"),
    ],
    [/^\/code(\/.*)$/, (path) => file(code, path)],
    [/^\/extension(\/.*)$/, (path) => file(extension, path)],
  ];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    for (const [pattern, answer] of answers) {
      const found = pattern.exec(decodeURIComponent(pathname));
      if (!found) continue;
      const content = answer(found[1]);
      if (!content) break;
      response.writeHead(200, { "Content-Type": content.type, "Cache-Control": "no-store" });
      if (typeof content.body === "string") response.end(content.body);
      else content.body.pipe(response);
      return;
    }
    response.writeHead(404).end();
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "localhost", resolve);
  });
  // The page of the extension host allows connections to this name, and not to its number.
  authority = `localhost:${server.address().port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://${authority}/`, stop };
}

const text = (body, extension) => ({ body, type: TYPES[extension] });

function file(root, path) {
  const name = normalize(join(root, path));
  if (!name.startsWith(root + sep) || !statSync(name, { throwIfNoEntry: false })?.isFile()) {
    return undefined;
  }
  return { body: createReadStream(name), type: TYPES[extname(name)] ?? "application/octet-stream" };
}

function alone(code, path) {
  let script = readFileSync(join(code, path), "utf8");
  for (const [pattern, plain] of CHANGES) {
    if (!pattern.test(script)) throw new Error(`the workbench has nothing like ${pattern}`);
    script = script.replace(pattern, plain);
  }
  return script;
}

function page(code, configuration) {
  const html = readFileSync(join(code, "out/vs/code/browser/workbench/workbench.html"), "utf8");
  const quoted = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const values = {
    BASE: "/code",
    VS_BASE: "/code",
    WORKBENCH_WEB_CONFIGURATION: quoted,
    WORKBENCH_WEB_BASE_URL: "/code",
    WORKBENCH_AUTH_SESSION: "",
    WORKBENCH_NLS_FALLBACK_URL: "/code/out/nls.messages.js",
    WORKBENCH_NLS_URL: "",
    WORKBENCH_SCRIPT_NONCE: "",
  };
  return html.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? "");
}
