import "../given/given.test-kit";
import { unplansAndRepairs } from "./acts/unplans-and-repairs.test-kit";
import { breakEverywhere } from "./matrix.test-kit";

await breakEverywhere(unplansAndRepairs);
