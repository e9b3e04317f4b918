/** Delivery of diagnostics to the client: pushed by the server, or pulled by the client. */

import type { ClientFeatures } from "./clientFeatures";

/** Milliseconds from the opening of a document within which a client that announces pulling has to pull. */
const PATIENCE = 1000;

/**
 * Decides once for all documents. A client that announces pulling and takes pushes too is undecided at first: some such
 * clients never pull. Pushes to a client that pulls would be shown a second time.
 */
export class DiagnosticsDelivery {
  #hasPulled = false;
  #isOverdue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly client: ClientFeatures) {}

  /** True if the server pushes; false while that is undecided. */
  get isPushed(): boolean {
    if (!this.client.has("pullDiagnostics")) return true;
    return this.#isOverdue && !this.#hasPulled;
  }

  /** Calls `pushAll` later, unless the client pulls until then. For each opened document. */
  waitForPull(pushAll: () => void): void {
    const isUndecided =
      this.client.has("pullDiagnostics") &&
      this.client.has("pushDiagnostics") &&
      !this.client.has("isOwn") &&
      !this.#hasPulled &&
      !this.#isOverdue;
    if (!isUndecided || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#isOverdue = true;
      pushAll();
    }, PATIENCE);
  }

  /** Notes that the client pulls. */
  pulled(): void {
    this.#hasPulled = true;
    clearTimeout(this.#timer);
  }
}
