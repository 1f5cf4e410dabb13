import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from "payload";

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Keeps what a rule is called in lists: "Tue 20:00, every 2 weeks, premiere". What is no rerun follows nothing. */
export const nameOfRule: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { weekday, startTime, everyWeeks, kind } = { ...originalDoc, ...data };
  const pace = everyWeeks === "1" ? "every week" : `every ${everyWeeks} weeks`;
  return { ...data, title: `${days[Number(weekday) - 1]} ${startTime}, ${pace}, ${kind}`, ...(kind === "premiere" ? { follows: null } : {}) };
};

/** A show that is deleted takes its regular slots along. */
export const rulesGoWithShow: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({ collection: "patterns", where: { show: { equals: String(id) } }, depth: 0, overrideAccess: true, req });
};
