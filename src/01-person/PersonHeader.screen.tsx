import type { ReactElement, ReactNode } from "react";
import { phoneInPairs } from "./phone.ts";
import { telephoneLink, useLanguage, useResource, Waiting } from "#ground/screens";
import { ProtectedBand } from "./PersonCard.screen.tsx";
import { PersonContract } from "./person.contract.ts";
import { personWords } from "./person.words.ts";

/** En-tête d'un dossier : who it is, in one line, and what must be known before calling. @param children the actions of the page */
export function PersonHeader({ personId, children }: { readonly personId: string; readonly children?: ReactNode }): ReactElement {
  const words = personWords[useLanguage()];
  const file = useResource(`/api/persons/${personId}?purpose=follow-up`, PersonContract, { live: ["person.changed"] });
  return (
    <Waiting for={file}>
      {(person) => {
        const phone = person.contactPoints.find((point) => point.channel === "phone");
        return (
          <header className="page-head">
            <div>
              <h1>{person.name}</h1>
              <p className="muted">
                {[
                  words.file(person.number),
                  person.age === undefined ? undefined : words.age(person.age),
                  person.communeName ?? person.communeCode,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {person.isProtected && <ProtectedBand />}
            </div>
            <div className="actions">
              {phone && (
                <a className="button" href={telephoneLink(phone.value)}>
                  {phoneInPairs(phone.value)}
                </a>
              )}
              {children}
            </div>
          </header>
        );
      }}
    </Waiting>
  );
}
