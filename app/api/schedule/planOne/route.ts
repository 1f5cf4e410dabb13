import { restDoor } from "@/server/rest/answer";
import { planOneInput } from "@/server/schedule/inputs";
import { planOne } from "@/server/schedule/plan-one";

export const POST = restDoor({ who: "programmer", from: "body", input: planOneInput, act: planOne });
