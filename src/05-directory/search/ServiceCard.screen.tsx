import type { ReactElement, ReactNode } from "react";
import { french, Icon, telephoneLink, useLanguage, useNow } from "#ground/screens";
import { phoneInPairs } from "#person";
import { searchWords } from "../record/search.words.ts";
import type { FoundShown } from "./search.contract.ts";

interface ServiceCardProps {
  readonly found: FoundShown;
  /** Its place in the list, from 1: what number opens it. */
  readonly rank?: number;
  /** What may be done with it here: hand over, inform… */
  readonly children?: ReactNode;
}

/** Service proche : name, distance, telephone, why it is there and how fresh it is. */
export const ServiceCard = ({ found: { service, reasons, opening, distanceMeters }, rank, children }: ServiceCardProps): ReactElement => {
  const words = searchWords[useLanguage()];
  const now = useNow();
  return (
    <article aria-labelledby={`service-${service.id}`}>
      <a
        className="service-name"
        id={`service-${service.id}`}
        href={`/annuaire/services/${service.id}`}
        target="_blank"
        rel="noreferrer"
        data-rank={rank}
      >
        {rank !== undefined && rank < 10 && <span className="key">{rank}</span>} {service.name}
      </a>
      {service.structure.name !== service.name && <div className="small">{service.structure.name}</div>}
      <div className="tags">
        <strong>{french(distanceMeters === undefined ? words.finder.phone : words.distance(distanceMeters))}</strong>
        {opening && (
          <span className={opening.kind === "open" ? "state ok" : undefined}>
            {opening.kind === "open" && <Icon name="done" />} {french(words.opening(opening, now))}
          </span>
        )}
        {service.address.communeName !== undefined && <span>{service.address.communeName}</span>}
        {service.phone !== undefined && (
          <a href={telephoneLink(service.phone)}>
            <Icon name="phone" /> {phoneInPairs(service.phone)}
          </a>
        )}
        <span className={service.freshness.isOld ? "state ask" : "state ok"}>
          <Icon name={service.freshness.isOld ? "triangle" : "done"} /> {words.fresh(service.freshness.days)}
        </span>
      </div>
      <div className="tiny">
        {french(words.why)} {french(reasons.map(words.reason).join(", "))}
      </div>
      {children}
    </article>
  );
};
