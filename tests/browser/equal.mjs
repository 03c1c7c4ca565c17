// The module draws what the native program draws, byte for byte: every figure, at both widths, at its defaults, at both ends of
// every control and at twenty settings drawn at random. Needs no browser.
//
// usage: node equal.mjs [module.js]
import { resolve } from "node:path";
import { nativeDrawings, root } from "./native.mjs";
import { startModule } from "./module.mjs";

const { draw } = await startModule(resolve(process.argv[2] ?? `${root}/src/assets/live/module.js`));

// Where two texts part, with what stands around it.
const difference = (native, module) => {
  let at = 0;
  while (native[at] === module[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 60), at + 20);
  return `at character ${at} of ${native.length}\n    native …${around(native)}…\n    module …${around(module)}…`;
};

const milliseconds = [];
let compared = 0;
let different = 0;
for (const { figure, drawings } of nativeDrawings()) {
  const times = [];
  const heights = { wide: new Set(), narrow: new Set() };
  for (const { settings, narrow, parts } of drawings) {
    const start = performance.now();
    const drawn = draw(figure, settings, narrow);
    times.push(performance.now() - start);
    heights[narrow ? "narrow" : "wide"].add(drawn[0].match(/viewBox="0 0 \d+ (\d+)"/)[1]);
    compared += 1;
    const part = parts.findIndex((text, index) => text !== drawn[index]);
    if (part < 0) continue;
    different += 1;
    const place = `${figure} ${narrow ? "narrow" : "wide"} ${settings || "(defaults)"}`;
    console.error(`${place}: the ${["picture", "caption", "data"][part]} differs ${difference(parts[part], drawn[part])}`);
  }
  times.sort((a, b) => a - b);
  milliseconds.push([figure, times[Math.floor(times.length / 2)], heights]);
}

// What is wrong is refused with a sentence, and the module goes on.
const refusal = (...request) => {
  try {
    draw(...request);
  } catch (error) {
    return String(error);
  }
  return "not refused";
};
const refused = [
  [refusal("no-such-figure", "", false), "there is no figure `no-such-figure`"],
  [refusal("outlier-line", "delta=1000", false), "delta = 1000 is not a number in [0.1, 10]"],
];
const unrefused = refused.filter(([said, expected]) => !said.includes(expected));
for (const [said, expected] of unrefused) console.error(`expected “${expected}”, not “${said}”`);

for (const [figure, median, { wide, narrow }] of milliseconds) {
  console.log(`${figure}: median ${median.toFixed(1)} ms a drawing; heights ${[...wide].join(", ")} wide, ${[...narrow].join(", ")} narrow`);
}
console.log(`${compared} drawings compared, ${different} different`);
process.exitCode = compared > 0 && different === 0 && unrefused.length === 0 ? 0 : 1;
