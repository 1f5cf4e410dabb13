import { isSoundText } from "@/domain/texts";

/** A query as it was parsed: texts in objects and lists. */
type Query = Readonly<Record<string, unknown>>;

const operators = new Set([
  "equals",
  "not_equals",
  "in",
  "not_in",
  "all",
  "exists",
  "greater_than",
  "greater_than_equal",
  "less_than",
  "less_than_equal",
  "like",
  "not_like",
  "contains",
]);
/** What is known of the fields by name: which hold dates, and which point to people. */
export type FieldNames = { readonly dates: ReadonlySet<string>; readonly people: ReadonlySet<string> };

/** A field of the documents themselves: the order of what they point to would tell what may not be read. */
const ownFields = /^-?\w+(,-?\w+)*$/;

/**
 * What is wrong with a query for Payload's REST; null when nothing is. Payload lets a condition that is none
 * select everything, asks the database for dates and numbers that are none, and sorts by what people hide.
 */
export function queryProblem(
  { where, sort, joins, limit, page, depth, ...rest }: Query,
  names: FieldNames,
): string | null {
  if (!textsIn([where, sort, rest]).every(isSoundText)) return "a text in it is not sound";
  for (const [name, value] of Object.entries({ limit, page, depth })) {
    if (value !== undefined && !isWholeNumber(value)) return `${name} must be a whole number`;
  }
  if (sort !== undefined && ![sort].flat().every((each) => typeof each === "string" && ownFields.test(each)))
    return "sort must name fields of the documents themselves";
  if (joins !== undefined && joins !== "false") return "joins cannot be asked for";
  return where === undefined || isWhere(where, names) ? null : "where must be fields with operators";
}

function isWhere(where: unknown, names: FieldNames): boolean {
  return (
    isObject(where) &&
    Object.entries(where).every(([field, condition]) => {
      if (/^(and|or)$/i.test(field))
        return Array.isArray(condition) && condition.length > 0 && condition.every((each) => isWhere(each, names));
      return (
        isPath(field, names) &&
        isObject(condition) &&
        Object.entries(condition).every(([operator, value]) =>
          isComparison(operator, value, names.dates.has(field.split(".").at(-1)!)),
        )
      );
    })
  );
}

/** Of people no more may be asked through what points to them than who they are. */
function isPath(field: string, { people }: FieldNames): boolean {
  const steps = field.split(".");
  return !steps.some((step, index) => people.has(step) && index < steps.length - 1 && steps[index + 1] !== "id");
}

function isComparison(operator: string, value: unknown, isDate: boolean): boolean {
  const values = [value].flat();
  if (!operators.has(operator) || !values.every((each) => typeof each === "string")) return false;
  return !isDate || operator === "exists" || values.every((each) => each === "null" || !Number.isNaN(Date.parse(each)));
}

function isObject(value: unknown): value is Query {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsIn(each)]);
}

/** Also as a list of one, which Payload reads as its member. */
function isWholeNumber(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 1 && isWholeNumber(value[0]);
  return (typeof value === "string" || typeof value === "number") && /^\d{1,9}$/.test(String(value));
}
