/** SARIF logs of checks, each valid by the published schema. */

import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { Folder } from "../support/commandLine";

const schema = "node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json";

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
export const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));

/** Not what the machine that runs the tests has set, which may be GitHub's own. */
export const environment = { GITHUB_WORKSPACE: undefined };

export const files = {
  "a.xmpp": `<iq type='error' id='e1'>
  <error>
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
    <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
  </error>
</iq>
`,
  "b.stanza": "<message/>\n",
  "c d/é#%.xml": `<message type='error'>\r
  <error type='cancel'>\r
    <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\r
    <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Taken</text>\r
  </error>\r
</message>\r
`,
};

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: { artifactLocation: { uri: string }; region: Region };
}

export interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [Location];
  readonly relatedLocations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes: readonly {
    description: { text: string };
    artifactChanges: [
      { replacements: readonly { deletedRegion: Region; insertedContent: { text: string } }[] },
    ];
  }[];
}

/** The log of a check, which must be valid. */
export function read(output: string) {
  const log = JSON.parse(output);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [one] = log.runs;
  return { log, driver: one.tool.driver, results: one.results as Result[] };
}

/** The files checked with those arguments, and the log. */
export function check(content: Readonly<Record<string, string>>, ...args: string[]) {
  using folder = new Folder(content);
  const outcome = folder.run(["check", ".", "--format", "sarif", ...args], { env: environment });
  return { ...outcome, ...read(outcome.stdout) };
}
