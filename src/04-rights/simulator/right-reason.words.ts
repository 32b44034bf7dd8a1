import type { RightId } from "#engines/rules";

/** Ce qu'est un droit, et pourquoi oui ou non, in the words of the person. */
export interface RightReasons {
  /** What it is, in one sentence. */
  readonly is: string;
  /** Why she could have it. */
  readonly may: string;
  /** Why not this time, by reason; « resources » is what remains when every other condition is met. */
  readonly not: Readonly<Partial<Record<Reason, string>>> & { readonly resources: string };
}

export type Reason =
  "age" | "study" | "work" | "home" | "health" | "rate" | "other-right" | "children" | "couple" | "alimony" | "unemployment" | "resources";

export const rightReasonWords: { readonly fr: Readonly<Record<RightId, RightReasons>> } = {
  fr: {
    rsa: {
      is: "Un revenu minimum, versé chaque mois.",
      may: "Vos revenus sont en dessous du minimum prévu pour votre foyer.",
      not: {
        age: "Avant 25 ans, sans enfant, il faut avoir travaillé deux ans.",
        study: "Il n’est pas ouvert pendant les études.",
        resources: "Vos revenus et vos aides dépassent le minimum prévu pour votre foyer.",
      },
    },
    prime_activite: {
      is: "Un complément quand les revenus du travail sont modestes.",
      may: "Vous travaillez, et vos revenus sont modestes.",
      not: {
        age: "Elle commence à 18 ans.",
        work: "Elle complète un revenu du travail, et vos réponses n’en montrent pas.",
        study: "Pendant les études, il faut gagner plus de la moitié du Smic.",
        resources: "Vos revenus dépassent la limite pour votre foyer.",
      },
    },
    aide_logement: {
      is: "Une aide pour payer le loyer. Elle a trois noms : APL, ALF ou ALS.",
      may: "Vous payez un loyer, et vos revenus sont modestes.",
      not: {
        home: "Elle aide à payer un loyer, et vos réponses n’en montrent pas.",
        resources: "Vos revenus, ou votre loyer, dépassent la limite pour votre foyer.",
      },
    },
    aah: {
      is: "Un revenu pour les personnes dont le handicap est reconnu.",
      may: "Votre handicap est reconnu, et vos revenus sont modestes.",
      not: {
        health: "Elle demande un handicap reconnu par la MDPH.",
        rate: "Elle demande un taux de 80 %, ou de 50 % quand le handicap empêche de travailler.",
        age: "Elle n’est pas ouverte à cet âge avec ce taux.",
        resources: "Vos revenus dépassent la limite.",
      },
    },
    mva: {
      is: "Un complément de l’AAH, pour vivre chez soi.",
      may: "Vous avez l’AAH, un taux de 80 % et un logement à vous.",
      not: {
        health: "Elle complète l’AAH, avec un taux de 80 %.",
        "other-right": "Elle complète l’AAH, avec une aide au logement et sans salaire.",
        resources: "Elle complète l’AAH, avec une aide au logement et sans salaire.",
      },
    },
    aspa: {
      is: "Un minimum pour les petites retraites. On disait « minimum vieillesse ».",
      may: "Vous avez l’âge, et vos revenus sont en dessous du minimum.",
      not: {
        age: "Elle commence à 65 ans, un peu plus tôt en cas d’inaptitude ou de handicap.",
        resources: "Les revenus de votre foyer dépassent le minimum.",
      },
    },
    asi: {
      is: "Un complément des petites pensions d’invalidité.",
      may: "Vous avez une pension d’invalidité, et vos revenus sont modestes.",
      not: {
        health: "Elle complète une pension d’invalidité.",
        "other-right": "À votre âge, l’Aspa prend sa place.",
        resources: "Les revenus de votre foyer dépassent la limite.",
      },
    },
    ass: {
      is: "Un revenu quand l’allocation chômage est finie.",
      may: "Vous cherchez un emploi, et votre allocation chômage est finie.",
      not: {
        work: "Elle est pour les personnes qui cherchent un emploi.",
        unemployment: "Elle commence quand l’allocation chômage s’arrête.",
        age: "Elle s’arrête à l’âge de la retraite.",
        resources: "Il faut avoir travaillé cinq ans sur dix, avec des revenus en dessous de la limite.",
      },
    },
    af: {
      is: "Une aide chaque mois, à partir de deux enfants.",
      may: "Vous élevez au moins deux enfants.",
      not: {
        children: "Elles commencent au deuxième enfant de moins de 20 ans.",
        resources: "Elles commencent au deuxième enfant de moins de 20 ans.",
      },
    },
    cf: {
      is: "Un complément pour les familles d’au moins trois enfants.",
      may: "Vous élevez au moins trois enfants, et vos revenus sont modestes.",
      not: {
        children: "Il demande trois enfants de 3 ans ou plus.",
        resources: "Vos revenus dépassent la limite, ou une autre aide pour jeune enfant le remplace.",
      },
    },
    asf: {
      is: "Une aide pour le parent qui élève seul un enfant.",
      may: "Vous élevez seul(e) un enfant, avec peu ou pas de pension alimentaire.",
      not: {
        children: "Elle est pour les parents d’un enfant de moins de 20 ans.",
        couple: "Elle est pour les parents qui vivent sans conjoint ni conjointe.",
        alimony: "La pension alimentaire que vous recevez dépasse son montant.",
        resources: "La pension alimentaire que vous recevez dépasse son montant.",
      },
    },
    paje_base: {
      is: "Une aide chaque mois, jusqu’aux 3 ans de l’enfant.",
      may: "Vous avez un enfant de moins de 3 ans.",
      not: {
        children: "Elle demande un enfant de moins de 3 ans.",
        resources: "Vos revenus dépassent la limite pour votre famille.",
      },
    },
    aeeh: {
      is: "Une aide pour élever un enfant handicapé.",
      may: "Le handicap de votre enfant est reconnu.",
      not: {
        children: "Elle demande un enfant de moins de 20 ans dont le handicap est reconnu par la MDPH.",
        resources: "Elle demande un enfant de moins de 20 ans dont le handicap est reconnu par la MDPH.",
      },
    },
    ars: {
      is: "Une somme versée en août, pour la rentrée des enfants.",
      may: "Vous avez un enfant qui va à l’école, et vos revenus sont modestes.",
      not: {
        children: "Elle est pour les enfants de 6 à 18 ans.",
        resources: "Vos revenus dépassent la limite pour votre famille.",
      },
    },
    css: {
      is: "Une complémentaire santé gratuite, ou à petit prix.",
      may: "Vos revenus sont en dessous de la limite.",
      not: { resources: "Vos revenus et vos aides dépassent la limite." },
    },
    cheque_energie: {
      is: "Une aide chaque année pour payer l’énergie. Le plus souvent, elle arrive sans demande.",
      may: "Votre revenu fiscal de référence est modeste.",
      not: {
        home: "Il aide à payer l’énergie d’un logement loué ou acheté.",
        resources: "Votre revenu fiscal de référence dépasse la limite.",
      },
    },
  },
};
