import { formerStream } from "@/domain/identities/former";
import { isSameStream } from "@/domain/identities/webstream";
import type { SlotRecord } from "@/server/cms/records";
import type { Mirror } from "@/server/coordination/mirror";
import { readinessOf, type Readiness } from "@/server/library/readiness";

/** Why what the slot plays would not be what was planned, by the mirror; null when it would. */
export function mediaNotReady(
  mirror: Mirror,
  { content, known }: Pick<SlotRecord, "content" | "known">,
): Exclude<Readiness, true> | null {
  if (content.kind === "live") return null;
  if (content.kind === "track") {
    const ready = readinessOf(mirror, {
      trackId: content.trackId,
      recording: known && !("addressDigest" in known) ? known : null,
    });
    return ready === true ? null : ready;
  }
  const stream = mirror.streams.get(content.streamId);
  const isReplaced = known && "addressDigest" in known && stream !== undefined && !isSameStream(known, stream);
  return isReplaced ? { reason: "replaced", was: formerStream(content.streamId, known) } : null;
}
