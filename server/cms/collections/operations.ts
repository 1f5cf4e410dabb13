import type { CollectionConfig } from "payload";
import { stepsOfLine } from "../steps-of-line";
import { nobody, planners } from "../who-may";
import { stationTime } from "./station-time";

const asText = { Field: "/admin/json-field#JsonField" };

/** The journal: one line for each act, written before, during and after it. Written by Airweek alone. */
export const operations: CollectionConfig = {
  slug: "operations",
  labels: { singular: "Journal line", plural: "Journal" },
  disableDuplicate: true,
  admin: {
    useAsTitle: "kind",
    defaultColumns: ["kind", "state", "at", "actor"],
    group: "Schedule",
    pagination: { defaultLimit: 25 },
  },
  access: { create: nobody, read: planners, update: nobody, delete: nobody },
  defaultSort: "-at",
  indexes: [{ fields: ["actor", "idempotencyKey"], unique: true }],
  fields: [
    { name: "kind", type: "text", required: true },
    { name: "actor", type: "text", label: "Who", admin: { components: { Cell: "/admin/person-cell#PersonCell" } } },
    { name: "at", type: "date", label: "When", required: true, index: true, admin: { components: stationTime } },
    {
      name: "state",
      type: "select",
      required: true,
      index: true,
      options: ["wanted", "done", "refused", "undone", "unknown"],
    },
    { name: "idempotencyKey", type: "text" },
    { name: "holder", type: "text", admin: { hidden: true } },
    { name: "input", type: "json", admin: { components: asText } },
    { name: "effects", type: "json", admin: { components: asText } },
    // Rows of a table of their own, which Payload does not know.
    { name: "steps", type: "json", virtual: true, hooks: { afterRead: [stepsOfLine] }, admin: { components: asText } },
    { name: "inverse", type: "json", admin: { components: asText } },
    { name: "answer", type: "json", admin: { components: asText } },
  ],
};
