/**
 * XEP sources: each `<example>` and each `<code>` is a scope. Its text is that of its CDATA
 * sections, or its content where there is none, with entities and character references resolved, and without the
 * directions before its lines where most of them have one.
 *
 * A scanner and not a parser reads the XEP: it is not well-formed while it is being written.
 */

import { isNameStart, MarkupSkipper, readTag } from "../xml/markup";
import { isBlank } from "../xml/tree";
import { HostComments, xmlComment } from "./comments";
import { Entities, predefined } from "./entities";
import { withoutDirections } from "./lineDirections";
import { mayHoldStanzas } from "./plain";
import { type Encode, type Region, RegionBuilder } from "./region";
import { isBare } from "./schematic";
import type { SourceAdapter } from "./source";

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const CDATA_START = "<![CDATA[";
const CDATA_END = "]]>";

const xep: SourceAdapter = {
  name: "xep",
  // Examples of a XEP are copied into code: a tag with an ellipsis in it is a mistake there.
  isExact: true,
  isSkipped: isBare,
  read(text, { entities }) {
    const skipper = new MarkupSkipper(text);
    const known = new Entities(text, entities);
    const comments = new HostComments(text);
    const regions: Region[] = [];
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) return regions;
      const code = text.charCodeAt(start + 1);
      if (code === BANG || code === QUESTION) {
        const end = skipper.skip(start);
        at = end < 0 ? start + 2 : end;
        if (end > 0 && text.startsWith(xmlComment.open, start)) {
          comments.add(start, end, xmlComment);
        }
      } else if (isNameStart(code)) {
        const tag = readTag(text, start + 1);
        const name = text.slice(tag.nameStart, tag.nameEnd);
        at = Math.max(tag.end, start + 1);
        if ((name !== "example" && name !== "code") || tag.empty || !tag.closed) continue;
        const content = readContent(text, at, name, skipper);
        for (const parts of scopesOf(text, content.parts)) {
          let builder = addParts(new RegionBuilder(text), parts, known);
          if (!mayHoldStanzas(builder.text)) continue;
          if (comments.areWaiting) {
            builder = new RegionBuilder(text);
            comments.writeTo(builder);
            addParts(builder, parts, known);
          }
          regions.push((withoutDirections(builder) ?? builder).build());
        }
        at = content.end;
      } else {
        at = start + 1;
      }
    }
  },
};

export default xep;

interface Part {
  readonly kind: "cdata" | "text";
  readonly start: number;
  readonly end: number;
}

/** The character data of the element whose start tag ends at `from`, without comments. */
function readContent(
  text: string,
  from: number,
  name: string,
  skipper: MarkupSkipper,
): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  const addText = (start: number, end: number) => {
    if (start < end) parts.push({ kind: "text", start, end });
  };
  let textStart = from;
  let at = from;
  for (;;) {
    const next = text.indexOf("<", at);
    if (next < 0) {
      addText(textStart, text.length);
      return { parts, end: text.length };
    }
    const code = text.charCodeAt(next + 1);
    if (code === SLASH) {
      const tag = readTag(text, next + 2);
      if (text.slice(tag.nameStart, tag.nameEnd) === name) {
        addText(textStart, next);
        return { parts, end: tag.end };
      }
      at = Math.max(tag.end, next + 2);
    } else if (code === BANG || code === QUESTION) {
      const end = skipper.skip(next);
      const isCdata = text.startsWith(CDATA_START, next);
      const behind = end < 0 ? (isCdata ? text.length : next + 2) : end;
      addText(textStart, next);
      if (isCdata) {
        const stop = end < 0 ? text.length : end - CDATA_END.length;
        parts.push({ kind: "cdata", start: next + CDATA_START.length, end: stop });
      }
      textStart = at = behind;
    } else {
      at = next + 1;
    }
  }
}

/** The parts of each scope: sections with a line break between them are scopes of their own. */
function scopesOf(text: string, parts: readonly Part[]): (readonly Part[])[] {
  const cdata = parts.filter(({ kind }) => kind === "cdata");
  if (cdata.length === 0) return [parts];
  // Text before the first section and after the last is layout.
  const inner = parts.slice(parts.indexOf(cdata[0]!), parts.indexOf(cdata.at(-1)!) + 1);
  const scopes: Part[][] = [[]];
  for (const part of inner) {
    const between = text.slice(part.start, part.end);
    if (part.kind === "text" && isBlank(between) && between.includes("\n")) scopes.push([]);
    else scopes.at(-1)!.push(part);
  }
  return scopes;
}

function addParts(
  builder: RegionBuilder,
  parts: readonly Part[],
  entities: Entities,
): RegionBuilder {
  for (const { kind, start, end } of parts) {
    if (kind === "cdata") builder.verbatim(start, end, encodeCdata);
    else addEscaped(builder, start, end, entities);
  }
  return builder;
}

/** Splits the end marker of CDATA sections, which cannot contain it. */
const encodeCdata: Encode = (text) => text.replaceAll(CDATA_END, `]]${CDATA_END}${CDATA_START}>`);

const reference = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([\p{L}_:][\p{L}\p{N}_:.-]*));/giu;

function addEscaped(builder: RegionBuilder, start: number, end: number, entities: Entities): void {
  const source = builder.host.slice(start, end);
  const encode = encodeLike(source);
  let at = 0;
  for (const match of source.matchAll(reference)) {
    const [whole, hexadecimal, decimal, name] = match;
    const from = start + match.index;
    const to = from + whole.length;
    builder.verbatim(start + at, from, encode);
    at = match.index + whole.length;
    if (name === undefined) {
      const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      builder.escape(from, to, isCharacter ? String.fromCodePoint(code) : "\ufffd", encode);
    } else if (predefined.has(name)) {
      // It was just looked for.
      builder.escape(from, to, predefined.get(name)!, encode);
    } else {
      // A placeholder for an unknown entity.
      builder.hole(from, to, entities.resolve(name) ?? `{${name}}`);
    }
  }
  builder.verbatim(start + at, end, encode);
}

/** Escapes the characters that need it, and those that are escaped in the surrounding text, in its style. */
function encodeLike(source: string): Encode {
  const written = new Map([
    ["&", "&amp;"],
    ["<", "&lt;"],
  ]);
  for (const [whole, hexadecimal, decimal, name] of source.matchAll(reference)) {
    const character =
      name === undefined
        ? String.fromCharCode(hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal))
        : predefined.get(name);
    if (character !== undefined && /^[&<>'"]$/.test(character)) written.set(character, whole);
  }
  return (text) => text.replace(/[&<>'"]/g, (one) => written.get(one) ?? one);
}
