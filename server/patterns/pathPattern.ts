/**
 * Patterns for paths, as shells, editors and git have them: `*` for any characters of a name, `?` for one, `[a-z]`
 * and `[!a-z]` for one of a class, `\` before a character that means itself, and the name `**` for any folders.
 */

import { ANY, matchesSequence, type SequencePattern } from "./sequence";

/** The names of a path, each as its characters (code points). */
export type PathNames = readonly (readonly string[])[];

/** Pattern of a path, name by name. */
export type PathPattern = SequencePattern<readonly string[]>;

/** Classes of characters that have a name, as in `[[:digit:]_]`: of ASCII, as in git. */
const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[\t ]/,
  cntrl: /\p{Cc}/u,
  digit: /\d/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[\dA-Fa-f]/,
};

const MAX_CLASS_NAME = 6;

type CharacterTest = (character: string) => boolean;

/** The names of a path; a slash at its end is no name. */
export function namesOf(path: string): PathNames {
  const names = path.split("/");
  if (names.at(-1) === "") names.pop();
  return names.map((name) => [...name]);
}

export function matchesPath(pattern: PathPattern, names: PathNames): boolean {
  return matchesSequence(pattern, names);
}

/** @param pattern with `/` between names; with `**` at its end, for all that is in a folder, not the folder itself */
export function readPathPattern(pattern: string): PathPattern {
  const names = pattern.split("/").map((name) => (name === "**" ? ANY : readName(name)));
  return names.length > 1 && names.at(-1) === ANY ? [...names, () => true] : names;
}

/** The test for one name. */
function readName(pattern: string): (name: readonly string[]) => boolean {
  const tests: (typeof ANY | CharacterTest)[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (character === "*") {
      if (tests.at(-1) !== ANY) tests.push(ANY);
    } else if (character === "?") tests.push(() => true);
    else {
      const group = character === "[" ? readClass(characters, at) : undefined;
      if (group) at = group.end;
      else if (character === "\\" && at + 1 < characters.length) at++;
      tests.push(group?.test ?? is(characters[at]!));
    }
  }
  return (name) => matchesSequence(tests, name);
}

/** Tests for single characters: a list of patterns has the same ones over and over. */
const characterTests = new Map<string, CharacterTest>();

function is(character: string): CharacterTest {
  const test = characterTests.get(character) ?? ((other: string) => other === character);
  characterTests.set(character, test);
  return test;
}

/** The class that begins with the bracket at `start`, and the index of its end; undefined if it has no end. */
function readClass(
  characters: readonly string[],
  start: number,
): { test: CharacterTest; end: number } | undefined {
  let at = start + 1;
  const isNegated = characters[at] === "!" || characters[at] === "^";
  if (isNegated) at++;
  const first = at;
  const tests: CharacterTest[] = [];
  const take = () => {
    if (characters[at] === "\\") at++;
    return characters[at++];
  };
  // A closing bracket that comes first is in the class.
  while (characters[at] !== "]" || at === first) {
    const name = classNameAt(characters, at);
    if (name !== undefined) {
      tests.push((character) => classes[name]!.test(character));
      at += name.length + "[::]".length;
      continue;
    }
    const low = take();
    const isRange = characters[at] === "-" && characters[at + 1] !== "]";
    if (isRange) at++;
    const high = isRange ? take() : low;
    if (low === undefined || high === undefined) return undefined;
    tests.push((character) => isBetween(character, low, high));
  }
  const test = (character: string) => tests.some((one) => one(character)) !== isNegated;
  return { test, end: at };
}

/** The name of the class in `[:name:]`; undefined if there is none. */
function classNameAt(characters: readonly string[], at: number): string | undefined {
  if (characters[at] !== "[" || characters[at + 1] !== ":") return undefined;
  const start = characters.slice(at + 2, at + 2 + MAX_CLASS_NAME + 2).join("");
  const name = start.slice(0, Math.max(0, start.indexOf(":]")));
  return Object.hasOwn(classes, name) ? name : undefined;
}

function isBetween(character: string, low: string, high: string): boolean {
  const code = character.codePointAt(0)!;
  return code >= low.codePointAt(0)! && code <= high.codePointAt(0)!;
}
