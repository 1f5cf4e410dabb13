import "../given/given.test-kit";
import { plans } from "./acts/plans.test-kit";
import { breakEverywhere } from "./matrix.test-kit";

await breakEverywhere(plans);
