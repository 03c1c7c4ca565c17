// The drawings that the page should show: every figure at many settings, drawn by the native program.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

// Where DOWNHILL_DRAWINGS names a file, they were drawn before and are in it.
export const nativeDrawings = () => {
  const lines = process.env.DOWNHILL_DRAWINGS ? readFileSync(process.env.DOWNHILL_DRAWINGS, "utf8") : drawNow();
  return lines.trim().split("\n").map(JSON.parse);
};

const drawNow = () =>
  execFileSync("cargo", ["run", "--quiet", "--locked", "--package", "live", "--example", "drawings"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
