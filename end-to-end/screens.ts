import type { Page } from "@playwright/test";

/** What it takes to reach the ten screens: addresses that exist in this demonstration. */
export interface Places {
  readonly followUp: string;
  readonly exchange: string;
  readonly person: string;
  readonly service: string;
  readonly answer: string;
  readonly month: string;
}

export interface Screen {
  readonly name: string;
  readonly who: "nobody" | "counsellor";
  readonly address: (places: Places) => string;
  /** Something that is there once the screen is ready. */
  readonly ready: (page: Page) => Promise<unknown>;
}

const main = (page: Page): Promise<unknown> => page.getByRole("main").waitFor();

/** The ten screens that are looked at, measured and pictured. */
export const screens: readonly Screen[] = [
  { name: "accueil", who: "nobody", address: () => "/", ready: main },
  { name: "service", who: "nobody", address: () => "/s/mutuelle-des-alpes/", ready: main },
  { name: "rappel-1", who: "nobody", address: () => "/s/mutuelle-des-alpes/rappel/1", ready: main },
  { name: "rappel-1-choix", who: "nobody", address: () => "/rappel/1", ready: main },
  { name: "suivi", who: "nobody", address: (places) => places.followUp, ready: main },
  {
    name: "bureau",
    who: "counsellor",
    address: () => "/bureau",
    ready: (page) => page.getByRole("heading", { name: /Ma journée/ }).waitFor(),
  },
  {
    name: "bureau-echange",
    who: "counsellor",
    address: (places) => places.exchange,
    ready: (page) => page.getByRole("textbox", { name: "Notes d’écoute" }).waitFor(),
  },
  {
    name: "bureau-personne",
    who: "counsellor",
    address: (places) => places.person,
    ready: (page) => page.getByRole("heading", { level: 1 }).waitFor(),
  },
  { name: "annuaire", who: "nobody", address: () => "/annuaire", ready: main },
  { name: "annuaire-resultats", who: "nobody", address: () => "/annuaire?besoin=garde&ou=Voiron+38500", ready: main },
  { name: "annuaire-service", who: "nobody", address: (places) => places.service, ready: main },
  { name: "reponse-prestataire", who: "nobody", address: (places) => places.answer, ready: main },
  { name: "observatoire-mois", who: "nobody", address: (places) => places.month, ready: main },
];
