/** Checks of all but the conditions in errors outside of stanzas, which the rules of all families share. */

import { scopeLanguage } from "../xml/scope";
import type { XmlElement } from "../xml/tree";
import { documentSection } from "../xmpp/errorFamilies";
import type { FamilyId } from "../xmpp/errorFamily";
import type { FamilyError } from "../xmpp/familyError";
import { isOwnNamespace } from "../xmpp/namespaces";
import { isUnknownValue } from "../xmpp/placeholder";
import { isUnknown } from "../xmpp/unknown";
import { appendChildren, setNamespace, sorted } from "./edits";
import { familyCheck, removal } from "./familyConditions";
import { familyTextXml, mayTakeText } from "./familyFixes";
import { reportRepeatedTexts } from "./repeatedTexts";
import { strayTextRemoval, strayTextSource, visibleSpan } from "./strayText";

function documentOf({ family }: FamilyError): string {
  return documentSection(family, family.section);
}

/** A `<text/>` outside of its namespace. */
export function textNamespace(id: FamilyId) {
  const messages = {
    none: "<text/> has no namespace. Add xmlns='{right}' ({document})",
    wrong: "<text/> is in the wrong namespace. Use {right} ({document})",
  };
  return familyCheck(id, messages, (error, report) => {
    const right = error.host.textNamespace;
    if (right === undefined) return;
    for (const text of error.misplacedTexts) {
      const own = text.attributes.find(({ name }) => name === "xmlns");
      const isNone = !own && isOwnNamespace(text.namespace, error.element.namespace);
      report(own ? own.span : text.nameSpan, isNone ? "none" : "wrong", {
        values: { namespace: text.namespace, right, document: documentOf(error) },
        fixes: () => [
          {
            title: "Set the namespace of <text/>",
            edits: setNamespace(text, right, error.source),
            applicability: "automatic",
          },
        ],
      });
    }
  });
}

/** Several texts of the same language. */
export function textMultiple(id: FamilyId) {
  const messages = {
    language: 'Second <text/> in "{language}". Remove it or correct its xml:lang ({document})',
    none: "Second <text/> without a language. Remove it or add xml:lang ({document})",
    first: "The first <text/> is here.",
  };
  return familyCheck(id, messages, (error, report) => {
    reportRepeatedTexts(
      error.texts,
      (text) => languageOf(text, error),
      () => error.source,
      report,
      {
        document: documentOf(error),
      },
    );
  });
}

/** The language in small letters, `""` for none, undefined for a placeholder. */
function languageOf({ language }: XmlElement, { scope }: FamilyError): string | undefined {
  if (language) return isUnknown(language) ? undefined : language.value.toLowerCase();
  const tag = scopeLanguage(scope) ?? "";
  return isUnknownValue(tag) ? undefined : tag.toLowerCase();
}

/** Character data between the children of the error. */
export function strayText(id: FamilyId) {
  const messages = {
    stray: "Text directly in <{element}/> is ignored. Move it into <text/> ({document})",
  };
  return familyCheck(id, messages, (error, report) => {
    const [first] = error.strayTexts;
    // Without a condition, that is the one defect.
    if (!first || error.conditions.length === 0) return;
    const { element, source } = error;
    report(visibleSpan(first, source), "stray", {
      values: { element: element.name, document: documentOf(error) },
      fixes: (context) => {
        const removal = strayTextRemoval(error, source);
        if (!mayTakeText(error)) {
          return [{ title: "Remove the text", edits: removal, applicability: "choice" }];
        }
        const child = familyTextXml(error, strayTextSource(error, source), context);
        const edits = sorted([...removal, appendChildren(element, [child], source, context)]);
        return [{ title: "Move the text into <text/>", edits, applicability: "automatic" }];
      },
    });
  });
}

/** An application-specific condition without a namespace of its own. */
export function appConditionNamespace(id: FamilyId) {
  const messages = {
    none: "<{name}/> must have its own namespace. Add the xmlns that defines it ({document})",
  };
  return familyCheck(id, messages, (error, report) => {
    for (const element of error.unqualified) {
      report(element.nameSpan, "none", {
        values: { name: element.name, document: documentOf(error) },
        fixes: () => [removal(element, error)],
      });
    }
  });
}

/** More than one application-specific condition. */
export function appConditionMultiple(id: FamilyId) {
  const messages = {
    multiple: "More than one application-specific condition. Keep one, e.g. {first} ({document})",
    first: "The first one is here.",
  };
  return familyCheck(id, messages, (error, report) => {
    const [first, second] = error.application;
    if (!first || !second) return;
    report(second.nameSpan, "multiple", {
      values: { first: first.local, document: documentOf(error) },
      fixes: () => [removal(second, error)],
      related: [{ span: first.nameSpan, message: "first" }],
    });
  });
}
