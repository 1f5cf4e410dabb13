import { describe } from "vitest";
import { aPostgres } from "@/server/cms/postgres.test-kit";
import { doorsTableSuite } from "./doors-table.suite";

describe("on PostgreSQL", () => doorsTableSuite(aPostgres));
