/** The table that the RSA and the prime d'activité share, each with its own figures. */
export interface FlatAmounts {
  readonly base: number;
  readonly secondPerson: number;
  readonly thirdPerson: number;
  readonly nextPerson: number;
  readonly raisedParent: number;
  readonly raisedChild: number;
  readonly housingOne: number;
  readonly housingTwo: number;
  readonly housingThree: number;
}

/** Montant forfaitaire : what the household should have to live on, for its number of persons. CASF, art. R. 262-1; CSS, art. R. 842-3. In cents. */
export const flatAmount = (table: FlatAmounts, persons: number, isCouple: boolean): number => {
  const fourth = isCouple ? table.thirdPerson : table.nextPerson;
  const shares =
    1 +
    (persons >= 2 ? table.secondPerson : 0) +
    (persons >= 3 ? table.thirdPerson : 0) +
    (persons >= 4 ? fourth : 0) +
    table.nextPerson * Math.max(persons - 4, 0);
  return table.base * shares;
};

/** Montant majoré : for a lone parent of a small child, or recently alone, or pregnant. CASF, art. L. 262-9; CSS, art. L. 842-7. */
export const raisedAmount = (table: FlatAmounts, children: number): number =>
  table.base * (table.raisedParent + table.raisedChild * children);

/** Forfait logement : what being housed for nothing, or with an aid, is worth. CASF, art. R. 262-9; CSS, art. R. 844-3. */
export const housingWorth = (table: FlatAmounts, persons: number): number => {
  if (persons === 1) return table.base * table.housingOne;
  const two = 1 + table.secondPerson;
  return persons === 2 ? table.base * two * table.housingTwo : table.base * (two + table.thirdPerson) * table.housingThree;
};
