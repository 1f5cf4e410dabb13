import { agreement, textAgreement } from "./agreement";

/** What a webstream of LibreTime's is known by, beside its id. */
export type Webstream = {
  readonly name: string;
  /** A digest of its address, which may carry a password. */
  readonly addressDigest: string;
};

/**
 * Is the webstream still the one that was planned? It is while its name or its address is as it was. When it was
 * made says nothing: LibreTime's own pages write `created_at` anew with every save.
 */
export function isSameStream(kept: Webstream, now: Webstream): boolean {
  return (
    textAgreement(kept.name, now.name) === "agrees" || agreement(kept.addressDigest, now.addressDigest) === "agrees"
  );
}
