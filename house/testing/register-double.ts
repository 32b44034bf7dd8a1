import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RegisterAccess } from "#ground/server";

/** What the registers hold about one invented person. What is not said is « no ». */
export interface KnownToRegisters {
  readonly birthName: string;
  readonly firstName: string;
  /** AAAA-MM-JJ. */
  readonly birthDate: string;
  readonly receives?: readonly string[];
  readonly quotient?: number;
  readonly studentUntil?: string;
  readonly jobSeekerNumber?: string;
  readonly registeredUntil?: string | null;
}

/**
 * « right » answers as the State does; « unhurried » too, two seconds later; « slow » keeps the line; « down » hangs up; « provider-down » is a fund that is off behind it;
 * « altered » sends an answer whose shape is not theirs; « redirect » sends elsewhere; « too-many » asks to wait.
 */
export type RegisterMood =
  | "right"
  | "unhurried"
  | "slow"
  | "down"
  | "provider-down"
  | "provider-slow"
  | "altered"
  | "cut"
  | "page"
  | "endless"
  | "redirect"
  | "too-many";

interface AskedOfRegister {
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
}

/** Doublure d'API Particulier : speaks on this computer as version 3 does, about the persons it was told of. */
export interface RegisterDouble {
  readonly access: RegisterAccess;
  readonly asked: readonly AskedOfRegister[];
  know(person: KnownToRegisters): void;
  beIn(mood: RegisterMood): void;
  close(): Promise<void>;
}

/** What its answers hold beside yes and no: nothing of it may be found in the house afterwards. */
export const heldByRegisters = ["AVENTURINE", "PUITS-QUI-PARLE", "1992-11-20", "MADREPORE", "0639986599", "FONTANELLE"] as const;

const token = "jeton.de.la.doublure";
const siret = "13002526500013";

/** @param port a free one when none is said */
export const openRegisterDouble = async (port = 0): Promise<RegisterDouble> => {
  const asked: AskedOfRegister[] = [];
  const people: KnownToRegisters[] = [];
  let mood: RegisterMood = "right";
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? "/", "http://double");
    const one = { path: address.pathname, parameters: address.searchParams, headers: request.headers };
    asked.push(one);
    response.setHeader("content-type", "application/json");
    moods[mood](response, () => {
      const [status, body] = answerTo(one, people);
      response.writeHead(status).end(JSON.stringify(body));
    });
  });
  // A test that fails to close it must not hold the run.
  server.unref();
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    access: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token, siret },
    asked,
    know: (person) => {
      people.push(person);
    },
    beIn: (next) => {
      mood = next;
    },
    close: async () => {
      const closed = new Promise<void>((done) => {
        server.close(() => {
          done();
        });
      });
      server.closeAllConnections();
      await closed;
    },
  };
};

const error = (code: string, title: string, detail: string, provider?: string) => ({
  errors: [{ code, title, detail, source: null, meta: provider === undefined ? {} : { provider } }],
});
const send = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
};

const moods: Readonly<Record<RegisterMood, (response: ServerResponse, answer: () => void) => void>> = {
  right: (_, answer) => {
    answer();
  },
  unhurried: (_, answer) => {
    setTimeout(answer, 2000);
  },
  slow: () => undefined,
  down: (response) => {
    response.destroy();
  },
  cut: (response) => {
    response.writeHead(200);
    response.write('{"data":{"est_benef');
    setTimeout(() => response.destroy(), 5);
  },
  "provider-down": (response) => {
    send(response, 502, error("37999", "Erreur inconnue du fournisseur de données", "AVENTURINE", "CNAV"));
  },
  "provider-slow": (response) => {
    send(response, 504, error("37002", "Intermédiaire hors-délai", "AVENTURINE", "CNAV"));
  },
  altered: (response) => {
    send(response, 200, {
      data: { est_beneficiaire: "AVENTURINE", quotient_familial: { valeur: "777" }, inscription: "oui" },
      links: {},
      meta: {},
    });
  },
  page: (response) => {
    send(response, 200, "<!doctype html><title>Maintenance</title><p>AVENTURINE", { "content-type": "text/html" });
  },
  endless: (response) => {
    send(response, 200, { data: { est_beneficiaire: true, suite: "AVENTURINE".repeat(20_000) } });
  },
  redirect: (response) => {
    send(response, 302, {}, { location: "http://127.0.0.1:9/ailleurs" });
  },
  "too-many": (response) => {
    send(response, 429, error("00429", "Trop de requêtes", "Vous avez effectué trop de requêtes"), { "retry-after": "90" });
  },
};

const benefits: Readonly<Record<string, string>> = {
  "/v3/dss/revenu_solidarite_active/identite": "rsa",
  "/v3/dss/prime_activite/identite": "prime_activite",
  "/v3/dss/allocation_adulte_handicape/identite": "aah",
  "/v3/dss/complementaire_sante_solidaire/identite": "c2s",
  "/v3/dss/allocation_soutien_familial/identite": "asf",
  "/v3/dss/allocation_enfant_handicape/identite": "aeeh",
};

type Answer = readonly [number, unknown];
const wrap = (data: unknown): Answer => [200, { data, links: {}, meta: {} }];
const absent = (provider: string): Answer => [
  404,
  error("37003", "Entité non trouvée", "Dossier allocataire inexistant. Le document ne peut être édité.", provider),
];

const answerTo = ({ path, parameters, headers }: AskedOfRegister, people: readonly KnownToRegisters[]): Answer => {
  if (headers.authorization !== `Bearer ${token}`) return [401, error("00101", "Interdit", "Votre jeton n'est pas valide")];
  if (parameters.get("recipient") !== siret) return [422, error("00210", "Entité non traitable", "Le paramètre recipient est invalide")];
  if (path === "/v3/france_travail/statut/identifiant") return jobSeeker(parameters, people);
  const isStudent = path === "/v3/mesri/statut_etudiant/identite";
  const wanted = ["nomNaissance", "prenoms[]", isStudent ? "codeCogInseeCommuneNaissance" : "codeCogInseePaysNaissance", "sexeEtatCivil"];
  if (wanted.some((name) => (parameters.get(name) ?? "") === ""))
    return [422, error("00361", "Entité non traitable", "Un paramètre d'identité est manquant")];
  const person = people.find((each) => isThisOne(each, parameters));
  if (!person) return absent(isStudent ? "MESRI" : "CNAV");
  if (isStudent) return student(person);
  if (path === "/v3/dss/quotient_familial/identite") return quotient(person);
  const benefit = benefits[path];
  if (benefit === undefined) return [404, error("00404", "Introuvable", "Cette adresse n'existe pas")];
  const has = person.receives?.includes(benefit) ?? false;
  return wrap({ est_beneficiaire: has, avec_majoration: has ? true : null, date_debut_droit: has ? "1992-11-20" : null });
};

const isThisOne = (person: KnownToRegisters, parameters: URLSearchParams): boolean => {
  const two = (name: string): string => (parameters.get(name) ?? "").padStart(2, "0");
  return (
    parameters.get("nomNaissance")?.toUpperCase() === person.birthName.toUpperCase() &&
    parameters.get("prenoms[]")?.toUpperCase() === person.firstName.toUpperCase() &&
    `${parameters.get("anneeDateNaissance") ?? ""}-${two("moisDateNaissance")}-${two("jourDateNaissance")}` === person.birthDate
  );
};

/** As much as the State sends: her household, where she lives, and the figure. */
const quotient = (person: KnownToRegisters): Answer =>
  person.quotient === undefined
    ? absent("CNAV")
    : wrap({
        quotient_familial: { fournisseur: "CNAF", valeur: person.quotient, annee: 2026, mois: 11, annee_calcul: 2026, mois_calcul: 11 },
        allocataires: [{ nom_naissance: person.birthName, nom_usage: "AVENTURINE", prenoms: person.firstName, sexe: "F" }],
        enfants: [{ nom_naissance: "MADREPORE", prenoms: "FONTANELLE", date_naissance: "1992-11-20", sexe: "M" }],
        adresse: {
          destinataire: "Madame AVENTURINE",
          numero_libelle_voie: "1 RUE DU PUITS-QUI-PARLE",
          code_postal_ville: "38000 GRENOBLE",
        },
      });

const student = (person: KnownToRegisters): Answer =>
  wrap({
    identite: { nom_naissance: person.birthName, prenom: person.firstName, date_naissance: person.birthDate },
    admissions:
      person.studentUntil === undefined
        ? []
        : [
            {
              date_debut: "2025-09-01",
              date_fin: person.studentUntil,
              est_inscrit: true,
              regime_formation: { libelle: "formation initiale", code: "RF1" },
              etablissement_etudes: { uai: "0330023W", nom: "MADREPORE" },
            },
          ],
  });

const jobSeeker = (parameters: URLSearchParams, people: readonly KnownToRegisters[]): Answer => {
  const person = people.find((each) => each.jobSeekerNumber !== undefined && each.jobSeekerNumber === parameters.get("identifiant"));
  if (!person) return [404, error("24003", "Entité non trouvée", "Aucune situation France Travail n'a pu être trouvée", "France Travail")];
  return wrap({
    identifiant: person.jobSeekerNumber,
    identite: { civilite: "MME", nom_naissance: person.birthName, prenom: person.firstName, date_naissance: person.birthDate },
    contact: { email: "aventurine@france.example", telephone: "0639986599" },
    inscription: { date_debut: "1992-11-20", date_fin: person.registeredUntil ?? null, categorie: { code: 1, libelle: "AVENTURINE" } },
  });
};
