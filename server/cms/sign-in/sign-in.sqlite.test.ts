import { aFolder } from "../cms.test-kit";
import { signInSuite } from "./sign-in.suite";

signInSuite(async () => {
  const folder = aFolder();
  return { url: `file:${folder.path}/sign-in.db`, [Symbol.asyncDispose]: async () => folder[Symbol.dispose]() };
});
