// Mocha's browser build, made ready before any test is declared.
import "mocha/mocha";
import { print } from "../report";

interface BrowserMocha {
  setup(options: object): void;
  grep(pattern: RegExp): void;
  run(): {
    stats?: { passes: number; failures: number; pending: number };
    once(event: "end", listener: () => void): void;
  };
}
declare const Mocha: { reporters: { Base: { consoleLog: (...args: unknown[]) => void } } };
// The build says so of itself by its types in Node.js, where it is something else.
export const mocha = (globalThis as unknown as { mocha: BrowserMocha }).mocha;

/** Mocha formats with %s and %d. */
const format = (template: unknown = "", ...values: unknown[]) =>
  String(template).replace(/%[sd]/g, () => String(values.shift()));

Mocha.reporters.Base.consoleLog = (...args) => print(format(...args));
mocha.setup({ ui: "bdd", reporter: "spec", timeout: 240_000, slow: 5000, color: false });
