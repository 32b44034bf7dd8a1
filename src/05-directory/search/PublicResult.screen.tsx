import type { ReactElement } from "react";
import { french, Icon, telephoneLink } from "#ground/screens";
import { phoneInPairs } from "#person";
import { searchWords } from "../record/search.words.ts";
import type { FoundShown } from "./search.contract.ts";

const words = searchWords.fr;

interface PublicResultProps {
  readonly found: FoundShown;
  /** From 1. */
  readonly rank: number;
  readonly href: string;
  /** The instant that hours are told from. */
  readonly now: Date;
  /** Inside the page of somebody else, a service opens beside it. */
  readonly isFramed: boolean;
}

/** Un résultat, pour tous : its rank and name, how far, whether it is open, why it is there, and how fresh. */
export const PublicResult = ({ found, rank, href, now, isFramed }: PublicResultProps): ReactElement => {
  const { service, reasons, opening, distanceMeters } = found;
  // How far is said beside the name: said twice, it would only be longer to read.
  const why = reasons.filter(({ kind }) => kind !== "distance").map(words.reason);
  return (
    <article className="found" aria-labelledby={`service-${service.id}`}>
      <h3 id={`service-${service.id}`}>
        <span className="found-rank">{rank}</span>{" "}
        <a href={href} {...(isFramed ? { target: "_blank", rel: "noopener" } : {})}>
          {service.name}
        </a>
      </h3>
      <p className="found-where">
        {distanceMeters === undefined ? <Telephone phone={service.phone} /> : french(distanceOf(found, distanceMeters))}
      </p>
      <p className="muted small">
        {french(
          [service.structure.name === service.name ? undefined : service.structure.name, addressOf(found)].filter(Boolean).join(", "),
        )}
      </p>
      <p className="found-facts small">
        {distanceMeters !== undefined && <Telephone phone={service.phone} />}
        {opening && (
          <span className={opening.kind === "open" ? "state ok" : "muted"}>
            {opening.kind === "open" && <Icon name="done" />} {french(words.opening(opening, now))}
          </span>
        )}
        <span className={service.freshness.isOld ? "state ask" : "muted"}>
          {service.freshness.isOld && <Icon name="triangle" />} {french(words.fresh(service.freshness.days))}
        </span>
      </p>
      {why.length > 0 && (
        <p className="small">
          <span className="muted">{french(words.why)}</span> {french(why.join(", "))}
        </p>
      )}
    </article>
  );
};

const Telephone = ({ phone }: { readonly phone: string | undefined }): ReactElement | null =>
  phone === undefined ? null : (
    <a href={telephoneLink(phone)}>
      <Icon name="phone" /> {phoneInPairs(phone)}
    </a>
  );

/** « à 3,9 km »; « à environ » when only the commune is known. */
const distanceOf = ({ reasons }: FoundShown, meters: number): string =>
  words.reason(reasons.find(({ kind }) => kind === "distance") ?? { kind: "distance", meters, isApproximate: false });

const addressOf = ({ service: { address } }: FoundShown): string =>
  [address.street, [address.postalCode, address.communeName].filter(Boolean).join(" ")].filter(Boolean).join(", ");
