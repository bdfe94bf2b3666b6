/** A line of the file that says that a session begins. */
export interface Start {
  readonly session: number;
  readonly kernel: string;
}

/** A line of the file with an input or, later, its output. */
export interface Text {
  readonly session: number;
  readonly line: number;
  readonly input?: string;
  readonly output?: string;
}

/** The start of a session that a line tells, if it tells one. */
export function asStart(line: string): [Start] | [] {
  const { session, kernel } = fieldsOf(line);
  return isCount(session) && typeof kernel === "string" ? [{ session, kernel }] : [];
}

/** The input or output that a line tells, if it tells one. */
export function asText(written: string): [Text] | [] {
  const { session, line, input, output } = fieldsOf(written);
  if (!isCount(session) || !isCount(line)) return [];
  if (typeof input === "string") return [{ session, line, input }];
  return typeof output === "string" ? [{ session, line, output }] : [];
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** The fields of a line; none where it is half a line, or something that another program wrote. */
function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = line === "" ? {} : JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
