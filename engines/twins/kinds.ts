/**
 * Genre d'institution, as the name tells it. Two institutions of different kinds are not one, even behind one door with one telephone;
 * several kinds in one name mean that one receives the other (« Maison France services du CCAS »).
 */
const kinds: readonly (readonly [kind: string, said: RegExp])[] = [
  ["france-services", /\b(?:(?:maisons?|espaces?|points?|relais) )?france services?\b|\bmsap\b|\bmfs\b/g],
  ["france-services", /\bmaisons? (?:de |des )services?(?: (?:au |aux )?(?:publics?|citoyens?|publiques))?\b/g],
  ["france-services", /\b(?:relais|espaces?|points?) (?:de |des )?services? (?:au |aux )?(?:publics?|citoyens?|publiques)\b/g],
  // The houses of this association carry the label nearly all, and call themselves now by one name, now by the other.
  ["france-services", /\bpimms(?: mediation)?\b/g],
  ["mission-locale", /\bmissions? locale?s?(?: jeunes)?\b/g],
  [
    "information-jeunesse",
    /\b(?:points?|bureaux?|centres?|espaces?)(?: regional| departemental)?(?: d)? ?infor?m?a?t?i?o?n?s? jeun(?:e|es|esse)\b/g,
  ],
  ["information-jeunesse", /\b(?:pij|bij|prij|crij|cij|info jeunes|espaces? jeun(?:e|es|esse))\b/g],
  ["information-familles", /\bpoints? info(?:rmation)?s? familles?\b|\bpif\b/g],
  ["ccas", /\b(?:ccas|cias)\b|\bcentres? (?:inter)?communal d action sociale\b/g],
  ["epci", /\bcommunaute (?:de communes?|d agglomeration|urbaine)\b|\bcdc\b|\bcc\b|\bcommunaute$|\bagglo(?:meration)?$/g],
  ["sous-prefecture", /\bsous prefecture\b/g],
  ["prefecture", /\bprefecture\b/g],
  ["mairie", /\bmairie(?: annexe)?\b|\bhotel de ville\b|^commune (?:de|d|du)\b/g],
  ["caf", /\bcaf\b|\bcaisse d allocations? familiales?\b/g],
  ["assurance-maladie", /\bcpam\b|\bcgss\b|\b(?:caisse primaire d )?assurance maladie\b/g],
  ["msa", /\bmsa\b|\bmutualite sociale agricole\b/g],
  ["retraite", /\bcarsat\b|\bcnav\b|\bcicas\b|\bassurance retraite\b/g],
  ["france-travail", /\bpole emploi\b|\bfrance travail\b|\banpe\b/g],
  ["cap-emploi", /\bcap emploi\b/g],
  ["apec", /\bapec(?:ita)?\b/g],
  ["urssaf", /\burssaf\b/g],
  [
    "finances-publiques",
    /\btresorerie\b|\bpaierie\b|\btresor public\b|\bfinances publiques\b|\bservices? des impots\b|\bcentre des impots\b|\bsip\b|\bsie\b/g,
  ],
  ["pmi", /\bpmi\b|\bprotection maternelle et infantile\b/g],
  ["clic", /\bclic\b|\bcentre local d information et de coordination\b|\bpoint d information local dedie aux personnes agees\b/g],
  ["cio", /\bcio\b|\bcentre d information et d orientation\b/g],
  ["cidff", /\bcidff?\b|\bdroits des femmes\b/g],
  ["adil", /\badil\b|\binformation sur le logement\b/g],
  ["mdph", /\bmdph\b|\bmaison departementale des personnes handicapees\b/g],
  ["maia", /\bmaia\b/g],
  ["spip", /\bspip\b|\bpenitentiaire\b|\bmaison d arret\b/g],
  [
    "acces-au-droit",
    /\bacces au droit\b|\bantenne juridique\b|\bjustice et du droit\b|\bpoint justice\b|\bpermanence juridique\b|\bconciliateur\b/g,
  ],
  ["tribunal", /\btribunal\b|\bconseil de prud hommes\b|\bcour d appel\b/g],
  ["gendarmerie", /\bgendarmerie\b/g],
  ["police", /\bcommissariat\b|\bhotel de police\b/g],
  ["greffe-associations", /\bgreffe des associations\b/g],
  ["ressources-benevoles", /\bcrib\b|\binformation des benevoles\b|\bpoint d appui a la vie associative\b/g],
  ["mediatheque", /\bmediatheque\b|\bbibliotheque\b|\bludotheque\b/g],
  [
    "centre-social",
    /\bcentres? socio ?culturels?\b|\bcentres? (?:d animation )?soci(?:al|aux|ale)\b|\bmjc\b|\bespaces? de vie sociale\b|\bevs\b/g,
  ],
  [
    "solidarites-departement",
    /\bmaisons? (?:departementales? )?(?:des?|de la) solidarites?(?: departementales?)?\b|\bcentre medico social\b|\bmds\b/g,
  ],
  ["departement", /\bconseil departemental\b|^departement (?:de|du|d)\b/g],
  ["tourisme", /\boffice (?:de |du )?tourisme\b/g],
  ["cci", /\bcci\b|\bchambre de commerce(?: et d industrie)?\b/g],
  ["chambre-metiers", /\bchambre de(?:s)? metiers\b/g],
  ["chambre-agriculture", /\bchambre d agriculture\b/g],
  ["maison-emploi", /\bmaisons? de l emploi\b/g],
  ["formation", /\bgreta\b|\bafpa\b|\bcfa\b|\bcfppa\b/g],
  ["enseignement", /\becole\b|\bcollege\b|\blycee\b|\buniversite\b/g],
  ["emmaus", /\bemmaus\b/g],
  ["restos-du-coeur", /\brest(?:os|aurants) du coeur\b/g],
  ["croix-rouge", /\bcroix rouge\b/g],
  ["secours-populaire", /\bsecours populaire\b/g],
  ["secours-catholique", /\bsecours catholique\b/g],
];

/** What a source calls a kind, in the words above. Whatever is not here keeps the word of its source. */
const aliases: Readonly<Record<string, string>> = {
  france_services: "france-services",
  mission_locale: "mission-locale",
  cij: "information-jeunesse",
  pif: "information-familles",
  pole_emploi: "france-travail",
  cpam: "assurance-maladie",
  tresorerie: "finances-publiques",
  sip: "finances-publiques",
  sie: "finances-publiques",
  sous_pref: "sous-prefecture",
  mairie_com: "mairie",
};

/** A label that another institution carries: « France services de la CCI » and the CCI share a house, whether they are one is for a human to say. */
const label = "france-services";

/** Desks of information that other institutions keep in their own house: whether that is one structure or two, careful readers disagree. */
const keptByOthers: ReadonlySet<string> = new Set(["information-jeunesse", "information-familles"]);

/** Those who own: « Médiathèque de la communauté de communes » is not the community of communes. */
const owners: ReadonlySet<string> = new Set(["epci", "mairie", "departement"]);

/** `kept`: one of them may be a desk that the other keeps; only the data referent can say. */
export type KindRelation = "same" | "overlap" | "kept" | "different" | "unknown";

/** The kinds that a plain name tells, and what is left of the name without them. */
export const kindsIn = (plain: string): { readonly kinds: readonly string[]; readonly rest: string } => {
  const found = new Set<string>();
  let rest = plain;
  for (const [kind, said] of kinds) {
    const without = rest.replace(said, " ");
    if (without !== rest) found.add(kind);
    rest = without;
  }
  return { kinds: [...found].toSorted(), rest };
};

export const kindNamed = (kind: string): string => aliases[kind] ?? kind.replaceAll("_", "-");

export const kindRelation = (a: readonly string[], b: readonly string[]): KindRelation => {
  if (a.length === 0 || b.length === 0) return [...a, ...b].some((kind) => keptByOthers.has(kind)) ? "kept" : "unknown";
  const shared = a.filter((kind) => b.includes(kind));
  if (shared.length === a.length && shared.length === b.length) return "same";
  if (shared.length > 0 && a.includes(label) !== b.includes(label)) return "kept";
  if (shared.some((kind) => !owners.has(kind))) return "overlap";
  return [...a, ...b].some((kind) => keptByOthers.has(kind)) ? "kept" : "different";
};
