import config from "@payload-config";
import { generatePageMetadata, RootPage } from "@payloadcms/next/views";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { countPeople } from "@/server/cms/people";
import { importMap } from "../importMap.js";

type Args = {
  readonly params: Promise<{ segments?: string[] }>;
  readonly searchParams: Promise<Record<string, string | string[]>>;
};

export function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  return generatePageMetadata({ config, params: params as Promise<{ segments: string[] }>, searchParams });
}

/** Payload lets whoever comes first to a station without people make themselves its admin. Here `npm run user` does, as `/login` says. */
export default async function AdminPage({ params, searchParams }: Args) {
  const [first] = (await params).segments ?? [];
  if (first === "create-first-user" || (await countPeople()) === 0) redirect("/login");
  return RootPage({ config, params: params as Promise<{ segments: string[] }>, searchParams, importMap });
}
