import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, FieldHook, PayloadRequest } from "payload";
import { recordingText, showText } from "./known-columns";
import { stationLookup } from "./station-lookup";
import { roleOf } from "./who-may";

/** A field that holds an id of LibreTime's, and how its collection knows that somebody has picked it. */
type Link = { readonly id: string; readonly picked: string; readonly known: string };

const track: Link = { id: "libretimeTrackId", picked: "trackPicked", known: "recording" };
const show: Link = { id: "libretimeShowId", picked: "showPicked", known: "knownShow" };

/** What a request said, before Payload fills in what the document had. */
type Said = { readonly data: Readonly<Record<string, unknown>>; readonly copyOf: string | null };

/** Remembers what a request says itself: later hooks see the whole document. */
const noteSaid: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== "create" && operation !== "update" && operation !== "updateByID") return;
  const { req, data, duplicateFromID } = args as {
    readonly req: PayloadRequest;
    readonly data?: Said["data"];
    readonly duplicateFromID?: string | number;
  };
  req.context[saidKey(collection.slug)] = {
    data: data ?? {},
    copyOf: duplicateFromID === undefined ? null : String(duplicateFromID),
  } satisfies Said;
};

/**
 * Is it picked, be it the same again? A form of the admin's sends every field with every save, and says of the
 * id whether it was picked (`trackPicked`); a request without that word picks whatever id it names.
 */
function isPicked({ id, picked }: Link, { data }: Said): boolean {
  if (!Object.hasOwn(data, id)) return false;
  return Object.hasOwn(data, picked) ? isTrue(data[picked]) : true;
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

/** So that whoever sends back what was read, as the admin's forms do, says that nobody has picked. */
const nobodyHasPicked: FieldHook = () => false;

const whenTrackPicked: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const said = saidIn(req, collection.slug);
  const id = idIn(data[track.id]);
  if (id === null) return { ...data, recording: null };
  if (said.copyOf !== null && !Object.hasOwn(said.data, track.id))
    return { ...data, recording: await knownOf(req, { collection: "episodes", link: track, of: said.copyOf }) };
  const isAnother = operation === "create" || id !== idIn(originalDoc?.[track.id]);
  if (!isAnother && !isPicked(track, said)) return { ...data, recording: originalDoc?.[track.known] ?? null };
  const found = (await stationLookup()?.file(id)) ?? null;
  if (!found) return { ...data, recording: isAnother ? null : (originalDoc?.[track.known] ?? null) };
  const isLengthSaid = Object.hasOwn(said.data, "length");
  return {
    ...data,
    recording: recordingText(found.recording),
    ...(isLengthSaid || found.lengthSeconds === null ? {} : { length: found.lengthSeconds }),
  };
};

const whenShowLinked: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, operation, req }) => {
  const said = saidIn(req, collection.slug);
  const id = idIn(data[show.id]);
  if (id === null) return { ...data, knownShow: null };
  const isAnother = operation === "create" || id !== idIn(originalDoc?.[show.id]);
  // Who may not link, may send the field: it is left as it was.
  const mayLink = req.user === null || req.user === undefined || roleOf(req) === "admin";
  if (!isAnother && !(mayLink && isPicked(show, said)))
    return { ...data, knownShow: originalDoc?.[show.known] ?? null };
  const found = (await stationLookup()?.show(id)) ?? null;
  return { ...data, knownShow: found ? showText(found) : isAnother ? null : (originalDoc?.[show.known] ?? null) };
};

/** A copy has what was picked for the first one. */
async function knownOf(
  req: PayloadRequest,
  { collection, link, of }: { readonly collection: "episodes"; readonly link: Link; readonly of: string },
): Promise<unknown> {
  const original = await req.payload.findByID({
    collection,
    id: of,
    depth: 0,
    showHiddenFields: true,
    disableErrors: true,
    overrideAccess: true,
    req,
  });
  return (original as Readonly<Record<string, unknown>> | null)?.[link.known] ?? null;
}

function saidIn(req: PayloadRequest, slug: string): Said {
  return (req.context[saidKey(slug)] as Said | undefined) ?? { data: {}, copyOf: null };
}

function saidKey(slug: string): string {
  return `airweek-said-${slug}`;
}

function idIn(value: unknown): number | null {
  return value === null || value === undefined || value === "" ? null : Number(value);
}

/** What LibreTime's thing was known by is kept whenever somebody picks one, the same one again included. */
export const picks = { noteSaid, nobodyHasPicked, whenTrackPicked, whenShowLinked };
