import "../given/given.test-kit";
import { holds } from "./acts/holds.test-kit";
import { breakEverywhere, eachConsequence } from "./matrix.test-kit";

await breakEverywhere(holds, eachConsequence);
