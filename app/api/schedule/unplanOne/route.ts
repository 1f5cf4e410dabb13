import { restDoor } from "@/server/rest/answer";
import { unplanOneInput } from "@/server/schedule/inputs";
import { unplanOne } from "@/server/schedule/unplan-one";

export const DELETE = restDoor({ who: "programmer", from: "either", input: unplanOneInput, act: unplanOne });
