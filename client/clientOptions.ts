/** Options of the client library, and re-exports of its classes for code that needs them once it is loaded. */

import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  type LanguageClientOptions,
  vsdiag,
} from "vscode-languageclient";
import { CONFIGURATION_FILE } from "../server/core/sources/fileNames";
import { OPEN_RULE_COMMAND } from "../server/protocol/protocol";
import type { CheckState } from "./checkState";
import { CrashHandler } from "./crashes";
import {
  CONFIGURATION_LANGUAGES,
  type DocumentFilter,
  isConfigurationFile,
  LANGUAGES,
} from "./documentFilter";
import { CREATE_REPLY_COMMAND } from "./errorReply";
import { RULE_PAGES } from "./ruleAddress";
import { showRule } from "./ruleDocuments";
import { runOf, SECTION } from "./settings";
import type { SourceChoices } from "./sourceChoices";

export { State, WorkDoneProgress, WorkspaceDiagnosticRequest } from "vscode-languageclient";

interface Surroundings {
  readonly admission: DocumentFilter;
  readonly switches: CheckState;
  readonly choices: SourceChoices;
  readonly output: vscode.LogOutputChannel;
  readonly traceOutput: vscode.LogOutputChannel;
  /** The client that these options are for; undefined until it is made. */
  client(): BaseLanguageClient | undefined;
  /** Called when the server has reported the findings of the document anew. */
  pulled(uri: vscode.Uri): void;
  /** Action of the button that is offered when the server has crashed too often. */
  restart(): void;
}

export function clientOptions(surroundings: Surroundings): LanguageClientOptions {
  const { admission, switches, choices, output, traceOutput, client, pulled, restart } =
    surroundings;
  return {
    documentSelector: [
      ...LANGUAGES.map((language) => ({ language })),
      ...CONFIGURATION_LANGUAGES.map((language) => ({
        language,
        pattern: `**/${CONFIGURATION_FILE}`,
      })),
    ],
    outputChannel: output,
    traceOutputChannel: traceOutput,
    // Commands that the server may offer, because the client carries them out.
    initializationOptions: {
      commands: [CREATE_REPLY_COMMAND],
      readsFiles: true,
      rulePages: RULE_PAGES,
    },
    errorHandler: new CrashHandler(output, () => admission.clear(), restart),
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      // True suppresses the pull of diagnostics on this occasion.
      filter: (document, mode) => {
        if (isConfigurationFile(document.uri)) return false;
        const run = runOf(document);
        return run === "off" || (run === "onSave" && mode === DiagnosticPullMode.onType);
      },
    },
    middleware: {
      ...admission.middleware(client),
      workspace: {
        // The choice for a document is one of its settings.
        configuration: async (params, token, next) => {
          const answer = await next(params, token);
          if (!Array.isArray(answer)) return answer;
          return answer.map((settings, index) => {
            const { section, scopeUri } = params.items[index] ?? {};
            const uri = scopeUri && client()?.protocol2CodeConverter.asUri(scopeUri);
            const source = section === SECTION && uri ? choices.of(uri) : undefined;
            return source === undefined ? settings : { ...settings, source };
          });
        },
      },
      executeCommand: (command, parameters, next) => {
        const [rule]: unknown[] = parameters;
        const isForRule = command === OPEN_RULE_COMMAND && typeof rule === "string";
        return isForRule ? showRule(rule) : next(command, parameters);
      },
      provideDiagnostics: async (document, previousResultId, token, next) => {
        const { full, unChanged } = vsdiag.DocumentDiagnosticReportKind;
        const uri = document instanceof vscode.Uri ? document : document.uri;
        const isWanted =
          document instanceof vscode.Uri || isConfigurationFile(uri) || switches.wants(document);
        if (!isWanted || !admission.has(uri)) return { kind: full, items: [] };
        const report = await next(document, previousResultId, token);
        pulled(uri);
        // The answer to an older request may be about text that has changed meanwhile.
        if (document instanceof vscode.Uri || !switches.waitsForSave(document)) return report;
        return previousResultId === undefined
          ? { kind: full, items: [] }
          : { kind: unChanged, resultId: previousResultId };
      },
    },
  };
}
