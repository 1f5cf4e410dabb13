import { errorFields } from "./error-fields";

const hidden = "[hidden]";

/** Names of fields that hold a secret, an address or the values of a query, at any depth. An `idempotencyKey` is none. */
const secretName =
  /^(key|api[-_]?key|api[-_]?key[-_]?index|.*_api_key|x-api-key|.*secret.*|.*password.*|token|.*[-_]token|(access|refreshed|reset\w*)token|authorization|cookie|set-cookie|hash|salt|e?-?mail|email[-_]?address|params|parameters|bindings|sessions?|_?sid)$/i;

/** What looks like a secret inside a text: an Authorization header's value, and the password in an address. */
const secretTexts: readonly (readonly [RegExp, string])[] = [
  [/\b((?:users )?Api-Key|Bearer|Basic|JWT) +[^\s"'\\,]+/gi, `$1 ${hidden}`],
  [/(\/\/[^\s/:@"']*:)[^\s/@"']+@/g, `$1${hidden}@`],
  [/(payload-token|sessionid|airweek-browser)=[^;\s"'\\]+/gi, `$1=${hidden}`],
  // A signed token, a hash or a salt, a key that the server made, a person's address.
  [/\beyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?/g, hidden],
  [/\b(?:pbkdf2[\w-]*:)?[0-9a-f]{32,}\b/gi, hidden],
  [/(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{43}(?![\w-])/g, hidden],
  [/[\p{L}\p{N}._%+'=-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}/gu, "[address]"],
];

/** The text without what looks like a secret, and without the secrets that are known by heart. */
export function redactText(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.length >= 6);
  const cleaned = secretTexts.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return known.reduce(
    (rest, secret) => rest.replaceAll(secret, hidden).replaceAll(JSON.stringify(secret).slice(1, -1), hidden),
    cleaned,
  );
}

/** The same object with every field of a secret's name hidden, and errors as their fields. What has been seen above itself is cut. */
export function redactFields(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (value instanceof Error) return errorFields(value);
  if (above.includes(value) || above.length > 8) return "[…]";
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((each) => redactFields(each, inside));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      secretName.test(name) && each != null ? hidden : redactFields(each, inside),
    ]),
  );
}
