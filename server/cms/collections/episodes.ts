import type { CollectionConfig, Field } from "payload";
import { picks } from "../picks";
import { stationTime } from "./station-time";
import { foldEpisode } from "../search-text";
import { stillPlanned } from "../still-planned";
import { everybody, keptByAirweek, planners } from "../who-may";

const aired: Field[] = [
  {
    name: "scheduledAt",
    type: "date",
    label: "Starts",
    index: true,
    access: keptByAirweek,
    admin: { readOnly: true, components: stationTime },
  },
  {
    name: "scheduledEnd",
    type: "date",
    label: "Ends",
    access: keptByAirweek,
    admin: { readOnly: true, components: stationTime },
  },
  {
    name: "libretimeInstanceId",
    type: "number",
    label: "LibreTime instance",
    access: keptByAirweek,
    admin: { readOnly: true },
  },
  {
    name: "libretimePlayoutId",
    type: "number",
    label: "LibreTime playout",
    access: keptByAirweek,
    admin: { readOnly: true },
  },
];

/** What the station airs: each episode of a show, with its track. */
export const episodes: CollectionConfig = {
  slug: "episodes",
  admin: {
    useAsTitle: "title",
    defaultColumns: ["title", "show", "status", "length", "scheduledAt"],
    group: "Programme",
    listSearchableFields: ["title"],
    pagination: { defaultLimit: 25 },
  },
  access: { create: planners, read: everybody, update: planners, delete: planners },
  hooks: {
    beforeOperation: [picks.noteSaid],
    beforeChange: [stillPlanned.whenShowChanged, picks.whenTrackPicked, foldEpisode],
    beforeDelete: [stillPlanned.whenEpisodeDeleted],
  },
  fields: [
    { name: "title", type: "text", required: true, maxLength: 200, index: true },
    // The condition is always met: with it the column may be empty, so an episode outlives its show and asks for another when it is next saved.
    {
      name: "show",
      type: "relationship",
      relationTo: "shows",
      required: true,
      index: true,
      admin: { condition: () => true },
    },
    { name: "description", type: "textarea", maxLength: 10_000 },
    {
      name: "libretimeTrackId",
      type: "number",
      min: 1,
      index: true,
      label: "Track",
      admin: { components: { Field: "/admin/track-picker#TrackPicker" } },
    },
    // What the track was known by when it was picked, and that a form has picked it, be it the same again.
    { name: "recording", type: "text", hidden: true, access: keptByAirweek },
    {
      name: "trackPicked",
      type: "checkbox",
      virtual: true,
      hooks: { afterRead: [picks.nobodyHasPicked] },
      admin: { hidden: true },
    },
    {
      type: "row",
      fields: [
        { name: "genres", type: "text", hasMany: true, maxLength: 60, maxRows: 20 },
        { name: "tags", type: "text", hasMany: true, maxLength: 60, maxRows: 50 },
        { name: "mood", type: "text", maxLength: 60 },
      ],
    },
    {
      name: "status",
      type: "select",
      required: true,
      defaultValue: "draft",
      index: true,
      options: ["draft", "ready", "archived"].map((value) => ({
        value,
        label: value[0]!.toUpperCase() + value.slice(1),
      })),
      admin: {
        position: "sidebar",
        description: "A note among colleagues. It never stops planning; the track decides whether an episode can air.",
      },
    },
    {
      name: "length",
      type: "number",
      min: 0,
      index: true,
      label: "Length",
      admin: {
        position: "sidebar",
        readOnly: true,
        description: "Seconds, as the track had it when it was picked.",
        components: { Cell: "/admin/length-cell#LengthCell" },
      },
    },
    {
      name: "onTheGrid",
      type: "ui",
      admin: { position: "sidebar", components: { Field: "/admin/on-the-grid#OnTheGrid" } },
    },
    {
      type: "collapsible",
      label: "On the schedule",
      admin: {
        position: "sidebar",
        initCollapsed: true,
        description: "Its next slot, or else its last. Airweek keeps this.",
      },
      fields: aired,
    },
    { name: "searchText", type: "text", hidden: true },
  ],
};
