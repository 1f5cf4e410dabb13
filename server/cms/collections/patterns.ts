import type { CollectionConfig, TextFieldSingleValidation } from "payload";
import { isCalendarDay, isStartTime } from "@/domain/patterns/rule";
import { nameOfRule, soundRule } from "../name-rule";
import { everybody, planners } from "../who-may";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((label, index) => ({
  label,
  value: String(index + 1),
}));
const paces = ["1", "2", "3", "4"].map((value) => ({
  label: value === "1" ? "Every week" : `Every ${value} weeks`,
  value,
}));

const aDay: TextFieldSingleValidation = (value) =>
  !value || isCalendarDay(value) ? true : "A day is written 2026-11-24.";
const aDayAtLeast: TextFieldSingleValidation = (value, options) =>
  value ? aDay(value, options) : "A day of a week in which it airs, such as 2026-11-24.";
const aTime: TextFieldSingleValidation = (value) =>
  value && isStartTime(value) ? true : "A time is written 20:00, by the station's clock.";
const noneButDays = (value: unknown): true | string =>
  Array.isArray(value) && !value.every((each) => isCalendarDay(String(each))) ? "Days are written 2026-11-24." : true;

/** The regular slots of a show: a rule each. Empty ones are holes on the grid, until somebody fills them. */
export const patterns: CollectionConfig = {
  slug: "patterns",
  labels: { singular: "Regular slot", plural: "Regular slots" },
  admin: {
    useAsTitle: "title",
    defaultColumns: ["title", "show", "minutes", "firstDay", "lastDay"],
    group: "Programme",
    listSearchableFields: ["title"],
    pagination: { defaultLimit: 25 },
  },
  access: { create: planners, read: everybody, update: planners, delete: planners },
  hooks: { beforeChange: [nameOfRule, soundRule] },
  fields: [
    { name: "title", type: "text", admin: { hidden: true } },
    { name: "show", type: "relationship", relationTo: "shows", required: true, index: true },
    {
      type: "row",
      fields: [
        { name: "weekday", type: "select", required: true, options: weekdays },
        {
          name: "startTime",
          type: "text",
          required: true,
          maxLength: 5,
          label: "Starts at",
          validate: aTime,
          admin: { description: "By the station's clock: 20:00." },
        },
        { name: "minutes", type: "number", required: true, min: 1, max: 1439, label: "Minutes", admin: { step: 5 } },
      ],
    },
    {
      type: "row",
      fields: [
        { name: "everyWeeks", type: "select", required: true, defaultValue: "1", label: "How often", options: paces },
        {
          name: "anchor",
          type: "text",
          required: true,
          maxLength: 10,
          label: "Counted from the week of",
          validate: aDayAtLeast,
          admin: { description: "A day of a week in which it airs: 2026-11-24." },
        },
      ],
    },
    {
      name: "kind",
      type: "select",
      required: true,
      defaultValue: "premiere",
      label: "Premiere or rerun",
      options: [
        { label: "Premiere: the show's next episode", value: "premiere" },
        { label: "Rerun: what had its premiere before", value: "rerun" },
      ],
    },
    {
      name: "follows",
      type: "relationship",
      relationTo: "patterns",
      label: "Repeats the premiere of",
      filterOptions: ({ data }) => ({
        kind: { equals: "premiere" },
        show: { equals: idOf((data as { show?: unknown }).show) },
      }),
      admin: {
        condition: (data) => data?.["kind"] === "rerun",
        description: "Left empty: the show's last premiere, whichever it was.",
      },
    },
    {
      type: "row",
      fields: [
        { name: "firstDay", type: "text", maxLength: 10, label: "First day", validate: aDay },
        { name: "lastDay", type: "text", maxLength: 10, label: "Last day", validate: aDay },
      ],
    },
    {
      name: "skipped",
      type: "text",
      hasMany: true,
      maxLength: 10,
      maxRows: 400,
      label: "Days left out",
      validate: noneButDays,
    },
  ],
};

function idOf(related: unknown): unknown {
  return typeof related === "object" && related !== null && "id" in related ? related.id : (related ?? "");
}
