import type { ReactElement, ReactNode } from "react";
import { french, useLanguage, useResource, Waiting } from "#ground/screens";
import { needLabel } from "#situation";
import { GapButton } from "../gap/GapButton.screen.tsx";
import { searchWords } from "../record/search.words.ts";
import { SearchContract, type FoundShown, type SearchShown } from "./search.contract.ts";
import { ServiceCard } from "./ServiceCard.screen.tsx";

interface NearbyServicesProps {
  readonly commissionerId: string;
  readonly need: string;
  readonly place: { readonly code: string; readonly name: string };
  readonly radiusMeters?: number;
  /** What may be done with a service: hand over, inform… */
  readonly actions?: (found: FoundShown) => ReactNode;
  /** How many are shown. */
  readonly count?: number;
  /** Beside the title: another way to look. */
  readonly more?: ReactNode;
}

/** « Près de Voiron, pour : loyer » : the right column of the desk. */
export const NearbyServices = ({
  commissionerId,
  need,
  place,
  radiusMeters = 15_000,
  actions,
  count = 6,
  more,
}: NearbyServicesProps): ReactElement => {
  const words = searchWords[useLanguage()];
  const found = useResource(
    `/api/services?besoin=${encodeURIComponent(need)}&commune=${encodeURIComponent(place.code)}&rayon=${radiusMeters / 1000}&nombre=${count}`,
    SearchContract,
  );
  const title = words.finder.near(place.name, needLabel(need));
  return (
    <section className="panel" aria-label={french(title)}>
      <div className="panel-head">
        <h2>{french(title)}</h2>
        {more}
      </div>
      <Waiting for={found}>
        {(answer) => (
          <>
            <FoundServices answer={answer} {...(actions ? { actions } : {})} />
            <GapButton
              commissionerId={commissionerId}
              need={need}
              communeCode={place.code}
              radiusMeters={radiusMeters}
              {...nearestOf(answer)}
            />
          </>
        )}
      </Waiting>
    </section>
  );
};

/** How far the nearest one is: a fact worth keeping with a gap. */
export const nearestOf = ({ services }: SearchShown): { readonly nearestMeters?: number } => {
  const nearest = Math.min(...services.flatMap(({ distanceMeters }) => distanceMeters ?? []));
  return Number.isFinite(nearest) ? { nearestMeters: nearest } : {};
};

/** The services of an answer, after what must be known before reading them. */
export const FoundServices = ({
  answer,
  actions,
  firstRank = 1,
}: {
  readonly answer: SearchShown;
  /** Of the first service of this page. */
  readonly firstRank?: number;
  readonly actions?: (found: FoundShown) => ReactNode;
}): ReactElement => {
  const words = searchWords[useLanguage()];
  const warning = warningOf(answer, words);
  return (
    <>
      {warning !== undefined && <p className="notice careful small">{french(warning)}</p>}
      <p className="small" role="status">
        {french(words.total(answer.total))}
      </p>
      {answer.unknownHours !== undefined && answer.unknownHours > 0 && (
        <p className="tiny">{french(words.unknownHours(answer.unknownHours))}</p>
      )}
      <ol className="services" start={firstRank}>
        {answer.services.map((found, at) => (
          <li key={found.service.id}>
            <ServiceCard found={found} rank={at + 1}>
              {actions?.(found)}
            </ServiceCard>
          </li>
        ))}
      </ol>
    </>
  );
};

const warningOf = (
  { noCategory, total, radiusMeters, widenedFromMeters, services }: SearchShown,
  words: (typeof searchWords)["fr" | "en"],
): string | undefined => {
  if (noCategory) return words.noCategory;
  if (radiusMeters === undefined) return undefined;
  if (total === 0) return words.none(radiusMeters);
  if (!services.some(({ distanceMeters }) => distanceMeters !== undefined)) return words.onlyRemote(radiusMeters);
  return widenedFromMeters === undefined ? undefined : words.widened(widenedFromMeters, radiusMeters);
};
