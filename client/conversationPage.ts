/** The page that the view of a conversation begins with. */

import { env, Uri, type Webview } from "vscode";

/** Where the view's files are, inside the extension; it gets to see nothing else. */
export const VIEW_FOLDER = ["dist", "webview"] as const;

/** Nothing is loaded or run but the two files that are named; there is no inline style or script. */
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
