// Live figures. A figure with `data-live` is in the page already, drawn at its defaults; here its controls get to work: each
// change runs the experiment again, in WebAssembly and off the main thread, and replaces picture, caption and data.
(() => {
  "use strict";

  const SAY_COMPUTING_AFTER = 150; // milliseconds
  const GIVE_WAY_AFTER = 200;
  const WRITE_ADDRESS_AFTER = 300;
  const POSITIONS = 200; // of a logarithmic slider

  // ---- The module: loaded once, when the first figure comes near ----

  const rootOfBook = typeof path_to_root === "undefined" ? "" : path_to_root;

  // A script, because a page opened from a file may load scripts, but not fetch.
  const loadScript = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${address}`));
      script.src = address;
      document.head.append(script);
    });

  const loadModule = async () => {
    await loadScript(`${rootOfBook}assets/live/module.js`);
    const { glue, wasm } = window.downhillModule;
    const compressed = Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
    const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const bytes = await new Response(stream).arrayBuffer();
    return { glue, code: await WebAssembly.compile(bytes) };
  };

  // ---- What draws: a worker, or the page itself where there can be none ----

  // Runs in the worker, after the glue, which defines `wasm_bindgen`.
  const work = () => {
    self.onmessage = ({ data }) => {
      try {
        if (data.code) {
          wasm_bindgen.initSync({ module: data.code });
          self.postMessage({ parts: [] });
        } else {
          self.postMessage({ parts: wasm_bindgen.draw(data.figure, data.settings, data.narrow) });
        }
      } catch (error) {
        self.postMessage({ error: String(error) });
      }
    };
  };

  const ask = (worker, message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.parts));
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || "the worker did not start"));
      };
      worker.onmessageerror = () => reject(new Error("the worker could not read the module"));
      worker.postMessage(message);
    });

  let address; // of the worker's script
  const startWorker = async ({ glue, code }) => {
    address = address || URL.createObjectURL(new Blob([glue, `\n(${work})();`], { type: "text/javascript" }));
    const worker = new Worker(address);
    await ask(worker, { code }).catch((error) => {
      worker.terminate();
      throw error;
    });
    return { draw: (request) => ask(worker, request), stop: () => worker.terminate() };
  };

  const startInPage = async ({ glue, code }) => {
    const bindings = new Function(`${glue}\nreturn wasm_bindgen;`)();
    await bindings({ module_or_path: code });
    return { draw: async ({ figure, settings, narrow }) => bindings.draw(figure, settings, narrow), stop: () => {} };
  };

  let module;
  let start = startWorker;
  const startDrawing = async () => {
    module = module || loadModule();
    const loaded = await module;
    try {
      return await start(loaded);
    } catch (error) {
      start = startInPage;
      return start(loaded);
    }
  };

  let drawing; // a promise of what draws, once it is wanted
  const whatDraws = () => {
    drawing = drawing || startDrawing();
    return drawing;
  };
  const stopDrawing = () => {
    drawing.then(({ stop }) => stop(), () => {});
    drawing = undefined;
  };

  // ---- One request at a time; of a figure's waiting requests only the newest counts ----

  const waiting = new Map();
  let current; // the figure whose request is under way, and how to abandon it
  let isRunning = false;

  // A request gives way when it takes long and its figure wants another one; stopping it means stopping the worker.
  const giveWay = () => {
    if (current && current.isLong && waiting.has(current.figure)) current.abandon();
  };

  const answer = async (figure, request) => {
    const { draw } = await whatDraws();
    const abandoned = new Promise((resolve) => {
      current = { figure, isLong: false, abandon: resolve };
    });
    const timer = setTimeout(() => {
      current.isLong = true;
      giveWay();
    }, GIVE_WAY_AFTER);
    const parts = await Promise.race([draw(request), abandoned]).finally(() => {
      clearTimeout(timer);
      current = undefined;
    });
    if (!parts) stopDrawing();
    return parts;
  };

  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    while (waiting.size > 0) {
      const [figure, request] = waiting.entries().next().value;
      waiting.delete(figure);
      try {
        const parts = await answer(figure, request);
        if (parts) figure.show(request, parts);
      } catch (error) {
        stopDrawing(); // After a trap the module's memory cannot be trusted.
        waiting.delete(figure);
        figure.fail(error);
      }
    }
    isRunning = false;
  };

  const request = (figure, wanted) => {
    waiting.set(figure, wanted);
    giveWay();
    run();
  };

  // ---- A control: its value is kept here, because a slider knows only its steps ----

  const makeControl = (form, input) => {
    const output = form.querySelector(`output[for="${input.id}"]`);
    const isSwitch = input.type === "checkbox";
    const isLogarithmic = input.dataset.scale === "logarithmic";
    const [minimum, maximum, initial] = isSwitch
      ? [0, 1, Number(input.defaultChecked)]
      : isLogarithmic
        ? [input.dataset.min, input.dataset.max, input.dataset.value].map(Number)
        : [input.min, input.max, input.defaultValue].map(Number);
    const isWhole = isSwitch || Number.isInteger(Number(isLogarithmic ? input.dataset.step : input.step));
    if (isLogarithmic) Object.assign(input, { min: 0, max: POSITIONS, step: 1 });
    // The value is written beside the slider; to say each one twice would be noise.
    if (output) output.setAttribute("aria-live", "off");

    const position = (value) => (POSITIONS * Math.log(value / minimum)) / Math.log(maximum / minimum);
    const atPosition = (place) => {
      const exact = minimum * (maximum / minimum) ** (place / POSITIONS);
      const value = isWhole ? Math.round(exact) : Number(exact.toPrecision(3));
      return Math.min(Math.max(value, minimum), maximum);
    };
    const place = (value) => {
      if (isSwitch) input.checked = value === 1;
      else input.value = isLogarithmic ? position(value) : value;
    };
    const control = {
      name: input.name,
      initial,
      value: initial,
      isValid: (value) => value >= minimum && value <= maximum && !(isWhole && !Number.isInteger(value)),
      set: (value) => {
        control.value = value;
        place(value);
        const text = String(value).replace("-", "\u2212");
        if (output) output.value = text;
        if (isLogarithmic) input.setAttribute("aria-valuetext", text);
      },
      // The value that the slider shows, on one of its steps.
      read: () => {
        if (isSwitch) control.set(Number(input.checked));
        else control.set(isLogarithmic ? atPosition(Number(input.value)) : Number(input.value));
      },
      // The nearest step of the slider, and of its range: the input itself knows both.
      moveTo: (value) => {
        place(isLogarithmic ? Math.min(Math.max(value, minimum), maximum) : value);
        control.read();
      },
    };
    return control;
  };

  // ---- The address: figure.setting=value for what differs from its default ----

  const readAddress = (name, controls) => {
    const query = new URLSearchParams(location.search);
    for (const control of controls) {
      const text = (query.get(`${name}.${control.name}`) || "").trim();
      const value = Number(text);
      control.set(text !== "" && control.isValid(value) ? value : control.initial);
    }
  };

  const writeAddress = (figure, controls) => {
    const query = new URLSearchParams(location.search);
    for (const { name, value, initial } of controls) {
      const key = `${figure.dataset.figure}.${name}`;
      if (value === initial) query.delete(key);
      else query.set(key, value);
    }
    const text = query.toString();
    const isChanged = controls.some(({ value, initial }) => value !== initial);
    try {
      history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${isChanged ? `#${figure.id}` : location.hash}`);
    } catch (error) {
      // A browser that lets no file's address change, or not so often: the figure works without.
    }
  };

  // ---- A figure ----

  // While a figure is marked live, the style sheet keeps the place of its hidden controls.
  const stayStill = (figure) => {
    figure.removeAttribute("data-live");
    figure.querySelector("form.controls").hidden = true;
  };

  let hasWarned = false;
  const warn = (text) => {
    if (!hasWarned) console.warn(text);
    hasWarned = true;
  };

  const makeLive = async (figure) => {
    const form = figure.querySelector("form.controls");
    const status = form.querySelector(".status");
    const caption = figure.querySelector(".caption");
    const details = figure.querySelector("details.data");
    const table = details.querySelector(".table-scroll");
    const pictures = [figure.querySelector(".drawing.wide"), figure.querySelector(".drawing.narrow")];
    const controls = [...form.querySelectorAll("input[name]")].map((input) => makeControl(form, input));
    const still = [...pictures, caption, table].map((element) => [element, element.innerHTML]);

    // The style sheet shows one of the two pictures.
    const isNarrow = () => pictures[1].getClientRects().length > 0;
    const settings = () => controls.map(({ name, value }) => `${name}=${value}`).join("&");
    const drawn = [settings(), settings()]; // at which settings, the wide and the narrow picture
    let data; // the newest table, until it is in the page
    let computing;
    let writing;
    let hasFailed = false;

    const showData = () => {
      if (data === undefined || !details.open) return;
      table.innerHTML = data;
      data = undefined;
    };

    const update = () => {
      const narrow = isNarrow();
      if (hasFailed || drawn[Number(narrow)] === settings()) return;
      request(live, { figure: figure.dataset.figure, settings: settings(), narrow });
      computing = computing || setTimeout(() => (status.textContent = "computing\u2026"), SAY_COMPUTING_AFTER);
    };

    const live = {
      show: (request, [svg, words, rows]) => {
        pictures[Number(request.narrow)].innerHTML = svg;
        drawn[Number(request.narrow)] = request.settings;
        caption.innerHTML = words;
        data = rows;
        showData();
        clearTimeout(computing);
        computing = undefined;
        status.textContent = "";
        update();
      },
      fail: (error) => {
        warn(`The figures of this page stay still: ${error.message}`);
        hasFailed = true;
        clearTimeout(computing);
        clearTimeout(writing);
        stayStill(figure);
        for (const [element, html] of still) element.innerHTML = html;
      },
    };

    try {
      await whatDraws();
    } catch (error) {
      live.fail(error);
      return;
    }
    form.hidden = false;

    const change = () => {
      update();
      clearTimeout(writing);
      writing = setTimeout(() => writeAddress(figure, controls), WRITE_ADDRESS_AFTER);
    };

    form.addEventListener("input", (event) => {
      const control = controls.find(({ name }) => name === event.target.name);
      if (!control) return;
      control.read();
      change();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const control of controls) control.set(control.initial);
      change();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    details.addEventListener("toggle", showData);
    // mdBook turns pages and opens its search on keys.
    figure.addEventListener("keydown", (event) => event.stopPropagation());
    new ResizeObserver(update).observe(figure);
    makeDraggable(figure, (name, value) => {
      controls.find((control) => control.name === name).moveTo(value);
      change();
    });

    readAddress(figure.dataset.figure, controls);
    update();
  };

  // ---- Dragging a handle: the events are the figure's, because the picture under the pointer is replaced meanwhile ----

  const makeDraggable = (figure, set) => {
    const handles = () => [...figure.querySelectorAll(".drawing circle.handle")];
    let dragged; // the index of the handle

    const numbers = (text) => text.split(" ").map(Number);
    const along = (at, from, to, low, high) => low + ((at - from) / (to - from)) * (high - low);

    figure.addEventListener("pointerdown", (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      dragged = handles().indexOf(event.target);
      if (dragged < 0) return;
      event.preventDefault(); // no selection of text
      figure.setPointerCapture(event.pointerId);
    });
    figure.addEventListener("pointermove", (event) => {
      if (!figure.hasPointerCapture(event.pointerId)) return;
      const handle = handles()[dragged];
      const matrix = handle && handle.getScreenCTM();
      if (!matrix) return;
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      const [left, right, bottom, top] = numbers(handle.dataset.frame);
      const [atLeft, atRight, atBottom, atTop] = numbers(handle.dataset.range);
      if (handle.dataset.x) set(handle.dataset.x, along(x, left, right, atLeft, atRight));
      if (handle.dataset.y) set(handle.dataset.y, along(y, bottom, top, atBottom, atTop));
    });
    // A finger that drags must not scroll; in Chromium `touch-action` no longer prevents it once the handle is replaced.
    const holdStill = (event) => handles().includes(event.target) && event.preventDefault();
    figure.addEventListener("touchstart", holdStill, { passive: false });
  };

  // ---- Start: a figure becomes live when it is within a screen of the reader ----

  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        makeLive(target);
      }
    },
    { rootMargin: "100% 0px" },
  );
  const isPrint = /\/print(\.html)?$/.test(location.pathname);
  for (const figure of document.querySelectorAll("figure[data-live]")) {
    if (isPrint) stayStill(figure);
    else near.observe(figure);
  }
})();
