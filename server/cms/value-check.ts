import type { CollectionBeforeOperationHook, FlattenedField } from "payload";
import { apiRefusal } from "./api-refusal";

const isText = (value: unknown): boolean => typeof value === "string";
const isNumber = (value: unknown): boolean =>
  (typeof value === "number" || (typeof value === "string" && value.trim() !== "")) && Number.isFinite(Number(value));
const isDate = (value: unknown): boolean =>
  (typeof value === "string" || value instanceof Date) && !Number.isNaN(new Date(value).getTime());
const isTruth = (value: unknown): boolean => typeof value === "boolean" || value === "true" || value === "false";
const isId = (value: unknown): boolean =>
  typeof value === "string" ||
  (typeof value === "object" && value !== null && "id" in value && typeof value.id === "string");
const isReference = (value: unknown): boolean =>
  isId(value) || (typeof value === "object" && value !== null && "value" in value && isId(value.value));

/** What a value must be, by the type of its field; what is not here may be anything. */
const kinds: Readonly<
  Partial<Record<FlattenedField["type"], readonly [is: (value: unknown) => boolean, what: string]>>
> = {
  text: [isText, "a text"],
  textarea: [isText, "a text"],
  email: [isText, "a text"],
  select: [isText, "one of its options"],
  number: [isNumber, "a number"],
  date: [isDate, "a time"],
  checkbox: [isTruth, "true or false"],
  relationship: [isReference, "an id"],
};

/** Payload writes whatever comes: a list where a text belongs becomes one, and a date that is none makes the document unreadable. */
export const valuesHold: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const data = "data" in args ? (args.data as unknown) : undefined;
  if (
    (operation !== "create" && operation !== "update" && operation !== "updateByID") ||
    typeof data !== "object" ||
    data === null
  )
    return;
  const given = data as Readonly<Record<string, unknown>>;
  if (given["password"] != null && !isText(given["password"])) throw malformed("password", "a text");
  for (const field of collection.flattenedFields) {
    const kind = kinds[field.type];
    const value = given[field.name];
    if (!kind || value === undefined || value === null || value === "") continue;
    const [is, what] = kind;
    const isMany = "hasMany" in field && field.hasMany === true;
    if (isMany ? !Array.isArray(value) || !value.every(is) : !is(value))
      throw malformed(field.name, isMany ? `a list, each ${what}` : what);
  }
};

function malformed(field: string, what: string) {
  return apiRefusal({ code: "MALFORMED_REQUEST", why: `${field} must be ${what}` });
}
