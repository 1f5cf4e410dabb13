import type { CollectionConfig } from "payload";
import { everybody, nobody } from "../who-may";
import { stationTime } from "./station-time";

/**
 * What is on the grid and ours. Written by Airweek alone. Who and what it names are kept as ids and as words,
 * not as relationships: a slot that has aired stays true after its episode, show or planner is deleted.
 */
export const slots: CollectionConfig = {
  slug: "slots",
  disableDuplicate: true,
  admin: { useAsTitle: "title", defaultColumns: ["startsAt", "endsAt", "title", "showTitle", "plannedByName"], group: "Schedule", listSearchableFields: ["title", "showTitle"], pagination: { defaultLimit: 25 } },
  access: { create: nobody, read: everybody, update: nobody, delete: nobody },
  defaultSort: "-startsAt",
  indexes: [{ fields: ["episode", "startsAt"] }],
  fields: [
    { name: "title", type: "text", required: true },
    { name: "showTitle", type: "text", required: true },
    { name: "episode", type: "text", required: true },
    { name: "show", type: "text", required: true, index: true },
    { name: "startsAt", type: "date", label: "Starts", required: true, index: true, admin: { components: stationTime } },
    { name: "endsAt", type: "date", label: "Ends", required: true, index: true, admin: { components: stationTime } },
    { name: "trackId", type: "number", required: true },
    { name: "trackSeconds", type: "number", required: true },
    { name: "instanceId", type: "number", required: true },
    { name: "playoutId", type: "number", required: true },
    { name: "ownsInstance", type: "checkbox", required: true, label: "Airweek made the instance" },
    { name: "version", type: "number", required: true, defaultValue: 1 },
    { name: "plannedBy", type: "text" },
    { name: "plannedByName", type: "text", label: "Planned by" },
  ],
};
