import { frontDoorSuite } from "./front-door.suite";
import { aFolder } from "./cms.test-kit";

frontDoorSuite("sqlite", async () => {
  const folder = aFolder();
  return {
    url: `file:${folder.path}/not/there/yet/airweek.db`,
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
});
