/** The text of an editor, with its findings and their fixes as the server gives them. */

import type { LSPClient } from "@codemirror/lsp-client";
import type { Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Position,
  TextEdit,
} from "vscode-languageserver";

/** A finding at UTF-16 offsets of the text. */
export interface PlacedFinding {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly diagnostic: Diagnostic;
}

const severities = ["error", "error", "warning", "info", "info"] as const;

export class CheckedView {
  constructor(
    readonly view: EditorView,
    readonly client: LSPClient,
    readonly uri: string,
  ) {}

  /** The findings in the text; undefined if the text was edited meanwhile. */
  async findings(): Promise<PlacedFinding[] | undefined> {
    const { doc } = this.view.state;
    const report = await this.#request<DocumentDiagnosticReport>("textDocument/diagnostic", {});
    if (this.view.state.doc !== doc) return undefined;
    const items = report.kind === "full" ? report.items : [];
    return items.map((diagnostic) => ({
      from: offsetOf(doc, diagnostic.range.start),
      to: offsetOf(doc, diagnostic.range.end),
      line: diagnostic.range.start.line + 1,
      severity: severities[diagnostic.severity ?? 0],
      message: textOf(diagnostic.message),
      diagnostic,
    }));
  }

  /** The quick fixes for a finding, the preferred first. */
  async fixes({ diagnostic }: PlacedFinding): Promise<CodeAction[]> {
    const context = { diagnostics: [diagnostic], only: ["quickfix"] };
    const { range } = diagnostic;
    const actions = await this.#request<CodeAction[]>("textDocument/codeAction", {
      range,
      context,
    });
    // CodeMirror's client shows no documents, so that each action has an edit, or data to make one of.
    return actions.filter(({ edit, data }) => edit ?? data);
  }

  /** Applies a fix, unless the text was edited since it was offered. */
  async apply(action: CodeAction, doc: Text): Promise<void> {
    const whole = action.edit
      ? action
      : await this.client.request<CodeAction, CodeAction>("codeAction/resolve", action);
    const edits: readonly TextEdit[] = whole.edit?.changes?.[this.uri] ?? [];
    if (this.view.state.doc !== doc) return;
    const changes = edits.map(({ range, newText }) => ({
      from: offsetOf(doc, range.start),
      to: offsetOf(doc, range.end),
      insert: newText,
    }));
    this.view.dispatch({ changes });
    this.view.focus();
  }

  #request<Result>(method: string, params: object): Promise<Result> {
    this.client.sync();
    return this.client.request(method, { textDocument: { uri: this.uri }, ...params });
  }
}

function textOf(message: Diagnostic["message"]): string {
  return typeof message === "string" ? message : message.value;
}

function offsetOf(doc: Text, { line, character }: Position): number {
  const { from, to } = doc.line(Math.min(line + 1, doc.lines));
  return Math.min(from + character, to);
}
