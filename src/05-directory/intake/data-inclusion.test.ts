import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { makeReader } from "./data-inclusion.source.ts";

const reader = makeReader(day("2026-11-20"));
const structure = { id: "essai--1", source: "essai", nom: "Les Petits Pas", date_maj: "2026-11-01" };
const service = { ...structure, structure_id: "essai--1", description: "Garde le mercredi." };
const long = (length: number): string => "é".repeat(length);
const web = (length: number): string => `https://a.example/${"a".repeat(length - 18)}`;

/** Field, rule, a value that breaks it and nothing else. « absent » leaves the field out. */
type Broken = readonly [field: string, rule: string, value: unknown];
const absent = Symbol("absent");

const ofBoth: readonly Broken[] = [
  ["id", "required", absent],
  ["id", "type", 12],
  ["id", "id-prefix", "autre--1"],
  ["id", "id-prefix", "essai--"],
  ["source", "required", absent],
  ["source", "type", null],
  ["nom", "required", absent],
  ["nom", "type", null],
  ["nom", "min-length", "Le"],
  ["nom", "max-length", long(151)],
  ["date_maj", "required", absent],
  ["date_maj", "type", 20261101],
  ["date_maj", "date", "01/11/2026"],
  ["date_maj", "date", "2026-02-30"],
  ["date_maj", "date-too-old", "1999-12-31"],
  ["date_maj", "date-in-future", "2026-11-21"],
  ["adresse", "type", 3],
  ["complement_adresse", "type", []],
  ["commune", "type", {}],
  ["code_postal", "type", 38500],
  ["code_postal", "pattern", "3850"],
  ["code_postal", "pattern", "2A004"],
  ["code_insee", "type", 38563],
  ["code_insee", "pattern", "2B14"],
  ["code_insee", "pattern", "38-56"],
  ["latitude", "type", "45.3"],
  ["longitude", "type", "5.6"],
  ["telephone", "type", 1],
  ["courriel", "type", 1],
  ["courriel", "email", "accueil@"],
  ["horaires_accueil", "type", 1],
  ["lien_source", "type", 1],
  ["lien_source", "uri", ""],
  ["lien_source", "uri", "javascript:alert(1)"],
  ["lien_source", "max-length", web(2084)],
];
const ofStructures: readonly Broken[] = [
  ["siret", "type", 13002526500013],
  ["siret", "pattern", "1300252650001"],
  ["description", "type", 5],
  ["description", "min-length", "Oui."],
  ["description", "max-length", long(10_001)],
  ["site_web", "uri", "petits-pas.example"],
  ["site_web", "max-length", web(2084)],
  ["accessibilite_lieu", "uri", "accès libre"],
  ["accessibilite_lieu", "max-length", web(2084)],
  ["reseaux_porteurs", "type", "caf"],
  ["reseaux_porteurs", "list", ["inconnu"]],
  ["reseaux_porteurs", "unique", ["caf", "caf"]],
];
const ofServices: readonly Broken[] = [
  ["structure_id", "required", absent],
  ["structure_id", "type", 1],
  ["description", "required", absent],
  ["description", "type", null],
  ["description", "min-length", "Oui."],
  ["description", "max-length", long(10_001)],
  ["type", "list", "conseil"],
  ["thematiques", "type", "famille--garde-denfants"],
  ["thematiques", "list", ["famille"]],
  ["thematiques", "unique", ["famille--garde-denfants", "famille--garde-denfants"]],
  ["publics", "type", "familles"],
  ["publics", "list", ["parents"]],
  ["publics", "unique", ["familles", "familles"]],
  ["publics", "min-items", []],
  ["publics", "everybody-alone", ["tous-publics", "familles"]],
  ["publics_precisions", "type", 1],
  ["conditions_acces", "type", 1],
  ["frais", "list", "cher"],
  ["frais_precisions", "type", 1],
  ["modes_accueil", "list", ["sur-place"]],
  ["modes_accueil", "unique", ["a-distance", "a-distance"]],
  ["modes_mobilisation", "list", ["ecrire"]],
  ["modes_mobilisation", "unique", ["telephoner", "telephoner"]],
  ["modes_mobilisation", "min-items", []],
  ["mobilisable_par", "list", ["voisins"]],
  ["mobilisable_par", "unique", ["usagers", "usagers"]],
  ["mobilisable_par", "min-items", []],
  ["mobilisation_precisions", "type", 1],
  ["lien_mobilisation", "uri", "sur le site"],
  ["lien_mobilisation", "max-length", web(2084)],
  ["contact_nom_prenom", "type", 1],
  ["zone_eligibilite", "type", "38"],
  ["zone_eligibilite", "min-items", []],
  ["zone_eligibilite", "pattern", ["Isère"]],
  ["zone_eligibilite", "pattern", ["1234567"]],
  ["volume_horaire_hebdomadaire", "type", "35"],
  ["volume_horaire_hebdomadaire", "minimum", -1],
  ["nombre_semaines", "type", "3"],
  ["nombre_semaines", "integer", 1.5],
  ["nombre_semaines", "minimum", 0],
];

const breaking = (good: object, [field, , value]: Broken): object => {
  const { [field]: _, ...rest } = good as Record<string, unknown>;
  return value === absent ? rest : { ...rest, [field]: value };
};

describe("an object that breaks one rule of the national format gets one line", () => {
  test.each([...ofBoth, ...ofStructures])("structure: %s, %s", (...rule) => {
    const read = reader.structure(breaking(structure, rule));
    expect(read).toMatchObject({ kind: "refused", broken: [{ field: rule[0], rule: rule[1] }] });
    expect(read.kind === "refused" && read.broken).toHaveLength(1);
  });

  test.each([...ofBoth, ...ofServices])("service: %s, %s", (...rule) => {
    const read = reader.service(breaking(service, rule));
    expect(read).toMatchObject({ kind: "refused", broken: [{ field: rule[0], rule: rule[1] }] });
    expect(read.kind === "refused" && read.broken).toHaveLength(1);
    expect(read.kind === "refused" && read.broken[0]?.sentence).toMatch(/^« .+\.$/u);
  });

  test("two broken rules get two lines, in the reader's words", () => {
    const read = reader.structure({ ...structure, code_postal: "3850", courriel: "accueil" });
    expect(read.kind === "refused" && read.broken.map(({ sentence }) => sentence)).toEqual([
      "« code_postal » est mal écrit. Exemple attendu : 38500.",
      "« courriel » n’est pas une adresse de courriel.",
    ]);
  });
});

describe("what the national format accepts is read", () => {
  test("everything optional may be absent or null", () => {
    const fields = [...ofBoth, ...ofServices].map(([field]) => field).filter((field) => !(field in service));
    expect(reader.service({ ...service, ...Object.fromEntries(fields.map((field) => [field, null])) }).kind).toBe("read");
    expect(reader.service(service).kind).toBe("read");
  });

  test.each([[["38563"]], [["2A"]], [["974"]], [["243800984"]], [["99125"]], [["france", "38"]]])("zone %j", (zone) => {
    expect(reader.service({ ...service, zone_eligibilite: zone }).kind).toBe("read");
  });

  test("today is not the future, and the first of January 2000 is not too old", () => {
    for (const date_maj of ["2026-11-20", "2000-01-01"]) expect(reader.structure({ ...structure, date_maj }).kind).toBe("read");
  });

  test("HTML stays text", () => {
    const read = reader.service({ ...service, description: "<b>Garde</b> <script>alert(1)</script>" });
    expect(read.kind === "read" && read.draft.description).toBe("<b>Garde</b> <script>alert(1)</script>");
  });

  test.each([null, 12, "texte", [], [structure]])("what is not an object is refused without a fall: %j", (record) => {
    expect(reader.structure(record).kind).toBe("refused");
  });
});
