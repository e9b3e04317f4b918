/** The files into which connections are recorded. */

import type { Translate } from "../../core/text/translate";
import { InputError, isRefusal, reasonOf } from "../../disk/readText";
import { Recording, recordingName } from "../../tap/recording";
import type { Tally } from "./tally";

export class Recordings {
  /** Made before anything is listened for, so that a file that cannot be written is known at once. */
  #first: Recording | undefined;

  /**
   * @param path file of the first connection; undefined to record nothing
   * @throws InputError if it cannot be made
   */
  constructor(
    readonly path: string | undefined,
    readonly tally: Tally,
    readonly translate: Translate,
  ) {
    this.#first = path === undefined ? undefined : this.#make(path);
  }

  /** The recording of a connection; if it cannot be made, that is printed. */
  open(connection: number): Recording | undefined {
    if (this.path === undefined) return undefined;
    const first = this.#first;
    this.#first = undefined;
    try {
      return first ?? this.#make(recordingName(this.path, connection));
    } catch (error) {
      this.tally.complain((error as Error).message);
      return undefined;
    }
  }

  /** Removes the file that no connection has used. */
  end(): void {
    this.#first?.end();
  }

  #make(path: string): Recording {
    try {
      return new Recording(path);
    } catch (error) {
      throw new InputError(`${path}: ${reasonNotWritten(error, this.translate)}`);
    }
  }
}

/** Why a new file could not be written, in words. */
export function reasonNotWritten(error: unknown, translate: Translate): string {
  if ((error as NodeJS.ErrnoException).code === "EEXIST") {
    return translate("is there already, and is left unchanged");
  }
  return isRefusal(error) ? translate("writing it is not permitted") : reasonOf(error, translate);
}
