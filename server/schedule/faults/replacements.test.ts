import "../given/given.test-kit";
import { replacements } from "./acts/replacements.test-kit";
import { breakEverywhere, eachConsequence } from "./matrix.test-kit";

await breakEverywhere(replacements, eachConsequence);
