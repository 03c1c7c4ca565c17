// A small book for the tests: one page a figure, in the form that the press writes, with the real drawings, modules, style
// sheet and script. It is opened from files and from a server on 127.0.0.1.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { root } from "./native.mjs";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const input = (id, { name, minimum, maximum, step, value, scale }) => {
  if (scale === "switch") return `<input type="checkbox" id="${id}" name="${name}"${value === 1 ? " checked" : ""}>`;
  if (scale === "linear") {
    return `<input type="range" id="${id}" name="${name}" min="${minimum}" max="${maximum}" step="${step}" value="${value}" data-scale="linear">`;
  }
  const [low, high, now] = [minimum, maximum, value].map(Math.log10);
  return `<input type="range" id="${id}" name="${name}" min="${low}" max="${high}" step="any" value="${now}" data-scale="logarithmic" data-min="${minimum}" data-max="${maximum}" data-value="${value}">`;
};

const control = (figure, control) => {
  const id = `${figure}-${control.name.replaceAll("_", "-")}`;
  return `<div class="control"><label for="${id}">${escape(control.label)}</label>${input(id, control)}<output for="${id}">${control.value}</output></div>`;
};

const training = `<div class="training" role="group" aria-label="Training"><button type="button" class="play">Play</button><button type="button" class="step">Step</button><button type="button" class="restart">Restart</button><progress max="1" value="1" aria-label="Progress of the training"></progress></div>`;

const figureHtml = ({ figure, module, stepwise, controls, drawings }) => {
  const id = `figure-${figure}`;
  const [wide, narrow] = [false, true].map((width) =>
    drawings.find(({ settings, narrow }) => settings === "" && narrow === width).parts,
  );
  return `<figure class="figure" id="${id}" data-figure="${figure}" data-live="${module}"><div class="drawing wide">${wide[0]}</div><div class="drawing narrow">${narrow[0]}</div><form class="controls" hidden>${stepwise ? training : ""}${controls.map((each) => control(id, each)).join("")}<div class="control-end"><button type="reset">Reset</button> <span class="status" role="status"></span></div></form><figcaption><a class="number" href="#${id}">Figure 1-1.</a> <span class="caption">${wide[1]}</span></figcaption><details class="data"><summary>The data of Figure 1-1</summary><div class="table-scroll" tabindex="0" role="group" aria-label="Data">${wide[2]}</div></details></figure>`;
};

// `above` is how many pixels of text stand above the figure. The page notes the keys that leave the figure, as mdBook would.
const page = (body, above = 0) => `<!DOCTYPE html>
<html lang="en" class="light"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="../downhill.css">
<script>document.documentElement.classList.add("js");</script>
<style>.js figure[data-live] .controls[hidden] { display: grid; visibility: hidden; } body { margin: 0 auto; max-width: 750px; font: 16px/1.5 sans-serif; background: white; color: black; }</style></head>
<body><main><h1>A page</h1><div style="height: ${above}px"></div>
${body}
<p id="after">Text after the figure.</p></main>
<script>
const path_to_root = "../";
window.keys = [];
document.addEventListener("keydown", (event) => window.keys.push(event.key));
</script>
<script src="../live.js"></script></body></html>`;

// Writes the book; `glue` is code that goes after the module's JavaScript side, to make it slow or faulty.
export const writeBook = (figures, glue = "") => {
  const folder = mkdtempSync(join(tmpdir(), "live-figures-"));
  mkdirSync(join(folder, "part"));
  for (const file of ["downhill.css", "live.js"]) cpSync(join(root, "theme", file), join(folder, file));
  for (const module of new Set(figures.map(({ module }) => module))) {
    const script = readFileSync(join(root, "src/assets/live", module), "utf8");
    const file = join(folder, "assets/live", module);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${script}\nwindow.downhillModule.glue += ${JSON.stringify(glue)};\n`);
  }
  for (const figure of figures) writeFileSync(join(folder, "part", `${figure.figure}.html`), page(figureHtml(figure)));
  writeFileSync(join(folder, "part/far.html"), page(figureHtml(figures[0]), 5000));
  const all = figures.map(figureHtml).join("\n");
  writeFileSync(join(folder, "part/all.html"), page(all));
  writeFileSync(join(folder, "part/print.html"), page(all));
  return { folder, fileAddress: pathToFileURL(folder).href, remove: () => rmSync(folder, { recursive: true }) };
};

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

export const serve = (folder) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url, "http://127.0.0.1");
      try {
        const body = readFileSync(join(folder, pathname));
        response.writeHead(200, { "content-type": types[extname(pathname)] ?? "application/octet-stream" }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    server.listen(0, "127.0.0.1", () =>
      resolve({ address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }),
    );
  });

export const startBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
