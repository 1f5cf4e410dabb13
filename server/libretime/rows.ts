import type { Media } from "@/domain/content";
import { breaksPlayout, cuesOf } from "@/domain/cues";
import { lengthOf, type Interval } from "@/domain/interval";
import { formatInstant, seconds, type Instant } from "@/domain/time";
import type { Fit } from "@/domain/tracks";
import { newCreatedAt, type CreatedAt } from "./created-at";
import { formatDuration } from "./values";

declare const fromItsMaker: unique symbol;
/** Only the makers below make what is sent: the one place that knows what playout needs. */
type Made<T> = Readonly<T> & { readonly [fromItsMaker]: true };

/** A row of the schedule as LibreTime takes it. */
export type RowBody = Made<{
  instance: number;
  file: number | null;
  stream?: number;
  starts_at: string;
  ends_at: string;
  length: string;
  cue_in: string;
  cue_out: string;
  fade_in: string;
  fade_out: string;
  position: number;
  broadcasted: number;
}>;

/**
 * The row that airs a track or a webstream in an instance. Every value that playout needs is there: a null fade
 * or a cue of 24 hours makes it drop the whole plan of the station (R210, R227, probes); a webstream gets the
 * same, and "file": null (R211). `position` counts within the
 * instance, and ours hold one row. `position_status` is left out: it defaults to 1, "inside" (R209), and only
 * LibreTime's own pages keep it.
 *
 * Throws RangeError when the fit would not air as it says: a fault of ours, found before the write.
 */
export function rowFor({
  fit,
  instanceId,
  trackId,
  streamId,
}: Media & { readonly fit: Fit; readonly instanceId: number }): RowBody {
  const length = seconds(fit.cueOut - fit.cueIn);
  if (length !== lengthOf(fit)) throw new RangeError("a row's time on air is what its cues leave of the track");
  if ((trackId === null) === (streamId === null)) throw new RangeError("a row plays a track or a webstream");
  const cues = cuesOf(fit);
  if (length < 1 || breaksPlayout(cues))
    throw new RangeError("a row plays at least a second, between 00:00:00 and 24:00:00 of its track");
  return {
    instance: instanceId,
    file: trackId,
    ...(streamId === null ? {} : { stream: streamId }),
    starts_at: wholeSecondsOf(fit.startsAt),
    ends_at: wholeSecondsOf(fit.endsAt),
    length: formatDuration(length),
    cue_in: formatDuration(cues.cueIn),
    cue_out: formatDuration(cues.cueOut),
    fade_in: formatDuration(cues.fadeIn),
    fade_out: formatDuration(cues.fadeOut),
    position: 0,
    broadcasted: 0,
  } as RowBody;
}

/** An instance as LibreTime takes it. `created_at` finds it again. */
export type InstanceBody = Made<{
  show: number;
  starts_at: string;
  ends_at: string;
  created_at: CreatedAt;
  filled_time: string;
  description: string;
  modified: boolean;
  rebroadcast: number;
  record_enabled: number;
  auto_playlist_built: boolean;
}>;

/**
 * An instance to create, exactly as long as its slot. What could be left out is said, because omitted means
 * NULL (R117): with `rebroadcast` NULL LibreTime's own pages delete the whole show along with the instance.
 * `auto_playlist_built` keeps the autoloader from filling it. Each call draws another `created_at`.
 *
 * Throws RangeError for fractions of a second, which break LibreTime's calendar, and for an end before its start.
 */
export function instanceFor({
  showId,
  slot,
  now,
}: {
  readonly showId: number;
  readonly slot: Interval;
  readonly now: Instant;
}): InstanceBody {
  if (slot.endsAt <= slot.startsAt) throw new RangeError("an instance ends after it starts");
  return {
    show: showId,
    starts_at: wholeSecondsOf(slot.startsAt),
    ends_at: wholeSecondsOf(slot.endsAt),
    created_at: newCreatedAt(now),
    filled_time: "00:00:00",
    description: "",
    modified: false,
    rebroadcast: 0,
    record_enabled: 0,
    auto_playlist_built: true,
  } as InstanceBody;
}

/** A show as LibreTime takes it. */
export type ShowBody = Made<{
  name: string;
  description: string;
  background_color: string | null;
  foreground_color: string | null;
  linked: boolean;
  linkable: boolean;
  auto_playlist_enabled: boolean;
  auto_playlist_repeat: boolean;
  override_intro_playlist: boolean;
  override_outro_playlist: boolean;
}>;

/**
 * A show to create, with every boolean that LibreTime demands (R035). Not to be linked: LibreTime's own pages
 * would copy one instance's content to all others. Colours go without `#` (R059), the text black or white by
 * brightness as those pages choose it. Name and description are cut to LibreTime's 255 and 8192 characters.
 */
export function showFor({
  name,
  description,
  colour,
}: {
  readonly name: string;
  readonly description: string;
  readonly colour: string;
}): ShowBody {
  const background = /^#?([0-9a-f]{6})$/i.exec(colour)?.[1]?.toLowerCase() ?? null;
  return {
    name: firstCharacters(name, 255),
    description: firstCharacters(description, 8192),
    background_color: background,
    foreground_color: background === null ? null : isBright(background) ? "000000" : "ffffff",
    linked: false,
    linkable: false,
    auto_playlist_enabled: false,
    auto_playlist_repeat: false,
    override_intro_playlist: false,
    override_outro_playlist: false,
  } as ShowBody;
}

function wholeSecondsOf(at: Instant): string {
  if (!Number.isInteger(at / 1000)) throw new RangeError("LibreTime is told times in whole seconds");
  return formatInstant(at);
}

/**
 * Text as LibreTime will store it, since its answer is compared with what was sent. It counts characters, not
 * UTF-16 units: a cut must not split an emoji. NUL it refuses (R068); spaces and separators at the ends it drops (R056).
 */
function firstCharacters(text: string, count: number): string {
  return withoutEnds(
    Array.from(withoutEnds(text.replaceAll("\0", "")))
      .slice(0, count)
      .join(""),
  );
}

function withoutEnds(text: string): string {
  return text.replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu, "");
}

function isBright(hex: string): boolean {
  const [red, green, blue] = [0, 2, 4].map((from) => Number.parseInt(hex.slice(from, from + 2), 16)) as [
    number,
    number,
    number,
  ];
  return (red * 299 + green * 587 + blue * 114) / 1000 > 130;
}
