/** What a sentence may need to name: the years that count, the month of the rights, and which child. */
export interface TextAbout {
  /** The year two years before, read on the tax notice. */
  readonly taxYear: number;
  /** The year of the notice that tells it. */
  readonly noticeYear: number;
  /** The year in which the history of incomes begins. */
  readonly sinceYear: number;
  /** Which child, from 1, and how many there are. */
  readonly child: number;
  readonly children: number;
  /** « mars 2015 »: when this child was born, as far as it is known. */
  readonly born: string | undefined;
}

type Says = string | ((about: TextAbout) => string);

/** Mots d'une question : what the person reads (a counsellor reads it aloud as it is), how it may help her, and its short name in a list. */
interface QuestionText {
  readonly asks: Says;
  readonly hint?: Says;
  readonly label: Says;
}

const firstOf = ({ child, children }: TextAbout): string =>
  children === 1 ? "votre enfant" : child === 1 ? "votre premier enfant" : `votre ${child}e enfant`;
const ofChild = ({ child, children, born }: TextAbout): string =>
  `${children === 1 ? "votre enfant" : `l’enfant ${child}`}${born === undefined ? "" : `, né en ${born}`}`;
const childEn = ({ child, children }: TextAbout): string => (children === 1 ? "the child" : `child ${child}`);

const monthHint = "Le mois et l’année, par exemple 03/1962.";
const netHint = "Par mois, avant l’impôt : la somme notée « net à payer avant impôt ». À peu près suffit.";
const perMonth = "Par mois, à peu près.";

const french = {
  union: { asks: "Vivez-vous en couple ?", label: "Couple" },
  "me.born": { asks: "Quand êtes-vous né(e) ?", hint: monthHint, label: "Votre naissance" },
  "partner.born": {
    asks: "Quand est née la personne avec qui vous vivez ?",
    hint: monthHint,
    label: "Naissance de la personne avec qui vous vivez",
  },
  children: {
    asks: "Combien d’enfants vivent avec vous ?",
    hint: "Les enfants de moins de 25 ans, même une semaine sur deux. Si vous n’en avez pas, écrivez 0.",
    label: "Enfants au foyer",
  },
  "child.born": {
    asks: (about) => `Quand est né ${firstOf(about)} ?`,
    hint: monthHint,
    label: ({ child, children }) => (children === 1 ? "Naissance de l’enfant" : `Naissance de l’enfant ${child}`),
  },
  "child.handicap": {
    asks: (about) => `Est-ce le cas de ${ofChild(about)} ?`,
    hint: "Un handicap reconnu par la MDPH.",
    label: ({ child }) => `Handicap de l’enfant ${child}`,
  },
  "child.custody": {
    asks: (about) => `Est-ce le cas de ${ofChild(about)} ?`,
    hint: "Il vit la moitié du temps chez son autre parent.",
    label: ({ child }) => `Résidence alternée de l’enfant ${child}`,
  },
  "child.wage": {
    asks: (about) => `Combien gagne ${ofChild(about)} ?`,
    hint: "Son salaire net par mois. S’il ne gagne rien, écrivez 0.",
    label: ({ child }) => `Salaire de l’enfant ${child}`,
  },
  "recently-alone": {
    asks: "Vous êtes-vous séparé(e) depuis moins de 18 mois ?",
    hint: "Ou la personne avec qui vous viviez est-elle décédée depuis moins de 18 mois ?",
    label: "Séparation ou décès depuis moins de 18 mois",
  },
  commune: { asks: "Dans quelle commune vivez-vous ?", hint: "Son nom ou son code postal.", label: "Commune" },
  home: { asks: "Quel est votre logement ?", label: "Logement" },
  rent: {
    asks: "Quel est votre loyer ?",
    hint: "Par mois, sans les charges et avant l’aide au logement.",
    label: "Loyer sans les charges",
  },
  "flat-share": { asks: "Vivez-vous seul(e) dans ce logement, ou partagez-vous le bail ?", label: "Colocation ou chambre" },
  "shares-costs": { asks: "Participez-vous aux frais de la personne qui vous loge ?", label: "Participation aux frais" },
  "me.work": { asks: "Que faites-vous en ce moment ?", label: "Votre situation" },
  "partner.work": { asks: "Que fait la personne avec qui vous vivez ?", label: "Situation de la personne avec qui vous vivez" },
  "me.income": {
    asks: "Que recevez-vous chaque mois ?",
    hint: "Sans compter les aides. Plusieurs réponses sont possibles.",
    label: "Vos revenus",
  },
  "partner.income": {
    asks: "Que reçoit chaque mois la personne avec qui vous vivez ?",
    hint: "Sans compter les aides. Plusieurs réponses sont possibles.",
    label: "Revenus de la personne avec qui vous vivez",
  },
  "me.wage": { asks: "Quel est votre salaire ?", hint: netHint, label: "Votre salaire net" },
  "partner.wage": { asks: "Quel est son salaire ?", hint: netHint, label: "Salaire net de la personne avec qui vous vivez" },
  "me.business": {
    asks: "Que vous rapporte votre activité ?",
    hint: "Par mois, une fois les frais retirés. À peu près suffit.",
    label: "Votre activité indépendante",
  },
  "partner.business": {
    asks: "Que lui rapporte son activité ?",
    hint: "Par mois, une fois les frais retirés. À peu près suffit.",
    label: "Activité indépendante de la personne avec qui vous vivez",
  },
  "me.unemployment": { asks: "Combien recevez-vous de France Travail ?", hint: perMonth, label: "Votre allocation chômage" },
  "partner.unemployment": {
    asks: "Combien reçoit-elle de France Travail ?",
    hint: perMonth,
    label: "Allocation chômage de la personne avec qui vous vivez",
  },
  "me.retirement": {
    asks: "Quelle est votre retraite ?",
    hint: "Par mois, toutes vos caisses ensemble, réversion comprise.",
    label: "Votre retraite nette",
  },
  "partner.retirement": {
    asks: "Quelle est sa retraite ?",
    hint: "Par mois, toutes ses caisses ensemble, réversion comprise.",
    label: "Retraite nette de la personne avec qui vous vivez",
  },
  "me.invalidity": { asks: "Quelle est votre pension d’invalidité ?", hint: perMonth, label: "Votre pension d’invalidité" },
  "partner.invalidity": {
    asks: "Quelle est sa pension d’invalidité ?",
    hint: perMonth,
    label: "Pension d’invalidité de la personne avec qui vous vivez",
  },
  "me.alimony": {
    asks: "Quelle pension alimentaire recevez-vous ?",
    hint: "Par mois, pour tous vos enfants ensemble.",
    label: "Pension alimentaire reçue",
  },
  "partner.alimony": {
    asks: "Quelle pension alimentaire reçoit la personne avec qui vous vivez ?",
    hint: "Par mois, pour tous ses enfants ensemble.",
    label: "Pension alimentaire reçue par la personne avec qui vous vivez",
  },
  "me.steady": {
    asks: ({ sinceYear }) => `Vos revenus sont-ils à peu près les mêmes depuis janvier ${sinceYear} ?`,
    label: "Revenus stables",
  },
  "partner.steady": {
    asks: ({ sinceYear }) => `Ses revenus sont-ils à peu près les mêmes depuis janvier ${sinceYear} ?`,
    hint: "Les revenus de la personne avec qui vous vivez.",
    label: "Revenus stables de la personne avec qui vous vivez",
  },
  "me.since": {
    asks: "Depuis quand recevez-vous ce que vous recevez aujourd’hui ?",
    hint: "Le mois et l’année, par exemple 06/2026.",
    label: "Revenus actuels depuis",
  },
  "partner.since": {
    asks: "Depuis quand reçoit-elle ce qu’elle reçoit aujourd’hui ?",
    hint: "La personne avec qui vous vivez. Le mois et l’année, par exemple 06/2026.",
    label: "Revenus actuels de la personne avec qui vous vivez, depuis",
  },
  "me.before": { asks: "Et avant, que receviez-vous ?", hint: "Ce qui comptait le plus.", label: "Vos revenus d’avant" },
  "partner.before": {
    asks: "Et avant, que recevait la personne avec qui vous vivez ?",
    hint: "Ce qui comptait le plus.",
    label: "Revenus d’avant de la personne avec qui vous vivez",
  },
  "me.before.amount": {
    asks: "Combien receviez-vous alors ?",
    hint: "Par mois, à peu près, avant l’impôt.",
    label: "Montant de vos revenus d’avant",
  },
  "partner.before.amount": {
    asks: "Combien recevait-elle alors ?",
    hint: "Par mois, à peu près, avant l’impôt.",
    label: "Montant des revenus d’avant de la personne avec qui vous vivez",
  },
  "me.n2": {
    asks: ({ taxYear }) => `Combien avez-vous déclaré de revenus pour ${taxYear} ?`,
    hint: ({ noticeYear }) =>
      `Vos salaires, votre chômage ou vos pensions de toute l’année, notés sur l’avis d’impôt reçu en ${noticeYear}.`,
    label: ({ taxYear }) => `Vos revenus de ${taxYear}`,
  },
  "partner.n2": {
    asks: ({ taxYear }) => `Et la personne avec qui vous vivez, pour ${taxYear} ?`,
    hint: ({ noticeYear }) => `Ses salaires, son chômage ou ses pensions de toute l’année, notés sur l’avis d’impôt reçu en ${noticeYear}.`,
    label: ({ taxYear }) => `Revenus de la personne avec qui vous vivez, ${taxYear}`,
  },
  "me.worked-five-years": { asks: "Avez-vous travaillé 5 ans sur les 10 dernières années ?", label: "5 ans de travail sur 10" },
  "partner.worked-five-years": {
    asks: "La personne avec qui vous vivez a-t-elle travaillé 5 ans sur les 10 dernières années ?",
    label: "5 ans de travail sur 10, personne avec qui vous vivez",
  },
  "me.worked-young": {
    asks: "Avez-vous travaillé deux ans à temps plein ces trois dernières années ?",
    hint: "Cela fait 3 214 heures en tout.",
    label: "3 214 heures en trois ans",
  },
  "partner.worked-young": {
    asks: "La personne avec qui vous vivez a-t-elle travaillé deux ans à temps plein ces trois dernières années ?",
    hint: "Cela fait 3 214 heures en tout.",
    label: "3 214 heures en trois ans, personne avec qui vous vivez",
  },
  "me.scholarship": { asks: "Avez-vous une bourse d’études ?", label: "Bourse d’études" },
  "partner.scholarship": {
    asks: "La personne avec qui vous vivez a-t-elle une bourse d’études ?",
    label: "Bourse d’études de la personne avec qui vous vivez",
  },
  "children.earn": {
    asks: "Un de vos enfants de 16 ans ou plus travaille-t-il ?",
    hint: "Un emploi, un apprentissage, un job régulier.",
    label: "Enfant qui travaille",
  },
  savings: {
    asks: "Combien avez-vous d’épargne en tout ?",
    hint: "Livrets et comptes d’épargne du foyer, à peu près. Si vous n’en avez pas, écrivez 0.",
    label: "Épargne du foyer",
  },
  received: { asks: "Quelles aides recevez-vous déjà ?", hint: "Plusieurs réponses sont possibles.", label: "Aides déjà reçues" },
  "received.aide_logement": {
    asks: "Combien recevez-vous d’aide au logement ?",
    hint: "Par mois, même si elle est versée à votre propriétaire.",
    label: "Aide au logement reçue",
  },
  "received.rsa": { asks: "Combien recevez-vous de RSA ?", hint: perMonth, label: "RSA reçu" },
  "received.prime_activite": { asks: "Combien recevez-vous de prime d’activité ?", hint: perMonth, label: "Prime d’activité reçue" },
  "received.af": { asks: "Combien recevez-vous d’allocations familiales ?", hint: perMonth, label: "Allocations familiales reçues" },
  "received.asf": {
    asks: "Combien recevez-vous d’allocation de soutien familial ?",
    hint: perMonth,
    label: "Allocation de soutien familial reçue",
  },
  "received.cf": { asks: "Combien recevez-vous de complément familial ?", hint: perMonth, label: "Complément familial reçu" },
  "received.paje_base": {
    asks: "Combien recevez-vous d’allocation de base pour votre jeune enfant ?",
    hint: "C’est une part de la Paje, par mois.",
    label: "Allocation de base (Paje) reçue",
  },
  "received.aah": { asks: "Combien recevez-vous d’allocation aux adultes handicapés ?", hint: perMonth, label: "AAH reçue" },
  "received.mva": {
    asks: "Combien recevez-vous de majoration pour la vie autonome ?",
    hint: "Elle est versée avec l’AAH.",
    label: "Majoration pour la vie autonome reçue",
  },
  "received.aeeh": { asks: "Combien recevez-vous d’allocation d’éducation de l’enfant handicapé ?", hint: perMonth, label: "AEEH reçue" },
  "received.ass": {
    asks: "Combien recevez-vous d’allocation de solidarité spécifique ?",
    hint: "Par mois. France Travail la verse après le chômage.",
    label: "ASS reçue",
  },
  "received.asi": { asks: "Combien recevez-vous d’allocation supplémentaire d’invalidité ?", hint: perMonth, label: "ASI reçue" },
  "received.aspa": { asks: "Combien recevez-vous d’Aspa, l’ancien minimum vieillesse ?", hint: perMonth, label: "Aspa reçue" },
  "me.disability": {
    asks: "Avez-vous un handicap reconnu ?",
    hint: "Par la MDPH. Le taux est écrit sur sa décision.",
    label: "Votre handicap reconnu",
  },
  "partner.disability": {
    asks: "La personne avec qui vous vivez a-t-elle un handicap reconnu ?",
    hint: "Par la MDPH. Le taux est écrit sur sa décision.",
    label: "Handicap reconnu de la personne avec qui vous vivez",
  },
  "me.restriction": {
    asks: "La MDPH dit-elle que votre handicap vous empêche de travailler ?",
    hint: "Sur sa décision : « restriction substantielle et durable pour l’accès à l’emploi ».",
    label: "Restriction d’accès à l’emploi",
  },
  "partner.restriction": {
    asks: "La MDPH dit-elle que son handicap l’empêche de travailler ?",
    hint: "Sur sa décision : « restriction substantielle et durable pour l’accès à l’emploi ».",
    label: "Restriction d’accès à l’emploi, personne avec qui vous vivez",
  },
  "me.unfit": {
    asks: "Êtes-vous reconnu(e) inapte au travail ?",
    hint: "Par le médecin-conseil de votre caisse de retraite.",
    label: "Inaptitude au travail",
  },
  "partner.unfit": {
    asks: "La personne avec qui vous vivez est-elle reconnue inapte au travail ?",
    hint: "Par le médecin-conseil de sa caisse de retraite.",
    label: "Inaptitude au travail de la personne avec qui vous vivez",
  },
  pregnancy: { asks: "Une naissance est-elle attendue chez vous ?", label: "Naissance attendue" },
  "children.handicap": {
    asks: "Un de vos enfants a-t-il un handicap reconnu ?",
    hint: "Par la MDPH.",
    label: "Enfant avec un handicap reconnu",
  },
  "children.custody": {
    asks: "Un de vos enfants vit-il en résidence alternée ?",
    hint: "La moitié du temps chez vous, l’autre moitié chez son autre parent.",
    label: "Résidence alternée",
  },
  rfr: {
    asks: "Quel est votre revenu fiscal de référence ?",
    hint: ({ noticeYear, taxYear }) =>
      `Il est écrit sur la première page de l’avis d’impôt reçu en ${noticeYear}, sur les revenus de ${taxYear}.`,
    label: ({ taxYear }) => `Revenu fiscal de référence de ${taxYear}`,
  },
  "partner.rfr": {
    asks: "Et le revenu fiscal de référence de la personne avec qui vous vivez ?",
    hint: ({ noticeYear }) => `Il est écrit sur son propre avis d’impôt, reçu en ${noticeYear}.`,
    label: ({ taxYear }) => `Revenu fiscal de référence de la personne avec qui vous vivez, ${taxYear}`,
  },
  french: {
    asks: "Avez-vous la nationalité française ?",
    hint: "Sinon, des règles de séjour s’ajoutent. Nous ne les calculons pas : nous vous dirons à qui les demander. En couple, répondez pour vous deux.",
    label: "Nationalité française",
  },
} satisfies Readonly<Record<string, QuestionText>>;

export type QuestionKey = keyof typeof french;

const english = {
  union: { asks: "Do you live as a couple?", label: "Couple" },
  "me.born": { asks: "When were you born?", hint: "Month and year.", label: "Birth" },
  "partner.born": { asks: "When was your partner born?", hint: "Month and year.", label: "Partner’s birth" },
  children: { asks: "How many children live with you?", hint: "Under 25, even every other week.", label: "Children at home" },
  "child.born": {
    asks: (about) => `When was ${childEn(about)} born?`,
    hint: "Month and year.",
    label: ({ child, children }) => (children === 1 ? "Birth of the child" : `Birth of child ${child}`),
  },
  "child.handicap": {
    asks: (about) => `Is it so for ${childEn(about)}?`,
    hint: "A disability recognised by the MDPH.",
    label: ({ child }) => `Disability of child ${child}`,
  },
  "child.custody": {
    asks: (about) => `Is it so for ${childEn(about)}?`,
    hint: "Half of the time with each parent.",
    label: ({ child }) => `Shared custody of child ${child}`,
  },
  "child.wage": {
    asks: (about) => `How much does ${childEn(about)} earn?`,
    hint: "Net, a month; 0 for nothing.",
    label: ({ child }) => `Wage of child ${child}`,
  },
  "recently-alone": {
    asks: "Separated for less than 18 months?",
    hint: "Or widowed for less than 18 months.",
    label: "Alone for less than 18 months",
  },
  commune: { asks: "In which commune do you live?", hint: "Name or postal code.", label: "Commune" },
  home: { asks: "What is your home?", label: "Home" },
  rent: { asks: "What is your rent?", hint: "A month, without charges, before housing aid.", label: "Rent without charges" },
  "flat-share": { asks: "Do you live there alone, or share the lease?", label: "Flat share or room" },
  "shares-costs": { asks: "Do you share the costs of who lodges you?", label: "Share of costs" },
  "me.work": { asks: "What do you do now?", label: "Situation" },
  "partner.work": { asks: "What does your partner do?", label: "Partner’s situation" },
  "me.income": { asks: "What do you receive each month?", hint: "Benefits not counted.", label: "Incomes" },
  "partner.income": { asks: "What does your partner receive each month?", hint: "Benefits not counted.", label: "Partner’s incomes" },
  "me.wage": { asks: "What is your wage?", hint: "Net, a month, before tax.", label: "Net wage" },
  "partner.wage": { asks: "What is your partner’s wage?", hint: "Net, a month, before tax.", label: "Partner’s net wage" },
  "me.business": { asks: "What does your business bring?", hint: "A month, less costs.", label: "Own business" },
  "partner.business": { asks: "What does your partner’s business bring?", hint: "A month, less costs.", label: "Partner’s business" },
  "me.unemployment": { asks: "How much comes from France Travail?", hint: "A month.", label: "Unemployment benefit" },
  "partner.unemployment": {
    asks: "How much comes to your partner from France Travail?",
    hint: "A month.",
    label: "Partner’s unemployment benefit",
  },
  "me.retirement": { asks: "What is your pension?", hint: "A month, all funds together.", label: "Net pension" },
  "partner.retirement": { asks: "What is your partner’s pension?", hint: "A month, all funds together.", label: "Partner’s net pension" },
  "me.invalidity": { asks: "What is your disability pension?", hint: "A month.", label: "Disability pension" },
  "partner.invalidity": { asks: "What is your partner’s disability pension?", hint: "A month.", label: "Partner’s disability pension" },
  "me.alimony": { asks: "What alimony do you receive?", hint: "A month, for all children.", label: "Alimony received" },
  "partner.alimony": { asks: "What alimony does your partner receive?", hint: "A month, for all children.", label: "Partner’s alimony" },
  "me.steady": { asks: ({ sinceYear }) => `About the same income since January ${sinceYear}?`, label: "Steady incomes" },
  "partner.steady": {
    asks: ({ sinceYear }) => `Your partner: about the same since January ${sinceYear}?`,
    hint: "Your partner’s incomes.",
    label: "Partner’s steady incomes",
  },
  "me.since": { asks: "Since when do you receive what you receive today?", hint: "Month and year.", label: "Present incomes since" },
  "partner.since": {
    asks: "Since when does your partner receive this?",
    hint: "Month and year.",
    label: "Partner’s present incomes since",
  },
  "me.before": { asks: "And before, what did you receive?", hint: "What counted most.", label: "Incomes before" },
  "partner.before": { asks: "And before, what did your partner receive?", hint: "What counted most.", label: "Partner’s incomes before" },
  "me.before.amount": { asks: "How much was it?", hint: "A month, before tax.", label: "Amount of incomes before" },
  "partner.before.amount": { asks: "How much was it?", hint: "A month, before tax.", label: "Amount of partner’s incomes before" },
  "me.n2": {
    asks: ({ taxYear }) => `Incomes declared for ${taxYear}?`,
    hint: ({ noticeYear }) => `On the tax notice of ${noticeYear}.`,
    label: ({ taxYear }) => `Incomes of ${taxYear}`,
  },
  "partner.n2": {
    asks: ({ taxYear }) => `Your partner’s incomes for ${taxYear}?`,
    hint: ({ noticeYear }) => `On the tax notice of ${noticeYear}.`,
    label: ({ taxYear }) => `Partner’s incomes of ${taxYear}`,
  },
  "me.worked-five-years": { asks: "Worked 5 of the last 10 years?", label: "5 years of work out of 10" },
  "partner.worked-five-years": { asks: "Did your partner work 5 of the last 10 years?", label: "Partner: 5 years of work out of 10" },
  "me.worked-young": {
    asks: "Two years of full-time work in the last three?",
    hint: "3,214 hours in all.",
    label: "3,214 hours in three years",
  },
  "partner.worked-young": {
    asks: "Your partner: two years of full-time work in three?",
    hint: "3,214 hours in all.",
    label: "Partner: 3,214 hours in three years",
  },
  "me.scholarship": { asks: "Do you hold a scholarship?", label: "Scholarship" },
  "partner.scholarship": { asks: "Does your partner hold a scholarship?", label: "Partner’s scholarship" },
  "children.earn": { asks: "Does a child of 16 or more work?", hint: "A job or an apprenticeship.", label: "Working child" },
  savings: { asks: "How much savings in all?", hint: "Of the household, roughly; 0 for none.", label: "Savings" },
  received: { asks: "Which benefits do you receive already?", hint: "Several may be chosen.", label: "Benefits received" },
  "received.aide_logement": {
    asks: "How much housing aid?",
    hint: "A month, even when paid to the landlord.",
    label: "Housing aid received",
  },
  "received.rsa": { asks: "How much RSA?", hint: "A month.", label: "RSA received" },
  "received.prime_activite": { asks: "How much prime d’activité?", hint: "A month.", label: "Prime d’activité received" },
  "received.af": { asks: "How much family allowance?", hint: "A month.", label: "AF received" },
  "received.asf": { asks: "How much family support allowance?", hint: "A month.", label: "ASF received" },
  "received.cf": { asks: "How much family supplement?", hint: "A month.", label: "CF received" },
  "received.paje_base": { asks: "How much young child allowance?", hint: "A part of the Paje, a month.", label: "Paje received" },
  "received.aah": { asks: "How much AAH?", hint: "A month.", label: "AAH received" },
  "received.mva": { asks: "How much MVA?", hint: "Paid with the AAH.", label: "MVA received" },
  "received.aeeh": { asks: "How much AEEH?", hint: "A month.", label: "AEEH received" },
  "received.ass": { asks: "How much ASS?", hint: "A month, after unemployment benefit.", label: "ASS received" },
  "received.asi": { asks: "How much ASI?", hint: "A month.", label: "ASI received" },
  "received.aspa": { asks: "How much Aspa?", hint: "A month.", label: "Aspa received" },
  "me.disability": { asks: "A recognised disability?", hint: "By the MDPH; its decision tells the rate.", label: "Recognised disability" },
  "partner.disability": {
    asks: "Does your partner have a recognised disability?",
    hint: "By the MDPH; its decision tells the rate.",
    label: "Partner’s recognised disability",
  },
  "me.restriction": {
    asks: "Does the MDPH say that it keeps you from working?",
    hint: "« RSDAE » on its decision.",
    label: "Restriction of access to work",
  },
  "partner.restriction": {
    asks: "Does the MDPH say that it keeps your partner from working?",
    hint: "« RSDAE » on its decision.",
    label: "Partner’s restriction of access to work",
  },
  "me.unfit": { asks: "Recognised unfit for work?", hint: "By the doctor of the pension fund.", label: "Unfit for work" },
  "partner.unfit": {
    asks: "Is your partner recognised unfit for work?",
    hint: "By the doctor of the pension fund.",
    label: "Partner unfit for work",
  },
  pregnancy: { asks: "Is a birth expected?", label: "Birth expected" },
  "children.handicap": {
    asks: "Does a child have a recognised disability?",
    hint: "By the MDPH.",
    label: "Child with a recognised disability",
  },
  "children.custody": { asks: "Is a child in shared custody?", hint: "Half of the time with each parent.", label: "Shared custody" },
  rfr: {
    asks: "What is your reference tax income?",
    hint: ({ noticeYear, taxYear }) => `On the tax notice of ${noticeYear}, incomes of ${taxYear}.`,
    label: ({ taxYear }) => `Reference tax income of ${taxYear}`,
  },
  "partner.rfr": {
    asks: "And your partner’s reference tax income?",
    hint: ({ noticeYear }) => `On the partner’s own notice of ${noticeYear}.`,
    label: ({ taxYear }) => `Partner’s reference tax income of ${taxYear}`,
  },
  french: {
    asks: "Are you French?",
    hint: "Otherwise rules of residence apply, which are not computed here. For a couple: both.",
    label: "French nationality",
  },
} satisfies Readonly<Record<QuestionKey, QuestionText>>;

/** Mots des questions : in French « Vous », read by the person or read aloud to her; in English for staff. */
export const questionWords: {
  readonly fr: Readonly<Record<QuestionKey, QuestionText>>;
  readonly en: Readonly<Record<QuestionKey, QuestionText>>;
} = {
  fr: french,
  en: english,
};

const received = {
  aide_logement: "L’aide au logement (APL, ALF, ALS)",
  rsa: "Le RSA",
  prime_activite: "La prime d’activité",
  af: "Les allocations familiales",
  asf: "L’allocation de soutien familial",
  cf: "Le complément familial",
  paje_base: "L’allocation de base de la Paje",
  aah: "L’allocation aux adultes handicapés (AAH)",
  mva: "La majoration pour la vie autonome",
  aeeh: "L’allocation d’éducation de l’enfant handicapé (AEEH)",
  ass: "L’allocation de solidarité spécifique (ASS)",
  asi: "L’allocation supplémentaire d’invalidité (ASI)",
  aspa: "L’Aspa, l’ancien minimum vieillesse",
  css: "La Complémentaire santé solidaire",
  ars: "L’allocation de rentrée scolaire, cette année",
  cheque_energie: "Le chèque énergie, cette année",
  none: "Aucune de ces aides",
};

/** Mots des réponses. */
export const choiceWords = {
  fr: {
    unknown: "Je ne sais pas",
    "yes-no": { yes: "Oui", no: "Non" },
    union: {
      single: "Non",
      married: "Oui, nous sommes mariés",
      "civil-union": "Oui, nous sommes pacsés",
      cohabiting: "Oui, sans être mariés ni pacsés",
    },
    home: {
      social: "Je loue un logement social (HLM)",
      rented: "Je loue un logement vide, à un particulier",
      furnished: "Je loue un logement meublé",
      owner: "Je suis propriétaire, sans crédit en cours",
      loan: "Je suis propriétaire, avec un crédit en cours",
      free: "On me loge gratuitement",
      institution: "Je vis en foyer, en résidence ou en établissement",
      none: "Je n’ai pas de logement",
    },
    "flat-share": { alone: "Le logement est à moi ou à ma famille seulement", shared: "En colocation", room: "Une seule chambre" },
    work: {
      employed: "Travail salarié",
      "self-employed": "Travail à mon compte",
      unemployed: "Recherche d’emploi",
      student: "Études",
      retired: "Retraite",
      home: "Sans activité",
    },
    income: {
      wage: "Un salaire",
      business: "Les revenus d’un travail à mon compte",
      unemployment: "Une allocation chômage",
      retirement: "Une retraite ou une réversion",
      invalidity: "Une pension d’invalidité",
      alimony: "Une pension alimentaire",
      other: "Autre chose : indemnités journalières, rente, loyers",
      none: "Rien de tout cela",
    },
    before: {
      wage: "Un salaire",
      business: "Les revenus d’un travail à mon compte",
      unemployment: "Une allocation chômage",
      retirement: "Une retraite",
      none: "Rien de tout cela",
    },
    disability: {
      none: "Non",
      half: "Oui, avec un taux de 50 à 79 %",
      high: "Oui, avec un taux de 80 % ou plus",
      some: "Oui, mais je ne connais pas le taux",
    },
    pregnancy: { none: "Non", me: "Oui, je suis enceinte", partner: "Oui, la personne avec qui je vis est enceinte" },
    received,
  },
  en: {
    unknown: "Not known",
    "yes-no": { yes: "Yes", no: "No" },
    union: {
      single: "No",
      married: "Yes, married",
      "civil-union": "Yes, in a civil union (Pacs)",
      cohabiting: "Yes, neither married nor in a civil union",
    },
    home: {
      social: "Tenant of social housing (HLM)",
      rented: "Tenant, unfurnished",
      furnished: "Tenant, furnished",
      owner: "Owner, without a loan",
      loan: "Owner, with a loan",
      free: "Lodged for free",
      institution: "In a hostel, residence or institution",
      none: "No home",
    },
    "flat-share": { alone: "Alone or with the family only", shared: "Flat share", room: "One room only" },
    work: {
      employed: "Employed",
      "self-employed": "Self-employed",
      unemployed: "Looking for work",
      student: "Student",
      retired: "Retired",
      home: "No activity",
    },
    income: {
      wage: "A wage",
      business: "Self-employment",
      unemployment: "Unemployment benefit",
      retirement: "A pension",
      invalidity: "A disability pension",
      alimony: "Alimony",
      other: "Something else: sick pay, annuity, rents",
      none: "None of these",
    },
    before: {
      wage: "A wage",
      business: "Self-employment",
      unemployment: "Unemployment benefit",
      retirement: "A pension",
      none: "None of these",
    },
    disability: { none: "No", half: "Yes, 50 to 79 %", high: "Yes, 80 % or more", some: "Yes, rate not known" },
    pregnancy: { none: "No", me: "Yes, the person", partner: "Yes, the partner" },
    received: {
      aide_logement: "Housing aid (APL, ALF, ALS)",
      rsa: "RSA",
      prime_activite: "Prime d’activité",
      af: "Family allowances (AF)",
      asf: "Family support allowance (ASF)",
      cf: "Family supplement (CF)",
      paje_base: "Basic young child allowance (Paje)",
      aah: "Disabled adults’ allowance (AAH)",
      mva: "Independent living supplement (MVA)",
      aeeh: "Disabled child allowance (AEEH)",
      ass: "ASS",
      asi: "ASI",
      aspa: "Aspa",
      css: "Health cover (C2S)",
      ars: "Back-to-school allowance, this year",
      cheque_energie: "Energy cheque, this year",
      none: "None of these",
    },
  },
} as const satisfies Readonly<
  Record<"fr" | "en", { readonly unknown: string } & Readonly<Record<string, string | Readonly<Record<string, string>>>>>
>;

export type ChoiceSet = Exclude<keyof (typeof choiceWords)["fr"], "unknown">;
