// How long after an input event the new picture is in the page: median and 95th percentile of a hundred moves of each figure's
// first slider, in milliseconds. Of a figure that trains: how far apart its pictures are while it plays, how long the page takes to
// put one in its place, and how far apart the frames of the page are. A report, not a test: it depends on the machine.
import { serve, startBrowser, writeBook } from "./fixture.mjs";
import { nativeDrawings } from "./native.mjs";

const figures = nativeDrawings().filter(({ stepwise, controls }) => stepwise || controls.length > 0);
const quantiles = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95].map((quantile) => sorted[Math.ceil(quantile * sorted.length) - 1].toFixed(1)).join(" / ");
};

const played = async (page) => {
  const { pictures, frames, layouts } = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const [pictures, frames, layouts] = [[], [], []];
        const drawing = document.querySelector(".drawing.wide");
        new MutationObserver(() => {
          const start = performance.now();
          pictures.push(start);
          drawing.getBoundingClientRect(); // with the layout that the new picture needs
          layouts.push(performance.now() - start);
        }).observe(drawing, { childList: true });
        const frame = (now) => {
          frames.push(now);
          if (document.querySelector(".status").textContent === "done") resolve({ pictures, frames, layouts });
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
        document.querySelector("button.play").click();
      }),
  );
  const apart = (times) => times.slice(1).map((time, index) => time - times[index]);
  const seconds = ((frames.at(-1) - frames[0]) / 1000).toFixed(1);
  return `${pictures.length} pictures in ${seconds} s, ${quantiles(apart(pictures))} ms apart (median / 95 %); layout ${quantiles(layouts)} ms; frames ${quantiles(apart(frames))} ms`;
};

const book = writeBook(figures);
const server = await serve(book.folder);
const browser = await startBrowser();
try {
  for (const { figure, stepwise } of figures) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.goto(`${server.address}/part/${figure}.html`);
    await page.locator("form.controls button[type=reset]").waitFor({ state: "visible" });
    if (stepwise) {
      console.log(`${figure}: ${await played(page)}`);
      await page.close();
      continue;
    }
    const times = await page.evaluate(async () => {
      const drawing = document.querySelector(".drawing.wide");
      const input = document.querySelector("form.controls input[type=range]");
      const move = (place) =>
        new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            const replaced = performance.now() - start;
            drawing.getBoundingClientRect(); // with the layout that the new picture needs
            resolve([replaced, performance.now() - start]);
          });
          observer.observe(drawing, { childList: true });
          // A move that changes nothing, such as one between two whole numbers, is left out.
          setTimeout(() => {
            observer.disconnect();
            resolve(undefined);
          }, 2000);
          const start = performance.now();
          input.value = place;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        });
      const [low, high] = [Number(input.min), Number(input.max)];
      const times = [];
      // Back and forth by about half the range, so that every move changes the value.
      for (let index = 0; index < 100; index += 1) {
        const at = (index % 2 ? 0.1 : 0.6) + 0.3 * (index / 100);
        const time = await move(low + (high - low) * at);
        if (time) times.push(time);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return times;
    });
    const at = (column, quantile) => times.map((time) => time[column]).sort((a, b) => a - b)[Math.ceil(quantile * times.length) - 1].toFixed(1);
    console.log(`${figure}: replaced after ${at(0, 0.5)} ms (median), ${at(0, 0.95)} ms (95 %); laid out after ${at(1, 0.5)}, ${at(1, 0.95)} ms`);
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
  book.remove();
}
