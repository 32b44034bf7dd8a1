import { expect, test } from "vitest";
import { imageTypeOf } from "./image-type.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["a PNG", bytes("\x89PNG\r\n\x1a\n…"), "image/png"],
  ["a JPEG", bytes("\xff\xd8\xff\xe0JFIF"), "image/jpeg"],
  ["a WebP", bytes("RIFF\x10\0\0\0WEBPVP8 "), "image/webp"],
  ["a sound, which begins like a WebP", bytes("RIFF\x10\0\0\0WAVEfmt "), undefined],
  ["an SVG, which may hold a script", bytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), undefined],
  ["a page", bytes("<!doctype html>"), undefined],
  ["nothing", bytes(""), undefined],
])("%s", (_, given, expected) => {
  expect(imageTypeOf(given)).toBe(expected);
});
