/** The recipe of a command of the command line: its file, its entry in the list of commands, and a test. */

import { commands } from "../../server/cli/commands";
import { type Recipe, RecipeError } from "./recipe";

const COMMAND_LIST = "server/cli/commands/index.ts";

export const commandRecipe: Recipe = {
  example: "count",
  add(name, changes) {
    if (!/^[a-z]+$/.test(name)) {
      throw new RecipeError(`"${name}" is no name for a command: small letters, such as count`);
    }
    if (Object.hasOwn(commands, name)) {
      throw new RecipeError(`There is a command ${name} already`);
    }
    changes.create(`server/cli/commands/${name}.ts`, commandTemplate(name));
    const load = `  ${name}: async () => (await import("./${name}")).${name},`;
    changes.insert(COMMAND_LIST, `  ${Object.keys(commands).at(-1)}: `, load);
    changes.create(`test/cli/${name}.test.ts`, testTemplate(name));
  },
  steps: (name) => `
The command works: it counts stanzas. Next:

1. Show in test/cli/${name}.test.ts what it prints, and write server/cli/commands/${name}.ts with its options and help until
     npx vitest run test/cli/${name}.test.ts test/cli/usage.test.ts -u -t ${name}
   is green; the help is then in test/cli/help, to be read through.
2. Translate its texts in l10n/bundle.l10n.zh-cn.json; this names the missing ones:
     npx vitest run test/project/localisation.test.ts
3. npm run generate (the list of commands in docs/command-line.md), then npm test. For options of its own,
   describe the command on that page first, with a table between markers as the others have.`,
};

function commandTemplate(name: string): string {
  return `/** \`xmpp-stanza ${name}\`: its argument, options and help. */

import { defaultConfiguration } from "../../core/check/config";
import type { Translate } from "../../core/text/translate";
import { EVERYWHERE, openSource } from "../../disk/openSource";
import { InputError } from "../../disk/readText";
import { declareCommand, optionalArgument } from "../command";
import { readInput, STDIN } from "../readInput";
import { UsageError } from "../usageError";

export const ${name} = declareCommand<object, [string?]>({
  name: "${name}",
  synopsis: "[FILE]",
  positional: (translate) =>
    optionalArgument(
      "FILE",
      translate("a file, or - for standard input, which is read without one"),
    ),
  async run({ translate }, _flags, path = STDIN) {
    process.stdout.write(\`\${await countStanzas(path, translate)}\\n\`);
  },
  help: (translate) => ({
    summary: translate("Write in one line what the command does"),
    description: translate("Write what it prints, and of what."),
    exitStatus: {
      0: translate("write when it has done its work"),
      2: translate("the file could not be read, or the command line is wrong"),
    },
    example: "xmpp-stanza ${name} examples/good-conversation.xmpp",
  }),
});

/**
 * Counts the stanzas of a file, whatever sort of document it is.
 * @throws UsageError if the file cannot be read
 */
async function countStanzas(path: string, translate: Translate): Promise<number> {
  try {
    const { text } = await readInput(path, translate);
    const source = await openSource(path, text, defaultConfiguration, EVERYWHERE, translate);
    return source.regions().flatMap(({ document }) => document.stanzas()).length;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.message);
  }
}
`;
}

function testTemplate(name: string): string {
  return `/** \`xmpp-stanza ${name}\`: what it prints, and of what. */

import { expect, it } from "vitest";
import { run } from "../support/commandLine";

it("${name} prints the number of stanzas", () => {
  const input = "<message/>\\n<presence/>\\n";
  expect(run(["${name}"], { input })).toEqual({ status: 0, stdout: "2\\n", stderr: "" });
});

it("${name} names a file that is not there", () => {
  const { status, stdout, stderr } = run(["${name}", "nowhere.xmpp"]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("nowhere.xmpp");
});
`;
}
