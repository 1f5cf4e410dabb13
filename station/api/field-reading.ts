import type { Field, FieldKind, Stored } from "../model/field";
import { pythonNumber, readDuration } from "../values/duration";
import { readInstant } from "../values/instant";
import { readDate, readTime } from "../values/wall-clock";
import { readBoolean, readDecimal, readFloat, readInteger } from "./number-reading";
import { read, refused, type Reading } from "./reading";
import type { Submission } from "./submission";

/** Evidence for the sentences: R128 (datetime), R097 (date), R095 and R202 (time), R141 (duration). */
const wrongFormat = {
  datetime:
    "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
  date: "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.",
  time: "Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].",
  duration: "Duration has wrong format. Use one of these formats instead: [DD] [HH:[MM:]]ss[.uuuuuu].",
} as const;

const readers: Readonly<Record<FieldKind, (field: Field, input: unknown, submission: Submission) => Reading>> = {
  text: readText,
  integer: readInteger,
  float: readFloat,
  decimal: readDecimal,
  boolean: readBoolean,
  choice: readChoice,
  datetime: readDatetime,
  date: (_, input) => readOr(readDate(input), wrongFormat.date),
  time: (_, input) => readOr(readTime(input), wrongFormat.time),
  duration: (_, input) => readOr(readDuration(input), wrongFormat.duration),
  fk: readForeignKey,
};

/** Reads one submitted value as its field's serializer does. */
export function readField(field: Field, input: unknown, submission: Submission): Reading {
  const isEmptyKey = input === "" && (field.kind === "fk" || (submission.isForm && field.kind !== "text"));
  if (input === null || (isEmptyKey && field.nullable)) {
    return field.nullable ? read(null) : refused("This field may not be null.");
  }
  return readers[field.kind](field, input, submission);
}

function readOr(value: Stored, error: string): Reading {
  return value === null ? refused(error) : read(value);
}

function readDatetime(_: Field, input: unknown): Reading {
  const reading = readInstant(input);
  if (reading.ok) return read(reading.at);
  return refused(reading.why === "range" ? "Datetime value out of range." : wrongFormat.datetime);
}

/** Trimmed (R057); numbers become text (R056); NUL is refused (R068). */
function readText(field: Field, input: unknown): Reading {
  if (typeof input !== "string" && typeof input !== "number") return refused("Not a valid string.");
  const value = (typeof input === "number" ? pythonNumber(input) : input).trim();
  if (value === "" && !field.blank) return refused("This field may not be blank.");
  const errors: string[] = [];
  if (field.max !== undefined && Array.from(value).length > field.max)
    errors.push(`Ensure this field has no more than ${field.max} characters.`);
  if (value.includes("\0")) errors.push("Null characters are not allowed.");
  return errors.length > 0 ? refused(...errors) : read(value);
}

/** Compared as text, in Python's spelling: true is "True" and no choice (R144). */
function readChoice(field: Field, input: unknown): Reading {
  const spelled = pythonText(input);
  for (const value of field.choices?.keys() ?? []) if (String(value) === spelled) return read(value);
  return refused(`"${spelled}" is not a valid choice.`);
}

function pythonText(input: unknown): string {
  if (typeof input === "boolean") return input ? "True" : "False";
  if (typeof input === "number") return pythonNumber(input);
  return typeof input === "string" ? input : JSON.stringify(input);
}

/** A number or a numeric text (R137) of a row that exists (R065, R136). */
function readForeignKey(field: Field, input: unknown, { exists }: Submission): Reading {
  const id =
    typeof input === "number"
      ? Math.trunc(input)
      : typeof input === "string" && /^\s*[+-]?\d+\s*$/.test(input)
        ? Number(input)
        : undefined;
  if (id === undefined) return refused(`Incorrect type. Expected pk value, received ${pythonType(input)}.`);
  if (field.to === undefined || !exists(field.to, id))
    return refused(`Invalid pk "${String(input)}" - object does not exist.`);
  return read(id);
}

export function pythonType(input: unknown): string {
  if (Array.isArray(input)) return "list";
  const names: Readonly<Record<string, string>> = { string: "str", boolean: "bool", object: "dict" };
  return typeof input === "number" ? (Number.isInteger(input) ? "int" : "float") : (names[typeof input] ?? "NoneType");
}
