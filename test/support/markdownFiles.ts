/** The Markdown of the repository that people read: what is in it, as far as tests want to know. */

import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parser } from "@lezer/markdown";

export interface MarkdownFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** A fenced block of code. */
export interface CodeBlock {
  /** The info string of the fence. */
  readonly language: string;
  readonly code: string;
  /** From 1. */
  readonly line: number;
}

const folders = [".", ".github", "data", "docs"];

/** All of them, in the order of their paths. */
export function markdownFiles(): MarkdownFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: folder !== ".", encoding: "utf8" }).map((name) =>
        posix.join(folder, name.replaceAll("\\", "/")),
      ),
    )
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

export function codeBlocks({ text }: MarkdownFile): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  parser.parse(text).iterate({
    enter({ name, node, from }) {
      if (name !== "FencedCode") return;
      const info = node.getChild("CodeInfo");
      blocks.push({
        language: info ? text.slice(info.from, info.to) : "",
        code: node
          .getChildren("CodeText")
          .map((part) => text.slice(part.from, part.to))
          .join(""),
        line: text.slice(0, from).split("\n").length,
      });
    },
  });
  return blocks;
}

/** Targets of links and images, as written. */
export function linkTargets({ text }: MarkdownFile): string[] {
  const targets: string[] = [];
  parser.parse(text).iterate({
    enter({ name, node }) {
      if (name === "Link" || name === "Image" || name === "LinkReference") {
        const url = node.getChild("URL");
        if (url) targets.push(text.slice(url.from, url.to));
      }
      if (name === "HTMLBlock" || name === "HTMLTag") {
        const html = text.slice(node.from, node.to);
        for (const [, target] of html.matchAll(/\s(?:href|src|srcset)="([^"]+)"/g)) {
          targets.push(target!);
        }
      }
    },
  });
  return targets;
}

/** The names of headings as GitHub makes them, for the part of a link behind `#`. */
export function anchors({ text }: MarkdownFile): Set<string> {
  const found = new Map<string, number>();
  const names = new Set<string>();
  parser.parse(text).iterate({
    enter({ name, from, to }) {
      if (!/^(?:ATX|Setext)Heading\d$/.test(name)) return;
      const anchor = anchorOf(text.slice(from, to).replace(/^#+\s*|\n[=-]+\s*$/g, ""));
      const count = found.get(anchor) ?? 0;
      found.set(anchor, count + 1);
      names.add(count === 0 ? anchor : `${anchor}-${count}`);
    },
  });
  return names;
}

function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
