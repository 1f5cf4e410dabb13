/** Deeper than any form of the admin's; React reads an argument within an argument by calling itself. */
const DEPTH_LIMIT = 60;

/** What React keeps for itself in the browser, or writes as a reference: nothing that a guard could judge. */
export class Unread {}

/**
 * The first argument of a call as React sends it: JSON whose texts with a dollar sign stand for what JSON lacks.
 * Null when it is none. References to other parts of a body are none either: the admin sends no such parts.
 */
export function firstArgument(body: string): unknown {
  try {
    const all: unknown = JSON.parse(body);
    return Array.isArray(all) && all.length === 1 ? plain(all[0], 0) : null;
  } catch {
    return null;
  }
}

function plain(value: unknown, depth: number): unknown {
  if (depth > DEPTH_LIMIT) throw new Error("too deep");
  if (typeof value === "string") return value.startsWith("$") ? meaning(value) : value;
  if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  if (Object.hasOwn(value, "__proto__")) throw new Error("a prototype");
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, depth + 1)]));
}

function meaning(text: string): unknown {
  if (text.startsWith("$$")) return text.slice(1);
  if (text === "$undefined") return undefined;
  if (text.startsWith("$D")) return new Date(text.slice(2));
  if (/^\$(T|0:[\w:.-]*|n-?\d+|-0|-?Infinity|NaN)$/.test(text)) return new Unread();
  throw new Error("no such thing");
}
