/** Names of files that mean something to the client and the server alike. */

/** What a configuration file is called. */
export const CONFIGURATION_FILE = "xmpp-stanza.json";

/** True for the path or URI of a configuration file. */
export function isConfigurationPath(path: string): boolean {
  return path.endsWith(`/${CONFIGURATION_FILE}`);
}
