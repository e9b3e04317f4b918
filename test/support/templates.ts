/** The texts for people: English templates that need a translation, collected from the sources. */

import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { transformSync } from "esbuild";
import { messageOf, relatedMessageOf, titleOf } from "../../server/core/check/messages";
import { rules } from "../../server/core/rules";
import type { Translate } from "../../server/core/text/translate";
import { appConditionMeanings } from "../../server/core/xmpp/appConditionTexts";
import { conditions, errorTypes } from "../../server/core/xmpp/conditions";
import { everyRule, open } from "./documents";
import { fixtures } from "./fixtures";

/** The templates of the rules' documentation, and of the tables of conditions and error types. */
export function declaredTemplates(): Set<string> {
  const templates = new Set<string>();
  for (const { messages, group, summary, why, exceptions, fix } of rules) {
    for (const text of [...Object.values(messages), group, summary, why]) templates.add(text);
    if (exceptions) templates.add(exceptions);
    if (fix) templates.add(fix.change);
    if (fix && "reason" in fix) templates.add(fix.reason);
  }
  for (const { meaning, note } of conditions) {
    templates.add(meaning);
    if (note) templates.add(note);
  }
  for (const meaning of appConditionMeanings()) templates.add(meaning);
  for (const { meaning, retry } of errorTypes) templates.add(meaning).add(retry);
  return templates;
}

/** The templates that are asked for when all fixtures are checked and all fixes are shown. */
export function templatesOfFixtures(): Set<string> {
  const templates = new Set<string>();
  const record: Translate = (template) => {
    templates.add(template);
    return template;
  };
  for (const { text } of fixtures) {
    const document = open(text, everyRule);
    for (const found of document.findings()) {
      messageOf(found.finding, record);
      for (const { messageKey } of found.related) {
        relatedMessageOf(found.finding, messageKey, record);
      }
      for (const fix of document.fixes(found)) titleOf(fix, record);
    }
  }
  return templates;
}

export interface WrittenTemplates {
  readonly templates: ReadonlySet<string>;
  /** Calls whose template is no literal, as `file: argument`: it has to be found in another way. */
  readonly computed: readonly string[];
}

/** Names of properties whose values are translated where they are shown. */
const textProperties = /\b(?:title|meaning|note|retry|refusal): /g;

/** True for text that looks like a sentence for people; a text that stands for itself is in no call. */
const sentence = /^["<{A-Z].* .*[.…?!]$/;

/** The literal templates in the sources of the folders: of calls, and texts of the server's core. */
export function writtenTemplates(folders: readonly string[]): WrittenTemplates {
  const templates = new Set<string>();
  const computed = new Set<string>();
  for (const path of folders.flatMap(sourcesIn)) {
    const { code } = transformSync(readFileSync(path, "utf8"), { loader: "ts", charset: "utf8" });
    // In the client's own files `translate` moves positions of the editor.
    const isClient = /^client\/[^/]+$/.test(path);
    for (const { 0: call, index } of code.matchAll(isClient ? /\bl10n\.t\(/g : /\btranslate\(/g)) {
      const { literals, source } = readExpression(code, index + call.length);
      for (const literal of literals) templates.add(literal);
      if (literals.length === 0 && source !== "") computed.add(`${path}: ${source}`);
    }
    if (!/^server\/(?:core|features|configuration|patterns)\//.test(path)) continue;
    for (const { 0: property, index } of code.matchAll(textProperties)) {
      const { literals } = readExpression(code, index + property.length);
      for (const literal of literals) templates.add(literal);
    }
    for (const [string] of code.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g)) {
      const value: string = runInNewContext(string);
      if (sentence.test(value)) templates.add(value);
    }
  }
  return { templates, computed: [...computed].sort() };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts"))
    .sort();
}

const literal = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/y;

/** The expression up to its comma or closing bracket, and the strings that may be its value. */
function readExpression(code: string, start: number): { literals: string[]; source: string } {
  const literals: string[] = [];
  let depth = 0;
  let before = "";
  let at = start;
  for (; at < code.length; at++) {
    const character = code[at]!;
    if (/\s/.test(character)) continue;
    literal.lastIndex = at;
    const string = literal.exec(code)?.[0];
    if (string) {
      // A string that is compared or handed on is no value of the expression.
      if (depth === 0 && /^[?:|+]?$/.test(before) && !string.includes("${")) {
        const value: string = runInNewContext(string);
        const isContinued = before === "+" && literals.length > 0;
        literals.push(isContinued ? literals.pop() + value : value);
      }
      at += string.length - 1;
    } else if (/[([{]/.test(character)) {
      depth++;
    } else if (/[)\]}]/.test(character)) {
      if (depth-- === 0) break;
    } else if (/[,;]/.test(character) && depth === 0) {
      break;
    }
    before = string ? '"' : character;
  }
  return {
    literals: literals.filter((one) => one !== ""),
    source: code.slice(start, at).replace(/\s+/g, " ").trim(),
  };
}
