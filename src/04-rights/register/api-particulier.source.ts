import type { Day } from "#engines/calendar";
import type { RegisterAccess } from "#ground/server";
import { z } from "zod";
import { france, isCountry, onlyNeeded, type CivilIdentity } from "./civil-identity.ts";
import type { Question, Register, RegisterAnswer } from "./register.ts";

/** Registres : asked one yes-or-no question about one person; answer in our words, whatever happens over there. */
export interface Registers {
  ask(question: Question, identity: CivilIdentity, on: Day): Promise<RegisterAnswer>;
}

/** Ten seconds for all of it; an answer of 64 kB at most. */
const limits = { milliseconds: 10_000, bytes: 64 * 1024 };

/**
 * API Particulier, version 3, run by the State: one address a register, the token in a header, the SIRET of whoever is allowed, and the
 * identity in the query. Documentation: particulier.api.gouv.fr/developpeurs and its test data (etalab/siade_staging_data), read
 * 20 November 2026.
 * @param limitMilliseconds for tests, which do not wait ten seconds
 */
export const makeRegisters = (access: RegisterAccess, limitMilliseconds = limits.milliseconds): Registers => ({
  ask: async (question, identity, on) => {
    const signal = AbortSignal.timeout(limitMilliseconds);
    try {
      const response = await fetch(addressOf(access, question, identity), {
        headers: { authorization: `Bearer ${access.token}`, accept: "application/json" },
        signal,
        // Her identity and our token go to the address that the administrator wrote, and to no other.
        redirect: "manual",
      });
      if (response.status === 200) return await answerOf(question, response, on);
      await response.body?.cancel();
      return refusalOf(response);
    } catch {
      // The failure may hold the address, hence her name: nothing of it is told.
      return { kind: "unknown", because: signal.aborted ? "slow" : "down" };
    }
  },
});

const paths: Readonly<Record<Register, string>> = {
  rsa: "v3/dss/revenu_solidarite_active/identite",
  prime_activite: "v3/dss/prime_activite/identite",
  aah: "v3/dss/allocation_adulte_handicape/identite",
  c2s: "v3/dss/complementaire_sante_solidaire/identite",
  asf: "v3/dss/allocation_soutien_familial/identite",
  aeeh: "v3/dss/allocation_enfant_handicape/identite",
  quotient_familial: "v3/dss/quotient_familial/identite",
  etudiant: "v3/mesri/statut_etudiant/identite",
  demandeur_emploi: "v3/france_travail/statut/identifiant",
};

const addressOf = (access: RegisterAccess, { register }: Question, identity: CivilIdentity): URL => {
  const address = new URL(paths[register], access.url.endsWith("/") ? access.url : `${access.url}/`);
  const told = onlyNeeded(register, identity);
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) address.searchParams.append(name, value);
  };
  put("recipient", access.siret);
  put("identifiant", told.jobSeekerNumber);
  put("nomNaissance", told.birthName);
  for (const firstName of told.firstNames ?? []) put("prenoms[]", firstName);
  const [year, month, date] = told.birthDate?.split("-") ?? [];
  put("anneeDateNaissance", year && String(Number(year)));
  put("moisDateNaissance", month && String(Number(month)));
  put("jourDateNaissance", date && String(Number(date)));
  put("sexeEtatCivil", told.sex);
  for (const [name, value] of placeOf(register, told.birthPlace)) put(name, value);
  return address;
};

/** Benefits ask for the country always, and for the commune when it is France; students are known by one place, commune or country. */
const placeOf = (register: Register, place: string | undefined): readonly (readonly [string, string])[] => {
  if (place === undefined) return [];
  if (register === "etudiant") return [["codeCogInseeCommuneNaissance", place]];
  return isCountry(place)
    ? [["codeCogInseePaysNaissance", place]]
    : [
        ["codeCogInseePaysNaissance", france],
        ["codeCogInseeCommuneNaissance", place],
      ];
};

/** What is not a 200. « Person unknown » is no « no »: somebody may be known under another spelling, or of another fund. */
const refusalOf = (response: Response): RegisterAnswer => {
  const { status } = response;
  const unknown = (because: Extract<RegisterAnswer, { kind: "unknown" }>["because"]): RegisterAnswer => ({ kind: "unknown", because });
  if (status === 404) return unknown("person-unknown");
  if (status === 400 || status === 422) return unknown("identity-unclear");
  if (status === 401 || status === 403) return unknown("refused");
  if (status === 429) return { kind: "unknown", because: "busy", ...secondsToWait(response) };
  if (status === 504) return unknown("slow");
  if (status >= 500 || status === 408 || status === 409) return unknown("down");
  return unknown("broken");
};

const secondsToWait = (response: Response): { readonly retryAfterSeconds?: number } => {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {};
};

const dateOrNone = z.string().nullish();
const BenefitContract = z.object({ data: z.object({ est_beneficiaire: z.boolean() }) });
const QuotientContract = z.object({ data: z.object({ quotient_familial: z.object({ valeur: z.number() }) }) });
const StudentContract = z.object({
  data: z.object({ admissions: z.array(z.object({ date_debut: dateOrNone, date_fin: dateOrNone, est_inscrit: z.boolean() })) }),
});
const JobSeekerContract = z.object({
  data: z.object({ inscription: z.object({ date_debut: z.string(), date_fin: dateOrNone }).nullable() }),
});

const yesOrNo = (is: boolean): RegisterAnswer => ({ kind: is ? "yes" : "no" });
const covers = (from: string | null | undefined, to: string | null | undefined, on: Day): boolean =>
  (from ?? "") <= on && on <= (to ?? "9999");

/** Reads yes or no in what was sent, and lets the rest go: addresses, children and amounts are never in our hands. */
const answerOf = async (question: Question, response: Response, on: Day): Promise<RegisterAnswer> => {
  const body = await bodyOf(response);
  const broken: RegisterAnswer = { kind: "unknown", because: "broken" };
  if (body === undefined) return broken;
  if (question.register === "quotient_familial") {
    const read = QuotientContract.safeParse(body);
    return read.success ? yesOrNo(read.data.data.quotient_familial.valeur <= question.atMost) : broken;
  }
  if (question.register === "etudiant") {
    const read = StudentContract.safeParse(body);
    if (!read.success) return broken;
    const { admissions } = read.data.data;
    // Not every school tells its students: an empty list is not a no.
    if (admissions.length === 0) return { kind: "unknown", because: "person-unknown" };
    return yesOrNo(admissions.some((each) => each.est_inscrit && covers(each.date_debut, each.date_fin, on)));
  }
  if (question.register === "demandeur_emploi") {
    const read = JobSeekerContract.safeParse(body);
    const kept = read.success ? read.data.data.inscription : undefined;
    return kept === undefined ? broken : yesOrNo(kept !== null && covers(kept.date_debut, kept.date_fin, on));
  }
  const read = BenefitContract.safeParse(body);
  return read.success ? yesOrNo(read.data.data.est_beneficiaire) : broken;
};

/** Reads no further than the limit: what sends more is cut. */
const bodyOf = async (response: Response): Promise<unknown> => {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limits.bytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode()) as unknown;
  } catch {
    return undefined;
  }
};
