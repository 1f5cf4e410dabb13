import type { OperationStep } from "./records";

/**
 * A row of `operation_steps`: that a step begins, or what has become of it. Rows are only ever added. `step` is the
 * place of the step in its operation, `seq` the place of the row; `sign` stands in a step's first row alone.
 */
export type StepRow = Omit<OperationStep, "absentSince"> & { readonly seq: number; readonly step: number };

/** The steps that rows of one operation tell of, in order of `seq`. */
export function stepsIn(rows: readonly StepRow[]): OperationStep[] {
  const steps: OperationStep[] = [];
  for (const row of rows) tellStep(steps, row);
  return steps;
}

/** Brings the steps up to what one more row says. */
export function tellStep(steps: OperationStep[], { seq: _, step, ...told }: StepRow): void {
  const before = steps[step];
  if (!before) {
    steps[step] = told;
    return;
  }
  const { outcome, at, libretimeId } = told;
  steps[step] = {
    ...before,
    outcome,
    ...(libretimeId === undefined ? {} : { libretimeId }),
    ...(outcome === "absent" && before.outcome !== "absent" ? { absentSince: at } : {}),
  };
}
