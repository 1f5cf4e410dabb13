"use client";

import { Button } from "./button";
import { NoticePage } from "./notice-page";
import styles from "./notice-page.module.css";

type Props = { readonly error: Error & { readonly digest?: string }; readonly retry: () => void };

/** Something broke on our side. The reference is the one in the log; what broke is nobody's business here. */
export function BrokenPage({ error, retry }: Props) {
  return (
    <NoticePage
      title="This page broke"
      actions={
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p>What is on LibreTime is not touched by it. If it stays broken, tell whoever runs this server.</p>
      {error.digest && <p className={styles.reference}>Reference in the log: {error.digest}</p>}
    </NoticePage>
  );
}
