import { describe } from "vitest";
import { aPostgres } from "../postgres.test-kit";
import { peopleSuite } from "./people.suite";

describe("on PostgreSQL", () => peopleSuite(aPostgres));
