/** The list of findings below the editor, each with its place, its rule and its fixes. */

import type { CodeAction } from "vscode-languageserver";
import type { Translate } from "../server/core/text/translate";
import type { CheckedView, PlacedFinding } from "./checkedView";

/** Maximum number of listed findings; the editor marks all of them. */
const MAX_LISTED = 50;

export function showFindings(
  findings: readonly PlacedFinding[],
  checked: CheckedView,
  translate: Translate,
): void {
  const summary = document.getElementById("summary") as HTMLElement;
  const list = document.getElementById("findings") as HTMLElement;
  const count = String(findings.length);
  summary.textContent =
    findings.length === 0
      ? translate("No findings")
      : translate("Findings in this text: {count}", { count });
  const shown = findings.slice(0, MAX_LISTED);
  list.replaceChildren(...shown.map((finding) => itemOf(finding, checked, translate)));
}

function itemOf(finding: PlacedFinding, checked: CheckedView, translate: Translate): HTMLLIElement {
  const { view } = checked;
  const item = document.createElement("li");
  item.className = finding.severity === "info" ? "information" : finding.severity;
  const place = button(`${finding.line}: ${finding.message}`, () => {
    view.dispatch({ selection: { anchor: finding.from, head: finding.to }, scrollIntoView: true });
    view.focus();
  });
  place.className = "place";
  item.append(place);
  const { code, codeDescription } = finding.diagnostic;
  if (codeDescription) {
    const link = document.createElement("a");
    Object.assign(link, { href: codeDescription.href, rel: "noreferrer", target: "_blank" });
    link.textContent = String(code);
    item.append(" ", link);
  }
  const fixes = document.createElement("details");
  fixes.innerHTML = "<summary></summary><div class='fixes'></div>";
  const [label, buttons] = fixes.children as unknown as [HTMLElement, HTMLElement];
  label.textContent = translate("Fixes");
  const { doc } = view.state;
  const offer = (action: CodeAction) => button(action.title, () => checked.apply(action, doc));
  // Fixes are tried before they are offered: only on demand.
  fixes.addEventListener(
    "toggle",
    async () => buttons.replaceChildren(...(await checked.fixes(finding)).map(offer)),
    { once: true },
  );
  item.append(fixes);
  return item;
}

function button(text: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
