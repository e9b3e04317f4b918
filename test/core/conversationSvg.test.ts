/** The drawn conversation: the structure of the SVG as the independent judge reads it. */

import { DOMParser, type Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { conversationOf } from "../../server/core/conversation/conversation";
import { svgOf } from "../../server/core/conversation/conversationSvg";
import { inEnglish } from "../../server/core/text/translate";
import { open } from "../support/documents";

const STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
const ping = "<ping xmlns='urn:xmpp:ping'/>";
const text = `<iq type='get' id='q' from='a@x.example/1' to='x.example'>${ping}</iq>
<iq type='error' id='q' from='x.example' to='a@x.example/1'>
  <error type='cancel'><item-not-found xmlns='${STANZAS}'/></error>
</iq>
<message from='a@x.example' to='b@x.example'><body>hello</body></message>
<presence type='error' from='b@x.example' to='a@x.example/1'>
  <error><gone xmlns='${STANZAS}'/></error>
</presence>
<message from='a@x.example'><body></message>
<message from='a@x.example/1' to='a@x.example/2'/>
`;

/** Parsed by xmldom, which throws where it is not well-formed. */
function draw(source: string, translate = inEnglish): Element {
  const svg = svgOf(conversationOf(open(source), translate), translate);
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (!root) throw new Error("no root");
  return root;
}

const classesOf = (element: Element) => (element.getAttribute("class") ?? "").split(" ");

function all(root: Element, ...classes: string[]): Element[] {
  return [...root.getElementsByTagName("*")].filter((element) =>
    classes.every((name) => classesOf(element).includes(name)),
  );
}

const first = (root: Element, ...classes: string[]) => {
  const [found] = all(root, ...classes);
  if (!found) throw new Error(`nothing of class ${classes.join(" ")}`);
  return found;
};

/** Contents of the texts, without titles. */
function written(element: Element): string {
  return [...element.getElementsByTagName("tspan")].map((one) => one.textContent).join("");
}

it("ends a lifeline with a cross, below the arrow of the error that ends its stream", () => {
  const root = draw(`<presence/>
<stream:error xmlns:stream='http://etherx.jabber.org/streams'>
  <host-gone xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>
</stream:error>
<message from='a@x.example' to='b@x.example'/>
`);
  expect(root.getAttribute("aria-label")).toContain("stanzas: 2");
  const [client, server] = all(root, "lifeline");
  const endOf = (lifeline: Element | undefined) =>
    Number(lifeline?.getElementsByTagName("line")[0]?.getAttribute("y2"));
  expect(endOf(client)).toBeLessThan(endOf(server));
  expect(all(client!, "end")).toHaveLength(1);
  expect(all(server!, "end")).toHaveLength(0);
  expect(written(first(root, "nonza"))).toBe("stream error host-gone");
  expect(classesOf(first(root, "nonza"))).toContain("error");
});

describe("the SVG", () => {
  const root = draw(text);

  it("is an image with a name and a size", () => {
    expect(root.namespaceURI).toBe("http://www.w3.org/2000/svg");
    expect(root.getAttribute("role")).toBe("img");
    expect(root.getAttribute("aria-label")).toBe(
      "Conversation of a@x.example, x.example, b@x.example; stanzas: 6",
    );
    const [x, y, width, height] = (root.getAttribute("viewBox") ?? "").split(" ").map(Number);
    expect([x, y]).toEqual([0, 0]);
    expect(String(width)).toBe(root.getAttribute("width"));
    expect(String(height)).toBe(root.getAttribute("height"));
  });

  it("has a lifeline with its head for each bare address", () => {
    const lifelines = all(root, "lifeline");
    expect(lifelines.map(written)).toEqual(["a@x.example", "x.example", "b@x.example"]);
    for (const one of lifelines) expect(one.getElementsByTagName("line")).toHaveLength(1);
  });

  it("has a row for each stanza, arrows and one that is broken", () => {
    const rows = [...all(root, "arrow"), ...all(root, "broken")];
    const indexes = rows.map((row) => Number(row.getAttribute("data-index")));
    expect(indexes.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(all(root, "arrow")).toHaveLength(5);
    expect(classesOf(first(root, "broken"))).toContain("error");
  });

  it("labels arrows with kind, type, payload and id", () => {
    const [request] = all(root, "arrow");
    expect(written(first(request!, "label"))).toBe("iq get ping");
    expect(written(first(request!, "id"))).toBe("q");
    expect(classesOf(request!)).toEqual(["arrow", "iq"]);
  });

  it("has errors in a class of their own, with their conditions", () => {
    const errors = all(root, "arrow", "error");
    expect(errors.map((one) => written(first(one, "label")))).toEqual([
      "iq error item-not-found (cancel)",
      "presence error gone",
    ]);
    for (const one of errors) expect(classesOf(one)).toContain("reply");
  });

  it("ties a reply to its request, at the lifeline that asked", () => {
    const [tie, ...more] = all(root, "tie");
    expect(more).toEqual([]);
    expect(tie?.getAttribute("data-request")).toBe("0");
    expect(tie?.getAttribute("data-reply")).toBe("1");
    const x = first(root, "lifeline").getElementsByTagName("line")[0]?.getAttribute("x1");
    expect(tie?.getAttribute("d")).toMatch(new RegExp(`^M${x},.* H${x}$`));
  });

  it("marks findings by their severity", () => {
    const marks = all(root, "finding");
    expect(marks.map((one) => one.getAttribute("class"))).toEqual([
      "finding error",
      "finding error",
    ]);
    expect(marks.map((one) => Number(one.textContent))).toEqual([1, 1]);
    expect(classesOf(marks[0]!.parentNode as Element)).toContain("presence");
  });

  it("draws a stanza to its own sender as a loop", () => {
    const d = first(all(root, "arrow").at(-1)!, "line").getAttribute("d");
    expect(d).toMatch(/^M(\d+),\d+ h\d+ v\d+ H\1$/);
  });

  it("describes each row in words", () => {
    const [, reply] = all(root, "arrow");
    const words = "iq error item-not-found (cancel) from x.example to a@x.example";
    expect(reply?.getAttribute("aria-label")).toContain(words);
    expect(reply?.getElementsByTagName("title")[0]?.textContent).toContain(words);
  });

  it("has its colours in one style sheet, none on elements", () => {
    const elements = [...root.getElementsByTagName("*")];
    const coloured = elements.filter((element) =>
      ["style", "fill", "stroke", "color"].some((name) => element.hasAttribute(name)),
    );
    expect(coloured).toEqual([]);
    const style = root.getElementsByTagName("style")[0]?.textContent ?? "";
    expect(style).toContain("prefers-color-scheme: dark");
    expect(style).toMatch(/--conversation-error: var\(--vscode-errorForeground, #[0-9a-f]{6}\)/);
    const named = new Set(style.match(/\.[a-z]+(?=[ .,{])/g));
    for (const name of [".error", ".reply", ".tie", ".finding"]) expect(named).toContain(name);
  });

  it("is all in the user's language but the words of the protocol", () => {
    const own = draw("<iq", (template) => `*${template}*`);
    expect(own.getAttribute("aria-label")).toMatch(/^\*.*\*$/);
    expect(written(first(own, "broken"))).toMatch(/^\*.*\*$/);
  });
});

describe("what a file holds", () => {
  it("is escaped", () => {
    const id = "&lt;script>&quot;&amp;'";
    const root = draw(`<message id="${id}" from='a@x.example/&lt;g/>' type='&lt;b>'/>`);
    expect(root.getElementsByTagName("script")).toHaveLength(0);
    expect(root.getElementsByTagName("b")).toHaveLength(0);
    expect(written(first(root, "id"))).toBe(`<script>"&'`);
    expect(written(first(root, "label"))).toBe("message <b>");
  });

  it("is cut where it is long, and whole in a title", () => {
    const id = `${"𝒳".repeat(40)}end`;
    const root = draw(`<iq type='get' id='${id}' from='a@x.example' to='x.example'>${ping}</iq>`);
    const label = first(root, "id");
    expect(written(label)).toMatch(/^𝒳+…$/u);
    expect(label.getElementsByTagName("title")[0]?.textContent).toBe(id);
    expect(label.firstChild?.nodeName).toBe("title");
  });

  it.each(["", "nothing here", "<iq", "<message to='&'/>"])("can be %j", (source) => {
    expect(draw(source).getAttribute("viewBox")).toMatch(/^0 0 \d+ \d+$/);
  });

  it("can be nothing, which is said", () => {
    expect(draw("").textContent).toContain("There are no stanzas in this document.");
  });
});
