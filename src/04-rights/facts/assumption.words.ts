interface About {
  readonly year: number;
  readonly who: "me" | "partner" | "both";
}

/** « vos revenus », « les revenus de la personne avec qui vous vivez », « vos revenus à tous les deux ». */
const incomes = {
  me: "vos revenus",
  partner: "les revenus de la personne avec qui vous vivez",
  both: "vos revenus à tous les deux",
} as const;
const incomesEn = { me: "the person’s incomes", partner: "the partner’s incomes", both: "the incomes of both" } as const;

/** Ce que nous supposons, et ce que nous ne calculons pas : said beside every estimate. */
export const assumptionWords = {
  fr: {
    of: {
      "no-children": () => "Nous supposons qu’aucun enfant ne vit avec vous.",
      "same-incomes": ({ year, who }: About) => `Nous supposons que ${incomes[who]} sont les mêmes depuis janvier ${year}.`,
      "same-in-year": ({ year, who }: About) => `Nous supposons que ${incomes[who]} étaient les mêmes en ${year}.`,
      "change-unknown": ({ year, who }: About) =>
        `Vous ne savez pas depuis quand ${incomes[who]} ont changé. Nous les comptons depuis janvier ${year}.`,
      "before-unknown": ({ who }: About) => `Nous ne comptons rien avant le moment où ${incomes[who]} ont changé.`,
      "from-net": () => "Nous calculons vos revenus bruts et imposables à partir de vos montants nets, avec des taux habituels.",
      "year-as-one-kind": ({ year, who }: About) => `Nous comptons ${incomes[who]} de ${year} comme un seul genre de revenus.`,
      "savings-on-livret": () => "Nous supposons que toute votre épargne est sur un livret A.",
      "no-flat-share": () => "Nous supposons que vous ne partagez pas votre logement avec des colocataires.",
      "no-costs": () => "Nous supposons que vous ne participez pas aux frais de la personne qui vous loge.",
      "no-shared-custody": () => "Nous supposons que vos enfants vivent avec vous tout le temps.",
      "children-earn-nothing": () => "Nous supposons que vos enfants n’ont pas de revenus.",
      "child-wage-same": ({ year }: About) =>
        `Nous supposons que le salaire de votre enfant est le même depuis janvier ${year}, et nul avant.`,
      "no-birth": () => "Nous supposons qu’aucune naissance n’est attendue.",
      "no-disability": ({ who }: About) =>
        who === "me"
          ? "Nous supposons que vous n’avez pas de handicap reconnu."
          : who === "partner"
            ? "Nous supposons que la personne avec qui vous vivez n’a pas de handicap reconnu."
            : "Nous supposons qu’aucun de vous deux n’a un handicap reconnu.",
      "not-unfit": () => "Nous supposons que personne n’est reconnu inapte au travail.",
      "is-french": () => "Nous supposons que vous avez la nationalité française.",
      "loan-not-counted": () => "Nous ne comptons pas les mensualités de votre crédit.",
    },
    reservations: {
      foreign:
        "Des règles de séjour s’ajoutent pour les personnes étrangères. Nous ne les calculons pas, et nous ne concluons jamais contre vous.",
      overseas: "Outre-mer, plusieurs montants sont différents. Nous calculons avec les règles de métropole.",
      "self-employed": "Pour un travail à votre compte, nous calculons comme pour une micro-entreprise.",
      institution: "En foyer ou en établissement, l’aide au logement suit d’autres règles. Nous ne la calculons pas.",
      loan: "L’aide au logement des propriétaires avec un crédit n’existe que pour des prêts anciens. Nous ne la calculons pas.",
      "other-incomes": "Vous avez un autre revenu que nous ne savons pas compter. Les montants restent à vérifier.",
    },
  },
  en: {
    of: {
      "no-children": () => "We suppose that no child lives in the household.",
      "same-incomes": ({ year, who }: About) => `We suppose that ${incomesEn[who]} are the same since January ${year}.`,
      "same-in-year": ({ year, who }: About) => `We suppose that ${incomesEn[who]} were the same in ${year}.`,
      "change-unknown": ({ year, who }: About) =>
        `The date of the change is not known: ${incomesEn[who]} are counted since January ${year}.`,
      "before-unknown": ({ who }: About) => `Nothing is counted before ${incomesEn[who]} changed.`,
      "from-net": () => "Gross and taxable incomes are derived from net amounts with ordinary rates.",
      "year-as-one-kind": ({ year, who }: About) => `Of ${year}, ${incomesEn[who]} are counted as one kind.`,
      "savings-on-livret": () => "We suppose that all savings are on a livret A.",
      "no-flat-share": () => "We suppose that the home is not shared with flatmates.",
      "no-costs": () => "We suppose that no costs are shared with who lodges the person.",
      "no-shared-custody": () => "We suppose that the children live here all the time.",
      "children-earn-nothing": () => "We suppose that the children have no income.",
      "child-wage-same": ({ year }: About) => `We suppose that the child’s wage is the same since January ${year}, and none before.`,
      "no-birth": () => "We suppose that no birth is expected.",
      "no-disability": ({ who }: About) =>
        `We suppose that ${who === "me" ? "the person has no" : who === "partner" ? "the partner has no" : "neither has a"} recognised disability.`,
      "not-unfit": () => "We suppose that nobody is recognised unfit for work.",
      "is-french": () => "We suppose French nationality.",
      "loan-not-counted": () => "Repayments of the loan are not counted.",
    },
    reservations: {
      foreign: "Rules of residence apply to foreigners. They are not computed, and nothing is concluded against the person.",
      overseas: "Several amounts differ overseas. Those of metropolitan France are used.",
      "self-employed": "Self-employment is computed as a micro-business.",
      institution: "In a hostel or institution housing aid follows other rules. It is not computed.",
      loan: "Housing aid of owners with a loan exists for old loans only. It is not computed.",
      "other-incomes": "Another income cannot be counted here. Amounts remain to be checked.",
    },
  },
} as const;
