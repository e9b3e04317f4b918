/** The configuration files that apply to documents, in any file system. */

import type { ConfigurationMistake } from "../configuration/configurationMistake";
import { Configurations, type FoundConfiguration } from "../configuration/configurations";
import type { Files } from "../hosts/files";

export class ServerConfigurations {
  /** Configurations by file system: scheme and authority. */
  readonly #bySystem = new Map<string, Configurations>();

  #rereading: Promise<unknown> = Promise.resolve();

  constructor(readonly files: (uri: string) => Files | undefined) {}

  /**
   * The configuration of a document, and the URIs of its files; empty for a document
   * outside of all folders.
   */
  async for(uri: string): Promise<FoundConfiguration> {
    await this.#rereading;
    const { system, path } = placeOf(uri) ?? { system: "", path: "/" };
    const found = await this.#of(system).for(path);
    return { ...found, files: found.files.map((file) => uriOf(system, file)) };
  }

  /** A function that is true for the names in a folder, whose URI ends with `/`, that are listed for a source. */
  async listedIn(folder: string): Promise<(name: string) => boolean> {
    await this.#rereading;
    const { system, path } = placeOf(folder) ?? { system: "", path: "/" };
    const isListed = await this.#of(system).listedIn(path);
    return (name) => isListed(path + name);
  }

  /** Mistakes in the text of a configuration file, as it is in an editor. */
  async mistakesIn(uri: string, text: string): Promise<readonly ConfigurationMistake[]> {
    const { system, path } = placeOf(uri) ?? { system: "", path: "/" };
    return this.#of(system).mistakesIn(path, text);
  }

  /**
   * Reads again the files that apply to a document on disk: clients watch those in the workspace, and none above it.
   * Requests meanwhile get the new configuration.
   * @returns true if a file has changed
   */
  async reread(uri: string): Promise<boolean> {
    const place = placeOf(uri);
    if (!place?.system.startsWith("file:")) return false;
    const reread = this.#of(place.system).reread(place.path);
    this.#rereading = reread.catch(() => {});
    return reread;
  }

  /** Clears the cache; all files are read again on demand. */
  reset(): void {
    for (const configurations of this.#bySystem.values()) configurations.reset();
  }

  #of(system: string): Configurations {
    const known = this.#bySystem.get(system);
    if (known) return known;
    const read = async (path: string) => {
      const uri = uriOf(system, path);
      return this.files(uri)?.read(uri);
    };
    const isFolder = async (path: string) => {
      const uri = uriOf(system, path);
      return (await this.files(uri)?.isFolder(uri)) === true;
    };
    const configurations = new Configurations(read, system === "" ? false : undefined, isFolder);
    this.#bySystem.set(system, configurations);
    return configurations;
  }
}

/** A file system, and the path in it; undefined for a URI without any, such as that of a new document. */
function placeOf(uri: string): { system: string; path: string } | undefined {
  const [, system, path] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)(\/[^?#]*)/i.exec(uri) ?? [];
  if (system === undefined || path === undefined || system === "untitled:") return undefined;
  try {
    return { system, path: decodeURIComponent(path) };
  } catch {
    return undefined;
  }
}

/** The URI of a path, with the same beginning as the URIs of the documents in its folder. */
function uriOf(system: string, path: string): string {
  return system + path.split("/").map(encodeURIComponent).join("/");
}
