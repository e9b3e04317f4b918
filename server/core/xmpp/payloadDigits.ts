/** Digits by which the table of payloads names the elements of a namespace, in their order. */
export const payloadDigits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
