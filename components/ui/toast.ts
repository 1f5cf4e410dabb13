/** What happened, in a sentence, and the one thing that can be done about it. */
export type Toast = {
  readonly text: string;
  /** `problem` stays longer and has the colour of what went wrong. */
  readonly tone?: "plain" | "problem";
  /** Usually `{ label: "Undo", act }`. */
  readonly action?: { readonly label: string; readonly act: () => void };
};

/** A toast that is shown. */
export type ShownToast = Toast & { readonly id: number };
