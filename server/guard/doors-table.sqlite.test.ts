import { aFolder } from "@/server/cms/cms.test-kit";
import { doorsTableSuite } from "./doors-table.suite";

doorsTableSuite(async () => {
  const folder = aFolder();
  return { url: `file:${folder.path}/doors.db`, [Symbol.asyncDispose]: async () => folder[Symbol.dispose]() };
});
