import { describe } from "vitest";
import { aPostgres } from "../postgres.test-kit";
import { signInSuite } from "./sign-in.suite";

describe("on PostgreSQL", () => signInSuite(aPostgres));
