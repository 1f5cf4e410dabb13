import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { sameOriginPath } from "@/components/sign-in/same-origin-path";
import { SignIn } from "@/components/sign-in/sign-in";
import { actorOf } from "@/server/cms/cms";
import { countPeople } from "@/server/cms/people";
import { DEMO_ADMIN_EMAIL, PUBLISHED_PASSWORD } from "@/server/demo/published.mjs";
import { env } from "@/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("page.title.signIn") };
}

/** Whom `npm start` makes for the demo, and prints. */
const demo = { email: DEMO_ADMIN_EMAIL, password: PUBLISHED_PASSWORD };

type Props = { readonly searchParams: Promise<{ readonly next?: string | string[] }> };

export default async function LoginPage({ searchParams }: Props) {
  const next = sameOriginPath((await searchParams).next);
  if (await actorOf(await headers())) redirect(next);
  const { STATION_NAME, STATION_PUBLIC, AIRWEEK_DEMO, AIRWEEK_DEMO_PASSWORD } = env();
  return (
    <SignIn
      stationName={STATION_NAME}
      stationIsPublic={STATION_PUBLIC}
      next={next}
      isEmpty={(await countPeople()) === 0}
      {...(AIRWEEK_DEMO && !AIRWEEK_DEMO_PASSWORD && { demo })}
    />
  );
}
