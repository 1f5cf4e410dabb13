"use client";

import { useRef, useState, type FormEvent } from "react";
import { useWords } from "@/components/language/use-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { signIn } from "./session";
import styles from "./sign-in.module.css";

/** The fields keep the names that password managers look for; a failed try keeps what was typed. */
export function SignInForm({ next }: { readonly next: string }) {
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const given = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const why = await signIn(words, textOf(given, "email").trim(), textOf(given, "password"));
    // A full load: the session's cookie is new, and so is everything that depends on it.
    if (why === null) return window.location.assign(next);
    setProblem(why);
    setBusy(false);
    password.current?.select();
  };
  return (
    // `post`, so that a press before the page is awake cannot put the password into the address.
    <form className={styles.form} method="post" action="/api/users/login" onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.t("signIn.email")}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        required
        autoFocus
      />
      <TextField
        ref={password}
        label={words.t("signIn.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {problem && <Banner tone="problem">{problem}</Banner>}
      <Button look="primary" type="submit" busy={busy} className={styles.submit}>
        {words.t(busy ? "signIn.busy" : "signIn.submit")}
      </Button>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
