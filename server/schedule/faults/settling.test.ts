import { breakSettling, type Killed } from "./settling.test-kit";
import { at, type Given } from "../given/given.test-kit";
import { on } from "../given/foreign.test-kit";
import { moveOne } from "../move-one";

const aMove: Pick<Killed, "before" | "act"> = {
  before: async (given) => (await given.plan("night1", "20:00", "21:00")).slotId,
  act: (given, deps, slotId) =>
    moveOne(deps, given.people.programmer, {
      slotId: slotId as string,
      scheduledAt: at("21:30"),
      scheduledEnd: at("22:30"),
    }),
};
const [NEW_ROW_MADE, OLD_ROW_GONE] = [3, 7];

/** Somebody in LibreTime makes the moved row start later. */
async function edited({ station }: Given): Promise<void> {
  const moved = (await station.snapshot()).schedule.findLast(({ id }) => Number(id) === 3)!;
  await station.put("schedule", { ...moved, starts_at: on("21:40") } as never);
}

await breakSettling({
  name: "the settling of a move that ended when its new row was made",
  requests: [
    "GET /schedule",
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 28,
  ...aMove,
  killed: { nth: NEW_ROW_MADE, when: "after" },
});

await breakSettling({
  name: "the settling of a move that ended when its old row was gone",
  requests: [
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule/*",
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 17,
  ...aMove,
  killed: { nth: OLD_ROW_GONE, when: "after" },
});

await breakSettling({
  name: "the settling of a move that ended when its old row was gone, and whose new one somebody changed",
  requests: [
    "GET /schedule/*",
    "GET /show-instances/*",
    "GET /schedule/*",
    "GET /schedule",
    "GET /show-instances/*",
    "POST /schedule",
    "GET /schedule/*",
    "GET /show-instances/*",
    "DELETE /schedule/*",
    "GET /show-instances/*",
    "GET /schedule",
    "DELETE /show-instances/*",
  ],
  places: 33,
  ...aMove,
  killed: { nth: OLD_ROW_GONE, when: "after" },
  since: edited,
});
