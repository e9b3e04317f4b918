/** This project's own requests, about texts that need not be open, and about the rules. */

import { OpenDocument } from "../features/openDocument";
import type { Cancellation } from "../protocol/cancellation";
import {
  CHECK_REQUEST,
  type CheckParams,
  DIAGNOSE_REQUEST,
  DOCUMENT_STATE_REQUEST,
  type FileParams,
  RULE_TEXT_REQUEST,
  RULES_REQUEST,
  type RuleTextParams,
} from "../protocol/protocol";
import type { ServerContext } from "./context";
import type { DiagnosticsService } from "./diagnosticsHandlers";

/** URI of a text that comes from no file. */
const NO_PLACE = "untitled:stanzas";

/** Uses a document that is not open in a client; forgets the cached data of its URI afterwards. */
type ForAWhile = <T>(uri: string, use: () => Promise<T>) => Promise<T>;

export function wireChecks(
  context: ServerContext,
  diagnosing: DiagnosticsService,
  forAWhile: ForAWhile,
): void {
  const { connection, guarded } = context;

  connection.onRequest(
    CHECK_REQUEST,
    guarded(
      CHECK_REQUEST,
      null,
      async ({ text, uri = NO_PLACE, file }: CheckParams, cancellation: Cancellation) => {
        const { reportOf } = await import("./lazyFeatures");
        const document = new OpenDocument(uri, "", 0, text);
        await forAWhile(uri, () => context.checked(document, cancellation));
        const report = reportOf(document, file ?? "", context.translate);
        return context.inSlices(document, report, cancellation);
      },
    ),
  );

  connection.onRequest(
    DIAGNOSE_REQUEST,
    guarded(
      DIAGNOSE_REQUEST,
      null,
      async ({ text, uri = NO_PLACE }: CheckParams, cancellation: Cancellation) => {
        const document = new OpenDocument(uri, "", 0, text);
        return forAWhile(uri, () => diagnosing.diagnose(document, cancellation));
      },
    ),
  );

  connection.onRequest(
    RULES_REQUEST,
    guarded(RULES_REQUEST, null, async () => {
      const { ruleInfos } = await import("./lazyFeatures");
      return ruleInfos(context.translate);
    }),
  );

  connection.onRequest(
    RULE_TEXT_REQUEST,
    guarded(RULE_TEXT_REQUEST, null, async ({ rule }: RuleTextParams) => {
      const { ruleText } = await import("./lazyFeatures");
      return ruleText(rule, context.translate);
    }),
  );

  connection.onRequest(
    DOCUMENT_STATE_REQUEST,
    guarded(
      DOCUMENT_STATE_REQUEST,
      null,
      async ({ uri }: FileParams, cancellation: Cancellation) => {
        const document = await context.document(uri, cancellation);
        if (!document) return null;
        const { documentStateOf } = await import("./lazyFeatures");
        return documentStateOf(document, await context.settings(uri));
      },
    ),
  );
}
