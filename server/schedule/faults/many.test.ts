import "../given/given.test-kit";
import { many } from "./acts/many.test-kit";
import { breakEverywhere, eachConsequence } from "./matrix.test-kit";

await breakEverywhere(many, eachConsequence);
