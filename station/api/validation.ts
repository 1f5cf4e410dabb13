import type { Field, Model, Stored } from "../model/field";
import { readField } from "./field-reading";
import type { Submission } from "./submission";

/** Messages by field, in the order of the serializer's fields; all come at once. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export type Verdict =
  | { readonly ok: true; readonly values: Readonly<Record<string, Stored>> }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Judges a request's body by a model. Unknown and read-only fields are ignored (R051, R052). */
export function validate(model: Model, submission: Submission): Verdict {
  const errors: Record<string, readonly string[]> = {};
  const values: Record<string, Stored> = {};
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.readOnly) continue;
    const given = givenValue(name, field, submission);
    if (given === absent) {
      if (field.required && !submission.partial) errors[name] = ["This field is required."];
      continue;
    }
    const reading = readField(field, given, submission);
    if (reading.ok) values[name] = reading.value;
    else errors[name] = reading.errors;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, values };
}

const absent = Symbol("absent");

function givenValue(name: string, field: Field, { data, isForm, partial }: Submission): unknown {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value !== undefined) return value;
  return isForm && !partial && field.kind === "boolean" && !field.nullable ? false : absent;
}
