import { restDoor } from "@/server/rest/answer";
import { listSlotsInput } from "@/server/schedule/inputs";
import { listSlots } from "@/server/schedule/list-slots";

export const GET = restDoor({
  who: "reader",
  from: "query",
  input: listSlotsInput,
  act: (deps, _actor, input) => listSlots(deps, input),
});
