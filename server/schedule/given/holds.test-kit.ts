import { at, streams, type Given } from "./given.test-kit";
import { expect } from "vitest";
import { zone } from "@/domain/given.test-kit";
import { dayAt } from "@/domain/zone";
import type { Change } from "../change";
import { arrangeMany } from "../plan-many";
import { repairOne } from "../repair-one";
import { undoOne } from "../undo-one";

export const live = { kind: "live", title: "Studio 1" } as const;

export const relay = { kind: "stream", streamId: streams.world } as const;

export const many = (given: Given, changes: readonly Change[], mode: "all" | "best" = "all") =>
  arrangeMany(given.deps, given.people.programmer, { changes: changes as never, mode });

export const takeOff = (given: Given, slotId: string) => many(given, [{ slotId, to: null }]);

export const tuesday = dayAt(zone("UTC"), at("12:00"));

export const repair = (given: Given, slotId: string, take: "ours" | "libretime") =>
  repairOne(given.deps, given.people.programmer, { slotId, take });

export const undo = async (given: Given) =>
  undoOne(given.deps, given.people.programmer, { operationId: (await given.lastOperation()).id });

/** LibreTime's instances and rows, ids aside: whose, from when, until when, with what. */
export async function standing({ station }: Given): Promise<readonly string[]> {
  const { "show-instances": instances, schedule } = await station.snapshot();
  return instances
    .map(({ id, show, starts_at, ends_at }) => {
      const rows = schedule
        .filter(({ instance }) => instance === id)
        .map(
          ({ file, stream, starts_at: from, ends_at: to }) =>
            `${String(file)}/${String(stream)} ${String(from)}–${String(to)}`,
        );
      return `${String(show)} ${String(starts_at)}–${String(ends_at)}: ${rows.toSorted().join()}`;
    })
    .toSorted();
}

/** That undoing gives the station back as it was, and doing it again as it is. */
export async function expectUndone(given: Given, before: readonly string[]): Promise<void> {
  const [after, heard] = [await standing(given), await given.heard()];
  await undo(given);
  expect(await standing(given)).toEqual(before);
  await undo(given);
  expect([await standing(given), await given.heard()]).toEqual([after, heard]);
}
