import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest, Where } from "payload";
import { formatInstant, instant } from "@/domain/time";
import { apiRefusal } from "./api-refusal";

/** How many slots the refusal names; more would only be more of the same. */
const NAMED = 50;

async function refuseIfPlanned(where: Where, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.find({
    collection: "slots",
    where: { and: [where, { endsAt: { greater_than: new Date().toISOString() } }] },
    sort: "startsAt", limit: NAMED, depth: 0, pagination: false, overrideAccess: true, req,
  });
  if (docs.length === 0) return;
  const iso = (text: string) => formatInstant(instant(Date.parse(text)));
  throw apiRefusal({ code: "STILL_PLANNED", slots: docs.map(({ startsAt, endsAt }) => ({ startsAt: iso(startsAt), endsAt: iso(endsAt) })) });
}

const whenEpisodeDeleted: CollectionBeforeDeleteHook = ({ id, req }) => refuseIfPlanned({ episode: { equals: String(id) } }, req);

const whenShowDeleted: CollectionBeforeDeleteHook = ({ id, req }) => refuseIfPlanned({ show: { equals: String(id) } }, req);

const whenShowChanged: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === "update" && data.show !== undefined && idOf(data.show) !== idOf(originalDoc?.show)) {
    await refuseIfPlanned({ episode: { equals: String(originalDoc.id) } }, req);
  }
  return data;
};

function idOf(related: unknown): unknown {
  return typeof related === "object" && related !== null && "id" in related ? related.id : related;
}

/** What is on the grid keeps its episode and its show: 409 `STILL_PLANNED`, with the slots that have not ended. */
export const stillPlanned = { whenEpisodeDeleted, whenShowDeleted, whenShowChanged };
