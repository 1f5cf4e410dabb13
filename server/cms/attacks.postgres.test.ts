import { describe } from "vitest";
import { attackSuite } from "./attacks.suite";
import { aPostgres } from "./postgres.test-kit";

describe("on PostgreSQL", () => attackSuite(aPostgres));
