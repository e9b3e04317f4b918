/** File names with a meaning for the client and the server alike. */

/** Name of configuration files. */
export const CONFIGURATION_FILE = "xmpp-stanza.json";

/** Extensions of files in the language XMPP Stanza, without the dot, as package.json has them for VS Code. */
export const STANZA_EXTENSIONS = ["stanza", "xmpp", "stanza.xml", "xmpp.xml"] as const;

/** True for the path or URI of a configuration file. */
export function isConfigurationPath(path: string): boolean {
  return path.endsWith(`/${CONFIGURATION_FILE}`);
}
