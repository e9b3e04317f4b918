/** A snippet as VS Code reads it. */

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  /** Lines in the syntax of snippets; one tab stands for one level of indentation. */
  readonly body: readonly string[];
}
