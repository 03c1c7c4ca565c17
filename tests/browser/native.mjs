// The drawings that the page should show: every figure at many settings, drawn by the native program.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export const nativeDrawings = () => {
  const lines = execFileSync("cargo", ["run", "--quiet", "--locked", "--package", "live", "--example", "drawings"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return lines.trim().split("\n").map(JSON.parse);
};
