import { seconds } from "@/domain/time";
import { trackOf, type Track } from "@/domain/tracks";
import { createSlot, findSlot, updateSlot } from "@/server/cms/slots";
import { findShowById } from "@/server/cms/shows";
import type { SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { makeInstance, makeRow } from "./put-on";

/** Writes a slot of ours anew as it was: its instance when that is gone, its row, and our record of both. */
export async function putBackSlot(act: Act, slot: SlotRecord): Promise<void> {
  const isHome = (await act.libretime.instances.get(slot.instanceId)) !== null;
  const instanceId = isHome ? slot.instanceId : await newInstance(act, slot);
  const playoutId = await makeRow(act, { track: trackAsPlanned(act, slot), slot }, instanceId);
  const ids = { instanceId, playoutId, ownsInstance: isHome ? slot.ownsInstance : true };
  if (await findSlot(slot.id)) await updateSlot(slot.id, ids);
  else await createSlot({ ...slot, ...ids });
}

/** It was good enough to stand there: what LibreTime says of the file by now does not decide. */
function trackAsPlanned({ deps }: Act, { trackId, trackSeconds }: SlotRecord): Track {
  const track = trackOf(deps.mirror.files.get(trackId));
  return track.ok ? track.value : { id: trackId, cueIn: seconds(0), length: seconds(trackSeconds) };
}

async function newInstance(act: Act, slot: SlotRecord): Promise<number> {
  const show = await findShowById(slot.showId);
  if (!show || show.libretimeShowId === null) throw new Refusal({ code: "SHOW_NOT_FOUND", showId: slot.showId });
  return makeInstance(act, show.libretimeShowId, slot);
}
