import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from "payload";
import { ruleFault } from "@/domain/patterns/rule";
import { apiRefusal } from "./api-refusal";
import { recordOf } from "./rule-record";

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Keeps what a rule is called in lists: "Tue 20:00, every 2 weeks, premiere". What is no rerun follows nothing. */
export const nameOfRule: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { weekday, startTime, everyWeeks, kind } = { ...originalDoc, ...data };
  const pace = everyWeeks === "1" ? "every week" : `every ${everyWeeks} weeks`;
  return {
    ...data,
    title: `${days[Number(weekday) - 1]} ${startTime}, ${pace}, ${kind}`,
    ...(kind === "premiere" ? { follows: null } : {}),
  };
};

/** Refuses what cannot be kept beside the other rules, whichever way it comes. */
export const soundRule: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { docs } = await req.payload.find({
    collection: "patterns",
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const rule = recordOf({ ...originalDoc, ...data });
  const why = ruleFault({ ...rule, id: originalDoc?.id ?? null }, docs.map(recordOf));
  if (why) throw apiRefusal({ code: "MALFORMED_REQUEST", why });
  return data;
};

/** A show that is deleted takes its regular slots along. */
export const rulesGoWithShow: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({
    collection: "patterns",
    where: { show: { equals: String(id) } },
    depth: 0,
    overrideAccess: true,
    req,
  });
};
