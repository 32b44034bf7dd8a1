import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeNotesKeeper, type Attempt, type KeptNotes, type NotesState, type SaveAnswer } from "./notes-keeper.ts";

type Network = "up" | "down" | "answer-lost";

/** A server that does each key once, a computer with one place to keep a copy, and a clock moved by hand. */
const makeWorld = () => {
  const world = {
    server: { text: "", revision: 0 },
    network: "up" as Network,
    copy: undefined as string | undefined,
    received: [] as Attempt[],
    text: "",
    state: { kind: "unchanged" } as NotesState,
    timers: [] as { at: number; deed: () => void }[],
    time: 0,
    keys: 0,
  };
  const answers = new Map<string, SaveAnswer>();
  const serve = (attempt: Attempt): SaveAnswer => {
    const before = answers.get(attempt.key);
    if (before) return before;
    if (attempt.revision !== world.server.revision) return { kind: "conflict", ...world.server };
    world.received.push(attempt);
    world.server = { text: attempt.text, revision: attempt.revision + 1 };
    const answer: SaveAnswer = { kind: "saved", revision: world.server.revision, savedAt: new Date("2026-11-20T16:00:00Z") };
    answers.set(attempt.key, answer);
    return answer;
  };
  const newKeeper = () =>
    makeNotesKeeper({
      save: (attempt) => {
        if (world.network === "down") return Promise.resolve({ kind: "cut" });
        const answer = serve(attempt);
        return Promise.resolve(world.network === "answer-lost" ? { kind: "cut" } : answer);
      },
      copy: {
        keep: (kept: KeptNotes) => {
          world.copy = JSON.stringify(kept);
          return Promise.resolve();
        },
        read: () => Promise.resolve(world.copy === undefined ? undefined : (JSON.parse(world.copy) as KeptNotes)),
        drop: () => {
          world.copy = undefined;
          return Promise.resolve();
        },
      },
      newKey: () => `key-${world.keys++}`,
      shown: (text, state) => {
        world.text = text;
        world.state = state;
      },
      later: (milliseconds, deed) => {
        const timer = { at: world.time + milliseconds, deed };
        world.timers.push(timer);
        return () => {
          world.timers = world.timers.filter((each) => each !== timer);
        };
      },
    });
  const pass = async (milliseconds: number) => {
    const until = world.time + milliseconds;
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    for (;;) {
      const next = world.timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      world.timers = world.timers.filter((timer) => timer !== next);
      world.time = next.at;
      next.deed();
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
    world.time = until;
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { world, newKeeper, pass };
};

const started = async () => {
  const all = makeWorld();
  const keeper = all.newKeeper();
  await keeper.start(all.world.server);
  return { ...all, keeper };
};

describe("notes are saved by themselves", () => {
  test("two seconds after the first sign, not at each sign", async () => {
    const { world, keeper, pass } = await started();
    keeper.write("A");
    await pass(1500);
    keeper.write("Ap");
    await pass(600);
    expect(world.received.map((attempt) => attempt.text)).toEqual(["Ap"]);
    expect(world.state.kind).toBe("saved");
  });
  test("the copy of this computer is removed once the server has them", async () => {
    const { world, keeper, pass } = await started();
    keeper.write("Appelle pour son loyer");
    await pass(400);
    expect(world.copy).toContain("loyer");
    await pass(2000);
    expect(world.copy).toBeUndefined();
  });
});

describe("a connection that is lost loses nothing", () => {
  test("given a cut while typing, when it comes back, then the notes are sent once", async () => {
    const { world, keeper, pass } = await started();
    world.network = "down";
    keeper.write("Elle pleure.");
    await pass(60_000);
    expect(world.state.kind).toBe("cut");
    expect(world.copy).toContain("pleure");
    world.network = "up";
    await pass(6000);
    expect(world.received.map((attempt) => attempt.text)).toEqual(["Elle pleure."]);
    expect(world.state.kind).toBe("saved");
  });
  test("given the answer alone was lost and more was typed, then nobody is told of a conflict with herself", async () => {
    const { world, keeper, pass } = await started();
    world.network = "answer-lost";
    keeper.write("un");
    await pass(2500);
    keeper.write("un, deux");
    world.network = "up";
    keeper.retry();
    await pass(3000);
    expect(world.server).toEqual({ text: "un, deux", revision: 2 });
    expect(world.state.kind).toBe("saved");
  });
});

describe("a crash loses nothing that was kept", () => {
  test("given the page dies during a cut, when it opens again, then the text is there and is sent", async () => {
    const { world, keeper, newKeeper, pass } = await started();
    world.network = "answer-lost";
    keeper.write("Avant la panne");
    await pass(2500);
    world.timers = [];
    world.network = "up";
    const after = newKeeper();
    await after.start(world.server);
    await pass(3000);
    expect(world.text).toBe("Avant la panne");
    expect(world.server.text).toBe("Avant la panne");
    expect(world.copy).toBeUndefined();
  });
});

describe("two computers on the same notes", () => {
  const inConflict = async () => {
    const all = await started();
    all.world.server = { text: "poste A", revision: 1 };
    all.keeper.write("poste B");
    await all.pass(2500);
    return all;
  };
  test("both texts are shown and neither is lost", async () => {
    const { world } = await inConflict();
    expect(world.state).toEqual({ kind: "conflict", theirs: "poste A", revision: 1 });
    expect([world.text, world.server.text]).toEqual(["poste B", "poste A"]);
    expect(world.copy).toContain("poste B");
  });
  test("what was decided is saved over both", async () => {
    const { world, keeper, pass } = await inConflict();
    keeper.settle("poste A\nposte B");
    await pass(100);
    expect(world.server).toEqual({ text: "poste A\nposte B", revision: 2 });
  });
  test("keeping the other text saves nothing more", async () => {
    const { world, keeper, pass } = await inConflict();
    keeper.settle("poste A");
    await pass(100);
    expect(world.server.revision).toBe(1);
    expect([world.text, world.state.kind, world.copy]).toEqual(["poste A", "unchanged", undefined]);
  });
  test("newer notes are shown when nothing is being written here", async () => {
    const { world, keeper } = await started();
    keeper.hear({ text: "venu d’ailleurs", revision: 4 });
    expect(world.text).toBe("venu d’ailleurs");
  });
  test("and are not, when something is", async () => {
    const { world, keeper } = await started();
    keeper.write("ici");
    keeper.hear({ text: "venu d’ailleurs", revision: 4 });
    expect(world.text).toBe("ici");
  });
});

test("whatever the cuts and the crashes, once the network holds the server has the last text written", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("write" as const), text: fc.string({ maxLength: 6 }) }),
    fc.record({ kind: fc.constant("network" as const), to: fc.constantFrom<Network>("up", "down", "answer-lost") }),
    fc.record({ kind: fc.constant("pass" as const), milliseconds: fc.integer({ min: 0, max: 8000 }) }),
    fc.record({ kind: fc.constant("crash" as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { world, newKeeper, pass } = makeWorld();
      let keeper = newKeeper();
      await keeper.start(world.server);
      let last = "";
      for (const each of steps) {
        if (each.kind === "write") {
          keeper.write(each.text);
          last = each.text;
          // A crash may lose what was typed less than a third of a second before.
          await pass(301);
        } else if (each.kind === "network") world.network = each.to;
        else if (each.kind === "pass") await pass(each.milliseconds);
        else {
          world.timers = [];
          keeper = newKeeper();
          await keeper.start(world.server);
        }
      }
      world.network = "up";
      await pass(30_000);
      expect(world.server.text).toBe(last);
      expect(world.text === last || world.server.revision === 0).toBe(true);
      expect(world.copy).toBeUndefined();
    }),
    { numRuns: 400 },
  );
});
