import { instant, type Instant } from "@/domain/time";
import { getCms } from "@/server/cms/cms";
import { createEpisode } from "@/server/cms/episodes";
import type { Actor } from "@/server/cms/records";
import { createSlot } from "@/server/cms/slots.test-kit";

/** Two shows, four episodes of them, and one that aired and airs again; who asks is an admin. */
export async function seedLibrary(now: Instant): Promise<{ readonly actor: Actor; readonly shows: readonly string[] }> {
  const cms = await getCms();
  const user = await cms.create({
    collection: "users",
    data: { email: "p@example.org", password: "a-long-password", name: "Pat", role: "admin" },
    overrideAccess: true,
  });
  const actor: Actor = { id: user.id, name: "Pat", email: "p@example.org", role: "admin", showIds: [] };
  const [jazz, talk] = await Promise.all(
    ["Jazz nights", "Talk"].map(
      async (title) =>
        (
          await cms.create({
            collection: "shows",
            data: { title, colour: "#336699", libretimeShowId: title === "Talk" ? null : 1 },
            overrideAccess: true,
          })
        ).id,
    ),
  );
  const blue = await createEpisode(actor, {
    title: "Blue hour",
    showId: jazz!,
    genres: ["jazz"],
    tags: ["night"],
    libretimeTrackId: 1,
    length: 3523,
    status: "ready",
  });
  await createEpisode(actor, {
    title: "Deep blue",
    showId: jazz!,
    genres: ["jazz"],
    libretimeTrackId: 3,
    length: 1800,
  });
  await createEpisode(actor, { title: "No track yet", showId: talk!, genres: ["talk"] });
  await createEpisode(actor, { title: "Gone from LibreTime", showId: talk!, libretimeTrackId: 404, length: 600 });
  const slot = {
    content: { kind: "track", episodeId: blue.id, trackId: 1, trackSeconds: 3523 },
    title: blue.title,
    showId: jazz!,
    instanceId: 1,
    playoutId: 1,
    ownsInstance: true,
    plannedById: null,
  } as const;
  for (const days of [-2, 3])
    await createSlot({
      ...slot,
      startsAt: instant(now + days * 86_400_000),
      endsAt: instant(now + days * 86_400_000 + 3_600_000),
    });
  return { actor, shows: [jazz!, talk!] };
}
