import { describe } from "vitest";
import { attackSuite } from "./attacks.suite";
import { aPostgres, hasPostgres } from "./postgres.test-kit";

describe.skipIf(!hasPostgres)("on PostgreSQL", () => attackSuite(aPostgres));
