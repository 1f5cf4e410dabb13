import type { SlotId } from "@/domain/ids";
import type { Inbox } from "@/domain/troubles";

/** What is wrong in the coming weeks, as this process saw it last. */
export type InboxWatch = {
  /** Compares all coming weeks with LibreTime, now; tells the others when it is not as before. Fails with LibreTimeError. */
  readonly look: () => Promise<void>;
  /** These were just written or read back: what was seen of them before is no news any more. */
  readonly settled: (ids: readonly SlotId[]) => void;
  /** What was seen last; the first who asks waits for it, later ones are told by the news when it has changed. */
  readonly seen: () => Promise<Inbox>;
};
