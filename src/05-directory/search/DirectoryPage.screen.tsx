import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { ButtonLink, french, PublicPage } from "#ground/screens";
import { gapWords } from "../gap/gap.words.ts";
import { directoryWords } from "../record/directory.words.ts";
import { searchWords } from "../record/search.words.ts";
import type { PlaceShown } from "../record/place.contract.ts";
import { PublicResult } from "./PublicResult.screen.tsx";
import type { FoundShown } from "./search.contract.ts";
import { SearchForm, type SearchTypedHere } from "./SearchForm.screen.tsx";

const words = directoryWords.fr;

/** What the page shows under the form. */
export type SearchOutcome =
  | { readonly kind: "nothing-asked"; readonly sentence?: string }
  | {
      readonly kind: "choose-place";
      readonly typed: string;
      readonly choices: readonly { readonly place: PlaceShown; readonly href: string }[];
    }
  | { readonly kind: "unknown-place"; readonly typed: string }
  | {
      readonly kind: "found";
      readonly place: PlaceShown | undefined;
      readonly services: readonly FoundShown[];
      readonly total: number;
      readonly radiusMeters: number | undefined;
      readonly widenedFromMeters: number | undefined;
      readonly noCategory: boolean;
      readonly nextHref: string | undefined;
      readonly firstHref: string | undefined;
      readonly unknownHours: number | undefined;
      /** Where to tell that nothing suits, at a service. */
      readonly gapHref: string | undefined;
      /** The same search without its filters, when they leave nothing. */
      readonly unfilteredHref: string | undefined;
      /** The instant of the answer: hours are told from it. */
      readonly now: Date;
      readonly meant: readonly { readonly label: string; readonly href: string }[];
    };

interface DirectoryPageProps extends Frame {
  readonly typed: SearchTypedHere;
  readonly outcome: SearchOutcome;
}

/** Annuaire : what, where, and the services that answer. Works with links and forms only. */
export const DirectoryPage = ({ typed, outcome, ...frame }: DirectoryPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} sheet="directory" isFramed={typed.isFramed}>
    <h1>{french(words.title)}</h1>
    <p className="muted">{french(words.lead)}</p>
    <SearchForm typed={typed} prefix={frame.prefix} />
    <Outcome outcome={outcome} prefix={frame.prefix} phone={frame.brand?.phone} isFramed={typed.isFramed} />
    {!typed.isFramed && (
      <p className="small">
        <a href={`${frame.prefix}/annuaire/integrer`}>{french(words.embedLink)}</a>
      </p>
    )}
  </PublicPage>
);

/** Where the page stands: the beginning of its links, the telephone of its service, and whether another site shows it. */
interface Surroundings {
  readonly prefix: string;
  readonly phone: string | undefined;
  readonly isFramed: boolean;
}

const Outcome = ({
  outcome,
  ...place
}: {
  readonly outcome: SearchOutcome;
} & Surroundings): ReactElement | null => {
  switch (outcome.kind) {
    case "nothing-asked":
      return outcome.sentence === undefined ? null : (
        <p className="notice" id="resultats">
          {french(outcome.sentence)}
        </p>
      );
    case "unknown-place":
      return (
        <p className="notice careful" id="resultats">
          {french(words.unknownPlace(outcome.typed))}
        </p>
      );
    case "choose-place":
      return <ChoosePlace {...outcome} />;
    case "found":
      return <Results {...outcome} {...place} />;
  }
};

const ChoosePlace = ({ typed, choices }: Extract<SearchOutcome, { kind: "choose-place" }>): ReactElement => (
  <section className="stack" id="resultats" aria-labelledby="communes">
    <h2 id="communes">{french(words.chooseTitle)}</h2>
    <p>{french(words.chooseLead(typed))}</p>
    <ul className="doors">
      {choices.map(({ place, href }) => (
        <li key={place.code}>
          <a className="button" href={href}>
            <span>
              {place.name}{" "}
              <small>
                {place.postalCodes[0]} {place.departement.name}
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const Results = (found: Extract<SearchOutcome, { kind: "found" }> & Surroundings): ReactElement => (
  <section className="stack" id="resultats" aria-labelledby="trouves">
    <h2 id="trouves">{french(searchWords.fr.total(found.total))}</h2>
    {found.place && <p className="muted">{french(words.around(found.place.name, found.place.departement.name))}</p>}
    <Warning {...found} />
    {found.meant.length > 0 && (
      <p>
        {french(words.meant)}{" "}
        {found.meant.map(({ label, href }) => (
          <a key={href} className="button quiet" href={href}>
            {french(label)}
          </a>
        ))}
      </p>
    )}
    {found.unknownHours !== undefined && found.unknownHours > 0 && (
      <p className="muted small">{french(searchWords.fr.unknownHours(found.unknownHours))}</p>
    )}
    {found.total === 0 && <Nothing {...found} />}
    <ol className="found-list">
      {found.services.map((one, at) => (
        <li key={one.service.id}>
          <PublicResult
            found={one}
            rank={at + 1}
            href={`${found.prefix}/annuaire/services/${one.service.id}`}
            now={found.now}
            isFramed={found.isFramed}
          />
        </li>
      ))}
    </ol>
    {(found.firstHref !== undefined || found.nextHref !== undefined) && (
      <p className="actions">
        {found.firstHref !== undefined && (
          <ButtonLink href={found.firstHref} kind="secondary">
            {french(words.first)}
          </ButtonLink>
        )}
        {found.nextHref !== undefined && (
          <ButtonLink href={found.nextHref} kind="secondary">
            {french(words.next)}
          </ButtonLink>
        )}
      </p>
    )}
    {found.gapHref !== undefined && (
      <p>
        <a href={found.gapHref}>{french(gapWords.fr.link)}</a>
      </p>
    )}
  </section>
);

/** An empty list never ends there: without the filters, or with somebody. */
const Nothing = ({ unfilteredHref, phone }: Extract<SearchOutcome, { kind: "found" }> & Surroundings): ReactElement => (
  <>
    <p>{french(phone === undefined ? words.tryWords : words.noneHelp(phone))}</p>
    {unfilteredHref !== undefined && (
      <p>
        <ButtonLink href={unfilteredHref} kind="secondary">
          {french(words.noFilter)}
        </ButtonLink>
      </p>
    )}
  </>
);

/** What must be known before reading the list: how far it reaches, or that it proves nothing. */
const Warning = ({
  radiusMeters,
  widenedFromMeters,
  noCategory,
  services,
  total,
  place,
  unfilteredHref,
}: Extract<SearchOutcome, { kind: "found" }>): ReactElement | null => {
  const isNear = services.some(({ distanceMeters }) => distanceMeters !== undefined);
  if (noCategory) return <p className="notice careful">{french(searchWords.fr.noCategory)}</p>;
  if (radiusMeters === undefined || place === undefined) return null;
  const none = unfilteredHref === undefined ? searchWords.fr.none : words.noneFiltered;
  if (total === 0) return <p className="notice careful">{french(none(radiusMeters))}</p>;
  if (!isNear) return <p className="notice careful">{french(searchWords.fr.onlyRemote(radiusMeters))}</p>;
  return widenedFromMeters === undefined ? null : (
    <p className="notice careful">{french(searchWords.fr.widened(widenedFromMeters, radiusMeters))}</p>
  );
};
