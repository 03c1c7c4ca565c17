// The live figures in a browser, from files and from a server: sliders, keys, dragging, addresses, reset, and what happens when
// something is missing. Run with `npm run live`; needs Chromium (environment variable CHROMIUM, or /usr/bin/chromium).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { serve, startBrowser, writeBook } from "./fixture.mjs";
import { nativeDrawings } from "./native.mjs";
import { CHAOTIC, pictureDifference } from "./near.mjs";

// What trains has tests of its own: training.mjs.
// A slow figure is drawn at fewer settings: `equal.mjs` compares those.
const figures = nativeDrawings().filter(
  ({ figure, stepwise, slow, controls }) => !stepwise && !slow && controls.length > 0 && !CHAOTIC.includes(figure),
);
const book = writeBook(figures);
const server = await serve(book.folder);
const browser = await startBrowser();
after(async () => {
  await browser.close();
  server.close();
  book.remove();
});

const homes = { "from files": book.fileAddress, "from a server": server.address };
const lineFigure = figures.find(({ figure }) => figure === "outlier-line");
const figureSelector = (name) => `#figure-${name}`;
const slider = (page, name, setting) => page.locator(`${figureSelector(name)} input[name="${setting}"]`);

// A page that remembers what was said on the console and which addresses were asked for.
const open = async (address, options = {}) => {
  const { prepare, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...contextOptions });
  const page = await context.newPage();
  const said = [];
  const asked = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  if (prepare) await page.addInitScript(prepare);
  await page.goto(address);
  return { page, said, asked, close: () => context.close() };
};

const whenLive = (page, name) => page.locator(`${figureSelector(name)} form.controls button[type=reset]`).waitFor({ state: "visible" });

// Sets a slider as a reader does: value, then the event.
const slide = (page, name, setting, value) =>
  slider(page, name, setting).evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

const picture = (page, name, width = "wide") => page.locator(`${figureSelector(name)} .drawing.${width}`).innerHTML();

// A number as the native program writes it: without an exponent.
const written = (number) => (String(number).includes("e-") ? number.toFixed(20).replace(/0+$/, "") : String(number));

const drawing = ({ drawings }, settings, narrow = false) =>
  drawings.find((each) => each.settings === settings && each.narrow === narrow).parts;

// The markup as a browser writes it back.
const asWritten = (page, html) =>
  page.evaluate((html) => {
    const element = document.createElement("div");
    element.innerHTML = html;
    return element.innerHTML;
  }, html);

const waitForPicture = async (page, name, html, width = "wide") => {
  const wanted = await asWritten(page, html);
  await page
    .waitForFunction(
      ([selector, wanted]) => document.querySelector(selector).innerHTML === wanted,
      [`${figureSelector(name)} .drawing.${width}`, wanted],
      { timeout: 3000 },
    )
    .catch(async () => {
      // Not in every byte; but for rounding?
      const difference = pictureDifference(wanted, await picture(page, name, width));
      assert.equal(difference, undefined, `the ${width} picture of ${name} is not the one of the native program`);
    });
};

const waitForChange = (page, name, before, width = "wide") =>
  page.waitForFunction(([selector, before]) => document.querySelector(selector).innerHTML !== before, [
    `${figureSelector(name)} .drawing.${width}`,
    before,
  ]);

// In one step, because the handle is replaced with the picture.
const handleCenter = (page) =>
  page.evaluate(() => {
    const { x, y, width, height } = document.querySelector(".drawing.wide circle.handle").getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });

// Half a step of the settings is 0.05, of ranges of 21 and 52 on about 650 and 330 pixels: below 2 pixels.
const waitForHandle = async (page, x, y) => {
  let center;
  for (let tries = 0; tries < 100; tries += 1) {
    center = await handleCenter(page);
    if (Math.abs(center.x - x) < 2 && Math.abs(center.y - y) < 2) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`the handle is at (${center.x}, ${center.y}), not (${x}, ${y})`);
};

for (const [home, address] of Object.entries(homes)) {
  test(`${home}: controls at their ends draw what the native program draws`, async () => {
    // One figure of each module shows that it is loaded and wired; from files one module is enough: what differs is how it is loaded.
    // Of the figures of that module each control is moved to both its ends, of the others the first to one. That the other figures of
    // a page move, `pages.mjs` sees; what the modules draw, `equal.mjs` compares without a browser.
    const isFirst = ({ module }, index) => figures.findIndex((other) => other.module === module) === index;
    const those = figures.filter((figure, index) => figure.module === lineFigure.module || (home !== "from files" && isFirst(figure, index)));
    for (const native of those) {
      const isThorough = native.module === lineFigure.module;
      const { page, said, close } = await open(`${address}/part/${native.figure}.html`);
      await whenLive(page, native.figure);
      for (const { name, minimum, maximum, value, scale } of isThorough ? native.controls : native.controls.slice(0, 1)) {
        for (const end of isThorough ? [minimum, maximum] : [maximum]) {
          const place = { logarithmic: end === minimum ? "0" : "200", linear: String(end) }[scale];
          if (scale === "switch") await slider(page, native.figure, name).setChecked(end === 1);
          else await slide(page, native.figure, name, place);
          await waitForPicture(page, native.figure, drawing(native, `${name}=${written(end)}`)[0]);
        }
        await page.locator(`${figureSelector(native.figure)} button[type=reset]`).click();
        await waitForPicture(page, native.figure, drawing(native, "")[0]);
        const shown = await slider(page, native.figure, name).evaluate((input) => input.labels[0].nextElementSibling.nextElementSibling.value);
        assert.equal(shown, String(value).replace("-", "\u2212"));
      }
      assert.deepEqual(said, []);
      await close();
    }
  });

  test(`${home}: keys move a slider and stay in the figure`, async () => {
    const { page, said, close } = await open(`${address}/part/outlier-line.html`);
    await whenLive(page, "outlier-line");
    const before = await picture(page, "outlier-line");
    await slider(page, "outlier-line", "delta").focus();
    await page.keyboard.press("ArrowRight");
    await waitForChange(page, "outlier-line", before);
    assert.equal(await slider(page, "outlier-line", "delta").inputValue(), "1.6");
    assert.equal(await page.locator("output[for=figure-outlier-line-delta]").innerText(), "1.6");
    assert.deepEqual(await page.evaluate(() => window.keys), []);
    await page.locator("body").evaluate((body) => document.activeElement.blur());
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await page.evaluate(() => window.keys), ["ArrowRight"]);
    assert.deepEqual(said, []);
    await close();
  });

  test(`${home}: a handle can be dragged, and stays under the pointer and in its range`, async () => {
    const { page, said, close } = await open(`${address}/part/outlier-line.html`);
    await whenLive(page, "outlier-line");
    const start = await handleCenter(page);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1) {
      const before = await picture(page, "outlier-line");
      await page.mouse.move(start.x - 8 * step, start.y - 12 * step);
      await waitForChange(page, "outlier-line", before);
    }
    await waitForHandle(page, start.x - 80, start.y - 120);
    await page.mouse.move(-500, -500);
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector("#figure-outlier-line-outlier-y").value === "30");
    assert.equal(await slider(page, "outlier-line", "outlier_x").inputValue(), "-6");
    assert.equal(await page.locator("output[for=figure-outlier-line-outlier-x]").innerText(), "\u22126");
    // Released: the pointer no longer moves it.
    await page.mouse.move(start.x, start.y);
    assert.equal(await slider(page, "outlier-line", "outlier_y").inputValue(), "30");
    assert.deepEqual(said, []);
    await close();
  });

  test(`${home}: the address keeps what differs from the defaults`, async () => {
    const { page, said, close } = await open(`${address}/part/outlier-line.html?other=1`);
    await whenLive(page, "outlier-line");
    await slide(page, "outlier-line", "delta", "10");
    await page.waitForFunction(() => location.search === "?other=1&outlier-line.delta=10");
    assert.equal(await page.evaluate(() => location.hash), "#figure-outlier-line");
    await page.reload();
    await whenLive(page, "outlier-line");
    await waitForPicture(page, "outlier-line", drawing(lineFigure, "delta=10")[0]);
    assert.equal(await slider(page, "outlier-line", "delta").inputValue(), "10");
    await page.locator("button[type=reset]").click();
    await page.waitForFunction(() => location.search === "?other=1");
    await waitForPicture(page, "outlier-line", drawing(lineFigure, "")[0]);
    assert.deepEqual(said, []);
    await close();
  });

  test(`${home}: what is invalid in the address is ignored`, async () => {
    const wrong = "outlier-line.delta=99&outlier-line.seed=1.5&outlier-line.noise=&outlier-line.outliers=many&outlier-line.no=1";
    const { page, said, close } = await open(`${address}/part/outlier-line.html?${wrong}&outlier-line.outlier_y=30`);
    await whenLive(page, "outlier-line");
    await waitForPicture(page, "outlier-line", drawing(lineFigure, "outlier_y=30")[0]);
    assert.deepEqual(said, []);
    await close();
  });

  test(`${home}: the module is loaded when a figure comes near, and nothing from elsewhere`, async () => {
    const { page, said, asked, close } = await open(`${address}/part/far.html`);
    await page.waitForTimeout(300);
    assert.deepEqual(asked.filter((url) => url.includes("/assets/live/")), []);
    await page.evaluate(() => window.scrollTo(0, 4000));
    await whenLive(page, figures[0].figure);
    assert.equal(asked.filter((url) => url.includes("/assets/live/")).length, 1);
    assert.equal(page.workers().length, 1);
    const elsewhere = asked.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(`${address}/`));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(said, []);
    await close();
  });

  test(`${home}: without a worker the page draws`, async () => {
    const prepare = () => {
      window.Worker = class {
        constructor() {
          throw new DOMException("no workers here", "SecurityError");
        }
      };
    };
    const { page, said, close } = await open(`${address}/part/outlier-line.html`, { prepare });
    await whenLive(page, "outlier-line");
    await slide(page, "outlier-line", "delta", "10");
    await waitForPicture(page, "outlier-line", drawing(lineFigure, "delta=10")[0]);
    assert.deepEqual(said, []);
    await close();
  });
}

test("a finger drags a handle and does not scroll", async () => {
  const { page, close } = await open(`${server.address}/part/outlier-line.html`, { hasTouch: true, viewport: { width: 1000, height: 500 } });
  await whenLive(page, "outlier-line");
  await page.locator("#figure-outlier-line form").scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const { x, y } = await handleCenter(page);
  await touch("touchStart", [{ x, y }]);
  for (let step = 1; step <= 10; step += 1) {
    const before = await picture(page, "outlier-line");
    await touch("touchMove", [{ x, y: y - 15 * step }]);
    await waitForChange(page, "outlier-line", before);
  }
  await touch("touchEnd", []);
  await waitForHandle(page, x, y - 150);
  assert.equal(await page.evaluate(() => window.scrollY), scrolled);
  await close();
});

test("nothing moves when the controls appear or the picture is replaced", async () => {
  const { page, close } = await open(`${server.address}/part/outlier-line.html`);
  await whenLive(page, "outlier-line");
  const box = () => page.locator("#figure-outlier-line .drawing.wide").evaluate((drawing) => JSON.stringify(drawing.getBoundingClientRect()));
  const before = await box();
  for (const value of ["0.5", "2.5", "9.9"]) {
    const old = await picture(page, "outlier-line");
    await slide(page, "outlier-line", "delta", value);
    await waitForChange(page, "outlier-line", old);
    assert.equal(await box(), before);
  }
  const shifts = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve([]), 500);
      }),
  );
  assert.deepEqual(shifts, []);
  await close();
});

test("the narrow picture follows when the page becomes narrow", async () => {
  const { page, close } = await open(`${server.address}/part/outlier-line.html`);
  await whenLive(page, "outlier-line");
  await slide(page, "outlier-line", "delta", "10");
  await waitForPicture(page, "outlier-line", drawing(lineFigure, "delta=10")[0]);
  assert.equal(await picture(page, "outlier-line", "narrow"), await asWritten(page, drawing(lineFigure, "", true)[0]));
  await page.setViewportSize({ width: 400, height: 800 });
  await waitForPicture(page, "outlier-line", drawing(lineFigure, "delta=10", true)[0], "narrow");
  await close();
});

test("caption and data follow; the data only while they are open", async () => {
  const { page, close } = await open(`${server.address}/part/outlier-line.html`);
  await whenLive(page, "outlier-line");
  await slide(page, "outlier-line", "delta", "10");
  const [svg, caption, data] = drawing(lineFigure, "delta=10");
  await waitForPicture(page, "outlier-line", svg);
  assert.equal(await page.locator(".caption").innerHTML(), await asWritten(page, caption));
  const rows = () => page.locator(".table-scroll").innerHTML();
  assert.equal(await rows(), await asWritten(page, drawing(lineFigure, "")[2]));
  await page.locator("summary").click();
  await page.waitForFunction((wanted) => document.querySelector(".table-scroll").innerHTML === wanted, await asWritten(page, data));
  await slide(page, "outlier-line", "delta", "0.1");
  await waitForPicture(page, "outlier-line", drawing(lineFigure, "delta=0.1")[0]);
  assert.equal(await rows(), await asWritten(page, drawing(lineFigure, "delta=0.1")[2]));
  await close();
});

test("figures of one page do not disturb each other", async () => {
  const settings = figures.map(({ figure, controls }) => `${figure}.${controls[0].name}=${controls[0].maximum}`).join("&");
  const { page, said, close } = await open(`${server.address}/part/all.html?${settings}`);
  for (const native of figures) {
    await page.locator(figureSelector(native.figure)).scrollIntoViewIfNeeded();
    await waitForPicture(page, native.figure, drawing(native, `${native.controls[0].name}=${written(native.controls[0].maximum)}`)[0]);
  }
  assert.deepEqual(said, []);
  await close();
});

test("without JavaScript the still figure is there and the controls are not", async () => {
  const { page, close } = await open(`${server.address}/part/outlier-line.html`, { javaScriptEnabled: false });
  assert.ok(await page.locator("#figure-outlier-line .drawing.wide svg").isVisible());
  assert.ok(await page.locator("#figure-outlier-line form.controls").isHidden());
  await close();
});

test("the page to print stays still", async () => {
  const { page, asked, close } = await open(`${server.address}/part/print.html`);
  await page.waitForTimeout(300);
  assert.ok(await page.locator("form.controls").first().isHidden());
  assert.deepEqual(asked.filter((url) => url.includes("/assets/live/")), []);
  await close();
});

// A book whose module is changed by `glue`, served on its own.
const withModule = async (glue, check) => {
  const other = writeBook(figures, glue);
  const otherServer = await serve(other.folder);
  try {
    await check(otherServer.address, other);
  } finally {
    otherServer.close();
    other.remove();
  }
};

const staysStill = async (page) => {
  await page.waitForFunction(() => document.querySelector("form.controls").hidden);
  await waitForPicture(page, "outlier-line", drawing(lineFigure, "")[0]);
};

test("a module that is missing leaves the still figure", () =>
  withModule("", async (address, other) => {
    (await import("node:fs")).rmSync(`${other.folder}/assets/live/${lineFigure.module}`);
    const { page, said, close } = await open(`${address}/part/outlier-line.html`);
    await staysStill(page);
    // The browser itself reports the missing file.
    const ours = () => said.filter((text) => !text.startsWith("Failed to load resource"));
    for (let wait = 0; wait < 50 && ours().length === 0; wait += 1) await page.waitForTimeout(100);
    assert.deepEqual(ours(), [`The figures of this page stay still: cannot load ../assets/live/${lineFigure.module}`]);
    await close();
  }));

test("a drawing that traps leaves the still figure", () =>
  withModule(
    `\n{ const draw = wasm_bindgen.draw; wasm_bindgen.draw = (figure, settings, narrow) => {
      if (settings.includes("delta=10")) throw new WebAssembly.RuntimeError("unreachable");
      return draw(figure, settings, narrow);
    }; }`,
    async (address) => {
      const { page, said, close } = await open(`${address}/part/outlier-line.html`);
      await whenLive(page, "outlier-line");
      const still = await picture(page, "outlier-line");
      await slide(page, "outlier-line", "delta", "0.1");
      await waitForChange(page, "outlier-line", still);
      await slide(page, "outlier-line", "delta", "10");
      await staysStill(page);
      assert.deepEqual(said, ["The figures of this page stay still: RuntimeError: unreachable"]);
      await close();
    },
  ));

test("a slow drawing says so, gives way to a newer request, and never holds up the page", () =>
  withModule(
    `\n{ const draw = wasm_bindgen.draw; wasm_bindgen.draw = (figure, settings, narrow) => {
      const end = Date.now() + (settings.includes("delta=9") ? 60000 : 0);
      while (Date.now() < end);
      return draw(figure, settings, narrow);
    }; }`,
    async (address) => {
      const prepare = () => {
        window.workers = 0;
        const { Worker } = window;
        window.Worker = class extends Worker {
          constructor(address) {
            super(address);
            window.workers += 1;
          }
        };
      };
      const { page, said, close } = await open(`${address}/part/outlier-line.html`, { prepare });
      await whenLive(page, "outlier-line");
      await slide(page, "outlier-line", "delta", "9");
      await page.waitForFunction(() => document.querySelector(".status").textContent === "computing\u2026");
      assert.equal(await page.evaluate(() => window.workers), 1);
      // The first would take a minute.
      await slide(page, "outlier-line", "delta", "5");
      await slide(page, "outlier-line", "delta", "10");
      await waitForPicture(page, "outlier-line", drawing(lineFigure, "delta=10")[0]);
      assert.equal(await page.evaluate(() => window.workers), 2);
      assert.equal(await page.locator(".status").textContent(), "");
      assert.deepEqual(said, []);
      await close();
    },
  ));
