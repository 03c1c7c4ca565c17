// Every page of the built book in a browser: what a reader sees, hears, presses and downloads.
//
// usage: node pages.mjs [folder of the book] [part of the pages' names]
//
// Needs Chromium (environment variable CHROMIUM, or /usr/bin/chromium).
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { serve, startBrowser } from "./fixture.mjs";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
const HEAVIEST = 300_000; // bytes of a first view, compressed, without the module of the live figures,
const HEAVIEST_MODULE = 150_000; // which is loaded when a figure comes near
const MODULES = "assets/live/";

// Rules that mdBook's own markup breaks and that neither a style nor a small script can mend, each for one selector.
const EXCUSED = [];

const folder = resolve(process.argv[2] ?? fileURLToPath(new URL("../../book", import.meta.url)));
const wanted = process.argv[3] ?? "";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const filesBelow = (directory) =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [relative(folder, path).split(sep).join("/")];
  });
// The table of contents is shown inside other pages, and the page for a wrong address has the server's root as its base.
const pages = filesBelow(folder)
  .filter((file) => file.endsWith(".html") && !["toc.html", "404.html"].includes(file) && file.includes(wanted))
  .sort();
assert.ok(pages.length > 0, `no page in ${folder}`);

const server = await serve(folder);
const homes = { server: server.address, files: pathToFileURL(folder).href };
const browser = await startBrowser();

let passed = 0;
let failed = 0;
const check = async (name, run) => {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(`FAILED ${name}\n  ${String(error.message ?? error).replaceAll("\n", "\n  ")}`);
  }
};

// Opens a page, and remembers what the browser complained about and asked for.
const visit = async (home, page, { theme = "light", viewport = WIDE, until = "load", ...options } = {}) => {
  const context = await browser.newContext({ viewport, ...options });
  await context.addInitScript((theme) => {
    // The page with all chapters prints itself, and is laid out for paper meanwhile.
    window.print = () => {};
    // Where the browser keeps nothing for files, the book has its default theme.
    try {
      localStorage.setItem("mdbook-theme", localStorage.getItem("mdbook-theme") ?? theme);
    } catch {}
  }, theme);
  // A loaded machine takes its time over a page with all chapters.
  context.setDefaultTimeout(120_000);
  const tab = await context.newPage();
  const complaints = [];
  const asked = [];
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  tab.on("pageerror", (error) => complaints.push(String(error)));
  // What the browser drops because the tab has moved on was no failure.
  tab.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  tab.on("response", (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`));
  tab.on("request", (request) => {
    asked.push(request.url());
    const isInside = [homes[home], "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!isInside) complaints.push(`outside of the book: ${request.url()}`);
  });
  await tab.goto(`${homes[home]}/${page}`, { waitUntil: until });
  await tab.evaluate(() => document.fonts.ready);
  return { tab, context, complaints, asked, close: () => context.close() };
};

// ---- What holds for every page ----

// Neither the page scrolls sideways nor its content, which mdBook lets scroll by itself.
const fitsTheScreen = async (tab) => {
  const tooWide = await tab.evaluate(() => {
    const content = document.querySelector("#mdbook-content");
    const { right } = content.getBoundingClientRect();
    const tooWide = [document.scrollingElement, content].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    if (tooWide.length === 0) return [];
    const isCut = ({ parentElement: parent }) =>
      parent !== content && (getComputedStyle(parent).overflowX !== "visible" || isCut(parent));
    const elements = [...content.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > right + 1 && !isCut(element))
      .map((element) => `${element.outerHTML.slice(0, 90)} ends at ${Math.round(element.getBoundingClientRect().right)}`);
    return [...tooWide.map(({ nodeName, scrollWidth, clientWidth }) => `${nodeName} is ${scrollWidth} wide on ${clientWidth}`), ...elements.slice(0, 5)];
  });
  assert.deepEqual(tooWide, []);
};

// On a narrow screen the first cell of a row stays while the others scroll by, and leaves room for them.
const keepsFirstColumns = async (tab) => {
  const lost = await tab.evaluate(() => {
    const boxes = [...document.querySelectorAll("main :is(.table-scroll, .table-wrapper)")];
    const wide = boxes.filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1);
    return wide.flatMap((box) => {
      const firsts = [...box.querySelectorAll("tr > :first-child:not([colspan])")];
      const places = () => firsts.map((cell) => Math.round(cell.getBoundingClientRect().left));
      const before = places();
      box.scrollTo({ left: box.scrollWidth, behavior: "instant" });
      const after = places();
      box.scrollTo({ left: 0, behavior: "instant" });
      const moved = firsts.filter((_, row) => Math.abs(before[row] - after[row]) > 1);
      const broad = firsts.filter((cell) => cell.getBoundingClientRect().width > 0.5 * box.clientWidth);
      return [...moved.map((cell) => `moves: ${cell.innerText}`), ...broad.map((cell) => `takes half of the screen: ${cell.innerText}`)];
    });
  });
  assert.deepEqual(lost, []);
};

const showsMath = async (tab) => {
  const math = await tab.evaluate(() => {
    const formulas = [...document.querySelectorAll("main .katex-html")].filter(
      (formula) => !formula.closest("details:not([open])"),
    );
    const isLoaded = (family) => [...document.fonts].some((font) => font.family.includes(family) && font.status === "loaded");
    return {
      count: formulas.length,
      empty: formulas.filter((formula) => formula.getBoundingClientRect().width < 1).length,
      hasFont: isLoaded("KaTeX_Main") || isLoaded("KaTeX_Math"),
    };
  });
  if (math.count > 0) assert.deepEqual(math, { count: math.count, empty: 0, hasFont: true });
};

// What bars readers in one theme or at one width only. The other rules are about the markup, which is the same in all views.
const RULES_OF_A_VIEW = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

// Formulas are hidden from readers who listen, and have the color of the text around them: their letters are half of a page, take
// half of the time, and nothing is found in them; so they are emptied first. Without its preload, axe reads the styles as the
// browser has them, and fetches none: from files it could not.
const isAccessible = async (tab, rules) => {
  await tab.evaluate(() => {
    const boxes = [...document.querySelectorAll(".katex")].map((formula) => [formula, formula.getBoundingClientRect()]);
    for (const [formula, { width, height }] of boxes) {
      formula.replaceChildren();
      // What is around a formula stays where it is.
      Object.assign(formula.style, { display: "inline-block", width: `${width}px`, height: `${height}px` });
    }
  });
  await tab.evaluate(axe);
  const violations = await tab.evaluate(async ([excused, rules]) => {
    const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
    const found = (await window.axe.run(document, { resultTypes: ["violations"], preload: false, ...only })).violations;
    return found.flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ target }) => !excused.some((one) => one.rule === id && document.querySelector(target[0])?.matches(one.selector)))
        .map(({ html, any, all, none }) => {
          const why = [...any, ...all, ...none].map(({ message }) => message)[0];
          return `${id}: ${help}: ${html.slice(0, 140)} ${why}`;
        }),
    );
  }, [EXCUSED, rules]);
  const more = violations.length > 8 ? [`and ${violations.length - 8} more`] : [];
  assert.equal([...violations.slice(0, 8), ...more].join("\n"), "");
};

// A page is opened once, and then seen by each of these readers in turn; the first does what can be done there.
const VIEWS = [
  { theme: "light", viewport: WIDE },
  { theme: "navy", viewport: NARROW },
];

// Each begins where a reader does. What is scrolled to from below comes to lie under the bar of the menu.
const toTheTop = (tab) => tab.evaluate(() => document.scrollingElement.scrollTo({ top: 0, behavior: "instant" }));

const look = async (home, page, { views = VIEWS, isSearched = true, isWeighed = true, deeds = [] } = {}) => {
  const { tab, complaints, asked, close } = await visit(home, page, { ...views[0], until: "networkidle" });
  // What is loaded for a first view, before anything is done.
  const files = asked.filter((url) => url.startsWith(homes.server)).map((url) => new URL(url).pathname.slice(1));
  if (isWeighed) await check(`${page}: is light`, () => isLight(page, new Set(files)));
  for (const [index, { theme, viewport }] of views.entries()) {
    if (index > 0) {
      await tab.setViewportSize(viewport);
      await tab.evaluate((theme) => localStorage.setItem("mdbook-theme", theme), theme);
      await tab.reload({ waitUntil: "load" });
      await tab.evaluate(() => document.fonts.ready);
    }
    const name = `${page} (${home}, ${theme}, ${viewport.width} wide)`;
    await check(`${name}: has its theme`, async () => assert.ok((await tab.locator("html").getAttribute("class")).split(" ").includes(theme)));
    await check(`${name}: fits the screen`, () => fitsTheScreen(tab));
    await check(`${name}: math is visible`, () => showsMath(tab));
    if (viewport === NARROW) await check(`${name}: tables keep their first column`, () => keepsFirstColumns(tab));
    if (index === 0) {
      for (const [done, does] of deeds) {
        await toTheTop(tab);
        await check(`${page} (${home}): ${done}`, () => does(tab, page));
      }
    }
    await toTheTop(tab);
    const rules = index > 0 ? RULES_OF_A_VIEW : undefined;
    if (isSearched) await check(`${name}: is accessible`, () => isAccessible(tab, rules));
  }
  await check(`${page} (${home}): nothing on the console, no request failed or went outside`, () => assert.deepEqual(complaints, []));
  await close();
};

// ---- Without JavaScript ----

const isCompleteWithoutJavaScript = async (page) => {
  const { tab, close } = await visit("server", page, { javaScriptEnabled: false });
  assert.ok((await tab.locator("main").innerText()).trim().length > 0, "the page is empty");
  for (const figure of await tab.locator("figure.figure").all()) {
    assert.ok(await figure.locator(".drawing.wide svg").isVisible(), "a figure is not there");
    assert.ok(await figure.locator("figcaption").isVisible(), "a caption is not there");
  }
  for (const controls of await tab.locator("form.controls, .quiz button").all()) {
    assert.ok(await controls.isHidden(), "a control that cannot work is shown");
  }
  for (const question of await tab.locator(".quiz fieldset").all()) {
    await question.locator("summary").click();
    assert.ok(await question.locator(".quiz-answer").first().isVisible(), "the answer to a question cannot be opened");
  }
  await close();
};

// ---- Weight ----

const weights = [];
const isLight = (page, files) => {
  for (const file of files) {
    if (!file.startsWith(MODULES)) continue;
    files.delete(file);
    const weight = gzipSync(readFileSync(join(folder, file))).length;
    assert.ok(weight <= HEAVIEST_MODULE, `${weight} bytes of ${file}`);
  }
  const sizes = [...files].map((file) => [file, gzipSync(readFileSync(join(folder, file))).length]);
  const weight = sizes.reduce((sum, [, size]) => sum + size, 0);
  weights.push([page, weight, files.size]);
  const heaviest = sizes.sort((a, b) => b[1] - a[1]).slice(0, 8).map(([file, size]) => `${size} ${file}`);
  assert.ok(weight <= HEAVIEST || page === "print.html", `${weight} bytes, of which\n${heaviest.join("\n")}`);
};

// ---- What can be done ----

let liveFigures = 0;
const figuresMove = async (tab) => {
  for (const figure of await tab.locator("figure[data-live]").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator("form.controls button[type=reset]").waitFor({ state: "visible" });
    const slider = figure.locator("input[type=range]").first();
    const picture = figure.locator(".drawing.wide");
    const before = await picture.innerHTML();
    const changes = async () =>
      tab.waitForFunction(([element, before]) => element.innerHTML !== before, [await picture.elementHandle(), before]);
    if ((await slider.count()) === 0) {
      await figure.locator("input[type=checkbox]").first().focus();
      await tab.keyboard.press("Space");
      await changes();
      liveFigures += 1;
      continue;
    }
    const stood = await slider.inputValue();
    await slider.focus();
    // From the upper end down, so that the slider has room to move wherever it stands.
    await tab.keyboard.press("End");
    assert.equal(await slider.inputValue(), await slider.getAttribute("max"), "the slider does not reach the end of its range");
    for (let step = 0; step < 5; step += 1) await tab.keyboard.press("ArrowLeft");
    // A choice among a few may have stood at its lower end already.
    if ((await slider.inputValue()) === stood) await tab.keyboard.press("End");
    await changes();
    assert.ok(await picture.locator("svg").isVisible(), "the picture is gone");
    liveFigures += 1;
  }
};

// Answers every question by keyboard alone, first wrong where that can be done, then right.
const quizWorks = async (tab, page) => {
  for (const quiz of await tab.locator(".quiz").all()) {
    const questions = await quiz.locator("fieldset").all();
    for (const question of questions) {
      const result = question.locator(".quiz-result");
      const right = await question.locator(".quiz-answer[data-verdict=right]").getAttribute("data-value");
      const number = question.locator("input[type=text]");
      if (await number.count()) {
        await number.focus();
        await tab.keyboard.type("987654.5");
        await tab.keyboard.press("Enter");
        assert.match(await result.innerText(), /Not quite/);
        await number.press("ControlOrMeta+a");
        await tab.keyboard.type(await question.getAttribute("data-answer"));
      } else {
        const options = question.locator("input[type=radio]");
        await options.first().focus();
        await tab.keyboard.press("Space");
        for (let option = 1; option < Number(right); option += 1) await tab.keyboard.press("ArrowDown");
      }
      await tab.keyboard.press("Tab");
      await tab.keyboard.press("Enter");
      assert.match(await result.innerText(), /Right/, `no verdict for ${await question.getAttribute("id")}`);
    }
    assert.equal(await quiz.locator(".quiz-score").innerText(), `${questions.length} of ${questions.length} right so far.`);
  }
  assert.equal(new URL(tab.url()).pathname.endsWith(page), true, "a key turned the page");
};

// All tabs share one clipboard: one page after the other.
let clipboardIsFree = Promise.resolve();
const copyButtonsCopy = (tab) => (clipboardIsFree = clipboardIsFree.catch(() => {}).then(() => copies(tab)));
const copies = async (tab) => {
  await tab.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const listing of await tab.locator("figure.listing:has(script.copyable)").all()) {
    const whole = await listing.locator("script.copyable").evaluate((script) => script.textContent.trimStart());
    await tab.evaluate(() => navigator.clipboard.writeText(""));
    // In the middle of the screen, where the bar of the menu does not lie over it.
    const button = listing.locator(".clip-button");
    await button.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    await listing.locator("pre").hover({ position: { x: 20, y: 10 } });
    await button.click();
    await tab.waitForFunction(async () => (await navigator.clipboard.readText()) !== "", undefined, { timeout: 5000 });
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), whole);
  }
};

// What a page has, of what can be done.
const deedsOf = (html) =>
  [
    ["data-live", "figures move", figuresMove],
    ['class="quiz"', "the quiz works by keyboard", quizWorks],
    ['class="copyable"', "copy buttons copy", copyButtonsCopy],
  ]
    .filter(([mark]) => html.includes(mark))
    .map(([, done, does]) => [done, does]);

// ---- All of it, two pages at a time ----

// Scripts reach a page from files in the same way on every page: it is enough to see one chapter at work.
const READ_FROM_FILES = /^index|regression-losses/;

// Pages of source files are made alike, of headings and code alone, and long: it is enough to search one for barriers and to read
// one without JavaScript, and to see the others on a narrow screen.
const SEARCHED_CODE = "code/losses.html";

const tasks = pages.flatMap((page) => {
  const isPrint = page === "print.html";
  const isLikeOthers = page.startsWith("code/") && page !== SEARCHED_CODE;
  // The print page holds all the others, which are looked at one by one.
  const deeds = isPrint ? [] : deedsOf(readFileSync(join(folder, page), "utf8"));
  const views = isLikeOthers ? [VIEWS[1]] : VIEWS;
  const tasks = [() => look("server", page, { views, isSearched: !isPrint && !isLikeOthers, deeds })];
  if (!isPrint && !isLikeOthers) tasks.push(() => check(`${page}: is complete without JavaScript`, () => isCompleteWithoutJavaScript(page)));
  if (READ_FROM_FILES.test(page)) tasks.push(() => look("files", page, { views: [VIEWS[0]], isSearched: false, isWeighed: false, deeds }));
  return tasks;
});
const heaviest = pages.filter((page) => page !== "print.html").sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)[0];
tasks.push(() => look("server", heaviest, { views: [{ theme: "coal", viewport: WIDE }], isWeighed: false }));

const work = async () => {
  for (let task = tasks.shift(); task; task = tasks.shift()) await check("a page opens", task);
};
await Promise.all([work(), work()]);
if (!wanted) await check("figures are live", () => assert.ok(liveFigures > 0, "no page has a figure with controls"));

for (const [page, weight, files] of weights.sort()) console.log(`${page}: ${Math.round(weight / 1000)} kB in ${files} files`);
console.log(`${passed} passed, ${failed} failed`);
await browser.close();
server.close();
process.exitCode = failed === 0 ? 0 : 1;
