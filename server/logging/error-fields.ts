/** What the log keeps of an error. */
export type ErrorFields = {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: ErrorFields;
  readonly errors?: readonly ErrorFields[];
};

/**
 * An error by its class, code, message, place and causes, and nothing else: drivers hang the query, its values, the
 * row that they refused or the command with its password on what they throw.
 */
export function errorFields(error: Error, depth = 0): ErrorFields {
  const { name, message, stack, cause } = error;
  const { code, status, errors } = error as { code?: unknown; status?: unknown; errors?: unknown };
  const places = stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join(" | ");
  const several = Array.isArray(errors) ? errors.filter((each) => each instanceof Error).slice(0, 3) : [];
  return {
    type: name && name !== "Error" ? name : error.constructor.name,
    // What a trigger of somebody's own raises may hold the whole row.
    message: code === "P0001" ? "raised by a trigger of the database" : message,
    ...((typeof code === "string" || typeof code === "number") && { code }),
    ...(typeof status === "number" && { status }),
    ...(places && { stack: places }),
    ...(cause instanceof Error && depth < 4 && { cause: errorFields(cause, depth + 1) }),
    ...(several.length > 0 && depth < 4 && { errors: several.map((each) => errorFields(each, depth + 1)) }),
  };
}
