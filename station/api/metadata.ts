import type { Field, Model } from "../model/field";

/** What OPTIONS tells of a field. Of the schedule it tells GET's serializer, and so a lie about POST (R207 against R208). */
export function describeFields(model: Model): Readonly<Record<string, unknown>> {
  const described: Record<string, unknown> = { id: { type: "integer", required: false, read_only: true, label: "ID" } };
  for (const [name, field] of Object.entries(model.fields)) described[name] = describeField(name, field);
  return described;
}

function describeField(name: string, field: Field): Readonly<Record<string, unknown>> {
  const words = name.replaceAll("_", " ");
  return {
    type: fieldType(name, field),
    required: field.required,
    read_only: field.readOnly ?? false,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    ...(field.max === undefined ? {} : { max_length: field.max }),
    ...(field.range === undefined ? {} : { min_value: field.range[0], max_value: field.range[1] }),
    ...(field.choices === undefined
      ? {}
      : { choices: [...field.choices].map(([value, label]) => ({ value, display_name: label })) }),
  };
}

function fieldType(name: string, field: Field): string {
  if (field.kind === "fk" || name === "live_enabled") return "field";
  return field.kind === "text" ? "string" : field.kind;
}

/** "ShowInstance" as a view's name: "Show Instance List". */
export function describeView(model: Model, isList: boolean, actions: Readonly<Record<string, unknown>>): unknown {
  return {
    name: `${model.name.replace(/([a-z])([A-Z])/g, "$1 $2")} ${isList ? "List" : "Instance"}`,
    description: "",
    renders: ["application/json"],
    parses: ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
    actions,
  };
}
