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
  admin: {
    useAsTitle: "title",
    defaultColumns: ["title", "showTitle", "startsAt", "endsAt", "plannedByName"],
    group: "Schedule",
    listSearchableFields: ["title", "showTitle"],
    pagination: { defaultLimit: 25 },
  },
  access: { create: nobody, read: everybody, update: nobody, delete: nobody },
  defaultSort: "-startsAt",
  indexes: [{ fields: ["episode", "startsAt"] }],
  fields: [
    { name: "title", type: "text", required: true },
    { name: "showTitle", type: "text", label: "Show", required: true },
    {
      name: "kind",
      type: "select",
      label: "Holds",
      required: true,
      defaultValue: "track",
      options: [
        { label: "A track of an episode", value: "track" },
        { label: "A live programme", value: "live" },
        { label: "A webstream", value: "stream" },
      ],
    },
    { name: "episode", type: "text", label: "Id of the episode" },
    { name: "show", type: "text", label: "Id of the show", required: true, index: true },
    {
      name: "startsAt",
      type: "date",
      label: "Starts",
      required: true,
      index: true,
      admin: { components: stationTime },
    },
    { name: "endsAt", type: "date", label: "Ends", required: true, index: true, admin: { components: stationTime } },
    { name: "trackId", type: "number", label: "Track in LibreTime" },
    { name: "trackSeconds", type: "number", label: "Seconds of the track" },
    { name: "streamId", type: "number", label: "Webstream in LibreTime" },
    { name: "knownMedia", type: "text", label: "What LibreTime's track or webstream was known by", hidden: true },
    { name: "instanceId", type: "number", label: "Instance in LibreTime", required: true },
    { name: "playoutId", type: "number", label: "Row in LibreTime" },
    { name: "ownsInstance", type: "checkbox", required: true, label: "Airweek made the instance" },
    { name: "instanceMark", type: "text", label: "Mark of the instance (created_at in LibreTime)" },
    { name: "stationShowId", type: "number", label: "Show of the instance in LibreTime" },
    { name: "version", type: "number", required: true, defaultValue: 1 },
    { name: "plannedBy", type: "text", label: "Id of who planned it" },
    { name: "plannedByName", type: "text", label: "Planned by" },
  ],
};
