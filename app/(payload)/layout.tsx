import config from "@payload-config";
import "@payloadcms/next/css";
import { handleServerFunctions, RootLayout } from "@payloadcms/next/layouts";
import { headers } from "next/headers";
import type { ServerFunctionClient } from "payload";
import type { ReactNode } from "react";
import { sentenceOf } from "@/domain/problems";
import { admittedCall } from "@/server/cms/server-functions";
import { importMap } from "./admin/importMap.js";
import "./custom.css";

const serverFunction: ServerFunctionClient = async function (args) {
  "use server";
  const call = await admittedCall(await headers(), args);
  // `proxy.ts` has refused it before, with its status: this is for what was written so that it reads otherwise here.
  if ("code" in call) throw new Error(sentenceOf(call));
  return handleServerFunctions({ ...call, config, importMap });
};

export default function PayloadLayout({ children }: { readonly children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}
