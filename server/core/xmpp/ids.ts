/** Ids of stanzas. */

/** The ids that a text has; it is read when the first new one is asked for. */
export class UsedIds {
  #ids: ReadonlySet<string> | undefined;

  /** @param textOf gives the text */
  constructor(readonly textOf: () => string) {}

  has(id: string): boolean {
    this.#ids ??= new Set(
      [...this.textOf().matchAll(/\sid\s*=\s*["']([^"'<]*)/g)].map(([, one = ""]) => one),
    );
    return this.#ids.has(id);
  }
}

/** Generates ids that occur nowhere in a text. */
export class IdSource {
  readonly #used: UsedIds;
  #count = 0;

  /** @param used of the text, or the text */
  constructor(used: UsedIds | string) {
    this.#used = typeof used === "string" ? new UsedIds(() => used) : used;
  }

  next(): string {
    let id: string;
    do id = `id-${++this.#count}`;
    while (this.#used.has(id));
    return id;
  }
}
