import { payloadRest } from "@/server/cms/rest-gate";

export {
  payloadRest as GET,
  payloadRest as POST,
  payloadRest as DELETE,
  payloadRest as PATCH,
  payloadRest as PUT,
  payloadRest as OPTIONS,
};
