// The figures that train in the page, in a browser: play, pause, step, restart, controls that move meanwhile, and what happens when
// something is missing. Run with `npm run training`; needs Chromium (environment variable CHROMIUM, or /usr/bin/chromium).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test as always } from "node:test";
import { serve, startBrowser, writeBook } from "./fixture.mjs";
import { nativeDrawings } from "./native.mjs";
import { farDifference } from "./near.mjs";

const figures = nativeDrawings();
const stepwise = figures.filter((figure) => figure.stepwise && figure.controls.length > 0);
const [training] = stepwise;
const partOf = ({ module }) => module.split("/").at(-2);
const players = stepwise.filter((figure, index) => stepwise.findIndex((other) => partOf(other) === partOf(figure)) === index);
const atOnce = figures.find(({ figure }) => figure === "outlier-line");
// A figure whose drawings come from the same worker.
const neighbor = training && figures.find(({ module, stepwise, controls }) => module === training.module && !stepwise && controls[0]?.scale === "linear");
const test = training ? always : (name) => always(name, { skip: "no figure trains" }, () => {});
const book = writeBook(figures);
const server = await serve(book.folder);
// A book whose slices take so long that a test can click in between, however short the training.
const slowBook = writeBook(
  figures,
  `\n{ const advance = wasm_bindgen.Run.prototype.advance; wasm_bindgen.Run.prototype.advance = function () {
    const end = Date.now() + 25;
    while (Date.now() < end);
    return advance.call(this);
  }; }`,
);
const slowServer = await serve(slowBook.folder);
const browser = await startBrowser();
after(async () => {
  await browser.close();
  for (const each of [server, slowServer]) each.close();
  for (const each of [book, slowBook]) each.remove();
});

// A training figure in a page: what a reader sees and can do. `changes` are the moments at which the picture was replaced, with the
// progress shown then.
const open = async (address, options = {}, name = training.figure) => {
  const { prepare, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...contextOptions });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(address);
  const figure = page.locator(`#figure-${name}`);
  await figure.scrollIntoViewIfNeeded();
  await page.evaluate((id) => {
    const figure = document.getElementById(id);
    window.changes = [];
    window.progressSeen = [];
    const bar = figure.querySelector("progress");
    const note = () => window.changes.push({ at: performance.now(), progress: bar.value });
    for (const drawing of figure.querySelectorAll(".drawing")) new MutationObserver(note).observe(drawing, { childList: true });
    new MutationObserver(() => window.progressSeen.push(bar.value)).observe(bar, { attributes: true });
  }, `figure-${name}`);
  const button = (kind) => figure.locator(`button.${kind}`);
  const picture = (width = "wide") => figure.locator(`.drawing.${width}`).innerHTML();
  return {
    page,
    figure,
    said,
    button,
    picture,
    live: () => button("play").waitFor({ state: "visible" }),
    progress: () => figure.locator("progress").evaluate((bar) => bar.value),
    changes: () => page.evaluate(() => window.changes),
    clearChanges: () => page.evaluate(() => ((window.changes = []), (window.progressSeen = []))),
    whenProgress: (text) => page.waitForFunction(([id, text]) => new Function("progress", `return ${text}`)(document.querySelector(`#${id} progress`).value), [`figure-${name}`, text]),
    whenDone: () => figure.locator(".status", { hasText: "done" }).waitFor({ timeout: 60_000 }),
    slide: (setting, value) =>
      figure.locator(`input[name="${setting}"]`).evaluate((input, value) => {
        if (input.type === "checkbox") input.checked = value === 1;
        else if (input.dataset.scale === "logarithmic") input.value = value === Number(input.dataset.min) ? 0 : 200;
        else input.value = value;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        // What the reader sees at once, before any answer.
        return { progress: input.form.querySelector("progress").value, says: input.form.querySelector("button.play").textContent };
      }, value),
    // The three parts, as they stand in the page.
    parts: async (width = "wide") => {
      const details = figure.locator("details.data");
      if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
      return [await picture(width), await figure.locator(".caption").innerHTML(), await figure.locator(".table-scroll").innerHTML()];
    },
    close: () => context.close(),
  };
};

const asWritten = (page, parts) =>
  page.evaluate((parts) => {
    const element = document.createElement("div");
    return parts.map((html) => ((element.innerHTML = html), element.innerHTML));
  }, parts);

const native = ({ drawings }, settings, narrow = false) => drawings.find((each) => each.settings === settings && each.narrow === narrow).parts;

const assertNear = async (reader, settings, width = "wide", of = training) => {
  const wanted = await asWritten(reader.page, native(of, settings, width === "narrow"));
  assert.equal(farDifference(wanted, await reader.parts(width)), undefined);
};

const address = training && `${server.address}/part/${training.figure}.html`;
const slowAddress = training && `${slowServer.address}/part/${training.figure}.html`;
const ends = (of, end) => of.controls.map((control) => `${control.name}=${control[end]}`).join("&");

test("nothing trains before the reader wants it", async () => {
  const reader = await open(address);
  await reader.live();
  await reader.page.waitForTimeout(500);
  assert.deepEqual(await reader.changes(), []);
  assert.equal(await reader.progress(), 1);
  assert.equal(await reader.button("play").innerText(), "Play");
  assert.deepEqual(reader.said, []);
  await reader.close();
});

for (const [home, root] of Object.entries({ "from files": book.fileAddress, "from a server": server.address })) {
  test(`${home}: a training plays to the picture of the native program`, async () => {
    // One of each part of the book: all play by the same script, what their runs end with `equal.mjs` compares, and that they make
    // progress is seen in native tests. From files one is enough: what differs is how its module is loaded.
    for (const of of home === "from files" ? [training] : players) {
      const reader = await open(`${root}/part/${of.figure}.html`, {}, of.figure);
      await reader.live();
      await reader.button("play").click();
      await reader.whenDone();
      const changes = await reader.changes();
      assert.ok(changes.length >= 3, `${of.figure}: ${changes.length} pictures`);
      const seen = changes.map(({ progress }) => progress);
      assert.deepEqual(seen, [...seen].sort((a, b) => a - b), "progress never goes back");
      assert.ok(seen[0] < 1 && seen.at(-1) === 1, `from ${seen[0]} to ${seen.at(-1)}`);
      assert.equal(await reader.button("play").innerText(), "Play");
      await assertNear(reader, "", "wide", of);
      assert.deepEqual(reader.said, []);
      await reader.close();
    }
  });
}

test("pause holds the picture, play goes on from there", async () => {
  const reader = await open(slowAddress);
  await reader.live();
  await reader.button("play").click();
  await reader.page.waitForFunction(() => window.changes.length >= 5);
  assert.equal(await reader.button("play").innerText(), "Pause");
  await reader.button("play").click();
  assert.equal(await reader.button("play").innerText(), "Play");
  await reader.page.waitForTimeout(300);
  const [held, at] = [await reader.picture(), await reader.progress()];
  assert.ok(at > 0 && at < 1, `${at}`);
  await reader.page.waitForTimeout(300);
  assert.equal(await reader.picture(), held);
  assert.equal(await reader.progress(), at);
  await reader.clearChanges();
  await reader.button("play").click();
  await reader.page.waitForFunction(() => window.changes.length >= 5);
  const seen = (await reader.changes()).map(({ progress }) => progress);
  assert.ok(seen[0] >= at && seen.at(-1) > at, `${at}, then ${seen}`);
  assert.deepEqual(reader.said, []);
  await reader.close();
});

test("a step is one slice, and a finished run steps from the beginning", async () => {
  const reader = await open(address);
  await reader.live();
  const still = await reader.picture();
  const at = [];
  for (let count = 1; count <= 3; count += 1) {
    await reader.clearChanges();
    await reader.button("step").click();
    await reader.page.waitForFunction(() => window.changes.length > 0);
    await reader.page.waitForTimeout(100);
    assert.equal((await reader.changes()).length, 1);
    assert.equal(await reader.button("play").innerText(), "Play");
    at.push(await reader.progress());
  }
  assert.ok(0 < at[0] && at[0] < at[1] && at[1] < at[2] && at[2] < 1, `${at}`);
  assert.ok(at[2] <= 0.2, `three slices are ${at[2]} of the whole`);
  assert.notEqual(await reader.picture(), still);
  await reader.close();
});

test("restart goes back to the beginning, and plays on only if it played", async () => {
  const reader = await open(slowAddress);
  await reader.live();
  await reader.button("play").click();
  await reader.page.waitForFunction(() => window.changes.length >= 10);
  const before = await reader.progress();
  await reader.button("restart").click();
  assert.ok((await reader.progress()) < before);
  assert.equal(await reader.button("play").innerText(), "Pause");
  await reader.whenProgress("progress > 0");
  await reader.button("play").click();
  await reader.clearChanges();
  await reader.button("restart").click();
  await reader.page.waitForFunction(() => window.changes.length > 0);
  await reader.page.waitForTimeout(300);
  assert.equal(await reader.progress(), 0);
  assert.equal(await reader.button("play").innerText(), "Play");
  await reader.close();
});

test("a control that moves starts anew at once, the newest wins, and the page never waits", async () => {
  const prepare = () => {
    window.gaps = [];
    let last = performance.now();
    const frame = (now) => {
      window.gaps.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  const reader = await open(address, { prepare });
  await reader.live();
  await reader.button("play").click();
  await reader.whenProgress("progress > 0");
  for (const control of training.controls) await reader.slide(control.name, control.maximum);
  await reader.page.evaluate(() => (window.gaps = []));
  for (const control of training.controls) {
    assert.deepEqual(await reader.slide(control.name, control.minimum), { progress: 0, says: "Pause" });
  }
  await reader.whenDone();
  await assertNear(reader, ends(training, "minimum"));
  const gaps = (await reader.page.evaluate(() => window.gaps)).sort((a, b) => a - b);
  // A frame is 17 ms; a busy machine misses some, but training in the page itself would miss them all.
  assert.ok(gaps[Math.floor(0.5 * gaps.length)] < 40, `half the frames took ${gaps[Math.floor(0.5 * gaps.length)]} ms`);
  assert.ok(gaps.at(-1) < 500, `a frame took ${gaps.at(-1)} ms`);
  assert.deepEqual(reader.said, []);
  await reader.close();
});

test("reset brings the still picture back and trains nothing", async () => {
  const reader = await open(address);
  await reader.live();
  const still = await reader.picture();
  const [control] = training.controls;
  await reader.slide(control.name, control.maximum);
  await reader.whenProgress("progress > 0");
  await reader.page.waitForFunction(() => location.search !== "");
  await reader.figure.locator("button[type=reset]").click();
  await reader.page.waitForTimeout(300);
  assert.equal(await reader.picture(), still);
  assert.equal(await reader.progress(), 1);
  assert.equal(await reader.button("play").innerText(), "Play");
  await reader.page.waitForFunction(() => location.search === "");
  await reader.close();
});

test("settings in the address show the finished run, without a show", async () => {
  const settings = ends(training, "maximum");
  const query = settings.split("&").map((pair) => `${training.figure}.${pair}`).join("&");
  const reader = await open(`${address}?${query}`);
  await reader.live();
  await reader.whenDone();
  await assertNear(reader, settings);
  const changes = await reader.changes();
  assert.ok(changes.length <= 1, `${changes.length} pictures`);
  await reader.close();
});

test("who wants no motion gets progress and the last picture", async () => {
  const reader = await open(address, { reducedMotion: "reduce" });
  await reader.live();
  await reader.button("play").click();
  await reader.whenDone();
  assert.equal((await reader.changes()).length, 1);
  await assertNear(reader, "");
  await reader.close();
  // A moved control too; a pause shows what there is.
  const slow = await open(slowAddress, { reducedMotion: "reduce" });
  await slow.live();
  await slow.slide(training.controls[0].name, training.controls[0].maximum);
  await slow.whenProgress("progress > 0");
  assert.equal(await slow.button("play").innerText(), "Pause");
  await slow.button("play").click();
  await slow.page.waitForFunction(() => window.changes.length > 0);
  await slow.page.waitForTimeout(300);
  assert.equal((await slow.changes()).length, 1);
  assert.equal(await slow.button("play").innerText(), "Play");
  await slow.close();
});

test("a figure that plays leaves the others alone", async () => {
  const reader = await open(`${server.address}/part/all.html`);
  await reader.live();
  await reader.button("play").click();
  await reader.whenProgress("progress > 0.1");
  await reader.page.locator(`#figure-${atOnce.figure}`).scrollIntoViewIfNeeded();
  await reader.page.locator(`#figure-${atOnce.figure} button[type=reset]`).waitFor({ state: "visible" });
  const { controls } = atOnce;
  const [wanted] = await asWritten(reader.page, native(atOnce, `${controls[0].name}=${controls[0].maximum}`).slice(0, 1));
  await reader.page.locator(`#figure-${atOnce.figure} input[name="${controls[0].name}"]`).evaluate((input) => {
    input.value = input.dataset.scale === "logarithmic" ? 200 : input.max;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await reader.page.waitForFunction(
    ([id, wanted]) => document.querySelector(`#${id} .drawing.wide`).innerHTML === wanted,
    [`figure-${atOnce.figure}`, wanted],
  );
  await reader.whenDone();
  await assertNear(reader, "");
  assert.deepEqual(reader.said, []);
  await reader.close();
});

test("without a worker the page trains", async () => {
  const prepare = () => {
    window.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  };
  const reader = await open(address, { prepare });
  await reader.live();
  await reader.button("play").click();
  await reader.whenDone();
  assert.ok((await reader.changes()).length >= 3);
  await assertNear(reader, "");
  assert.deepEqual(reader.said, []);
  await reader.close();
});

test("keys work the buttons and stay in the figure", async () => {
  const reader = await open(slowAddress);
  await reader.live();
  await reader.button("play").focus();
  await reader.page.keyboard.press("Enter");
  await reader.whenProgress("progress > 0 && progress < 1");
  await reader.page.keyboard.press("Space");
  assert.equal(await reader.button("play").innerText(), "Play");
  await reader.page.keyboard.press("Tab");
  assert.ok(await reader.button("step").evaluate((button) => button === document.activeElement));
  await reader.page.keyboard.press("Tab");
  assert.ok(await reader.button("restart").evaluate((button) => button === document.activeElement));
  assert.deepEqual(await reader.page.evaluate(() => window.keys), []);
  await reader.close();
});

test("on a phone the buttons are within the page and the narrow picture trains", async () => {
  const reader = await open(address, { viewport: { width: 390, height: 800 } });
  await reader.live();
  for (const kind of ["play", "step", "restart"]) {
    const { x, width } = await reader.button(kind).boundingBox();
    assert.ok(x >= 0 && x + width <= 390, `${kind} from ${x} to ${x + width}`);
  }
  assert.ok(await reader.page.evaluate(() => document.documentElement.scrollWidth <= 390));
  await reader.button("play").click();
  await reader.whenDone();
  await assertNear(reader, "", "narrow");
  // The other picture follows when it is shown.
  await reader.page.setViewportSize({ width: 1000, height: 800 });
  const [wanted] = await asWritten(reader.page, native(training, "").slice(0, 1));
  await reader.page.waitForTimeout(300);
  assert.equal(farDifference([await reader.picture(), "", ""], [wanted, "", ""]), undefined);
  await reader.close();
});

test("nothing below the figure moves while it plays", async () => {
  const reader = await open(address);
  await reader.live();
  const top = () => reader.page.locator("#after").evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
  const before = await top();
  await reader.button("play").click();
  await reader.whenProgress("progress > 0.1");
  assert.equal(await top(), before);
  await reader.whenDone();
  assert.equal(await top(), before);
  await reader.close();
});

// A book whose module is changed by `glue`, served on its own.
const withModule = async (glue, check) => {
  const other = writeBook(figures, glue);
  const otherServer = await serve(other.folder);
  try {
    await check(otherServer.address);
  } finally {
    otherServer.close();
    other.remove();
  }
};

(neighbor ? test : (name) => always(name, { skip: "no other figure of its page" }, () => {}))("a run outlives its worker", () => {
  const [{ name, minimum, maximum }] = neighbor.controls;
  return withModule(
    `\n{ const draw = wasm_bindgen.draw; wasm_bindgen.draw = (figure, settings, narrow) => {
      const isSlow = figure === "${neighbor.figure}" && settings.split("&").includes("${name}=${maximum}");
      const end = Date.now() + (isSlow ? 60000 : 0);
      while (Date.now() < end);
      return draw(figure, settings, narrow);
    };
    // Slow as long as the test's own clicks may take; a worker that starts anew has to come back to there.
    const advance = wasm_bindgen.Run.prototype.advance; let count = 0; wasm_bindgen.Run.prototype.advance = function () {
      count += 1;
      const end = Date.now() + (count < 300 ? 8 : 0);
      while (Date.now() < end);
      return advance.call(this);
    }; }`,
    async (address) => {
      const reader = await open(`${address}/part/all.html`);
      await reader.live();
      await reader.button("play").click();
      await reader.page.waitForFunction(() => window.changes.length >= 10);
      const before = await reader.progress();
      assert.ok(before < 1);
      await reader.clearChanges();
      // A drawing of another figure that would take a minute; the worker is stopped when that figure wants another one.
      const slide = (value) =>
        reader.page.locator(`#figure-${neighbor.figure} input[name="${name}"]`).evaluate((input, value) => {
          input.value = value;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }, value);
      await reader.page.locator(`#figure-${neighbor.figure}`).scrollIntoViewIfNeeded();
      await reader.page.locator(`#figure-${neighbor.figure} button[type=reset]`).waitFor({ state: "visible" });
      await slide(maximum);
      await reader.page.waitForTimeout(500);
      await slide(minimum);
      await reader.whenDone();
      const seen = (await reader.changes()).map(({ progress }) => progress);
      assert.deepEqual(seen, [...seen].sort((a, b) => a - b), "no picture goes back");
      assert.ok(seen[0] >= before, `${before}, then ${seen[0]}`);
      await assertNear(reader, "");
      assert.deepEqual(reader.said, []);
      await reader.close();
    },
  );
});

test("a run that traps leaves the still figure", () =>
  withModule(
    `\n{ let count = 0; const advance = wasm_bindgen.Run.prototype.advance; wasm_bindgen.Run.prototype.advance = function () {
      count += 1;
      if (count > 5) throw new WebAssembly.RuntimeError("unreachable");
      return advance.call(this);
    }; }`,
    async (address) => {
      const reader = await open(`${address}/part/${training.figure}.html`);
      await reader.live();
      const still = await reader.picture();
      await reader.button("play").click();
      await reader.page.waitForFunction(() => document.querySelector("form.controls").hidden);
      assert.equal(await reader.picture(), still);
      assert.ok(await reader.button("play").isHidden());
      assert.deepEqual(reader.said, ["The figures of this page stay still: RuntimeError: unreachable"]);
      await reader.close();
    },
  ));

test("without JavaScript there are no buttons", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  assert.ok(await page.locator(".drawing.wide svg").isVisible());
  assert.ok(await page.locator("button.play").isHidden());
  await context.close();
});

test("the buttons are accessible", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const reader = await open(address);
  await reader.live();
  await reader.page.evaluate(axe);
  const { violations } = await reader.page.evaluate(() => window.axe.run("main"));
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]),
    [],
  );
  await reader.close();
});
