const hidden = "[hidden]";

/** Names of fields that hold a secret, at any depth. An `idempotencyKey` is none. */
const secretName = /^(key|api[-_]?key|.*_api_key|x-api-key|.*secret.*|.*password.*|token|.*[-_]token|accessToken|authorization|cookie|set-cookie|hash|salt)$/i;

/** What looks like a secret inside a text: an Authorization header's value, and the password in an address. */
const secretTexts: readonly (readonly [RegExp, string])[] = [
  [/\b((?:users )?Api-Key|Bearer|Basic|JWT) +[^\s"'\\,]+/gi, `$1 ${hidden}`],
  [/(\/\/[^\s/:@"']*:)[^\s/@"']+@/g, `$1${hidden}@`],
  [/(payload-token|sessionid)=[^;\s"'\\]+/gi, `$1=${hidden}`],
];

/** The text without what looks like a secret, and without the secrets that are known by heart. */
export function redactText(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.length >= 6);
  const cleaned = secretTexts.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return known.reduce((rest, secret) => rest.replaceAll(secret, hidden).replaceAll(JSON.stringify(secret).slice(1, -1), hidden), cleaned);
}

/** The same object with every field of a secret's name hidden. What has been seen above itself is cut. */
export function redactFields(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value !== "object" || value === null || value instanceof Date || value instanceof Error) return value;
  if (above.includes(value) || above.length > 8) return "[…]";
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((each) => redactFields(each, inside));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, secretName.test(name) && each != null ? hidden : redactFields(each, inside)]));
}
