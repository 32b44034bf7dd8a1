import type { FieldKind } from "./unknown-field.ts";

/** What an unknown answer is called, and the paper on which it is read. */
export interface FieldWords {
  readonly name: string;
  readonly document?: string;
}

const payslip = "les bulletins de salaire ou relevés de paiement des douze derniers mois";
const taxNotice = "l’avis d’impôt";
const disabilityNotice = "la notification de la MDPH";
const paymentNotice = "l’attestation de paiement de la CAF ou de la MSA";
const savingsStatement = "le relevé d’épargne";

const received = (name: string): FieldWords => ({ name: `ce que le foyer reçoit déjà : ${name}`, document: paymentNotice });
const twoYearsAgo = (name: string): FieldWords => ({ name: `${name} d’il y a deux ans`, document: taxNotice });

export const fieldWords: Readonly<Record<FieldKind, FieldWords>> = {
  union: { name: "la situation familiale" },
  isRecentlyAlone: { name: "une séparation ou un veuvage depuis moins de dix-huit mois", document: "le justificatif de la séparation" },
  housing: { name: "le logement", document: "le bail ou la dernière quittance de loyer" },
  occupancy: { name: "le statut d’occupation du logement", document: "le bail" },
  rentCents: { name: "le loyer sans les charges", document: "la dernière quittance de loyer" },
  zone: { name: "la commune du logement" },
  isFlatShare: { name: "une colocation", document: "le bail" },
  isSingleRoom: { name: "la location d’une simple chambre", document: "le bail" },
  sharesCosts: { name: "une participation aux frais de la personne qui héberge" },
  received: { name: "ce que le foyer reçoit déjà", document: paymentNotice },
  housingAidCents: received("aide au logement"),
  rsaCents: received("RSA"),
  afCents: received("allocations familiales"),
  cfCents: received("complément familial"),
  asfCents: received("allocation de soutien familial"),
  pajeCents: received("allocation de base de la PAJE"),
  aspaCents: { name: "ce que le foyer reçoit déjà : ASPA", document: "la notification de la caisse de retraite" },
  aahCents: received("AAH"),
  assCents: { name: "ce que le foyer reçoit déjà : ASS", document: "l’attestation de France Travail" },
  asiCents: { name: "ce que le foyer reçoit déjà : ASI", document: "la notification de l’assurance maladie" },
  mvaCents: received("majoration pour la vie autonome"),
  primeActiviteCents: received("prime d’activité"),
  aeehCents: received("AEEH"),
  arsCents: received("allocation de rentrée scolaire"),
  energyChequeCents: { name: "ce que le foyer reçoit déjà : chèque énergie" },
  taxIncomesCents: { name: "le revenu fiscal de référence", document: taxNotice },
  oneTaxIncomeCents: { name: "le revenu fiscal de référence", document: taxNotice },
  birthDate: { name: "la date de naissance", document: "une pièce d’identité" },
  childBirthDate: { name: "la date de naissance", document: "le livret de famille" },
  nationality: { name: "la nationalité", document: "une pièce d’identité ou un titre de séjour" },
  activity: { name: "l’activité" },
  childActivity: { name: "l’activité" },
  incomes: { name: "les revenus depuis janvier de l’an dernier", document: payslip },
  childIncomes: { name: "les revenus depuis janvier de l’an dernier", document: payslip },
  netCents: { name: "le montant net d’un revenu", document: payslip },
  childNetCents: { name: "le montant net d’un revenu", document: payslip },
  pensionNetCents: { name: "le montant net d’un revenu", document: payslip },
  grossCents: { name: "le montant brut d’un revenu", document: payslip },
  taxableCents: { name: "le montant imposable d’un revenu", document: payslip },
  yearlyIncomes: twoYearsAgo("les revenus"),
  childYearlyIncomes: twoYearsAgo("les revenus"),
  salaryCents: twoYearsAgo("les salaires"),
  unemploymentCents: twoYearsAgo("les allocations de chômage"),
  retirementCents: twoYearsAgo("les retraites"),
  disabilityPensionCents: twoYearsAgo("les pensions d’invalidité"),
  alimonyCents: twoYearsAgo("les pensions alimentaires reçues"),
  unemployedSince: { name: "le premier jour de chômage", document: "l’attestation de France Travail" },
  disabilityRate: { name: "le taux d’incapacité", document: disabilityNotice },
  hasWorkRestriction: { name: "la restriction d’accès à l’emploi (RSDAE)", document: disabilityNotice },
  isDisabled: { name: "la reconnaissance d’un handicap", document: disabilityNotice },
  isUnfitForWork: { name: "l’inaptitude au travail", document: "la décision du médecin-conseil" },
  isPregnant: { name: "une grossesse", document: "la déclaration de grossesse" },
  hasScholarship: { name: "une bourse sur critères sociaux", document: "la notification de bourse" },
  isInSharedCustody: { name: "la garde alternée", document: "la décision ou la convention de garde" },
  hasWorkedForYouthRsa: { name: "3 214 heures de travail en trois ans", document: "les contrats et bulletins de salaire" },
  hasWorkedForAss: { name: "cinq ans de travail dans les dix dernières années", document: "les contrats et bulletins de salaire" },
  livretACents: { name: "le montant du livret A", document: savingsStatement },
  otherSavingsCents: { name: "le montant des autres épargnes", document: savingsStatement },
};

/** Whose answer it is, after the name of the field. */
export const ownerWords = { claimant: "du demandeur", partner: "du conjoint", child: (id: string) => `de l’enfant ${id}` } as const;

export const missingReason = (names: readonly string[]): string => `Il manque, pour conclure : ${names.join(" ; ")}.`;
