import type { OurSlot } from "@/domain/picture";
import type { LibreTime } from "@/server/libretime/client";
import type { Deps } from "./deps";
import type { Through } from "./in-groups";
import type { JournalEntry } from "./journal-entry";

/** What an act works with while it holds the station. */
export type Act = {
  readonly deps: Deps;
  readonly actorId: string | null;
  /** LibreTime, for as long as this act may take. */
  readonly libretime: LibreTime;
  /** LibreTime, for finding out what a lost answer left behind, and for taking back: with time of its own. */
  readonly afterwards: LibreTime;
  readonly journal: JournalEntry;
  /** One of many: what it makes is sent when it is its turn. */
  readonly through?: Through;
  /** What acts that are not settled yet may have put on. */
  readonly unsettled: readonly OurSlot[];
};
