import { expect, test } from "vitest";
import { ONE_REQUEST } from "#engines/turns";
import { turnShares } from "./turn-share.ts";

test("a share says what was received beside what was due: received + credit", () => {
  const shares = turnShares([
    { providerId: "a", name: "Les Petits Pas", creditUnits: ONE_REQUEST, received: 9 },
    { providerId: "b", name: "Domicile & Cie", creditUnits: -ONE_REQUEST, received: 11 },
    { providerId: "c", name: "Rives Services", creditUnits: 0, received: 10 },
  ]);
  expect(shares.map(({ received, fair, total }) => [received, fair, total])).toEqual([
    [9, 10, 30],
    [11, 10, 30],
    [10, 10, 30],
  ]);
});

test("before the first request nobody has a share", () => {
  expect(turnShares([{ providerId: "a", name: "Les Petits Pas", creditUnits: 0, received: 0 }])[0]).toMatchObject({
    receivedShare: 0,
    fairShare: 0,
  });
});
