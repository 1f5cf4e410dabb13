import { agreement, textAgreement } from "./agreement";

/** What a show of LibreTime's is known by, beside its id: LibreTime tells nothing else of it that no edit changes. */
export type KnownShow = {
  readonly name: string;
  /** Empty where it has none. */
  readonly description: string;
  /** `#rrggbb`; null where it has none. */
  readonly colour: string | null;
  /** LibreTime's show was seen to be another one since: an instance of ours that is in it by now proves nothing. */
  readonly wasReplaced?: true;
};

/**
 * Is the show still the one that was linked? It is while it holds an instance with our mark (`holdsOurs`), and
 * while its name or its description is as it was. With both gone, its colour alone is not enough: LibreTime's own
 * pages give many shows the same one. A show that only got another name has the description that it had.
 */
export function isSameShow(kept: KnownShow, now: KnownShow, { holdsOurs }: { readonly holdsOurs: boolean }): boolean {
  if ((holdsOurs && !kept.wasReplaced) || textAgreement(kept.name, now.name) === "agrees") return true;
  const description = textAgreement(kept.description, now.description);
  if (description !== "unknown") return description === "agrees";
  const bothSayNone = isBlank(kept.description) && isBlank(now.description);
  return bothSayNone && agreement(kept.colour, now.colour) === "agrees";
}

function isBlank(text: string): boolean {
  return !text.trim();
}
