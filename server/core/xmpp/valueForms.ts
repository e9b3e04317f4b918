/** The forms of values, in the words of XML Schema and of XEP-0082. */

const INTEGER = /^[+-]?\d+$/;

const forms: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|0|1)$/,
  integer: INTEGER,
  unsigned: /^(?:\+?\d+|-0+)$/,
  positive: /^\+?0*[1-9]\d*$/,
  decimal: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
};

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** True if the value is as it is said to be: of a simple type, or one of a list. White space around it does not count. */
export function hasForm(
  value: string,
  {
    type,
    values,
  }: { readonly type?: string | undefined; readonly values?: readonly string[] | undefined },
): boolean {
  const trimmed = value.trim();
  if (values) return values.includes(value) || values.includes(trimmed);
  if (type === "byte") return INTEGER.test(trimmed) && isByte(Number(trimmed));
  if (type === "base64") return BASE64.test(trimmed.replace(/\s/g, ""));
  return forms[type ?? ""]?.test(trimmed) ?? true;
}

/** From -128 to 127, as in XML Schema. */
function isByte(value: number): boolean {
  return value >= -128 && value <= 127;
}
