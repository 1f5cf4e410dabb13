import type { CollectionConfig } from "payload";
import { rulesGoWithShow } from "../name-rule";
import { picks } from "../picks";
import { colourAfter, validColour } from "../palette";
import { foldShow } from "../search-text";
import { stillPlanned } from "../still-planned";
import { adminsField, everybody, keptByAirweek, planners } from "../who-may";

/** The programmes of the station. */
export const shows: CollectionConfig = {
  slug: "shows",
  admin: {
    useAsTitle: "title",
    defaultColumns: ["title", "colour", "hosts", "libretimeShowId"],
    group: "Programme",
    listSearchableFields: ["title", "description"],
    pagination: { defaultLimit: 25 },
  },
  access: { create: planners, read: everybody, update: planners, delete: planners },
  hooks: {
    beforeOperation: [picks.noteSaid],
    beforeChange: [picks.whenShowLinked, foldShow],
    beforeDelete: [stillPlanned.whenShowDeleted, rulesGoWithShow],
  },
  fields: [
    { name: "title", type: "text", required: true, maxLength: 200, index: true },
    { name: "description", type: "textarea", maxLength: 5000 },
    {
      name: "colour",
      type: "text",
      maxLength: 7,
      defaultValue: async ({ req }) =>
        colourAfter((await req.payload.count({ collection: "shows", overrideAccess: true, req })).totalDocs),
      validate: (value: unknown) => (value === null || value === undefined || value === "" ? true : validColour(value)),
      admin: {
        description: "How the grid marks the show.",
        components: { Field: "/admin/colour-field#ColourField", Cell: "/admin/colour-cell#ColourCell" },
      },
    },
    { name: "hosts", type: "relationship", relationTo: "users", hasMany: true, maxRows: 50 },
    {
      name: "defaultSlotMinutes",
      type: "number",
      min: 1,
      max: 1439,
      label: "Usual length in minutes",
      admin: { step: 5, description: "What an empty slot of the show is as long as." },
    },
    {
      name: "libretimeShowId",
      type: "number",
      unique: true,
      min: 1,
      label: "Show in LibreTime",
      access: { create: adminsField, update: adminsField },
      // One show of LibreTime's belongs to one of ours: a copy has none yet.
      hooks: { beforeDuplicate: [() => null] },
      admin: {
        position: "sidebar",
        components: { Field: "/admin/show-link#ShowLink", Cell: "/admin/link-cell#LinkCell" },
      },
    },
    // What the show in LibreTime was known by when it was linked, and that a form has picked it, be it the same again.
    { name: "knownShow", type: "text", hidden: true, access: keptByAirweek },
    {
      name: "showPicked",
      type: "checkbox",
      virtual: true,
      access: { create: adminsField, update: adminsField },
      hooks: { afterRead: [picks.nobodyHasPicked] },
      admin: { hidden: true },
    },
    { name: "searchText", type: "text", hidden: true },
  ],
};
