/** Wires code actions: quick fixes, the repair of the document on save, error replies. */

import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
} from "vscode-languageserver";
import { rulePage } from "../core/rules/pages";
import { always } from "../core/text/steps";
import { codeActionKinds, REPLY_KIND } from "../features/capabilities";
import { isAboutNamed } from "../features/requestedDiagnostics";
import { OPEN_RULE_COMMAND } from "../protocol/protocol";
import type { ClientFeatures } from "./clientFeatures";
import { SAVE_BUDGET, type ServerCommand, type ServerContext } from "./context";

export function actionCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    codeActionProvider: {
      codeActionKinds: [...codeActionKinds],
      resolveProvider: client.has("resolveEdits"),
    },
  };
}

export function wireActions(context: ServerContext): Record<string, ServerCommand> {
  const { connection, guarded } = context;

  connection.onCodeAction(
    guarded("textDocument/codeAction", [] as CodeAction[], async (params, cancellation) => {
      const { uri } = params.textDocument;
      // An editor that saves must not wait; a person who invokes the action wants the whole repair.
      const isInvoked = params.context.triggerKind === CodeActionTriggerKind.Invoked;
      const features = await import("./lazyFeatures");
      const { codeActionsAt, isForSaving, resolveCodeAction, wantsKind } = features;
      // After the import: the first request of a session would spend its time on loading.
      const hasTime = isInvoked ? always : context.hasTime(SAVE_BUDGET);
      // A repair checks the stanzas that it needs, within its time.
      const document = await (isForSaving(params)
        ? context.document(uri, cancellation)
        : context.open(uri, cancellation));
      if (!document) return [];
      const { translate } = context;
      const settings = await context.settings(uri);
      const actions: CodeAction[] = [];
      // Findings of an ignored document are not reported, so that there are none to repair.
      if (!settings.isIgnored) {
        const opensPages = context.client.has("showDocument");
        const steps = codeActionsAt(
          document,
          params,
          translate,
          hasTime,
          context.rulePage,
          opensPages,
        );
        actions.push(...(await context.inSlices(document, steps, cancellation)));
      }
      const view = document.viewAt(params.range.start);
      const canAsk = context.client.has("createReplyCommand");
      if (view && !settings.isIgnored && wantsKind(params, CodeActionKind.QuickFix)) {
        const { rulePage } = context;
        const fixes = await features.replyFixesAt(
          view,
          params,
          settings,
          canAsk,
          translate,
          rulePage,
        );
        // Before the ways to silence the findings.
        actions.unshift(...fixes);
      }
      // VS Code names all that is in a selection, in which a stanza may be answered all the same.
      const isAboutStanza = context.client.has("isOwn") || !isAboutNamed(params);
      if (view && isAboutStanza && wantsKind(params, REPLY_KIND)) {
        actions.push(...(await features.replyActionsAt(view, params, settings, canAsk, translate)));
      }
      if (context.client.has("resolveEdits")) return actions;
      for (const [index, action] of actions.entries()) {
        if (!action.data) continue;
        const steps = resolveCodeAction(action, document);
        actions[index] = await context.inSlices(document, steps, cancellation);
      }
      return actions;
    }),
  );

  connection.onCodeActionResolve(async (action, cancellation) =>
    guarded("codeAction/resolve", action, async () => {
      const { documentOf, resolveCodeAction } = await import("./lazyFeatures");
      const document = await context.open(documentOf(action) ?? "", cancellation);
      if (!document) return action;
      return context.inSlices(document, resolveCodeAction(action, document), cancellation);
    })(),
  );

  return {
    async [OPEN_RULE_COMMAND]([rule]) {
      if (typeof rule !== "string") return null;
      const { client, translate } = context;
      const uri = rulePage(rule, translate);
      if (client.has("showDocument")) {
        await connection.window.showDocument({ uri, external: true });
        return null;
      }
      const { ruleInfos } = await import("./lazyFeatures");
      const info = ruleInfos(translate).find(({ id }) => id === rule);
      if (!info) return null;
      const message = `${rule}: ${info.summary} ${info.page}`;
      // A notification, which needs no capability; the library's functions for messages send a request.
      await connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message,
      });
      return null;
    },
  };
}
