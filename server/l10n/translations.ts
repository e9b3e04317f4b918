/** The translations, which are larger than all rules: loaded on demand. */

import * as l10n from "@vscode/l10n";
import chinese from "../../l10n/bundle.l10n.zh-cn.json";
import { shorten, type Translate } from "../core/text/translate";

// There is one bundle, so that translators of several sessions do not get in each other's way.
l10n.config({ contents: chinese });

export const inChinese: Translate = (template, values = {}) =>
  l10n.t(
    template,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(value)])),
  );
