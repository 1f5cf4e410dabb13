import { redactText } from "./redact";

/** No text of a line is longer than this, in bytes. */
const LONGEST_BYTES = 2_000;
/** What is looked at before a text is cut: a secret is not cut in two. */
const LOOKED_AT = 16_384;

/** Controls, and what turns the direction of a line, breaks it, or cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Drizzle tells the whole query with its values; PostgreSQL and SQLite name the value that they refuse. */
const queries: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/Failed query: *update +["`]?(\w+).*/is, (_, table) => `Failed query: update ${table}`],
  [
    /Failed query: *(?!update )(\w+)(?: .*?\b(?:into|from) +["`]?(\w+))?.*/is,
    (_, verb, table) => `Failed query: ${[verb, table].filter(Boolean).join(" ")}`,
  ],
  [/\bparams: .*/is, () => "[values hidden]"],
  [/\bKey \(([^)]*)\)=\(.*/is, (_, columns) => `Key (${columns}) [values hidden]`],
  [/\bFailing row contains .*/is, () => "[values hidden]"],
  [
    /(invalid input (?:syntax|value) for [^:]*|out of range|malformed \w+ literal|invalid byte sequence[^:]*|date\/time field[^:]*): .*/is,
    (_, what) => `${what}: [value hidden]`,
  ],
];

/** A text as it may stand in the log: on one line, without secrets, addresses of people and values of queries, and short. */
export function cleanText(text: string, secrets: readonly string[] = []): string {
  const line = text.slice(0, LOOKED_AT).replace(unseen, " ").trim();
  const told = queries.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), line);
  return cut(redactText(told, secrets));
}

function cut(text: string): string {
  if (Buffer.byteLength(text) <= LONGEST_BYTES) return text;
  // A character that the cut goes through is left out.
  const kept = Buffer.from(text)
    .subarray(0, LONGEST_BYTES - 4)
    .toString("utf8")
    .replace(/\uFFFD+$/, "");
  return `${kept} …`;
}

/** The same for everything inside a value: every text, and every name of a field. */
export function cleanValue(value: unknown, secrets: readonly string[] = []): unknown {
  if (typeof value === "string") return cleanText(value, secrets);
  if (Array.isArray(value)) return value.slice(0, 100).map((each) => cleanValue(each, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 100)
      .map(([name, each]) => [cleanText(name, secrets), cleanValue(each, secrets)]),
  );
}
