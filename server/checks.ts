/** The requests of this project's own about texts that need not be open, and about the rules. */

import type { Cancellation, ServerContext } from "./context";
import { reportOf, ruleInfos } from "./features/check";
import { diagnosticsOf } from "./features/diagnostics";
import type { OpenDocument } from "./features/openDocument";
import { CHECK_REQUEST, type CheckParams, DIAGNOSE_REQUEST, RULES_REQUEST } from "./protocol";

/** Address of a text that comes from nowhere. */
const NO_PLACE = "untitled:stanzas";

/** Checks a text as the document of that uri, with the settings for it. */
type CheckText = (uri: string, text: string, cancellation: Cancellation) => Promise<OpenDocument>;

export function wireChecks(context: ServerContext, checkText: CheckText): void {
  const { connection, guarded } = context;

  connection.onRequest(
    CHECK_REQUEST,
    guarded(
      CHECK_REQUEST,
      null,
      async ({ text, uri, file }: CheckParams, cancellation: Cancellation) => {
        const document = await checkText(uri ?? NO_PLACE, text, cancellation);
        return reportOf(document, file ?? "", context.translate);
      },
    ),
  );

  connection.onRequest(
    DIAGNOSE_REQUEST,
    guarded(
      DIAGNOSE_REQUEST,
      null,
      async ({ text, uri }: CheckParams, cancellation: Cancellation) =>
        diagnosticsOf(await checkText(uri ?? NO_PLACE, text, cancellation), context.translate),
    ),
  );

  connection.onRequest(
    RULES_REQUEST,
    guarded(RULES_REQUEST, null, () => ruleInfos(context.translate)),
  );
}
