/** Lazy modules: an import of such a module gets functions that load it when they are first called. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

const script = join(process.cwd(), "scripts/bundle/lazyModules.mjs");
const {
  lazyParts,
  standIn,
}: {
  lazyParts: Readonly<Record<string, readonly string[]>>;
  standIn(text: string, path: string, name: string): string;
} = await import(pathToFileURL(script).href);

const modules = Object.entries(lazyParts).flatMap(([name, paths]) =>
  paths.map((path) => [name, path] as const),
);

describe.each(modules)("%s: %s", (name, path) => {
  const text = readFileSync(path, "utf8");
  const standing = standIn(text, path, name);

  it("has a function for each thing that its module exports", async () => {
    const module: Record<string, unknown> = await import(
      pathToFileURL(join(process.cwd(), path)).href
    );
    expect(Object.values(module).map((one) => typeof one)).toEqual(
      Object.keys(module).map(() => "function"),
    );
    const called = [...standing.matchAll(/^export const (\w+) = /gm)].map(([, one]) => one);
    expect(called.sort()).toEqual(Object.keys(module).sort());
  });

  it("loads its file once, when a function is first called", () => {
    const asked: string[] = [];
    const load = (file: string) => {
      asked.push(file);
      return new Proxy(
        {},
        {
          get:
            (_, called) =>
            (...given: unknown[]) => [called, ...given],
        },
      );
    };
    const body = standing.replace(/^export const (\w+)/gm, "made.$1");
    const made: Record<string, (...given: unknown[]) => unknown> = {};
    new Function("loadPart", "made", body)(load, made);
    expect(asked).toEqual([]);
    for (const [called, run] of Object.entries(made)) expect(run(1, 2)).toEqual([called, 1, 2]);
    expect(asked).toEqual([`./${name}.js`]);
  });
});

it("refuses a module that exports something else, or nothing", () => {
  const made = (text: string) => () => standIn(text, "a.ts", "part-a");
  expect(made("export type A = 1;\nexport interface B {}\nexport function c() {}\n")).not.toThrow();
  expect(made("export function c() {}\nexport const d = 1;\n")).toThrow("a.ts");
  expect(made("export class D {}\n")).toThrow("a.ts");
  expect(made("const a = 1;\n")).toThrow("a.ts");
  expect(made("export function a() {}\nexport { b };\n")).toThrow("a.ts");
  expect(made('export function a() {}\nexport * from "./b";\n')).toThrow("a.ts");
  expect(made("export function a() {}\nexport default a;\n")).toThrow("a.ts");
});

it("has each module in one part, where no other exports a name that it does", async () => {
  const paths = modules.map(([, path]) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const [name, paths] of Object.entries(lazyParts)) {
    const exported = paths.flatMap((path) => [
      ...readFileSync(path, "utf8").matchAll(/^export function\*? (\w+)/gm),
    ]);
    const names = exported.map(([, called]) => called);
    expect(new Set(names).size, name).toBe(names.length);
  }
});
