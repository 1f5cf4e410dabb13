/**
 * A text as searching compares it: lower case, without accents, single spaces. For "Été à Orléans" it is
 * "ete a orleans". Kept beside the episode, since SQLite folds ASCII alone.
 */
export function fold(...texts: readonly (string | null | undefined)[]): string {
  return texts
    .filter((text) => text)
    .join(" ")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
