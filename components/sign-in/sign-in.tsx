import { FirstPerson } from "./first-person";
import { SignInForm } from "./sign-in-form";
import styles from "./sign-in.module.css";
import { WeekDrawing } from "./week-drawing";

type Props = {
  readonly stationName: string;
  /** Where to go afterwards: a path of this site. */
  readonly next: string;
  /** Who may try the demo; absent at a real station. */
  readonly demo?: { readonly email: string; readonly password: string };
  readonly stationIsPublic: boolean;
  /** Is there nobody yet who could sign in? */
  readonly isEmpty: boolean;
};

/** The door of the planner. */
export function SignIn({ stationName, next, demo, stationIsPublic, isEmpty }: Props) {
  return (
    <main className={styles.page}>
      <div className={styles.door}>
        <header>
          <p className={styles.name}>Airweek</p>
          <h1>{stationName}</h1>
          <p className={styles.lead}>{isEmpty ? "Nobody can sign in yet." : "Sign in to plan the week."}</p>
        </header>
        {isEmpty ? <FirstPerson /> : <SignInForm next={next} />}
        {demo && (
          <dl className={styles.demo} aria-label="The demo's sign-in">
            <div>
              <dt>Demo email</dt>
              <dd>
                <code>{demo.email}</code>
              </dd>
            </div>
            <div>
              <dt>Password</dt>
              <dd>
                <code>{demo.password}</code>
              </dd>
            </div>
          </dl>
        )}
        {stationIsPublic && (
          <p className={styles.aside}>
            Only want to know what is on? <a href="/station">See the station’s week</a>
          </p>
        )}
      </div>
      <WeekDrawing />
    </main>
  );
}
