/** Compiles the patterns of a language's table, once for each language. */

import type { CommentForm, Language, LiteralForm } from "./language";

interface Compiled<Form> {
  readonly form: Form;
  /** Sticky. */
  readonly open: RegExp;
}

export interface CompiledLanguage {
  readonly language: Language;
  readonly comments: readonly Compiled<CommentForm>[];
  readonly literals: readonly Compiled<LiteralForm>[];
  readonly skipped: readonly RegExp[];
  /** Finds characters with which a token may begin. */
  readonly starts: RegExp;
  /** Sticky, as all patterns below. */
  readonly joins: RegExp | undefined;
  readonly macro: RegExp | undefined;
  readonly wrappers: RegExp | undefined;
  readonly lists: RegExp | undefined;
  readonly suffix: RegExp | undefined;
  readonly formats: RegExp | undefined;
  readonly margin: RegExp | undefined;
  /** The same, and brackets. */
  readonly bracketStarts: RegExp;
}

const compiled = new WeakMap<Language, CompiledLanguage>();

export function compile(language: Language): CompiledLanguage {
  const known = compiled.get(language);
  if (known) return known;
  const made: CompiledLanguage = {
    language,
    comments: language.comments.map((form) => ({ form, open: sticky(form.open) })),
    literals: language.literals.map((form) => ({ form, open: sticky(form.open) })),
    skipped: (language.skipped ?? []).map(sticky),
    joins: language.joins.length > 0 ? sticky(language.joins.join("|")) : undefined,
    macro: perhaps(language.macro),
    wrappers: perhaps(language.wrappers),
    lists: perhaps(language.lists),
    suffix: perhaps(language.suffix),
    formats: perhaps(language.formats),
    margin: perhaps(language.margin),
    starts: new RegExp(`[${language.starts}]`, "g"),
    bracketStarts: new RegExp(`[(){}${language.starts}]`, "g"),
  };
  compiled.set(language, made);
  return made;
}

function perhaps(pattern: string | undefined): RegExp | undefined {
  return pattern === undefined ? undefined : sticky(pattern);
}

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, "y");
}
