// The module draws what the native program draws, byte for byte: every figure, at both widths, at its defaults, at both ends of
// every control and at twenty settings drawn at random. A figure whose experiment runs in slices is run so, at fewer settings, and
// its drawings may differ by rounding (near.mjs). Needs no browser.
//
// usage: node equal.mjs [directory of the modules]
import { join, resolve } from "node:path";
import { startModule } from "./module.mjs";
import { nativeDrawings, root } from "./native.mjs";
import { farDifference } from "./near.mjs";

const directory = resolve(process.argv[2] ?? `${root}/src/assets/live`);
const figures = nativeDrawings();
const modules = new Map();
for (const { module } of figures) {
  if (!modules.has(module)) modules.set(module, await startModule(join(directory, module)));
}

// Where two texts part, with what stands around it.
const difference = (native, module) => {
  let at = 0;
  while (native[at] === module[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 60), at + 20);
  return `at character ${at} of ${native.length}\n    native …${around(native)}…\n    module …${around(module)}…`;
};

// The whole drawing, and what of it differs from the native one.
const drawnAtOnce = ({ draw }, figure, { settings, narrow, parts }) => {
  const drawn = draw(figure, settings, narrow);
  const part = parts.findIndex((text, index) => text !== drawn[index]);
  const far = part < 0 ? undefined : `the ${["picture", "caption", "data"][part]} differs ${difference(parts[part], drawn[part])}`;
  return { drawn, far };
};

let inBytes = 0; // of the drawings that may differ, how many are equal
let finished; // the last run: both widths are drawn of one
const drawnInSlices = ({ Run }, figure, { settings, narrow, parts }) => {
  if (finished?.figure !== figure || finished.settings !== settings) {
    finished?.run.free();
    finished = { figure, settings, run: new Run(figure, settings) };
    const { run } = finished;
    let progress = run.progress();
    if (progress !== 0) return { drawn: [], far: `the run starts at ${progress}` };
    while (progress < 1) {
      run.advance();
      if (!(run.progress() >= progress && run.progress() <= 1)) return { drawn: [], far: `progress goes from ${progress} to ${run.progress()}` };
      progress = run.progress();
    }
  }
  const drawn = finished.run.draw(narrow);
  if (drawn.every((text, index) => text === parts[index])) inBytes += 1;
  return { drawn, far: farDifference(parts, drawn) };
};

const milliseconds = [];
let compared = 0;
let different = 0;
let stepped = 0;
for (const { figure, module, stepwise, drawings } of figures) {
  const times = [];
  const heights = { wide: new Set(), narrow: new Set() };
  for (const native of drawings) {
    const { settings, narrow } = native;
    const start = performance.now();
    const { drawn, far } = (stepwise ? drawnInSlices : drawnAtOnce)(modules.get(module), figure, native);
    times.push(performance.now() - start);
    compared += 1;
    if (stepwise) stepped += 1;
    heights[narrow ? "narrow" : "wide"].add(drawn[0]?.match(/viewBox="0 0 \d+ (\d+)"/)[1]);
    if (!far) continue;
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
const { module } = figures.find(({ figure }) => figure === "outlier-line");
const { draw, Run } = modules.get(module);
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
console.log(`${compared} drawings compared, ${different} different; of ${stepped} that may differ by rounding, ${inBytes} do not`);
process.exitCode = compared > 0 && different === 0 && unrefused.length === 0 ? 0 : 1;
