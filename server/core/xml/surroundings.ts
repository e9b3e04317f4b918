/** Numbers of the surroundings of elements: equal for equal declarations, element by element. */

import { type Scope, sameScope } from "./scope";

/** Maximum number of remembered surroundings, and of elements that are open around an element. */
const MAX_SCOPES = 1000;
const MAX_OPEN = 16;

/** The scopes that were met, without those that are equal to another; forgotten when there are too many. */
let scopes: (Scope | undefined)[] = [];
/** Number of the first of them: a number never stands for another scope. */
let firstNumber = 0;

/** The number of the scope; -1 if too many elements are open there. */
export function numberOfScope(scope: Scope | undefined): number {
  let depth = 0;
  for (let one = scope; one; one = one.parent) if (++depth > MAX_OPEN) return -1;
  let index = scopes.findIndex((one) => sameScope(one, scope));
  if (index < 0) {
    if (scopes.length === MAX_SCOPES) {
      firstNumber += MAX_SCOPES;
      scopes = [];
    }
    index = scopes.length;
    scopes.push(scope);
  }
  return firstNumber + index;
}
