/** Whose password it is: what others know of them. */
export type PasswordOwner = {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly stationName: string;
};

/** Characters that a password has at least. */
const SHORTEST = 10;
/** So many letters have to be left of one that has a name in it, without that name and without digits and signs. */
const BESIDE_A_NAME = 5;

/**
 * Why a password may not be set; null for one that may. "robin-2026" of Robin is his name and digits, "robin on the
 * quay" is not. Case, accents, spaces and signs make no other name.
 */
export function passwordFault(password: string, { name, email, stationName }: PasswordOwner): string | null {
  if (Array.from(password.trim()).length < SHORTEST) return `A password needs at least ${SHORTEST} characters.`;
  const known = [name, email, email?.split("@")[0], stationName].filter((text) => typeof text === "string");
  const words = known.flatMap((text) => [bare(text), ...text.split(/[^\p{L}\p{N}]+/u).map(bare)]);
  const names = [...new Set(words)].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const given = bare(password);
  const left = names.reduce((rest, each) => rest.replaceAll(each, ""), given);
  if (left === given || left.replace(/\p{N}/gu, "").length >= BESIDE_A_NAME) return null;
  return "A password must be more than your name, your email address or the station's name with a few characters around it.";
}

/** Letters and digits alone, lower case, without accents. */
function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
