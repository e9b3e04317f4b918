/**
 * Makes what a new part of the program consists of: its files, its entries in the lists of its kind, and a test. The
 * part works at once, with a placeholder for what it does.
 *
 * usage: npm run new rule|source|command|feature NAME
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandRecipe } from "./new/command";
import { featureRecipe } from "./new/feature";
import { Changes, type Recipe, RecipeError } from "./new/recipe";
import { ruleRecipe } from "./new/rule";
import { sourceRecipe } from "./new/source";

const recipes: Readonly<Record<string, Recipe>> = {
  rule: ruleRecipe,
  source: sourceRecipe,
  command: commandRecipe,
  feature: featureRecipe,
};

const root = process.cwd();

try {
  const [kind = "", name, ...more] = process.argv.slice(2);
  const recipe = Object.hasOwn(recipes, kind) ? recipes[kind] : undefined;
  if (!recipe || name === undefined || more.length > 0) throw new RecipeError(usage(recipe, kind));
  const changes = new Changes((path) => {
    const file = join(root, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  });
  recipe.add(name, changes);
  for (const { path, text } of changes.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
  format(changes.files.map(({ path }) => path).filter((path) => path.endsWith(".ts")));
  console.log(recipe.steps(name));
} catch (error) {
  if (!(error instanceof RecipeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function usage(recipe: Recipe | undefined, kind: string): string {
  return recipe
    ? `usage: npm run new ${kind} NAME, such as ${recipe.example}`
    : `usage: npm run new ${Object.keys(recipes).join("|")} NAME`;
}

/** Puts imports, exports and long lines where Biome wants them. */
function format(paths: readonly string[]): void {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const args = ["check", "--write", "--vcs-enabled=false", ...paths];
  const { status, stderr } = spawnSync(process.execPath, [biome, ...args], { encoding: "utf8" });
  if (status !== 0) console.error(stderr);
}
