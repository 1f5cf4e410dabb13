import { z } from "zod";

/** Collections whose documents and lists the admin shows. */
const collectionSlug = z.enum(["shows", "episodes", "patterns", "slots", "operations", "users"]);
const id = z
  .string()
  .max(100)
  .nullish()
  .transform((value) => value ?? undefined);
const flag = z.boolean().nullish();
const absent = z.union([z.null(), z.literal(false), z.literal("")]).optional();
const object = z.looseObject({});

const query = z
  .looseObject({
    limit: z.union([z.number(), z.string().max(20)]).nullish(),
    page: z.union([z.number().int().positive().max(1e9), z.string().regex(/^\d{1,9}$/)]).nullish(),
    sort: z.union([z.string().max(500), z.array(z.string().max(200)).max(10)]).nullish(),
    groupBy: z.string().max(200).nullish(),
    search: z.string().max(500).nullish(),
    where: object.nullish(),
    queryByGroup: absent,
    preset: absent,
  })
  .nullish();

const formState = z.looseObject({
  collectionSlug,
  id,
  operation: z.enum(["create", "update"]).nullish(),
  schemaPath: z
    .string()
    .regex(/^[\w.-]{1,300}$/)
    .nullish(),
  returnLockStatus: flag,
  updateLastEdited: flag,
  globalSlug: absent,
  widgetSlug: absent,
  returnLivePreviewURL: absent,
  returnPreviewURL: absent,
  data: object.nullish(),
  formState: object.nullish(),
  documentFormState: object.nullish(),
  select: object.nullish(),
});
const list = z.looseObject({ collectionSlug, query });
const document = z.looseObject({
  collectionSlug,
  docID: id,
  initialData: object.nullish(),
  paramsOverride: absent,
  searchParams: z.record(z.string(), z.string()).nullish(),
});

/** What the admin calls, and nothing else: no collection has drafts, folders, locales or slugs, for which Payload has more. */
const functions = new Map<string, z.ZodType>([
  ["form-state", formState],
  [
    "table-state",
    list.extend({
      columns: z
        .array(z.looseObject({ accessor: z.string().max(200) }))
        .max(100)
        .nullish(),
      data: object.nullish(),
    }),
  ],
  ["render-list", list],
  ["render-document", document],
  [
    "render-widget",
    z.looseObject({ widgetSlug: z.string().max(100), widgetData: object.nullish(), collectionSlug: absent }),
  ],
  [
    "get-default-layout",
    z
      .looseObject({ collectionSlug: absent })
      .nullish()
      .transform((args) => args ?? {}),
  ],
]);

/** The arguments as far as they are judged; the rest is the form's own. */
export type Args = Readonly<Record<string, unknown>> & {
  readonly collectionSlug?: string;
  readonly id?: string;
  readonly docID?: string;
  readonly query?: z.infer<typeof query>;
};

/** One call of a function of Payload's admin. */
export type Call = { readonly name: string; readonly args: Args };

/** The call that this is, or in a few words why it is none. */
export function readCall(given: unknown): Call | string {
  if (!isObject(given) || typeof given["name"] !== "string") return "it must be a call of a function by its name";
  const schema = functions.get(given["name"]);
  if (!schema) return "there is no function of that name";
  const read = schema.safeParse(given["args"]);
  if (!read.success)
    return `its argument ${
      read.error.issues[0]!.path.map(String)
        .filter((each) => /^\w{1,40}$/.test(each))
        .join(".") || "list"
    } is none that this function takes`;
  return { name: given["name"], args: read.data as Args };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
