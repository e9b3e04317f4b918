/** Targets of .vscode exist: scripts, programs, and the port at which the server can be debugged. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import launch from "../../.vscode/launch.json";
import tasks from "../../.vscode/tasks.json";
import packageJson from "../../package.json";

interface Launch {
  readonly name: string;
  readonly program?: string;
  readonly port?: number;
  readonly preLaunchTask?: string;
}

const configurations: readonly Launch[] = launch.configurations;
const contributing = readFileSync("CONTRIBUTING.md", "utf8");

describe("tasks", () => {
  it.each(tasks.tasks)("$label runs a script that is there", ({ script }) => {
    expect(Object.keys(packageJson.scripts)).toContain(script);
  });
});

describe("launch configurations", () => {
  it.each(configurations)("$name starts a file that exists", ({ program, preLaunchTask }) => {
    const path = program?.replace(/^\$\{workspaceFolder\}\//, "");
    if (path) expect(existsSync(path), path).toBe(true);
    if (preLaunchTask) expect(tasks.tasks.map(({ label }) => label)).toContain(preLaunchTask);
  });

  it("attach at the port that the client opens for the server", () => {
    const { port } = configurations.find(({ name }) => name === "Attach to server")!;
    expect(readFileSync("client/nodeClient.ts", "utf8")).toContain(`--inspect=${port}`);
    expect(contributing).toContain(`port ${port}`);
  });

  it("are those that CONTRIBUTING.md explains", () => {
    const names = [...configurations, ...launch.compounds].map(({ name }) => name).sort();
    const explained = [...contributing.matchAll(/^\| \*([^*]+)\* \|/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual(names);
  });

  it("are put together from those that are there", () => {
    const names = configurations.map(({ name }) => name);
    for (const compound of launch.compounds) {
      for (const name of compound.configurations) expect(names).toContain(name);
    }
  });
});

describe("forms for issues", () => {
  it.each(["config", "fault", "finding", "wish"])(
    "%s is YAML of the shape that GitHub wants",
    (name) => {
      const form = parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}.yml`, "utf8"));
      if (name === "config") {
        for (const link of form.contact_links)
          expect(Object.keys(link).sort()).toEqual(["about", "name", "url"]);
        return;
      }
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
      const ids = form.body.map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const field of form.body) {
        expect(["textarea", "input"]).toContain(field.type);
        expect(field.attributes.label).toEqual(expect.any(String));
      }
    },
  );
});
