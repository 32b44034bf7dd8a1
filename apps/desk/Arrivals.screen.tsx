import type { ReactElement } from "react";
import { UnreadWordsContract } from "#contact";
import { useLanguage } from "#ground/screens";
import { DueOffersContract } from "#referral";
import { needLabel } from "#situation";
import { DayPanel } from "./DayPanel.screen.tsx";
import { dayWords } from "./day.words.ts";

/** Mots reçus : who has written, and waits to be read. Nothing is shown when nobody has. */
export function ReceivedWords(): ReactElement {
  const words = dayWords[useLanguage()];
  return (
    <DayPanel
      title={words.words}
      path="/api/words"
      contract={UnreadWordsContract}
      live={["word."]}
      line={(word) => ({
        key: word.personId,
        name: word.personName,
        sentence: words.wordAdded(word.count),
        due: word.at,
        hasArrived: true,
        place: `/bureau/personnes/${word.personId}`,
      })}
    />
  );
}

/** Demandes bientôt à leur terme : the provider has a few hours left to call. */
export function DueOffers(): ReactElement {
  const words = dayWords[useLanguage()];
  return (
    <DayPanel
      title={words.offers}
      path="/api/due-offers"
      contract={DueOffersContract}
      live={["referral."]}
      line={(offer) => ({
        key: offer.referralId,
        name: offer.personName,
        sentence: (offer.isAccepted ? words.accepted : words.waiting)(needLabel(offer.need), offer.providerName),
        due: offer.dueAt,
        place: `/bureau/transmissions/${offer.referralId}`,
      })}
    />
  );
}
