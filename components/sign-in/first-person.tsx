import styles from "./sign-in.module.css";

/** What a station without people says: nobody becomes its admin by coming first. */
export function FirstPerson() {
  return (
    <div className={styles.first}>
      <p>The database has no people. Make the first one where Airweek runs, then load this page again:</p>
      <pre>
        <code>
          npm run user -- <span>--email you@example.org</span> <span>--role admin</span>
        </code>
      </pre>
      <p className={styles.aside}>The command prints the password.</p>
    </div>
  );
}
