import "../given/given.test-kit";
import { moves } from "./acts/moves.test-kit";
import { breakEverywhere } from "./matrix.test-kit";

await breakEverywhere(moves);
