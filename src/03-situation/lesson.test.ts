import { describe, expect, test } from "vitest";
import { lessonOf } from "./lesson.ts";

const taught = { text: "[NOM_1] n'a plus de gaz, rappeler au [TEL].", urgency: 0, motives: [], fragilities: [], verdicts: [] } as const;
const verdict = (kind: "need" | "emotion" | "danger", label: string, verdict: "kept" | "refused" | "added" | "withdrawn") => ({
  kind,
  label,
  verdict,
});

describe("verdicts on a text become what the engine learns from it", () => {
  test("kept and added are there; refused and withdrawn are not; the last word on a label counts", () => {
    const lesson = lessonOf(
      {
        ...taught,
        verdicts: [
          verdict("need", "energie", "kept"),
          verdict("need", "loyer", "added"),
          verdict("need", "loyer", "withdrawn"),
          verdict("need", "mal_etre", "refused"),
          verdict("need", "besoin_d_hier", "kept"),
          verdict("emotion", "peur", "added"),
          verdict("emotion", "joie", "added"),
        ],
      },
      "c1",
    );
    expect(lesson).toMatchObject({
      id: "c1",
      register: "note_conseiller",
      needs: ["energie"],
      emotions: ["peur"],
      urgency: 0,
      motives: [],
    });
  });
  test.each([
    ["a danger answered yes", 0, [verdict("danger", "suicide", "kept")], 3, ["suicide"]],
    ["answered no, where nothing was flagged", 0, [verdict("danger", "suicide", "refused")], 0, []],
    ["answered no, though the situation was in danger another day", 3, [verdict("danger", "violence", "refused")], 2, []],
    ["flagged by a human alone", 2, [], 2, []],
    ["a danger without a reason", 0, [verdict("danger", "danger", "kept")], 3, []],
  ] as const)("%s", (_, urgency, verdicts, learned, motives) => {
    expect(lessonOf({ ...taught, urgency, verdicts }, "c")).toMatchObject({ urgency: learned, motives });
  });
  test("masks are told to the engine as what they hide", () => {
    expect(lessonOf(taught, "c").entities).toEqual([
      { type: "NOM", start: 0, end: 7, text: "[NOM_1]" },
      { type: "TEL", start: 37, end: 42, text: "[TEL]" },
    ]);
  });
});
