import { describe, expect, test } from "vitest";
import { findTwins, type TwinRecord } from "./index.ts";

type Known = Omit<TwinRecord, "id" | "source">;

const classOf = (one: Known, other: Known): string => {
  const [pair] = findTwins([
    { id: "a", source: "alpha", ...one },
    { id: "b", source: "beta", ...other },
  ]);
  return pair?.class ?? "rien";
};

/** Two ways to say one town. */
const gueret: Omit<Known, "name"> = { postalCode: "23000", communeName: "Guéret", communeCode: "23096" };
const gueretByPost: Omit<Known, "name"> = { postalCode: "23011", communeName: "GUERET CEDEX" };
const station = "12 avenue de la Gare";
const phone = "01 99 00 11 22";

describe("one structure, described twice", () => {
  test.each<[string, Known, Known]>([
    [
      "upper case, accents and short words of the post",
      { name: "Mission locale de Guéret", street: station, ...gueret },
      { name: "MISSION LOCALE DE GUERET", street: "12 AV. DE LA GARE", ...gueretByPost },
    ],
    [
      "« ST » and « BD » for Saint and boulevard",
      { name: "Centre social Saint-Exupéry", street: "4 boulevard Saint-Michel", postalCode: "17000", communeName: "La Rochelle" },
      { name: "CENTRE SOCIAL ST EXUPERY", street: "4 BD ST MICHEL", postalCode: "17000", communeName: "LA ROCHELLE" },
    ],
    [
      "« STE » in the name of the town",
      { name: "CCAS", street: "2 place de la Mairie", postalCode: "24210", communeName: "Sainte-Orse" },
      { name: "CCAS de Sainte Orse", street: "2 pl de la mairie", postalCode: "24210", communeName: "STE ORSE" },
    ],
    [
      "a CEDEX and a post box in one, the street in both",
      { name: "Mission locale de Brioude", street: "BP 123, 8 rue du 21-Juin-1944", postalCode: "43103", communeName: "Brioude Cedex" },
      { name: "Mission Locale Brioude", street: "8 rue du 21 juin 1944", postalCode: "43100", communeName: "Brioude" },
    ],
    [
      "« Maison de services au public » became « France services »",
      { name: "Maison de services au public de Bellac", street: "5 rue du Pont", postalCode: "87300", communeName: "Bellac" },
      { name: "France services Bellac", street: "5 rue du Pont", postalCode: "87300", communeName: "Bellac" },
    ],
    [
      "« Maison France Services » and a short « MSAP », the same telephone, no street in one",
      { name: "Maison France Services Lussac", phone, postalCode: "86320", communeName: "Lussac-les-Châteaux" },
      { name: "MSAP", street: "1 route de Montmorillon", phone: "+33199001122", postalCode: "86320", communeName: "LUSSAC LES CHATEAUX" },
    ],
    [
      "it moved inside its town, and kept telephone and mail",
      { name: "France services Guéret", street: station, phone, mail: "accueil@fs-gueret.example", ...gueret },
      { name: "Espace France Services", street: "3 place Bonnyaud", phone, mail: "accueil@fs-gueret.example", ...gueret },
    ],
    [
      "it moved inside its town: each source knows one mission locale there, and nothing speaks against",
      { name: "Mission locale de Guéret", street: station, ...gueret },
      { name: "Mission locale", street: "3 place Bonnyaud", ...gueret },
    ],
    [
      "communes that merged: same street, old and new name of the town",
      { name: "France services Monsols", street: "6 place de la Fontaine", postalCode: "69860", communeName: "Monsols" },
      { name: "France services Deux-Grosnes", street: "6 place de la Fontaine", postalCode: "69860", communeName: "Deux-Grosnes" },
    ],
    [
      "a point of the map 45 km wrong, and all the rest agrees",
      {
        name: "MSA de Molsheim",
        street: "30 rue des Vergers",
        point: { latitude: 48.89, longitude: 7.76 },
        postalCode: "67120",
        communeName: "Molsheim",
      },
      {
        name: "MSA Molsheim",
        street: "30 rue des Vergers",
        point: { latitude: 48.53, longitude: 7.5 },
        postalCode: "67120",
        communeName: "MOLSHEIM",
      },
    ],
    [
      "a spreadsheet ate the zero of the postal code",
      { name: "France services de Nantua", street: "36 rue du Collège", postalCode: "1130", communeName: "NANTUA" },
      { name: "France services Haut-Bugey Nantua", street: "36 rue du Collège", postalCode: "01130", communeName: "Nantua" },
    ],
    [
      "the initial of a first name, and one wrong key in the street",
      { name: "France services d’Entrelacs", street: "60 rue J. Michaud", postalCode: "73410", communeName: "Entrelacs" },
      {
        name: "Relais Grand Lac - France services Entrelacs",
        street: "60 rue Joseph Michaut",
        postalCode: "73410",
        communeName: "Entrelacs",
      },
    ],
    [
      "an association of a rare name, at the same street",
      { name: "Association Les Amis des Bauges", street: "47 rue de Courson", postalCode: "73630", communeName: "Le Châtelard" },
      { name: "Les amis des Bauges", street: "47 r. de Courson", postalCode: "73630", communeName: "LE CHATELARD" },
    ],
    [
      "an arrondissement written in three ways",
      { name: "PIMMS Paris Est", street: "18 rue Ramus", postalCode: "75020", communeName: "PARIS", communeCode: "75120" },
      { name: "France services Pimms Médiation Paris 20ème - Est", street: "18 rue Ramus", postalCode: "75020", communeName: "Paris 20e" },
    ],
    [
      "one SIRET, two ways to name oneself",
      { name: "Médiathèque Aragon", siret: "12345678900012", ...gueret },
      { name: "Bibliothèque municipale", siret: "123 456 789 00012", ...gueret },
    ],
    [
      "a boat, told once by its depot and once by the village where it calls",
      {
        name: "Pirogue de l’Est guyanais",
        point: { latitude: 4.94, longitude: -52.33 },
        postalCode: "97300",
        communeName: "CAYENNE",
        mail: "pirogue@guyane.example",
      },
      {
        name: "Pirogue France services de l’Est guyanais",
        point: { latitude: 3.89, longitude: -51.8 },
        postalCode: "97313",
        communeName: "Saint-Georges",
        mail: "pirogue@guyane.example",
      },
    ],
    [
      "the bus in both",
      { name: "Bus France services de l’Avesnois", street: "64 rue Léo Lagrange", postalCode: "59440", communeName: "Avesnes-sur-Helpe" },
      { name: "France services itinérante Avesnois", street: "64 rue Leo-Lagrange", postalCode: "59440", communeName: "AVESNES SUR HELPE" },
    ],
  ])("%s", (_, one, other) => {
    expect(classOf(one, other)).toBe("doublon");
  });
});

describe("it may be one structure, and someone must look: never merged alone", () => {
  test.each<[string, Known, Known]>([
    [
      "a desk of information for the young inside a France services: one structure or two, careful readers disagree",
      { name: "France services Lectoure", street: "2 cours Gambetta", phone, postalCode: "32700", communeName: "Lectoure" },
      { name: "Point information jeunesse de Lectoure", street: "2, cours Gambetta", phone, postalCode: "32700", communeName: "Lectoure" },
    ],
    [
      "the label of one who receives it: « France services de la CCI » and the CCI",
      {
        name: "France services de la CCI du Beaujolais",
        street: "317 boulevard Gambetta",
        phone,
        postalCode: "69400",
        communeName: "Villefranche",
      },
      { name: "CCI Beaujolais", street: "317 boulevard Gambetta", phone, postalCode: "69400", communeName: "Villefranche" },
    ],
    [
      "same street, same telephone, and a name that says another thing: who is behind the door is not said",
      { name: "France services d’Issoudun", street: "32 boulevard Marx Dormoy", phone, postalCode: "36100", communeName: "Issoudun" },
      { name: "Les Ruches", street: "32 boulevard Marx Dormoy", phone, postalCode: "36100", communeName: "ISSOUDUN" },
    ],
    [
      "one mission locale that has a house in each of two towns, one telephone for both",
      { name: "Mission locale des Graves", street: "Chemin de la House", phone, postalCode: "33610", communeName: "Canéjan" },
      { name: "Mission locale des Graves et de l’Est", street: "28 avenue Eiffel", phone, postalCode: "33600", communeName: "Pessac" },
    ],
    [
      "one name, no kind, two streets: a name alone is not enough",
      { name: "Déclic", street: "7 rue de la République", postalCode: "43100", communeName: "Brioude" },
      { name: "Déclic, les amis du numérique", street: "26 avenue Jean-Jaurès", postalCode: "43100", communeName: "Brioude" },
    ],
    [
      "two libraries of one town hall: one telephone, two names, two streets",
      { name: "Médiathèque Aragon", street: station, phone, ...gueret },
      { name: "Médiathèque Prévert", street: "3 place Bonnyaud", phone, ...gueret },
    ],
  ])("%s", (_, one, other) => {
    expect(classOf(one, other)).toBe("incertain");
  });
});

describe("two structures", () => {
  test.each<[string, Known, Known]>([
    [
      "a subprefecture and the France services desk of its hall, which share street, telephone and mail",
      {
        name: "Sous-préfecture de Vouziers",
        street: "21 rue Gambetta",
        phone,
        mail: "accueil@vouziers.example",
        postalCode: "08400",
        communeName: "Vouziers",
      },
      {
        name: "France services Vouziers",
        street: "21 rue Gambetta",
        phone,
        mail: "accueil@vouziers.example",
        postalCode: "08400",
        communeName: "Vouziers",
      },
    ],
    [
      "a France services and a mission locale 30 m apart, one telephone",
      {
        name: "France services Rumilly",
        phone,
        point: { latitude: 45.8665, longitude: 5.9447 },
        postalCode: "74150",
        communeName: "Rumilly",
      },
      {
        name: "Mission locale - antenne de Rumilly",
        phone,
        point: { latitude: 45.8663, longitude: 5.9444 },
        postalCode: "74150",
        communeName: "Rumilly",
      },
    ],
    [
      "the community of communes that runs a France services of the same name",
      { name: "France services Centre Tarn", street: "2 bis boulevard Carnot", phone, postalCode: "81120", communeName: "Réalmont" },
      { name: "Communauté de communes Centre Tarn", street: "2 bis boulevard Carnot", phone, postalCode: "81120", communeName: "Réalmont" },
    ],
    [
      "the CAF and the CPAM, neighbours",
      { name: "CAF de la Creuse", street: station, ...gueret },
      { name: "CPAM de la Creuse", street: station, ...gueret },
    ],
    [
      "antennas of one association in two communes",
      { name: "Restos du cœur de Bellac", postalCode: "87300", communeName: "Bellac", mail: "contact@restos.example" },
      { name: "Restos du cœur de Magnac-Laval", postalCode: "87190", communeName: "Magnac-Laval", mail: "contact@restos.example" },
    ],
    [
      "two communes of one name, far apart",
      { name: "CCAS de Sainte-Colombe", street: "1 place de la Mairie", postalCode: "17210", communeName: "Sainte-Colombe" },
      { name: "CCAS de Sainte-Colombe", street: "1 place de la Mairie", postalCode: "76460", communeName: "Sainte-Colombe" },
    ],
    [
      "the same street name in two towns of a département",
      { name: "Emmaüs", street: "10 rue de la République", postalCode: "23200", communeName: "Aubusson", communeCode: "23008" },
      { name: "Emmaüs", street: "10 rue de la République", postalCode: "23300", communeName: "La Souterraine", communeCode: "23176" },
    ],
    [
      "the same street name in two towns, and the telephone of the federation",
      { name: "Emmaüs Aubusson", street: "10 rue de la République", phone, postalCode: "23200", communeName: "Aubusson" },
      { name: "Emmaüs La Souterraine", street: "10 rue de la République", phone, postalCode: "23300", communeName: "La Souterraine" },
    ],
    [
      "two institutions of a chief town, which share no more than the name of the département",
      { name: "APF, délégation Maine-et-Loire", street: "22 boulevard Deux-Croix", postalCode: "49000", communeName: "Angers" },
      { name: "CPAM de Maine-et-Loire", street: "32 rue Louis-Gain", postalCode: "49000", communeName: "Angers" },
    ],
    [
      "a library that a community of communes owns, in its own house",
      { name: "Médiathèque Moulins Communauté", street: "8 place de Tassigny", postalCode: "03000", communeName: "Moulins" },
      { name: "Communauté d’agglomération de Moulins", street: "8 place de Tassigny", postalCode: "03000", communeName: "Moulins" },
    ],
    [
      "two associations of one street",
      { name: "Les Amis des Bauges", street: station, ...gueret },
      { name: "Atelier vélo solidaire Pignon", street: station, ...gueret },
    ],
    [
      "one legal person, two houses of two kinds",
      { name: "CCAS de Guéret", siret: "12345678900012", ...gueret },
      { name: "EHPAD Anna-Quinquaud", siret: "12345678900038", ...gueret },
    ],
  ])("%s", (_, one, other) => {
    expect(classOf(one, other)).toBe("rien");
  });
});

describe("between several candidates of one source", () => {
  const of = (id: string, source: string, name: string, street: string): TwinRecord => ({ id, source, name, street, ...gueret });
  test("given a house and its bus at one address, when another source knows both, then each finds its own", () => {
    const pairs = findTwins([
      of("a1", "alpha", "France services de Guéret", station),
      of("a2", "alpha", "Bus France services de Guéret", station),
      of("b1", "beta", "France services itinérante Guéret", station),
      of("b2", "beta", "Espace France services", station),
    ]);
    expect(pairs.filter((pair) => pair.class === "doublon").map(({ a, b }) => `${a} ${b}`)).toEqual(["a1 b2", "a2 b1"]);
  });
  test("given three desks of one kind in each source, when names and streets say nothing, then none is merged", () => {
    const three = (source: string, ...streets: readonly string[]): readonly TwinRecord[] =>
      streets.map((street, at) => of(`${source}${at}`, source, "Protection maternelle et infantile (PMI)", street));
    const pairs = findTwins([
      ...three("alpha", "1 rue Ampère", "2 rue Bizet", "3 rue Cujas"),
      ...three("beta", "4 rue Dante", "5 rue Molière", "6 rue Pasteur"),
    ]);
    expect(pairs.filter((pair) => pair.class === "doublon")).toEqual([]);
  });
  test("given two streets far apart in one commune, when points are known, then the distance speaks against; not when the street is the same", () => {
    const weightOf = (street: string): number | undefined =>
      findTwins([
        { ...of("a", "alpha", "CCAS de Guéret", station), point: { latitude: 46.17, longitude: 1.87 }, phone },
        { ...of("b", "beta", "CCAS", street), point: { latitude: 46.23, longitude: 1.9 }, phone },
      ])[0]?.evidence.find(({ of: what }) => what === "distance")?.weight;
    expect([weightOf("3 place Bonnyaud"), weightOf(station)]).toEqual([-0.8, -0.2]);
  });
  test("given a stronger candidate, when the weaker is far behind, then the weaker is not shown", () => {
    const pairs = findTwins([
      of("a1", "alpha", "Centre social Bastié", station),
      of("b1", "beta", "Centre social Maryse Bastié", station),
      of("b2", "beta", "Centre social Bastié-Nord", "40 rue Ferrague"),
    ]);
    expect(pairs.map(({ a, b, class: own }) => `${a} ${b} ${own}`)).toEqual(["a1 b1 doublon"]);
  });
});
