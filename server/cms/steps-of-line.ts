import type { FieldHook } from "payload";
import { rowsIn } from "./sql";
import { stepRowsIn, stepsQuery } from "./step-query";
import { stepsIn } from "./step-rows";

/** The steps of a line of the journal as Payload's own doors show them, to whoever may read the line. */
export const stepsOfLine: FieldHook = async ({ originalDoc, req }) => {
  const id = String(originalDoc?.id);
  return stepsIn(stepRowsIn(await rowsIn(req, stepsQuery([id]))).get(id) ?? []);
};
