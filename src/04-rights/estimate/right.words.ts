import type { RightId } from "#engines/rules";

interface RightName {
  readonly name: string;
  /** Short, for the desk's column. */
  readonly short: string;
  /** French agrees: « demandée » or « demandé ». */
  readonly isFeminine: boolean;
  readonly isPlural?: true;
}

const fr: Readonly<Record<RightId, RightName>> = {
  rsa: { name: "Revenu de solidarité active (RSA)", short: "RSA", isFeminine: false },
  prime_activite: { name: "Prime d’activité", short: "Prime d’activité", isFeminine: true },
  aide_logement: { name: "Aide au logement (APL, ALF, ALS)", short: "Aide au logement", isFeminine: true },
  aah: { name: "Allocation aux adultes handicapés (AAH)", short: "Adultes handicapés (AAH)", isFeminine: true },
  mva: { name: "Majoration pour la vie autonome", short: "Majoration vie autonome", isFeminine: true },
  aspa: { name: "Allocation de solidarité aux personnes âgées (Aspa)", short: "Minimum vieillesse (Aspa)", isFeminine: false },
  asi: { name: "Allocation supplémentaire d’invalidité (ASI)", short: "Supplément d’invalidité (ASI)", isFeminine: false },
  ass: { name: "Allocation de solidarité spécifique (ASS)", short: "Solidarité spécifique (ASS)", isFeminine: true },
  af: { name: "Allocations familiales", short: "Allocations familiales", isFeminine: true, isPlural: true },
  cf: { name: "Complément familial", short: "Complément familial", isFeminine: false },
  asf: { name: "Allocation de soutien familial (ASF)", short: "Soutien familial", isFeminine: false },
  paje_base: { name: "Allocation de base de la Paje", short: "Paje, allocation de base", isFeminine: true },
  aeeh: { name: "Allocation d’éducation de l’enfant handicapé (AEEH)", short: "Enfant handicapé (AEEH)", isFeminine: true },
  ars: { name: "Allocation de rentrée scolaire", short: "Rentrée scolaire", isFeminine: true },
  css: { name: "Complémentaire santé solidaire", short: "Complémentaire santé", isFeminine: true },
  cheque_energie: { name: "Chèque énergie", short: "Chèque énergie", isFeminine: false },
};

const en: Readonly<Record<RightId, RightName>> = {
  rsa: { name: "Minimum income (RSA)", short: "RSA", isFeminine: false },
  prime_activite: { name: "In-work benefit (prime d’activité)", short: "Prime d’activité", isFeminine: false },
  aide_logement: { name: "Housing aid (APL, ALF, ALS)", short: "Housing aid", isFeminine: false },
  aah: { name: "Disabled adults’ allowance (AAH)", short: "Disabled adults (AAH)", isFeminine: false },
  mva: { name: "Independent living supplement (MVA)", short: "Independent living (MVA)", isFeminine: false },
  aspa: { name: "Minimum old-age income (Aspa)", short: "Old age (Aspa)", isFeminine: false },
  asi: { name: "Disability pension supplement (ASI)", short: "Disability supplement (ASI)", isFeminine: false },
  ass: { name: "Specific solidarity allowance (ASS)", short: "Solidarity (ASS)", isFeminine: false },
  af: { name: "Family allowances", short: "Family allowances", isFeminine: false, isPlural: true },
  cf: { name: "Family supplement", short: "Family supplement", isFeminine: false },
  asf: { name: "Family support allowance (ASF)", short: "Family support (ASF)", isFeminine: false },
  paje_base: { name: "Basic young child allowance (Paje)", short: "Young child (Paje)", isFeminine: false },
  aeeh: { name: "Disabled child allowance (AEEH)", short: "Disabled child (AEEH)", isFeminine: false },
  ars: { name: "Back-to-school allowance", short: "Back to school", isFeminine: false },
  css: { name: "Health cover (Complémentaire santé solidaire)", short: "Health cover", isFeminine: false },
  cheque_energie: { name: "Energy cheque", short: "Energy cheque", isFeminine: false },
};

/** Noms des droits, long and short. */
export const rightWords = { fr, en };

/** « probable, non demandée », as French agrees with the name of a right. */
export const agreed = (right: RightId, word: string): string => `${word}${fr[right].isFeminine ? "e" : ""}${fr[right].isPlural ? "s" : ""}`;
