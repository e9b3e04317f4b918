/** The part of a cancellation token that long work reads. */

export interface Cancellation {
  readonly isCancellationRequested: boolean;
}
