import { trackOf } from "@/domain/tracks";
import { createSlot, findSlot, updateSlot } from "@/server/cms/slots";
import { findShowById } from "@/server/cms/shows";
import type { SlotRecord } from "@/server/cms/records";
import { Refusal } from "@/server/refusal";
import type { Act } from "./act";
import { makeInstance, makeRow } from "./put-on";

/** Writes a slot of ours anew as it was: its instance when that is gone, its row, and our record of both. */
export async function putBackSlot(act: Act, slot: SlotRecord): Promise<void> {
  const track = trackOf(act.deps.mirror.files.get(slot.trackId));
  if (!track.ok) throw new Refusal({ code: "TRACK_NOT_READY", reason: track.error, trackId: slot.trackId });
  const instanceId = (await act.deps.libretime.instances.get(slot.instanceId)) ? slot.instanceId : await newInstance(act, slot);
  const playoutId = await makeRow(act, { track: track.value, slot }, instanceId);
  if (await findSlot(slot.id)) await updateSlot(slot.id, { instanceId, playoutId });
  else await createSlot({ ...slot, instanceId, playoutId });
}

async function newInstance(act: Act, slot: SlotRecord): Promise<number> {
  const show = await findShowById(slot.showId);
  if (!show || show.libretimeShowId === null) throw new Refusal({ code: "SHOW_NOT_FOUND", showId: slot.showId });
  return makeInstance(act, show.libretimeShowId, slot);
}
