/** Conditions that answer most requests that fail: what is offered first, or where nobody can be asked. */
export const usualConditions = [
  "service-unavailable",
  "item-not-found",
  "bad-request",
  "feature-not-implemented",
] as const;
