/**
 * Facts from the codec specification of ejabberd (specs/xmpp_codec.spec of https://github.com/processone/xmpp):
 * which elements, attributes and values of a namespace that server accepts.
 */

export interface CodecElement {
  readonly namespaces: readonly string[];
  readonly name: string;
  readonly attributes: readonly CodecAttribute[];
  /** Names of the specifications of its children. */
  readonly refs: readonly string[];
}

interface CodecAttribute {
  readonly name: string;
  readonly required: boolean;
  /** The values that it decodes; undefined for other kinds of values. */
  readonly values: readonly string[] | undefined;
}

/** The elements by the name of their specification. */
export function readCodec(text: string): Map<string, CodecElement> {
  const found = new Map<string, CodecElement>();
  for (const form of text.split(/^-xml\(/m).slice(1)) {
    const [, id] = /^\s*'?([\w-]+)'?\s*,/.exec(form) ?? [];
    const [, name] = /#elem\{\s*name = <<"([^"]*)">>/.exec(form) ?? [];
    if (id === undefined || name === undefined) continue;
    const [, list = "", single = ""] = /xmlns = (?:\[([^\]]*)\]|(<<"[^"]*">>))/.exec(form) ?? [];
    found.set(id, {
      namespaces: strings(list + single),
      name,
      attributes: form.split("#attr{").slice(1).map(attributeOf),
      refs: [...form.matchAll(/#ref\{\s*name = '?([\w-]+)'?/g)].map(([, ref]) => ref!),
    });
  }
  return found;
}

function attributeOf(text: string): CodecAttribute {
  const form = text.split(/#attr\{|#ref\{|cdata = |refs = /)[0]!;
  const [name = ""] = strings(/name = (<<"[^"]*">>)/.exec(form)?.[1] ?? "");
  const [, values] = /dec = \{dec_enum,\s*\[\[([^\]]*)\]/.exec(form) ?? [];
  return {
    name,
    required: /required = true/.test(form),
    values: values?.split(",").map((one) => one.trim().replace(/^'|'$/g, "")),
  };
}

function strings(text: string): string[] {
  return [...text.matchAll(/<<"([^"]*)">>/g)].map(([, one]) => one!);
}
