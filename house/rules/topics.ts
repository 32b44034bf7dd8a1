import { withoutComments, type SourceFile } from "./source-files.ts";

/** The page that tells a newcomer who says what to whom. */
const page = "docs/how-it-fits.md";

const told = /\.tell\(\s*"([a-z-]+\.[a-z-]+)"/g;
const heardByRooms = /(?:topic: |recorder\(\s*)"([a-z-]+\.[a-z-]+)"/g;
const heardByScreens = /live(?:: |=\{)\[([^\]]*)\]/g;
const name = /"([a-z-]+\.[a-z-]*)"/g;
const inPage = /^\| `([a-z-]+\.[a-z-]+)` \|/gm;

const isProduct = (file: SourceFile): boolean => /^(src|apps)\/.*\.tsx?$/.test(file.path) && !/\.test\.tsx?$/.test(file.path);

const found = (files: readonly SourceFile[], shape: RegExp): readonly { readonly topic: string; readonly path: string }[] =>
  files.flatMap((file) => [...withoutComments(file.text).matchAll(shape)].map((each) => ({ topic: each[1] ?? "", path: file.path })));

/**
 * News that somebody waits for and nobody tells, and news that docs/how-it-fits.md does not tell as it is. A topic that ends with a dot
 * stands for all those that begin with it.
 */
export const topicComplaints = (files: readonly SourceFile[]): readonly string[] => {
  const product = files.filter(isProduct);
  const topics = new Set(found(product, told).map(({ topic }) => topic));
  const waited = [
    ...found(product, heardByRooms),
    ...found(product, heardByScreens).flatMap(({ topic, path }) =>
      [...topic.matchAll(name)].map((each) => ({ topic: each[1] ?? "", path })),
    ),
  ];
  const isTold = (topic: string): boolean => (topic.endsWith(".") ? [...topics].some((each) => each.startsWith(topic)) : topics.has(topic));
  const written = new Set([...(files.find((file) => file.path === page)?.text ?? "").matchAll(inPage)].map((each) => each[1] ?? ""));
  return [
    ...waited.filter(({ topic }) => !isTold(topic)).map(({ topic, path }) => `${path} waits for ${topic}, which nobody tells`),
    ...[...topics].filter((topic) => !written.has(topic)).map((topic) => `${topic} is told, and ${page} does not say so`),
    ...[...written].filter((topic) => !topics.has(topic)).map((topic) => `${page} speaks of ${topic}, which nobody tells`),
  ];
};
