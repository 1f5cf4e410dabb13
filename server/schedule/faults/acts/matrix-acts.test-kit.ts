import "../../given/given.test-kit";
import type { Case } from "../matrix.test-kit";
import { holds } from "./holds.test-kit";
import { many } from "./many.test-kit";
import { moves } from "./moves.test-kit";
import { plans } from "./plans.test-kit";
import { replacements } from "./replacements.test-kit";
import { undos } from "./undos.test-kit";
import { unplansAndRepairs } from "./unplans-and-repairs.test-kit";
import { waysOut } from "./ways-out.test-kit";

/** Every act that the matrix breaks. */
export const matrixActs: readonly Case[] = [
  ...holds,
  ...many,
  ...moves,
  ...plans,
  ...replacements,
  ...undos,
  ...unplansAndRepairs,
  ...waysOut,
];
