/**
 * Texts for people are data, and other tests look at them: translations, generated documentation, and
 * the examples of each rule, which are executed. A mutant of a text says nothing about the tests of
 * what is found.
 */

/** Properties of a rule that hold texts. */
const ofRules = new Set([
  "group",
  "rfc",
  "summary",
  "since",
  "why",
  "exceptions",
  "fix",
  "bad",
  "good",
  "messages",
]);

/** True for what a call `rule({…})` is given under a name. */
function isOfRule(path) {
  const call = path.parentPath?.parentPath;
  return path.parentPath?.isObjectExpression() && call?.isCallExpression()
    ? call.get("callee").isIdentifier({ name: "rule" })
    : false;
}

const texts = {
  shouldIgnore(path) {
    if (!path.isObjectProperty() || path.node.computed) return undefined;
    const { name } = path.node.key;
    if (ofRules.has(name) && isOfRule(path)) return `The ${name} of a rule is a text`;
    if (name === "title" && path.get("value").isStringLiteral()) return "A title is a text";
    return undefined;
  },
};

export const strykerPlugins = [{ kind: "Ignore", name: "texts", value: texts }];
