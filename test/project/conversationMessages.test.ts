/** The extension takes from the view of a conversation what it knows, and nothing else. */

import { expect, it } from "vitest";
import { readFromView } from "../../client/webview/messages";

it.each([
  [{ type: "ready" }, { type: "ready" }],
  [
    { type: "reveal", index: 3, focus: true, more: 1 },
    { type: "reveal", index: 3, focus: true },
  ],
])("takes %j", (message, read) => {
  expect(readFromView(message)).toEqual(read);
});

it.each([
  undefined,
  null,
  "ready",
  [],
  {},
  { type: "open", uri: "file:///" },
  { type: "reveal" },
  { type: "reveal", index: "3", focus: true },
  { type: "reveal", index: -1, focus: true },
  { type: "reveal", index: 0.5, focus: true },
  { type: "reveal", index: Number.NaN, focus: true },
  { type: "reveal", index: 1, focus: 1 },
])("refuses %j", (message) => {
  expect(readFromView(message)).toBeUndefined();
});
