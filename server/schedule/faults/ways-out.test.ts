import "../given/given.test-kit";
import { waysOut } from "./acts/ways-out.test-kit";
import { breakEverywhere, oneOfEach } from "./matrix.test-kit";

await breakEverywhere(waysOut, oneOfEach);
