"use client";

import { useState } from "react";
import { Button, CopyToClipboard, useAuth, useDocumentInfo, useField } from "@payloadcms/ui";

/** Somebody's API key: made by the server, shown once, revoked by its owner or an admin. */
export function ApiKey() {
  const { user } = useAuth();
  const { id } = useDocumentInfo();
  const { value } = useField<boolean>({ path: "hasAPIKey" });
  const [changed, setChanged] = useState<{ readonly has: boolean; readonly key: string | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isOwn = user?.id === id;
  if (!id || (!isOwn && user?.["role"] !== "admin")) return null;
  const has = changed?.has ?? value === true;
  const ask = async (method: "POST" | "DELETE") => {
    setProblem(null);
    const answer = await fetch(`/api/users/${String(id)}/api-key`, {
      method,
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => null);
    const body = (await answer?.json().catch(() => null)) as {
      readonly apiKey?: string;
      readonly error?: string;
    } | null;
    if (!answer?.ok) return setProblem(body?.error ?? "Airweek did not answer. Try again.");
    setChanged({ has: method === "POST", key: body?.apiKey ?? null });
  };
  return (
    <div className="field-type airweek-api-key">
      <p className="field-label">API key</p>
      {changed?.key ? (
        <p className="airweek-api-key__made">
          <code>{changed.key}</code> <CopyToClipboard value={changed.key} /> Copy it now: it is not shown again.
        </p>
      ) : (
        <p>
          {has
            ? "There is an API key. It keeps working after a password change."
            : "There is no API key. Scripts sign in with one."}
        </p>
      )}
      {problem && <p role="alert">{problem}</p>}
      <div className="airweek-api-key__acts">
        {isOwn && (
          <Button buttonStyle="secondary" margin={false} size="small" onClick={() => void ask("POST")}>
            {has ? "Make a new API key" : "Make an API key"}
          </Button>
        )}
        {has && (
          <Button buttonStyle="secondary" margin={false} size="small" onClick={() => void ask("DELETE")}>
            Revoke API key
          </Button>
        )}
      </div>
    </div>
  );
}
