/** The forms of values, in the words of XML Schema and of XEP-0082. */

import type { Value, ValueType } from "./schema";

const forms: Readonly<Record<ValueType, RegExp>> = {
  boolean: /^(?:true|false|0|1)$/,
  integer: /^[+-]?\d+$/,
  unsigned: /^(?:\+?\d+|-0+)$/,
  positive: /^\+?0*[1-9]\d*$/,
  decimal: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  base64: /^(?:[A-Za-z0-9+/]\s*)*(?:=\s*){0,2}$/,
};

/** True if the value is as a schema says it is. White space around it does not count. */
export function hasForm(value: string, { type, values }: Value): boolean {
  const trimmed = value.trim();
  if (values) return values.includes(value) || values.includes(trimmed);
  return type === undefined || forms[type].test(trimmed);
}
