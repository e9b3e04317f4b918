/**
 * The first script of the server's worker. It gives the other files, which are the same as Node's, what
 * Node gives them: `require`. Importing scripts waits for them, so that this can too.
 */

interface Module {
  exports: unknown;
}
type Require = (name: string) => unknown;
type Factory = (module: Module, require: Require) => void;

/** The part of a worker's globals that is used here; the project is compiled without the browser's types. */
declare const self: {
  addEventListener(
    type: "message",
    listener: (message: { readonly data: string }) => void,
    options: { once: true },
  ): void;
  xmppStanzaPart?: (needed: readonly string[], factory: Factory) => void;
};
declare function importScripts(...addresses: string[]): void;

self.addEventListener(
  "message",
  ({ data: start }) => {
    const modules = new Map<string, Module>();
    const require: Require = (name) => {
      const { href } = new URL(name, start);
      const known = modules.get(href);
      if (known) return known.exports;
      let factory: Factory | undefined;
      self.xmppStanzaPart = (_, given) => {
        factory = given;
      };
      importScripts(href);
      const module: Module = { exports: {} };
      modules.set(href, module);
      factory?.(module, require);
      return module.exports;
    };
    require(start);
  },
  { once: true },
);
