/** File names with a meaning for the client and the server alike. */

/** Name of configuration files. */
export const CONFIGURATION_FILE = "xmpp-stanza.json";

/** True for the path or URI of a configuration file. */
export function isConfigurationPath(path: string): boolean {
  return path.endsWith(`/${CONFIGURATION_FILE}`);
}
