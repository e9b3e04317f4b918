/** `xmpp-stanza stanzas`: lists the stanzas that are recognised in files, and start tags that are passed over. */

import { configurationOf } from "../configuration/configurations";
import { defaultConfiguration, readLimits } from "../core/check/config";
import type { StanzaRow } from "../core/document/stanzaRow";
import { passedOverRowsOf, stanzaRowsOf } from "../core/document/stanzaRows";
import type { SourceName } from "../core/sources/names";
import { LineIndex } from "../core/text/lines";
import type { Translate } from "../core/text/translate";
import { visible } from "../core/text/visible";
import { configurationsOnDisk } from "../disk/configurationOnDisk";
import { openSource } from "../disk/openSource";
import { isInputError } from "../disk/readText";
import { findInputs, type InputFile } from "./inputs";
import {
  type Notice,
  noticeOfUnread,
  placeOfUnread,
  reasonOfNulls,
  reasonOfUnread,
} from "./notices";
import { print, printMessage, visibleName } from "./output";
import { readInput, STDIN } from "./readInput";

const writers = { pretty: prettyRow, json: jsonRow, tsv: tsvRow };

export type StanzasFormat = keyof typeof writers;

export const stanzasFormats = Object.keys(writers) as readonly StanzasFormat[];

export interface StanzasOptions {
  readonly format: StanzasFormat;
  /** True to list start tags that were passed over, too. */
  readonly all: boolean;
  readonly stdinName: string;
  /** What all files are read as; undefined for what each looks like. */
  readonly source: SourceName | undefined;
}

/** @returns the exit status: 2 if something could not be read */
export async function printStanzas(
  paths: readonly string[],
  { format, all, stdinName, source }: StanzasOptions,
  translate: Translate,
): Promise<number> {
  let status = 0;
  const complain = (message: string) => {
    printMessage(message);
    status = 2;
  };
  let isFirst = true;
  try {
    const configurations = configurationsOnDisk(translate);
    const inputs = await findInputs(paths, configurations, { stdinName, source }, translate);
    for (const problem of inputs.problems) complain(problem);
    for (const { file, message } of inputs.notices) printMessage(`${file}: ${message}`);
    if (format === "json") await print("[");
    for (const input of inputs.files) {
      try {
        const { rows, notice } = await rowsOf(input, all, stdinName, translate);
        if (notice) printMessage(`${notice.file}: ${notice.message}`);
        for (const row of rows) {
          const separator = format === "json" && !isFirst ? "," : "";
          await print(separator + writers[format](row, translate));
          isFirst = false;
        }
      } catch (error) {
        if (!isInputError(error)) throw error;
        complain(error.message);
      }
    }
    if (format === "json") await print(isFirst ? "]\n" : "\n]\n");
  } catch (error) {
    if (!isInputError(error)) throw error;
    complain(error.message);
  }
  return status;
}

async function rowsOf(
  { path, found, isNamed }: InputFile,
  all: boolean,
  stdinName: string,
  translate: Translate,
): Promise<{ rows: readonly StanzaRow[]; notice: Notice | undefined }> {
  const name = path === STDIN ? stdinName : path;
  const { text } = await readInput(path, translate, true);
  const configuration = configurationOf(found.rules, {
    ...defaultConfiguration,
    limits: readLimits(found.limits),
    extensions: found.extensions,
  });
  const document = await openSource(name, text, configuration, found, translate);
  const lines = new LineIndex(text);
  const unread = reasonOfUnread(name, text, found, translate);
  const seen = stanzaRowsOf(name, document, lines);
  const others = all ? passedOverRowsOf(name, document, lines, seen, unread, translate) : [];
  const rows = [...seen, ...others].sort((a, b) => a.start - b.start).map(({ row }) => row);
  const reason =
    (isNamed ? unread : undefined) ??
    (seen.length === 0 ? reasonOfNulls(text, isNamed, translate) : undefined);
  const notice =
    reason === undefined ? undefined : noticeOfUnread(placeOfUnread(name, text), reason, translate);
  return { rows, notice };
}

function prettyRow(row: StanzaRow, translate: Translate): string {
  const { file, line, direction, kind, type, id, from, to, payload, condition, answers } = row;
  const words = [
    direction === undefined ? [] : [direction === "out" ? "→" : "←"],
    [kind],
    type ?? [],
    id === undefined ? [] : `id=${id}`,
    from === undefined ? [] : `from=${from}`,
    to === undefined ? [] : `to=${to}`,
    payload === undefined
      ? []
      : `<${payload.name}${payload.namespace && ` xmlns='${payload.namespace}'`}>`,
    condition ?? [],
    row.isBroken ? translate("not well-formed") : [],
    answers === undefined ? [] : translate("answers line {line}", { line: String(answers) }),
    row.passedOver === undefined
      ? []
      : translate("not checked: {reason}", { reason: row.passedOver }),
  ].flat();
  return `${visibleName(file)}:${line}: ${visible(words.join(" "))}\n`;
}

function jsonRow(row: StanzaRow): string {
  return `\n  ${visible(JSON.stringify(row))}`;
}

/** Columns `file line direction kind type id answers` separated by tabs, and the reason if it is passed over. */
function tsvRow({ file, line, direction, kind, type, id, answers, passedOver }: StanzaRow): string {
  const cells = [line, direction, kind, type, id, answers];
  const all = passedOver === undefined ? cells : [...cells, passedOver];
  const written = all.map((cell) => visible(String(cell ?? "-")) || '""');
  return `${[visibleName(file), ...written].join("\t")}\n`;
}
