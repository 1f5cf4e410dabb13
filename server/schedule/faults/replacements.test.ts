import "../given/given.test-kit";
import { replacements } from "./acts/replacements.test-kit";
import { breakEverywhere } from "./matrix.test-kit";

await breakEverywhere(replacements);
