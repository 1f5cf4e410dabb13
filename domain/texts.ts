/** NUL and halves of a surrogate pair: no database keeps them alike, and PostgreSQL refuses them. */
const unsound = /[\0\p{Surrogate}]/u;

/** Can the text be kept and found again as it is? */
export function isSoundText(text: string): boolean {
  return !unsound.test(text);
}
