import { defineConfig } from "eslint/config";
import ts from "typescript-eslint";

/** What a pure file may not name: clock, chance and environment come in as parameters. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "A pure file never asks the clock: take `now` as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "A pure file never asks the clock: take `now` as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='performance'][callee.property.name='now']",
    message: "A pure file never asks the clock: take `now` as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "A pure file never draws lots: take a seed or a draw as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='crypto'][callee.property.name=/^random/]",
    message: "A pure file never draws lots: take a seed or a draw as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "A pure file never reads the environment: take a setting as a parameter.",
  },
  { selector: "CallExpression[callee.name='fetch']", message: "A pure file never uses the network." },
];

export default defineConfig(
  { ignores: ["dist", "node_modules", "var", "test-results", "docs"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
    },
  },
  {
    // Chapters of a large room too; look/ and desk/ belong to the browser.
    files: ["engines/**/*.ts", "src/*/*.ts", "src/*/!(look|desk)/*.ts", "src/**/*.screen.tsx"],
    ignores: ["**/*.test.ts", "**/*.test.tsx", "src/**/*.{store,source,action,http}.ts", "src/*/server.ts"],
    rules: { "no-restricted-syntax": ["error", ...impure] },
  },
  { files: ["apps/cli/**", "apps/server/main.ts", "bench/**", "house/**", "end-to-end/**"], rules: { "no-console": "off" } },
);
