/** Ids of stanzas. */

/** Generates ids that occur nowhere in a text. */
export class IdSource {
  #used: Set<string> | undefined;
  #count = 0;

  constructor(readonly text: string) {}

  next(): string {
    this.#used ??= new Set(
      [...this.text.matchAll(/\sid\s*=\s*["']([^"'<]*)/g)].map(([, id = ""]) => id),
    );
    let id: string;
    do id = `id-${++this.#count}`;
    while (this.#used.has(id));
    return id;
  }
}
