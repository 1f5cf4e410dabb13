/** Signs in as a browser does: the session's cookie, as it is sent back. */
export async function sessionOf(person: { readonly email: string; readonly password: string }): Promise<string> {
  const { payloadRest } = await import("../rest-gate");
  const headers = { "content-type": "application/json" };
  const answer = await payloadRest(
    new Request("http://airweek.test/api/users/login", { method: "POST", headers, body: JSON.stringify(person) }),
  );
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("payload-token="));
  if (!cookie) throw new Error(`nobody signed in: ${answer.status} ${await answer.text()}`);
  return cookie.split(";")[0]!;
}
