export type Address = { readonly url: string; readonly key: string };

/** One request with the station's key, as its tests make them. */
export async function call(
  { url, key }: Address,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const headers = { authorization: `Api-Key ${key}`, "content-type": "application/json" };
  const response = await fetch(`${url}/api/v2${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text };
}
