import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTwins, makeTwinIndex, twinsOf, type TwinPair, type TwinRecord } from "./index.ts";

const towns: readonly Pick<TwinRecord, "postalCode" | "communeName" | "communeCode">[] = [
  { postalCode: "23000", communeName: "Guéret", communeCode: "23096" },
  { postalCode: "23000", communeName: "Sainte-Feyre", communeCode: "23193" },
  { postalCode: "23200", communeName: "AUBUSSON" },
];
const names = [
  "Mission locale",
  "Mission locale de la Creuse",
  "France services Guéret",
  "Bus France services",
  "Point information jeunesse",
  "CCAS",
  "Les Amis des Bauges",
  "Centre social Bastié",
  "Relais Grand Lac - France services",
];

/** Few names, streets and telephones, so that likenesses come often. A field that is undefined is left out. */
const drawn = fc.record({
  source: fc.constantFrom("alpha", "beta", "gamma"),
  name: fc.constantFrom(...names),
  town: fc.constantFrom(...towns),
  street: fc.constantFrom(undefined, "12 avenue de la Gare", "12 AV DE LA GARE", "3 place Bonnyaud"),
  phone: fc.constantFrom(undefined, "01 99 00 11 22", "+33199003344"),
  mail: fc.constantFrom(undefined, "accueil@creuse.example", "contact@creuse.example"),
  point: fc.constantFrom(
    undefined,
    { latitude: 46.17, longitude: 1.87 },
    { latitude: 46.1703, longitude: 1.8702 },
    { latitude: 46.3, longitude: 2.1 },
  ),
});

const recordFrom = (
  { source, name, town, ...rest }: typeof drawn extends fc.Arbitrary<infer Drawn> ? Drawn : never,
  at: number,
): TwinRecord => ({
  id: `r${at}`,
  source,
  name,
  ...town,
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
});
const directories = fc.array(drawn, { minLength: 2, maxLength: 12 }).map((all) => all.map(recordFrom));

const byIds = (pairs: readonly TwinPair[]): ReadonlyMap<string, TwinPair> =>
  new Map(pairs.map((pair) => [`${pair.level} ${pair.a} ${pair.b}`, pair]));
const two = fc
  .tuple(drawn, drawn)
  .map(([one, other]) => [recordFrom({ ...one, source: "alpha" }, 1), recordFrom({ ...other, source: "beta" }, 2)] as const);
const only = (records: readonly TwinRecord[]): TwinPair | undefined => findTwins(records)[0];

describe("laws of the search of twins", () => {
  test("the order of the records changes nothing", () => {
    fc.assert(
      fc.property(
        directories.chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }))),
        ([records, shuffled]) => {
          expect(findTwins(shuffled, { places: true })).toEqual(findTwins(records, { places: true }));
        },
      ),
    );
  });
  test("no pair inside one source, none of a record with itself, none twice, the identifiers in order", () => {
    fc.assert(
      fc.property(directories, (records) => {
        const sources = new Map(records.map(({ id, source }) => [id, source]));
        const pairs = findTwins(records, { places: true });
        for (const { a, b, score } of pairs) {
          expect(sources.get(a)).not.toBe(sources.get(b));
          expect(a < b).toBe(true);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(byIds(pairs).size).toBe(pairs.length);
      }),
    );
  });
  test("a record is merged with one record at most of each other source", () => {
    fc.assert(
      fc.property(directories, (records) => {
        const sources = new Map(records.map(({ id, source }) => [id, source]));
        const seats = findTwins(records)
          .filter((pair) => pair.class === "doublon")
          .flatMap(({ a, b }) => [`${a} in ${String(sources.get(b))}`, `${b} in ${String(sources.get(a))}`]);
        expect(new Set(seats).size).toBe(seats.length);
      }),
    );
  });
  test("a record far away, with contacts of its own, changes nothing", () => {
    fc.assert(
      fc.property(directories, drawn, (records, far) => {
        const { id, source, name, street } = recordFrom(far, 99);
        const inNice: TwinRecord = {
          id,
          source,
          name,
          ...(street === undefined ? {} : { street }),
          postalCode: "06000",
          communeName: "Nice",
          phone: "04 65 71 00 01",
        };
        expect(findTwins([...records, inNice])).toEqual(findTwins(records));
      }),
    );
  });
  test.each(["phone", "mail", "point"] as const)("hiding %s takes its evidence away, and changes no other", (field) => {
    fc.assert(
      fc.property(two, ([one, other]) => {
        const { [field]: hidden, ...rest } = one;
        const [known, bare] = [only([one, other]), only([rest, other])];
        if (hidden === undefined || !known || !bare) return;
        const name = field === "point" ? "distance" : field;
        const tell = ({ evidence }: TwinPair): unknown => evidence.filter(({ of }) => of !== name).map(({ of, weight }) => [of, weight]);
        expect(bare.evidence.some(({ of }) => of === name)).toBe(false);
        expect(tell(bare)).toEqual(tell(known));
      }),
    );
  });
  test("the weights shown add up to the score", () => {
    fc.assert(
      fc.property(directories, (records) => {
        for (const { evidence, score } of findTwins(records)) {
          const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
          expect(score).toBeCloseTo(1 / (1 + 10 ** -total), 2);
        }
      }),
    );
  });
  test("one new record against an index finds what a search among all would find, when no third source is there", () => {
    fc.assert(
      fc.property(
        directories.map((records) => records.map((record) => (record.source === "gamma" ? { ...record, source: "beta" } : record))),
        ([first, ...others]) => {
          if (!first) return;
          const alone = others.filter(({ source }) => source !== first.source);
          expect(twinsOf(first, makeTwinIndex(alone))).toEqual(findTwins([first, ...alone]));
        },
      ),
    );
  });
});

describe("a large city and the number of a platform", () => {
  test("given a thousand records that share a commune and a telephone, when two share a street, then they are found, and the search stays short", () => {
    const word = (at: number): string => String(at).replace(/\d/g, (figure) => `${"bcdfglmprt"[Number(figure)] ?? ""}a`);
    const city = { postalCode: "75019", communeName: "Paris", communeCode: "75119", phone: "01 99 00 39 39" };
    const records = Array.from({ length: 3000 }, (_, at): TwinRecord => ({
      ...city,
      id: `p${String(at).padStart(4, "0")}`,
      source: at % 2 === 0 ? "alpha" : "beta",
      name: `Atelier ${word(1000 + at)}x`,
      street: `${at} rue ${word(4000 + at)}z`,
    }));
    const two: readonly TwinRecord[] = [
      { ...city, id: "t1", source: "alpha", name: "CCAS", street: "5 rue Petit" },
      { ...city, id: "t2", source: "beta", name: "Centre communal d’action sociale", street: "5, RUE PETIT" },
    ];
    const pairs = findTwins([...records, ...two]).filter((pair) => pair.class === "doublon");
    expect(pairs.map(({ a, b }) => [a, b])).toContainEqual(["t1", "t2"]);
  });
});

describe("what is said of a pair", () => {
  const [a, b]: [TwinRecord, TwinRecord] = [
    {
      id: "a",
      source: "alpha",
      name: "Sous-préfecture d’Aubusson",
      street: "Place Maurice-Dayras",
      communeName: "Aubusson",
      postalCode: "23200",
    },
    {
      id: "b",
      source: "beta",
      name: "France services Aubusson",
      street: "place Maurice Dayras",
      communeName: "Aubusson",
      postalCode: "23200",
    },
  ];
  test("given two institutions behind one door, when places are asked for, then the pair is told as a place, never as a structure", () => {
    expect(findTwins([a, b])).toEqual([]);
    expect(findTwins([a, b], { places: true }).map(({ level, class: own }) => [level, own])).toEqual([["place", "doublon"]]);
  });
  test("given a pair, when it is shown, then each reason tells what both records say, the heaviest first", () => {
    const [pair] = findTwins([{ ...a, name: "France services" }, b]);
    expect(pair?.evidence[0]).toEqual({ of: "street", weight: 2.5, a: "Place Maurice-Dayras", b: "place Maurice Dayras" });
    expect(pair?.evidence.map(({ of }) => of)).toEqual(["street", "commune", "name", "kind", "rivals"]);
  });
  test("given a source that never writes its kind, when nearly all its evident twins are of one kind, then this kind is its own", () => {
    const villages = Array.from({ length: 25 }, (_, at) => ({
      communeName: `Village${"abcdefghijklmnopqrstuvwxyz"[at] ?? ""}ville`,
      postalCode: `23${200 + at}`,
    }));
    const lists = villages.flatMap((village, at): TwinRecord[] => [
      {
        id: `a${at}`,
        source: "alpha",
        name: village.communeName,
        street: `${at + 1} rue du Pont`,
        phone: `01 99 00 00 ${10 + at}`,
        ...village,
      },
      {
        id: `b${at}`,
        source: "beta",
        name: `France services ${village.communeName}`,
        street: `${at + 1} rue du Pont`,
        phone: `01 99 00 00 ${10 + at}`,
        ...village,
      },
    ]);
    const moved = { communeName: "Bénévent", postalCode: "23210" };
    const records: TwinRecord[] = [
      { id: "m1", source: "alpha", name: "Bénévent", street: "2 rue Haute", ...moved },
      { id: "m2", source: "beta", name: "France services Bénévent", street: "9 place de l’Église", ...moved },
    ];
    const found = (pairs: readonly TwinPair[]): readonly string[] => pairs.filter(({ a }) => a === "m1").map((pair) => pair.class);
    expect(found(findTwins(records))).toEqual([]);
    expect(found(findTwins([...records, ...lists]))).toEqual(["doublon"]);
  });
});
