import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest, Where } from "payload";
import { episodeIn } from "@/domain/content";
import { intervalOf, onWire, type IntervalOnWire } from "@/domain/slots";
import { apiRefusal } from "./api-refusal";
import { isOpen } from "./is-open";
import { effectsIn } from "./old-lines";
import type { SlotRecord } from "./records";

/** How many slots the refusal names; more would only be more of the same. */
const NAMED = 50;

/** Whose slots: those of an episode, or of a show. */
type Whose = { readonly episode: string } | { readonly show: string };

async function refuseIfPlanned(whose: Whose, req: PayloadRequest): Promise<void> {
  const named = new Map(
    [...(await kept(whose, req)), ...(await unsettled(whose, req))].map((each) => [
      `${each.startsAt} ${each.endsAt}`,
      each,
    ]),
  );
  if (named.size === 0) return;
  throw apiRefusal({
    code: "STILL_PLANNED",
    slots: [...named.values()].toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)).slice(0, NAMED),
  });
}

/** Those in our records that have not ended. */
async function kept(whose: Whose, req: PayloadRequest): Promise<readonly IntervalOnWire[]> {
  const isWhose: Where = "episode" in whose ? { episode: { equals: whose.episode } } : { show: { equals: whose.show } };
  const { docs } = await req.payload.find({
    collection: "slots",
    where: { and: [isWhose, { endsAt: { greater_than: new Date().toISOString() } }] },
    sort: "startsAt",
    limit: NAMED,
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return docs.map(({ startsAt, endsAt }) => onWire(intervalOf({ startsAt, endsAt })));
}

/** Those that may stand all the same, by acts of which nobody knows yet: put on, or not taken off. */
async function unsettled(whose: Whose, req: PayloadRequest): Promise<readonly IntervalOnWire[]> {
  const { docs } = await req.payload.find({
    collection: "operations",
    where: { state: { in: ["wanted", "unknown"] } },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const isWhose = (slot: Pick<SlotRecord, "content" | "showId">) =>
    "episode" in whose ? episodeIn(slot.content) === whose.episode : slot.showId === whose.show;
  return docs
    .filter(({ state, answer }) => isOpen({ state, answer }))
    .flatMap(({ effects }) => {
      const { arriving = [], leaving = [], records = [] } = effectsIn(effects) ?? {};
      return [...arriving, ...leaving, ...records]
        .filter((slot) => isWhose(slot) && slot.endsAt > Date.now())
        .map(onWire);
    });
}

const whenEpisodeDeleted: CollectionBeforeDeleteHook = ({ id, req }) => refuseIfPlanned({ episode: String(id) }, req);

const whenShowDeleted: CollectionBeforeDeleteHook = ({ id, req }) => refuseIfPlanned({ show: String(id) }, req);

const whenShowChanged: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === "update" && data.show !== undefined && idOf(data.show) !== idOf(originalDoc?.show)) {
    await refuseIfPlanned({ episode: String(originalDoc.id) }, req);
  }
  return data;
};

function idOf(related: unknown): unknown {
  return typeof related === "object" && related !== null && "id" in related ? related.id : related;
}

/** What is on the grid keeps its episode and its show: 409 `STILL_PLANNED`, with the slots that have not ended, and those that may stand by an act that is not settled. */
export const stillPlanned = { whenEpisodeDeleted, whenShowDeleted, whenShowChanged };
