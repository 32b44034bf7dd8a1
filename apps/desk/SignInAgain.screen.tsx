import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { send, signedInEvent, signedOutEvent, useLanguage } from "#ground/screens";
import { frameWords } from "./desk.words.ts";

/** How long the hands must rest before the question comes over the page. */
const pauseMilliseconds = 1_000;

/** When the session ends while someone types: asks for the password over the page, so that nothing typed is lost. */
export function SignInAgain(props: { readonly mail: string }) {
  const words = frameWords[useLanguage()];
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let typedAt = -Infinity;
    let waiting: number | undefined;
    const typed = (): void => {
      typedAt = performance.now();
    };
    const open = (): void => {
      window.clearTimeout(waiting);
      // The end of a sentence goes to the notes, and not into the field of the password.
      const rest = typedAt + pauseMilliseconds - performance.now();
      if (rest > 0) waiting = window.setTimeout(open, rest);
      else if (dialog.current?.open === false) dialog.current.showModal();
    };
    window.addEventListener("keydown", typed, true);
    window.addEventListener(signedOutEvent, open);
    return () => {
      window.clearTimeout(waiting);
      window.removeEventListener("keydown", typed, true);
      window.removeEventListener(signedOutEvent, open);
    };
  }, []);
  const signIn = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get("password");
    const answer = await send("/api/session", { mail: props.mail, password });
    if (answer.kind === "done") {
      setProblem("");
      dialog.current?.close();
      window.dispatchEvent(new Event(signedInEvent));
    } else setProblem(answer.kind === "refused" && answer.status === 429 ? words.locked : words.refused);
  };
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby="again-title">
      <form onSubmit={(event) => void signIn(event)}>
        <h2 id="again-title">{words.signInAgain}</h2>
        <p>{words.signInAgainWhy}</p>
        <p className="muted">{props.mail}</p>
        {problem === "" ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <div className="field">
          <label htmlFor="again-password">{words.password}</label>
          <input id="again-password" name="password" type="password" autoComplete="current-password" required />
        </div>
        <div className="actions">
          <button className="button primary">{words.signIn}</button>
        </div>
      </form>
    </dialog>
  );
}
