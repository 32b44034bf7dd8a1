import { day } from "#engines/calendar";
import type { BenefitContent } from "#rights";

/** Chèque mobilité : an invented benefit of the Creuse, as tests and the examples of the interface write it. */
export const mobilityCheque: BenefitContent = {
  name: "Chèque mobilité",
  theme: "mobilite",
  gives: "Un chèque pour payer l’essence ou le bus pendant une recherche d’emploi.",
  amount: { cents: 15_000, isAtMost: true, period: "year" },
  territory: { kind: "departement", code: "23" },
  conditions: [
    { kind: "age", from: 18, to: 64 },
    { kind: "activity", anyOf: ["job-seeker"] },
  ],
  otherConditions: "",
  ask: {
    body: "Maison du département de Guéret",
    phone: "05 36 49 10 20",
    mail: "mobilite@creuse.example",
    address: "1 place Bonnyaud, 23000 Guéret",
    hours: "",
  },
  bring: ["Une pièce d’identité", "L’inscription à France Travail"],
  sourceUrl: "https://creuse.example/mobilite",
  verifiedOn: day("2026-11-02"),
  startsOn: null,
  endsOn: null,
};
