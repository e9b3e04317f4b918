/** Entities: which are declared, and what they stand for. */

import { describe, expect, it, vi } from "vitest";
import { Entities } from "../../../server/core/sources/entities";
import { readEntities } from "../../../server/core/sources/entityDeclarations";

const declared = (dtd: string) => Object.fromEntries(readEntities(dtd));
const resolve = (subset: string, name: string, outside?: ReadonlyMap<string, string>) =>
  new Entities(`<!DOCTYPE a [${subset}]>\n<a/>`, outside).resolve(name);

describe("declarations", () => {
  it("are those of general entities, and the first one counts", () => {
    expect(
      declared(`<!ENTITY a "1"><!ENTITY a '2'> <!ENTITY b ''><!ENTITY % c "3"><!ELEMENT d ANY>`),
    ).toEqual({ a: "1", b: "" });
    expect(declared("<!ENTITY a SYSTEM 'a.ent'><!ENTITY b 'c'")).toEqual({});
  });

  it("are not those in a comment, unless it never ends", () => {
    expect(declared("<!-- <!ENTITY a '1'> --><!ENTITY b '2'>")).toEqual({ b: "2" });
    expect(declared("<!-- <!ENTITY a '1'>")).toEqual({ a: "1" });
    expect(declared("<!-- x --> <!-- <!ENTITY a '1'>")).toEqual({ a: "1" });
    expect(declared("<!--><!ENTITY a '1'>")).toEqual({ a: "1" });
    expect(declared("<!-->--><!ENTITY a '1'>")).toEqual({ a: "1" });
  });
});

describe("an entity", () => {
  it("is one of XML's own, of the document, or of its host", () => {
    const outside = new Map([
      ["a", "outside"],
      ["b", "outside"],
    ]);
    expect(resolve("<!ENTITY a 'own'><!ENTITY lt 'own'>", "lt", outside)).toBe("<");
    expect(resolve("<!ENTITY a 'own'>", "a", outside)).toBe("own");
    expect(resolve("<!ENTITY a 'own'>", "b", outside)).toBe("outside");
    expect(resolve("", "c", outside)).toBeUndefined();
    expect(new Entities("<a/>", undefined).resolve("b")).toBeUndefined();
    expect(new Entities("<!DOCTYPE a>", outside).resolve("b")).toBe("outside");
  });

  it("has in it characters by number and other entities", () => {
    expect(resolve("<!ENTITY a '&#65;&#x42;&b;&lt;'><!ENTITY b 'c'>", "a")).toBe("ABc<");
    expect(resolve("<!ENTITY a '&#x110000;&#1114112;&#x10ffff;'>", "a")).toBe(
      "&#x110000;&#1114112;\u{10ffff}",
    );
    expect(resolve("<!ENTITY a 'x&b;y'>", "a")).toBe("x{b}y");
  });

  it("that contains itself, or grows too long, is cut off", () => {
    expect(resolve("<!ENTITY a '&a;'>", "a")).toBe("{a}");
    const ten = (name: string) => `&${name};`.repeat(10);
    const bomb = `<!ENTITY a '${"x".repeat(1000)}'><!ENTITY b '${ten("a")}'><!ENTITY c '${ten("b")}'>`;
    expect(resolve(bomb, "b")).toHaveLength(10_000);
    expect(resolve(bomb, "c")).toBeUndefined();
    expect(resolve(`<!ENTITY a '${"x".repeat(20_000)}'>`, "a")).toHaveLength(20_000);
    expect(resolve(`<!ENTITY a '${"x".repeat(20_001)}'>`, "a")).toBeUndefined();
  });

  it("is expanded once, however often it is used indirectly", () => {
    const many = (name: string) => `&${name};`.repeat(20);
    const outside = new Map([
      ["a", ""],
      ["b", many("a")],
      ["c", many("b")],
      ["d", many("c")],
    ]);
    const asked = vi.spyOn(outside, "get");
    expect(resolve("", "d", outside)).toBe("");
    expect(asked).toHaveBeenCalledTimes(4);
  });

  it("is resolved until the total exceeds the limit", () => {
    const entities = new Entities(`<!DOCTYPE a [<!ENTITY a '${"x".repeat(20_000)}'>]>`, undefined);
    const told = Array.from({ length: 1000 }, () => entities.resolve("a")?.length ?? 0);
    expect(told.indexOf(0)).toBe(500);
    expect(told.lastIndexOf(20_000)).toBe(499);
  });

  it("may hold a bracket: the subset ends where a > follows one", () => {
    expect(resolve("<!ENTITY a ']'> <!ENTITY b 'c'>", "b")).toBe("c");
    expect(new Entities("<!DOCTYPE a [<!ENTITY b 'c'> ]", undefined).resolve("b")).toBe("c");
  });
});
