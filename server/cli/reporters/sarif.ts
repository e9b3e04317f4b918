import { pathToFileURL } from "node:url";
import { homepage, name, version } from "../../../package.json";
import { defaultSetting } from "../../core/check/config";
import { type ReportedFinding, type ReportedRange, reportFinding } from "../../core/check/report";
import { explainFix, explainRule, reasons } from "../../core/explain/explainRule";
import { withoutMarkdown } from "../../core/explain/explanations";
import { allRules } from "../../core/rules/allRules";
import { rulePage } from "../../core/rules/pages";
import type { Rule, Severity } from "../../core/rules/rule";
import { passedOverLines } from "../../core/sources/passedOver";
import type { Translate } from "../../core/text/translate";
import { visible } from "../../core/text/visible";

import { createFingerprints } from "./fingerprints";
import { pathInCheckout } from "./location";
import type { Reporter, ReporterOptions, Summary } from "./reporter";

const levels: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "note",
};

/** Base of relative addresses; the reader of the log resolves it. */
const BASE = "%SRCROOT%";

/** End of the log after its results, which are printed one by one. */
const CLOSE = "]}]}";

/** The same, with the run's own notifications after the results. */
const closeWith = (invocation: object) =>
  `],"invocations":${visible(JSON.stringify([invocation]))}}]}`;

/** All rules are listed, so that the index of a rule does not depend on the findings. */
const ruleIndexes: ReadonlyMap<string, number> = new Map(
  allRules().map(({ id }, index) => [id, index]),
);

/**
 * A log by SARIF 2.1.0 (OASIS Standard of 27 March 2020) with one run: rules with their documentation,
 * and results with fixes.
 */
export function sarif({ translate }: ReporterOptions): Reporter {
  return {
    begin() {
      const log = JSON.stringify(emptyLog(translate));
      return log.slice(0, -CLOSE.length);
    },
    separator: ",",
    file({ path, lines, findings, document }) {
      const file = artifactLocation(path);
      const fingerprintOf = createFingerprints(document);
      return findings
        .map((found) => {
          const finding = reportFinding(found, path, lines, document, translate);
          return `\n${visible(JSON.stringify(resultOf(finding, file, fingerprintOf(found))))}`;
        })
        .join(",");
    },
    end: (summary) => `\n${closeWith(invocationOf(summary, translate))}\n`,
  };
}

function emptyLog(translate: Translate) {
  const driver = {
    name,
    semanticVersion: version,
    informationUri: homepage,
    rules: allRules().map((rule) => describeRule(rule, translate)),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    originalUriBaseIds: { [BASE]: { description: { text: "The root of the checkout." } } },
    results: [],
  };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
}

function describeRule(rule: Rule, translate: Translate) {
  const summary = withoutMarkdown(translate(rule.summary));
  const explained = reasons(rule, translate).map(([, text]) => text);
  const tags = ["xmpp", rule.group.toLowerCase().replaceAll(" ", "-")];
  const examples = [
    [translate("Wrong"), rule.bad],
    [translate("Right"), rule.good],
  ].map(([heading, stanzas]) => `${heading}\n\n${stanzas}`);
  return {
    id: rule.id,
    shortDescription: { text: summary },
    fullDescription: { text: withoutMarkdown(translate(rule.why)) },
    help: {
      text: [
        summary,
        ...explained.map(withoutMarkdown),
        ...examples,
        withoutMarkdown(explainFix(rule, translate)),
      ].join("\n\n"),
      markdown: explainRule(rule, translate, (id) => `[${id}](${rulePage(id, translate)})`),
    },
    helpUri: rulePage(rule.id, translate),
    defaultConfiguration: {
      enabled: defaultSetting(rule) !== "off",
      level: levels[rule.severity],
    },
    properties: { tags: rule.deprecated ? [...tags, "deprecated"] : tags },
  };
}

/** The run's own notifications: numbers of checked files, and files that were not checked. */
function invocationOf(
  { files, stanzas, nonzas, notices, passedOver }: Summary,
  translate: Translate,
) {
  const numbers = { files: String(files), stanzas: String(stanzas) };
  const counts =
    nonzas === 0
      ? translate("{files} files and {stanzas} stanzas were checked.", numbers)
      : translate(
          "{files} files, {stanzas} stanzas and {others} stream errors and failures were checked.",
          { ...numbers, others: String(nonzas) },
        );
  const note = (text: string) => ({ level: "note", message: { text } });
  return {
    executionSuccessful: !notices.some(({ isProblem }) => isProblem),
    toolExecutionNotifications: [
      note(counts),
      ...notices.map(({ file, message, isProblem }) => {
        const text = `${file}: ${message}`;
        return isProblem ? { level: "error", message: { text } } : note(text);
      }),
      ...passedOverLines(passedOver, translate).map(note),
    ],
    properties: { files, stanzas, ...(nonzas === 0 ? {} : { nonzas }) },
  };
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

function artifactLocation(path: string): ArtifactLocation {
  const inside = pathInCheckout(path);
  if (inside === undefined) return { uri: pathToFileURL(path).href };
  const segments = inside.split("/").map((segment) => encodeURIComponent(segment.toWellFormed()));
  return { uri: segments.join("/"), uriBaseId: BASE };
}

function resultOf(finding: ReportedFinding, file: ArtifactLocation, fingerprint: string) {
  const { rule, severity, message, related, fixes } = finding;
  const locationOf = (range: ReportedRange) => ({
    physicalLocation: { artifactLocation: file, region: regionOf(range) },
  });
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(finding)],
    partialFingerprints: { "xmppStanza/v1": fingerprint },
    relatedLocations: related.map((place, id) => ({
      id,
      ...locationOf(place),
      message: { text: place.message },
    })),
    fixes: fixes.map(({ title, preferred, safe, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation: file,
          replacements: edits.map((edit) => ({
            deletedRegion: regionOf(edit),
            insertedContent: { text: edit.newText },
          })),
        },
      ],
      properties: { preferred, safe },
    })),
  };
}

/** Both count from 1, and in both the end is exclusive. */
function regionOf({ line, column, endLine, endColumn }: ReportedRange) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
