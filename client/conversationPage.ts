/** HTML page that hosts the view of a conversation. */

import { env, Uri, type Webview } from "vscode";

/** Folder of the view's files inside the extension; the page has access to nothing else. */
export const VIEW_FOLDER = ["dist", "webview"] as const;

/** Loads and runs nothing but the two named files; there is no inline style or script. */
export function conversationPage(webview: Webview, extensionUri: Uri): string {
  const file = (name: string) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, ...VIEW_FOLDER, name)).toString();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${attribute(env.language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
    <meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="${attribute(file("conversation.css"))}">
  </head>
  <body>
    <script nonce="${nonce}" src="${attribute(file("conversation.js"))}"></script>
  </body>
</html>
`;
}

function attribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
