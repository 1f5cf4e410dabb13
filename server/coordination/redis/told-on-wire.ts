import { LibreTimeError, type LibreTimeFailure } from "@/server/libretime/libretime-error";
import type { Stand, Told } from "../sharing";

/** A failure travels as what its message is made of. */
type StandOnWire = Omit<Stand, "failure"> & { readonly failure?: LibreTimeFailure };
type ToldOnWire = Omit<Told, "stand"> & { readonly stand?: StandOnWire };

export function writeTold({ stand, ...told }: Told): ToldOnWire {
  return stand ? { ...told, stand: writeStand(stand) } : told;
}

export function readTold({ stand, ...told }: ToldOnWire): Told {
  return stand ? { ...told, stand: readStand(stand) } : told;
}

export function writeStand({ failure, ...stand }: Stand): StandOnWire {
  if (!failure) return stand;
  const { problemCode, what, method, path, outcome, maybeSaved } = failure;
  return { ...stand, failure: { problemCode, what, method, path, outcome, maybeSaved } };
}

export function readStand({ failure, ...stand }: StandOnWire): Stand {
  return failure ? { ...stand, failure: new LibreTimeError(failure) } : stand;
}
