import { describe, expect, test } from "vitest";
import { partsOfAddress } from "./postal-address.ts";

describe("an address written on one line is parted at its postal code", () => {
  test.each([
    ["8 rue des Tilleuls - 33000 Bordeaux", "8 rue des Tilleuls", "33000", "Bordeaux"],
    ["82 Rue de la Paix, 33540 Sauveterre de Guyenne", "82 Rue de la Paix", "33540", "Sauveterre de Guyenne"],
    ["71 route de Paris 33910 SAINT DENIS DE PILE", "71 route de Paris", "33910", "SAINT DENIS DE PILE"],
    ["Rue Robert Schuman", "Rue Robert Schuman", undefined, undefined],
    ["33000 Bordeaux", undefined, "33000", "Bordeaux"],
    ["BP 40177 - 49243 Avrillé", "BP 40177", "49243", "Avrillé"],
    ["", undefined, undefined, undefined],
  ])("« %s »", (text, street, postalCode, commune) => {
    expect(partsOfAddress(text)).toEqual({ street, postalCode, commune });
  });
});
