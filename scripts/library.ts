// Makes the package of npm for programs, in dist/npm.
// usage: npm run library
import { makeLibrary } from "./library/makeLibrary";

console.log(await makeLibrary(process.cwd()));
