import { addDays } from "#engines/calendar";
import type { ServiceEntered } from "#directory/server";
import type { PlannedService } from "./directory-plan.ts";

type Entered = Omit<ServiceEntered, "source">;

/** What another source writes of a door that the first one knows: capitals alone, another name, or another street. */
type Retold = (service: PlannedService) => Pick<Entered, "structureName"> & Partial<Entered>;
const inCapitals: Retold = ({ structureName }) => ({ structureName: structureName.toUpperCase() });
const renamed: Retold = ({ communeName, phone }) => ({ structureName: `Association L’Escale ${communeName}`, phone });
const moved: Retold = ({ structureName }) => ({ structureName, street: "2 place de la Mairie", pointFrom: "commune" });

/** Away from the towns that the stories of the demonstration are about. The first four merge alone, the eight others wait for a human. */
const retold: readonly (readonly [key: string, as: Retold])[] = [
  ["budget-38416", inCapitals],
  ["repas-38509", inCapitals],
  ["numerique-44015", inCapitals],
  ["droits-44131", inCapitals],
  ["lien-38562", renamed],
  ["repas-38140", renamed],
  ["budget-44036", renamed],
  ["numerique-44003", renamed],
  ["droits-38269", moved],
  ["repas-38416", moved],
  ["lien-44036", moved],
  ["droits-44015", moved],
];

/** Une deuxième source, older than the first in everything, so that what the first says is what one goes on reading. */
export const planSecondSource = (services: readonly PlannedService[]): readonly Entered[] => {
  const byKey = new Map(services.map((service) => [service.key, service]));
  return retold.map(([key, as]) => {
    const service = byKey.get(key);
    if (!service) throw new Error(`service ${key} is not in the plan`);
    const { name, themes, cost, zone, street, postalCode, communeName, communeCode, point, updatedOn } = service;
    const kept = { name, themes, cost, zone, street, postalCode, communeName, communeCode, point };
    const sure = as === inCapitals ? { phone: service.phone } : {};
    return { key: `b-${key}`, ...kept, ...sure, ...as(service), updatedOn: addDays(updatedOn, -120) };
  });
};
