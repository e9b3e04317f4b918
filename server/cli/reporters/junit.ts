import { DOMImplementation, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import { messageOf } from "../../core/check/messages";
import { reportedRange } from "../../core/check/report";
import type { DocumentFinding } from "../../core/document/document";
import { rulePage } from "../../core/rules/pages";
import { expectDefined } from "../../core/text/invariant";
import type { LineIndex } from "../../core/text/lines";
import type { Translate } from "../../core/text/translate";
import { visible } from "../../core/text/visible";
import type { FileResult, Reporter, ReporterOptions } from "./reporter";

/**
 * JUnit XML for CI servers: a suite for each file, a case for each finding, and
 * a passing case for a file without any. Errors are failures. Warnings and information are skipped
 * cases: servers show and count those without failing the build, as the exit status does not fail either.
 */
export function junit({ translate }: ReporterOptions): Reporter {
  return {
    begin: () => around().begin,
    separator: "\n",
    file: (result) => suiteOf(result, translate),
    end: () => around().end,
  };
}

/** The declaration and the root element, cut at the suites, which are printed one by one. */
function around(): { begin: string; end: string } {
  const document = new DOMImplementation().createDocument(null, "testsuites", null);
  const root = expectDefined(document.documentElement, "createDocument was given its name");
  root.setAttribute("name", "xmpp-stanza");
  const suites = root.appendChild(document.createComment("suites"));
  const [open = "", close = ""] = serialise(root).split(serialise(suites));
  const declaration = document.createProcessingInstruction("xml", 'version="1.0" encoding="UTF-8"');
  return { begin: `${serialise(declaration)}\n${open}\n`, end: `\n${close}\n` };
}

function suiteOf({ lines, findings, ...result }: FileResult, translate: Translate): string {
  const path = visible(result.path);
  const document = new DOMImplementation().createDocument(null, "testsuite", null);
  const suite = expectDefined(document.documentElement, "createDocument was given its name");
  const failures = findings.filter(({ finding }) => finding.severity === "error").length;
  set(suite, {
    name: path,
    tests: Math.max(1, findings.length),
    failures,
    errors: 0,
    skipped: findings.length - failures,
  });
  if (findings.length === 0)
    add(suite, "testcase", { name: "no findings", classname: path, file: path });
  for (const found of findings) addCase(suite, found, path, lines, translate);
  suite.appendChild(document.createTextNode("\n"));
  return serialise(suite);
}

function addCase(
  suite: Element,
  { finding, span }: DocumentFinding,
  path: string,
  lines: LineIndex,
  translate: Translate,
): void {
  const { severity, rule } = finding;
  const { line, column } = reportedRange(span, lines);
  // Names are unique within a suite: servers merge cases of the same name.
  const name = `${rule.id} (${line}:${column})`;
  const test = add(suite, "testcase", { name, classname: path, file: path, line });
  const message = messageOf(finding, translate);
  if (severity === "error") {
    const failure = add(test, "failure", { message, type: rule.id });
    const page = rulePage(rule.id, translate);
    failure.textContent = legal(`${path}:${line}:${column}: ${message}\n${page}`);
  } else {
    add(test, "skipped", { message: `${severity}: ${message}` });
  }
  // Only a document itself has no owner.
  test.appendChild(test.ownerDocument!.createTextNode("\n  "));
}

type Attributes = Readonly<Record<string, string | number>>;

/** Adds a child on a line of its own. */
function add(parent: Element, name: string, attributes: Attributes): Element {
  // Only a document itself has no owner.
  const document: Document = parent.ownerDocument!;
  const depth = parent.localName === "testsuite" ? 1 : 2;
  parent.appendChild(document.createTextNode(`\n${"  ".repeat(depth)}`));
  const element = document.createElement(name);
  parent.appendChild(element);
  set(element, attributes);
  return element;
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, legal(String(value)));
  }
}

/** The text without characters that XML cannot express. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}

function serialise(node: Parameters<XMLSerializer["serializeToString"]>[0]): string {
  return new XMLSerializer().serializeToString(node);
}
