// The modules draw what the native program draws, but for rounding (near.mjs): every figure, at both widths, at its defaults, at
// both ends of every control and at settings drawn at random. A figure whose experiment runs in slices is run so. Needs no browser.
//
// usage: node equal.mjs [directories of modules]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startModule } from "./module.mjs";
import { nativeDrawings, root } from "./native.mjs";
import { CHAOTIC, farDifference } from "./near.mjs";

const directories = process.argv.length > 2 ? process.argv.slice(2).map((path) => resolve(path)) : [`${root}/src/assets/live`];
// Drawn once for all directories: it takes longer than the comparison.
const all = nativeDrawings();

// Each core takes its share of the figures, in a process of its own.
if (!process.env.DOWNHILL_SHARE) {
  const folder = mkdtempSync(join(tmpdir(), "downhill-"));
  const drawings = join(folder, "drawings");
  writeFileSync(drawings, all.map((figure) => JSON.stringify(figure)).join("\n"));
  const shares = availableParallelism();
  const ends = Array.from({ length: shares }, (_, share) => {
    const env = { ...process.env, DOWNHILL_DRAWINGS: drawings, DOWNHILL_SHARE: `${share} ${shares}` };
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...directories], { env, stdio: "inherit" });
    return new Promise((end) => child.on("exit", (code) => end(code)));
  });
  const codes = await Promise.all(ends);
  rmSync(folder, { recursive: true });
  process.exit(codes.every((code) => code === 0) ? 0 : 1);
}
const [share, shares] = process.env.DOWNHILL_SHARE.split(" ").map(Number);
const figures = all.filter((_, index) => index % shares === share);
const modules = new Map();
for (const directory of directories) {
  for (const { module } of figures) {
    const file = join(directory, module);
    if (!modules.has(file)) modules.set(file, await startModule(file));
  }
}

let inBytes = 0; // of the drawings, how many are equal byte for byte
const compare = (drawn, parts) => {
  const isEqual = drawn.every((text, index) => text === parts[index]);
  if (isEqual) inBytes += 1;
  return { drawn, far: isEqual ? undefined : farDifference(parts, drawn) };
};

const drawnAtOnce = ({ draw }, figure, { settings, narrow, parts }) => compare(draw(figure, settings, narrow), parts);

let finished; // the last run: both widths are drawn of one
const drawnInSlices = ({ Run }, figure, { settings, narrow, parts }) => {
  if (finished?.Run !== Run || finished.figure !== figure || finished.settings !== settings) {
    finished?.run.free();
    finished = { Run, figure, settings, run: new Run(figure, settings) };
    const { run } = finished;
    let progress = run.progress();
    if (progress !== 0) return { drawn: [], far: `the run starts at ${progress}` };
    while (progress < 1) {
      run.advance();
      if (!(run.progress() >= progress && run.progress() <= 1)) return { drawn: [], far: `progress goes from ${progress} to ${run.progress()}` };
      progress = run.progress();
    }
  }
  return compare(finished.run.draw(narrow), parts);
};

const milliseconds = [];
let compared = 0;
let different = 0;
const inEachDirectory = figures.flatMap((figure) => directories.map((directory) => ({ ...figure, file: join(directory, figure.module) })));
for (const { figure, file, stepwise, drawings } of inEachDirectory) {
  const times = [];
  const heights = { wide: new Set(), narrow: new Set() };
  for (const native of drawings) {
    const { settings, narrow } = native;
    const start = performance.now();
    const { drawn, far } = (stepwise ? drawnInSlices : drawnAtOnce)(modules.get(file), figure, native);
    times.push(performance.now() - start);
    compared += 1;
    heights[narrow ? "narrow" : "wide"].add(drawn[0]?.match(/viewBox="0 0 \d+ (\d+)"/)[1]);
    if (!far || (CHAOTIC.includes(figure) && drawn.length > 0)) continue;
    different += 1;
    console.error(`${figure} ${narrow ? "narrow" : "wide"} ${settings || "(defaults)"}: ${far}`);
  }
  times.sort((a, b) => a - b);
  // Of a run, the second width is only drawn; the slower half of the times tells how long runs take.
  milliseconds.push([figure, times[Math.floor((stepwise ? 0.75 : 0.5) * times.length)], heights]);
}

// What is wrong is refused with a sentence, and the module goes on.
const refusalOf = (action) => {
  try {
    action();
  } catch (error) {
    return String(error);
  }
  return "not refused";
};
const { module } = all.find(({ figure }) => figure === "outlier-line");
const { draw, Run } = await startModule(join(directories[0], module));
const refusal = (...request) => refusalOf(() => draw(...request));
const refused = [
  [refusal("no-such-figure", "", false), "there is no figure `no-such-figure`"],
  [refusal("outlier-line", "delta=1000", false), "delta = 1000 is not a number in [0.1, 10]"],
  [refusalOf(() => new Run("outlier-line", "")), "the experiment of `outlier-line` does not run in slices"],
];
const unrefused = refused.filter(([said, expected]) => !said.includes(expected));
for (const [said, expected] of unrefused) console.error(`expected “${expected}”, not “${said}”`);

for (const [figure, median, { wide, narrow }] of milliseconds) {
  console.log(`${figure}: median ${median.toFixed(1)} ms a drawing; heights ${[...wide].join(", ")} wide, ${[...narrow].join(", ")} narrow`);
}
console.log(`${compared} drawings compared, ${different} different by more than rounding; ${inBytes} equal in every byte`);
process.exitCode = compared > 0 && different === 0 && unrefused.length === 0 ? 0 : 1;
