import type { Day } from "#engines/calendar";
import type { Commune } from "#engines/places";
import { freshnessOf } from "./freshness.ts";
import type { SearchAnswer } from "./search.ts";
import type { PlaceShown, SearchShown, ServiceShown } from "./service.contract.ts";
import type { Service } from "./service.ts";

/** A service as screens and the interface show it. @param today in Paris */
export const serviceShown = ({ goneAt, ...service }: Service, today: Day): ServiceShown =>
  withoutAbsent({ ...service, freshness: freshnessOf(service.updatedOn, today), isGone: goneAt !== undefined }) as ServiceShown;

export const searchShown = (answer: SearchAnswer, today: Day): SearchShown =>
  withoutAbsent({
    ...answer,
    services: answer.services.map((found) => ({
      ...withoutAbsent({ distanceMeters: found.distanceMeters === undefined ? undefined : Math.round(found.distanceMeters) }),
      reasons: found.reasons,
      service: serviceShown(found.service, today),
    })),
  }) as unknown as SearchShown;

export const placeShown = ({ code, name, departement, postalCodes, point }: Commune): PlaceShown => ({
  code,
  name,
  departement,
  postalCodes: [...postalCodes],
  latitude: point.latitude,
  longitude: point.longitude,
});

/** JSON has no « undefined »: what is absent is left out, at every depth. */
const withoutAbsent = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]: [string, unknown]) => [name, isPlain(inner) ? withoutAbsent(inner) : inner]),
  );
const isPlain = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
