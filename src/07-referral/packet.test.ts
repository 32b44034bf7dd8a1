import { describe, expect, test } from "vitest";
import { idOf } from "#ground";
import type { ContactPoint, Person } from "#person";
import { fieldsOf, makePacket, packetFields } from "./packet.ts";

const point = (id: string, value: string, more: Partial<ContactPoint> = {}): ContactPoint => ({
  id: idOf<"ContactPoint">(id),
  channel: "phone",
  value,
  holder: "self",
  isSafeForMessage: false,
  ...more,
});
const awa = {
  kind: "identified",
  firstName: "Awa",
  lastName: "Diallo",
  birthDate: "1990-05-01",
  isProtected: false,
  contactPoints: [point("a", "+33639983344"), point("b", "awa@famille.example", { channel: "mail" })],
} as unknown as Person;
const asked = { zone: "Grenoble", need: "Ménage" };

describe("what is transmitted is first name, telephone, zone, need and availability, and nothing else", () => {
  test("case 11: the packet of Awa", () => {
    const made = makePacket(awa, { ...asked, availability: "le matin" });
    expect(made).toEqual({
      kind: "packet",
      packet: {
        firstName: "Awa",
        phone: "+33639983344",
        mayLeaveMessage: false,
        zone: "Grenoble",
        need: "Ménage",
        availability: "le matin",
      },
    });
    expect(made.kind === "packet" && fieldsOf(made.packet)).toEqual(packetFields);
  });

  test.each([
    [
      "her own telephone goes before a shared one",
      [point("s", "+33199001111", { holder: "shared" }), point("o", "+33639980000")],
      undefined,
      "+33639980000",
    ],
    ["unless another is chosen", [point("s", "+33199001111", { holder: "shared" }), point("o", "+33639980000")], "s", "+33199001111"],
  ] as const)("%s", (_, contactPoints, phonePointId, phone) => {
    expect(makePacket({ ...awa, contactPoints }, { ...asked, phonePointId })).toMatchObject({ packet: { phone } });
  });

  test("a message is allowed only where it is safe, and never to a protected person", () => {
    const safe = [point("o", "+33639980000", { isSafeForMessage: true })];
    expect(makePacket({ ...awa, contactPoints: safe }, asked)).toMatchObject({ packet: { mayLeaveMessage: true } });
    expect(makePacket({ ...awa, contactPoints: safe, isProtected: true }, asked)).toMatchObject({ packet: { mayLeaveMessage: false } });
  });

  test("case 7: without a telephone nothing can be handed over", () => {
    expect(makePacket({ ...awa, contactPoints: [] }, { ...asked, zone: undefined })).toEqual({
      kind: "missing",
      missing: ["phone", "commune"],
    });
  });
  test("a name is not required: someone anonymous may be called back", () => {
    expect(makePacket({ ...awa, firstName: undefined }, asked)).toMatchObject({ packet: { phone: "+33639983344" } });
  });
});
