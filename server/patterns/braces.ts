/** Alternatives in braces, as in shells: `a.{xml,log}` stands for `a.xml` and `a.log`. */

/** Braces with a comma. */
interface Group {
  /** Index after the closing brace. */
  readonly end: number;
  /** Start and end of each alternative. */
  readonly parts: readonly (readonly [start: number, end: number])[];
}

/**
 * The patterns that a pattern stands for; undefined if there are more than `max`. Braces without a comma or
 * without their counterpart are characters like others.
 */
export function expandBraces(pattern: string, max: number): readonly string[] | undefined {
  const groups = groupsOf(pattern);
  const expand = (start: number, end: number): readonly string[] | undefined => {
    let expanded: readonly string[] = [""];
    const append = (texts: readonly string[]) => {
      expanded = expanded.flatMap((before) => texts.map((text) => before + text));
    };
    let plain = start;
    for (let at = start; at < end; ) {
      const group = groups.get(at);
      if (!group) {
        at++;
        continue;
      }
      append([pattern.slice(plain, at)]);
      const alternatives: string[] = [];
      for (const part of group.parts) {
        const inner = expand(...part);
        if (!inner) return undefined;
        alternatives.push(...inner);
      }
      if (alternatives.length * expanded.length > max) return undefined;
      append(alternatives);
      at = group.end;
      plain = at;
    }
    append([pattern.slice(plain, end)]);
    return expanded;
  };
  return expand(0, pattern.length);
}

/** Groups by the index of their opening brace. */
function groupsOf(pattern: string): ReadonlyMap<number, Group> {
  const groups = new Map<number, Group>();
  const open: { start: number; commas: number[] }[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (character === "{") open.push({ start: at, commas: [] });
    else if (character === ",") open.at(-1)?.commas.push(at);
    else if (character === "}") {
      const group = open.pop();
      if (!group || group.commas.length === 0) continue;
      const starts = [group.start, ...group.commas];
      const parts = starts.map((start, index) => [start + 1, group.commas[index] ?? at] as const);
      groups.set(group.start, { end: at + 1, parts });
    }
  }
  return groups;
}
