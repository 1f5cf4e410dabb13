import { vi } from "vitest";
import { logged } from "./logged.test-kit";

// Before each file anew: a file's spies end with it, its worker does not.
logged.length = 0;
vi.spyOn(process.stdout, "write").mockImplementation((line) => logged.push(String(line)) > 0);
