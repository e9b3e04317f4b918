/** The tables of docs/command-line.md, each between a pair of markers: the commands, and the options of each. */

import { type CliCommand, optionName } from "../../server/cli/command";
import { loadCommands } from "../../server/cli/commands";
import { inEnglish } from "../../server/core/text/translate";
import { table } from "./markdown";
import { replaceBetween } from "./readme";

export const COMMAND_LINE_PAGE = "docs/command-line.md";

/**
 * The text of the page with its tables as they should be.
 * @throws Error if a pair of markers is not there
 */
export async function withOptionTables(page: string): Promise<string> {
  const commands = await loadCommands();
  let text = replaceBetween(page, "commands", commandsTable(commands), COMMAND_LINE_PAGE);
  for (const command of commands) {
    const rows = optionRows(command);
    if (rows.length === 0) continue;
    text = replaceBetween(text, command.name, table(["Option", ""], rows), COMMAND_LINE_PAGE);
  }
  return text;
}

function commandsTable(commands: readonly CliCommand[]): string {
  const rows = commands.map((command) => [
    `\`${command.name} ${command.synopsis}\``,
    command.create(inEnglish).brief,
  ]);
  return table(["Command", ""], rows);
}

/** Without the options that all commands have. */
function optionRows(command: CliCommand): string[][] {
  const { flags = {} } = command.create(inEnglish).parameters;
  return Object.entries(flags).flatMap(([name, flag]) => {
    if (name === "lang" || ("hidden" in flag && flag.hidden)) return [];
    const value = flag.placeholder === undefined ? "" : ` ${flag.placeholder}`;
    return [[`\`${optionName(name)}${value}\``, flag.brief]];
  });
}
