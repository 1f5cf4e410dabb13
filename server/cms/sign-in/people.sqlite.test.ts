import { aFolder } from "../cms.test-kit";
import { peopleSuite } from "./people.suite";

peopleSuite(async () => {
  const folder = aFolder();
  return { url: `file:${folder.path}/people.db`, [Symbol.asyncDispose]: async () => folder[Symbol.dispose]() };
});
