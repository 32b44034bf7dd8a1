import { useEffect } from "react";
import { LanguageContext, useResource, Waiting } from "#ground/screens";
import { Frame } from "./Frame.screen.tsx";
import { Routes } from "./Routes.screen.tsx";
import { SessionContract, type Session } from "./session.ts";
import { SignInAgain } from "./SignInAgain.screen.tsx";

/** Bureau : everything a professional does, in one page of the browser. */
export function Desk() {
  const session = useResource("/api/session", SessionContract);
  return <Waiting for={session}>{(known) => <SignedIn session={known} />}</Waiting>;
}

function SignedIn(props: { readonly session: Session }) {
  const { language, mail } = props.session.staff;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <Frame session={props.session}>
        <Routes session={props.session} />
      </Frame>
      <SignInAgain mail={mail} />
    </LanguageContext>
  );
}
