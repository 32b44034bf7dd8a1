import type { Evidence } from "./pair.ts";
import type { Portrait } from "./portrait.ts";
import type { Part, Weighed } from "./weigh.ts";

/** What weighed, with what each record says of it, the heaviest first: the reason that a data referent reads. */
export const evidenceOf = (a: Portrait, b: Portrait, { parts }: Weighed): readonly Evidence[] =>
  Object.entries(said)
    .map(([of, text]) => evidence(of as Part, parts[of as Part], text(a), text(b)))
    .filter(({ weight }) => weight !== 0)
    .toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight));

const evidence = (of: Part, weight: number, a: string | undefined, b: string | undefined): Evidence => ({
  of,
  weight: Math.round(weight * 100) / 100,
  ...(a === undefined || a === "" ? {} : { a }),
  ...(b === undefined || b === "" ? {} : { b }),
});

const said: Readonly<Record<Part, (portrait: Portrait) => string | undefined>> = {
  name: ({ record }) => record.name,
  kind: ({ kinds, moves }) => [...kinds, ...(moves ? ["itinerant"] : [])].join(", "),
  commune: ({ record }) => [record.postalCode, record.communeName].filter((part) => part !== undefined && part !== "").join(" "),
  street: ({ record }) => record.street,
  distance: ({ point }) => point && `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`,
  phone: ({ record }) => record.phone,
  mail: ({ record }) => record.mail,
  siret: ({ record }) => record.siret,
  rivals: () => undefined,
};
