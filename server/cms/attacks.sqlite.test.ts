import { attackSuite } from "./attacks.suite";
import { aFolder } from "./cms.test-kit";

attackSuite(async () => {
  const folder = aFolder();
  return { url: `file:${folder.path}/attacks.db`, [Symbol.asyncDispose]: async () => folder[Symbol.dispose]() };
});
