/** The page of a conversation lets nothing in and nothing out. */

import { expect, test, vi } from "vitest";

vi.mock("vscode", () => ({
  env: { language: 'en"><script>' },
  Uri: { joinPath: (base: string, ...parts: string[]) => [base, ...parts].join("/") },
}));

// Another test in the same worker may have loaded it with another `vscode`.
vi.resetModules();
const { conversationPage } = await import("../../client/conversationPage");

const webview = { cspSource: "https://only.example", asWebviewUri: (uri: string) => `${uri}?a&b` };
const page = () => conversationPage(webview as never, "https://only.example/extension" as never);

test("nothing is allowed but a script by its nonce and a style by its place", () => {
  const text = page();
  const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  expect(policy).toBe(
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src https://only.example`,
  );
  const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts).toEqual([
    `<script nonce="${nonce}" src="https://only.example/extension/dist/webview/conversation.js?a&amp;b">`,
  ]);
  // The policy stands before anything that it is for.
  expect(text.indexOf("Content-Security-Policy")).toBeLessThan(text.indexOf("<link"));
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
});

test("each page has a nonce of its own", () => {
  const nonces = Array.from({ length: 20 }, () => /nonce="(\w+)"/.exec(page())?.[1]);
  expect(new Set(nonces).size).toBe(20);
});
