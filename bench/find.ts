// The read engine of the directory beside the peer's SQL: `npm run bench -- find [--size 213000] [--queries 1000] [--no-peer] [--curve]`.
import { spawnSync } from "node:child_process";
import { day } from "#engines/calendar";
import { chanceFrom } from "#engines/chance";
import { makeFindBuilder, makeFindIndex, type FindAnswer, type FindIndex } from "#engines/find";
import { plainName } from "#engines/places";
import { overHttp } from "./find-http.ts";
import { isPeerHere, startPeer } from "./find-peer.ts";
import {
  dataFolder,
  findRecordOf,
  hasData,
  isCopy,
  questionsOf,
  readTowns,
  themes,
  worldOf,
  zoneCodesOf,
  type Question,
} from "./find-world.ts";

const has = (name: string): boolean => process.argv.includes(`--${name}`);
const option = (name: string, usual: number): number =>
  has(name) ? Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual : usual;

if (!hasData()) {
  console.error(`${dataFolder} is not here: the bench needs communes.csv and places.csv.`);
  process.exit(1);
}
const today = day("2026-11-20");
const towns = readTowns();

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
const ms = (value: number): string => `${value.toFixed(2)} ms`;
const spread = (values: readonly number[]): string =>
  `p50 ${ms(quantile(values, 0.5))}, p99 ${ms(quantile(values, 0.99))}, longest ${ms(quantile(values, 1))}`;
/** With `--cpu`, the time of this thread alone: for a machine that others keep busy. */
const clock = (): number => {
  if (!has("cpu")) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const timed = <Result>(task: () => Result): { readonly result: Result; readonly milliseconds: number } => {
  const from = clock();
  const result = task();
  return { result, milliseconds: clock() - from };
};
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Copies are not given: the room folds them before. */
function* recordsOf(size: number): Generator<ReturnType<typeof findRecordOf>> {
  for (const service of worldOf(size, towns)) if (!isCopy(service)) yield findRecordOf(service);
}

const askPage = (index: FindIndex, { town, themes }: Question): FindAnswer =>
  index.search({
    themes,
    near: { point: town, zoneCodes: zoneCodesOf(town) },
    radiusMeters: 50_000,
    mayWiden: false,
    order: "distance",
    day: today,
    limit: 50,
  });

const body = (answer: FindAnswer): Buffer => Buffer.concat(answer.hits.map(({ body }) => body));

/** Built by slices as a server would; records are generated beforehand by portions, so that only the index is timed. */
const build = (size: number): FindIndex => {
  const slices: number[] = [];
  const index = makeFindIndex();
  const portion: ReturnType<typeof findRecordOf>[] = [];
  const give = (): void => {
    const builder = timed(() => {
      for (const record of portion) index.upsert(record);
    });
    slices.push(builder.milliseconds);
    portion.length = 0;
  };
  for (const record of recordsOf(size)) if (portion.push(record) === 128) give();
  give();
  const total = slices.reduce((sum, each) => sum + each, 0);
  console.log(
    `index of ${index.size} services built in ${(total / 1000).toFixed(2)} s, by slices of 128 services: p99 ${ms(quantile(slices, 0.99))}, longest ${ms(quantile(slices, 1))}`,
  );
  return index;
};

const memory = (size: number): void => {
  const run = spawnSync(process.execPath, ["--expose-gc", import.meta.filename, "--memory", "--size", String(size)], { encoding: "utf8" });
  console.log(run.status === 0 ? run.stdout.trim() : run.stderr);
};

/** In a process of its own that holds nothing else: what the index weighs. */
const weigh = async (size: number): Promise<void> => {
  const builder = makeFindBuilder();
  builder.add(recordsOf(size));
  const building = builder.finish();
  let step = building.next();
  while (!step.done) step = building.next();
  const index = step.value;
  const peak = process.resourceUsage().maxRSS * 1024;
  for (let turn = 0; turn < 3; turn++) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((done) => setTimeout(done, 300));
  }
  const { rss, heapUsed, heapTotal, arrayBuffers } = process.memoryUsage();
  const bodies = timed(() => index.search({ day: today, limit: 1 })).result.total;
  console.log(
    `memory of a process with ${bodies} services: ${megabytes(rss)} (objects ${megabytes(heapUsed)} in a heap of ${megabytes(heapTotal)}, arrays ${megabytes(arrayBuffers)}), at most ${megabytes(peak)} while it was filled`,
  );
};

const pages = (index: FindIndex, questions: readonly Question[]): void => {
  for (const question of questions) body(askPage(index, question));
  const nearest = questions.map((question) => timed(() => body(askPage(index, question))).milliseconds);
  console.log(`page of 50, exact total, bodies joined, by distance   ${spread(nearest)}`);
  const best = (question: Question, more: object): number =>
    timed(() =>
      body(
        index.search({
          themes: question.themes,
          near: { point: question.town, zoneCodes: zoneCodesOf(question.town) },
          day: today,
          limit: 50,
          ...more,
        }),
      ),
    ).milliseconds;
  console.log(`the same, best first, 50 km                           ${spread(questions.map((q) => best(q, { radiusMeters: 50_000 })))}`);
  console.log(`15 km, widened when empty, all filters                ${spread(
    questions.map((q) => best(q, { publics: ["familles"], age: 30, cost: "gratuit", openAt: { minuteOfWeek: 600, isHoliday: false } })),
  )}`); // prettier-ignore
  console.log(`no theme, 15 km                                       ${spread(questions.map((q) => best(q, { themes: [] })))}`);
  const after = questions.flatMap((question) => {
    const { next } = askPage(index, question);
    return next === undefined ? [] : [best(question, { radiusMeters: 50_000, mayWiden: false, order: "distance", after: next })];
  });
  console.log(`second page                                           ${spread(after)}`);
};

const besidePeer = async (index: FindIndex, size: number, questions: readonly Question[]): Promise<void> => {
  if (!isPeerHere()) {
    console.log("The peer is not measured: apt-get install postgresql-15-postgis-3 first.");
    return;
  }
  const filling = performance.now();
  const peer = await startPeer(worldOf(size, towns), towns);
  console.log(
    `the peer holds the same services, and the copies that it folds itself; loaded in ${((performance.now() - filling) / 1000).toFixed(0)} s`,
  );
  try {
    for (const question of questions.slice(0, 10)) await peer.search(question);
    const [ours, theirs]: [number[], number[]] = [[], []];
    let [totals, orders] = [0, 0];
    for (const question of questions) {
      const { result, milliseconds } = timed(() => {
        const answer = askPage(index, question);
        body(answer);
        return answer;
      });
      const right = await peer.search(question);
      ours.push(milliseconds);
      theirs.push(right.milliseconds);
      const sameTotal = right.total === result.total;
      const sameOrder = right.ids.join() === result.hits.map(({ id }) => id).join();
      if (sameTotal) totals++;
      if (sameOrder) orders++;
      if (has("differences") && !(sameTotal && sameOrder))
        console.log(
          `  ${question.town.name} ${question.themes.join()}: total ${result.total} / ${right.total}; first other place ${result.hits.findIndex(({ id }, at) => id !== right.ids[at])}`,
        );
    }
    console.log(`query by query in turn, ${questions.length} queries, one client:`);
    console.log(`  peer   ${spread(theirs)}`);
    console.log(`  ours   ${spread(ours)}`);
    const ratio = (share: number): string => `${Math.round(quantile(theirs, share) / quantile(ours, share))} times`;
    console.log(`  peer / ours: p50 ${ratio(0.5)}, p99 ${ratio(0.99)}, sum of all ${Math.round(sum(theirs) / sum(ours))} times`);
    console.log(`  same total ${percent(totals, questions.length)}, same 50 in the same order ${percent(orders, questions.length)}`);
    if (has("names")) await namesOfPeer(peer.named, size);
  } finally {
    await peer.end();
  }
};

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

interface Mistyped {
  readonly id: string;
  readonly name: string;
  readonly typed: string;
}

/** Names of real places with one letter wrong, in a word of four letters or more. */
const mistypedNames = (size: number, count: number): readonly Mistyped[] => {
  const chance = chanceFrom(11);
  const names: { id: string; name: string }[] = [];
  for (const service of worldOf(Math.min(size, 32_000), towns))
    if (service.structure.id.startsWith("p-") && !isCopy(service)) names.push(service);
  return chance.several(names, count).flatMap(({ id, name }) => {
    const words = plainName(name).split(" ");
    const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
    if (long.length === 0) return [];
    const wrong = chance.pick(long);
    return [{ id, name, typed: words.map((word, at) => (at === wrong ? withFault(word, chance) : word)).join(" ") }];
  });
};

const withFault = (word: string, chance: ReturnType<typeof chanceFrom>): string => {
  const at = chance.between(0, word.length - 1);
  const letter = chance.pick("abcdefghijklmnopqrstuvwxyz".split(""));
  return chance.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
  ]);
};

const nameIn = (body: Uint8Array): string => plainName((JSON.parse(Buffer.from(body).toString()) as { name: string }).name);

const names = (index: FindIndex, size: number): void => {
  const asked = mistypedNames(size, 1000);
  const times: number[] = [];
  let [itself, namesake] = [0, 0];
  for (const { id, name, typed } of asked) {
    const { result, milliseconds } = timed(() => index.search({ words: typed, day: today, limit: 20 }));
    times.push(milliseconds);
    if (result.hits.some((hit) => hit.id === id)) itself++;
    if (result.hits.some(({ body }) => nameIn(body) === plainName(name))) namesake++;
    else if (has("misses"))
      console.log(`  « ${typed} » for « ${name} » (${result.total} found, first « ${result.hits[0] ? nameIn(result.hits[0].body) : ""} »)`);
  }
  console.log(
    `${asked.length} real names with one letter wrong, in the whole country: a place of that name in the first 20 ${percent(namesake, asked.length)}, that very place ${percent(itself, asked.length)} (many share a name); ${spread(times)}`,
  );
  const first = index.search({ words: "garaj solidere", day: today, limit: 1 }).hits[0];
  console.log(`« garaj solidere » gives first « ${first ? nameIn(first.body) : "nothing"} »`);
};

const namesOfPeer = async (named: (words: string) => Promise<readonly string[]>, size: number): Promise<void> => {
  const asked = mistypedNames(size, 300);
  let found = 0;
  for (const { id, typed } of asked) if ((await named(typed)).includes(id)) found++;
  console.log(`  the peer's full text, same mistyped names: that very place in the first 20 ${percent(found, asked.length)}`);
};

const gaps = (index: FindIndex): void => {
  const from = performance.now();
  let missing = 0;
  let longest = 0;
  let last = from;
  for (const place of index.gaps({ themes, places: towns.map((town) => ({ point: town })), radiusMeters: 15_000 })) {
    missing += place.missing.length;
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  console.log(
    `gaps: ${themes.length} themes × ${towns.length} communes, nobody within 15 km: ${((performance.now() - from) / 1000).toFixed(2)} s, longest slice ${ms(longest)}, ${percent(missing, themes.length * towns.length)} of cells empty`,
  );
};

const patches = (index: FindIndex, size: number): void => {
  const chance = chanceFrom(3);
  const times: number[] = [];
  for (const record of recordsOf(size)) {
    if (!chance.happens(20_000 / size)) continue;
    times.push(timed(() => {
      index.upsert({ ...record, name: `${record.name} bis` });
    }).milliseconds); // prettier-ignore
  }
  console.log(`${times.length} services replaced one by one, live: ${spread(times)}`);
};

const measure = async (size: number, questions: readonly Question[]): Promise<void> => {
  console.log(`\n— ${size} services —`);
  const index = build(size);
  pages(index, questions);
  if (!has("no-peer")) await besidePeer(index, size, questions);
  if (has("curve")) return;
  names(index, size);
  gaps(index);
  const { perSecond, p50, p99, longest, bytes } = await overHttp(index, questions, 8, 8);
  console.log(
    `over HTTP, 8 clients that keep their connection: ${Math.round(perSecond)} a second, p50 ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(longest)}, ${Math.round(bytes / 1024)} kB an answer`,
  );
  patches(index, size);
};

const usualSize = option("size", 213_000);
if (has("memory")) await weigh(usualSize);
else {
  const questions = questionsOf(option("queries", 1000), towns);
  for (const size of has("curve") ? [50_000, 200_000, 800_000] : [usualSize]) {
    await measure(size, questions);
    memory(size);
  }
}
