/**
 * What is done about the types of a cell: nothing; told on its stderr while it runs; or it does not run before they
 * are in order.
 */
export const checkModes = ["off", "warn", "strict"] as const;

export type CheckMode = (typeof checkModes)[number];
