// Live figures. A figure with `data-live` is in the page already, drawn at its defaults; here its controls get to work: each
// change runs the experiment again, in WebAssembly and off the main thread, and replaces picture, caption and data. A figure with
// buttons to play is drawn again and again while its experiment runs.
(() => {
  "use strict";

  const SAY_COMPUTING_AFTER = 150; // milliseconds
  const GIVE_WAY_AFTER = 200;
  const WRITE_ADDRESS_AFTER = 300;
  const POSITIONS = 200; // of a logarithmic slider
  const RUN_BETWEEN_PICTURES = 10; // milliseconds
  const PICTURES_AT_LEAST = 120; // of a training: a quick one would be over before it is seen
  const RUN_WITHOUT_PICTURES = 30;

  // ---- A module: loaded once, when the first of its figures comes near ----

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

  // What a module holds: its JavaScript side and its code, compiled. A page has one module; scripts are read one after the other,
  // because each leaves its contents in the same place.
  let lastLoaded = Promise.resolve();
  const loadModule = (file) => {
    const loaded = lastLoaded.then(async () => {
      await loadScript(`${rootOfBook}assets/live/${file}`);
      return window.downhillModule;
    });
    lastLoaded = loaded.catch(() => {});
    return loaded.then(async ({ glue, wasm }) => {
      const compressed = Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
      const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
      const bytes = await new Response(stream).arrayBuffer();
      return { glue, code: await WebAssembly.compile(bytes) };
    });
  };

  // ---- What draws: a worker, or the page itself where there can be none ----

  // What answers a request, in the worker or in the page. It stands alone: its text becomes part of the worker's script.
  const makeAnswer = (bindings) => {
    const runs = new Map(); // of each figure, the newest

    const runOf = ({ figure, settings, run: id }) => {
      const old = runs.get(figure);
      if (old && old.id === id) return old;
      if (old) old.experiment.free();
      runs.delete(figure);
      runs.set(figure, { id, experiment: new bindings.Run(figure, settings), slices: 0 });
      return runs.get(figure);
    };

    // Goes on with a run for so many milliseconds, up to `most` slices and the progress `until`, and draws it when it is at `least`
    // slices, or at its end.
    // A worker that was started anew has to come back to where the run was: that takes several requests, without pictures.
    const goOn = (request) => {
      const run = runOf(request);
      const { experiment } = run;
      const end = performance.now() + request.milliseconds;
      while (run.slices < request.most && experiment.progress() < request.until && performance.now() < end) {
        experiment.advance();
        run.slices += 1;
      }
      const progress = experiment.progress();
      const isWanted = run.slices >= request.least || progress === 1;
      return { slices: run.slices, progress, parts: isWanted ? experiment.draw(request.narrow) : undefined };
    };

    return (request) =>
      request.run ? goOn(request) : { parts: bindings.draw(request.figure, request.settings, request.narrow) };
  };

  // Runs in the worker, after the glue, which defines `wasm_bindgen`.
  const work = (makeAnswer) => {
    const answer = makeAnswer(wasm_bindgen);
    self.onmessage = ({ data }) => {
      try {
        if (data.code) {
          wasm_bindgen.initSync({ module: data.code });
          self.postMessage({ answer: {} });
        } else {
          self.postMessage({ answer: answer(data) });
        }
      } catch (error) {
        self.postMessage({ error: String(error) });
      }
    };
  };

  const ask = (worker, message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.answer));
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || "the worker did not start"));
      };
      worker.onmessageerror = () => reject(new Error("the worker could not read the module"));
      worker.postMessage(message);
    });

  const startWorker = async (module) => {
    const { glue, code } = module;
    const script = [glue, `\n(${work})(${makeAnswer});`];
    module.address = module.address || URL.createObjectURL(new Blob(script, { type: "text/javascript" }));
    const worker = new Worker(module.address);
    await ask(worker, { code }).catch((error) => {
      worker.terminate();
      throw error;
    });
    return { draw: (request) => ask(worker, request), stop: () => worker.terminate() };
  };

  const startInPage = async ({ glue, code }) => {
    const bindings = new Function(`${glue}\nreturn wasm_bindgen;`)();
    await bindings({ module_or_path: code });
    const answer = makeAnswer(bindings);
    return { draw: async (request) => answer(request), stop: () => {} };
  };

  // ---- One request at a time; of a figure's waiting requests only the newest counts ----

  const makeEngine = (file) => {
    let module;
    let start = startWorker;
    const startDrawing = async () => {
      module = module || loadModule(file);
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

    const waiting = new Map();
    let current; // the figure whose request is under way, and how to abandon it
    let isRunning = false;

    // A request gives way when it takes long and its figure wants another one; stopping it means stopping the worker.
    const giveWay = () => {
      if (current && current.isLong && waiting.has(current.figure)) current.abandon();
    };

    const answerOf = async (figure, request) => {
      const { draw } = await whatDraws();
      const abandoned = new Promise((resolve) => {
        current = { figure, isLong: false, abandon: resolve };
      });
      const timer = setTimeout(() => {
        current.isLong = true;
        giveWay();
      }, GIVE_WAY_AFTER);
      const answer = await Promise.race([draw(request), abandoned]).finally(() => {
        clearTimeout(timer);
        current = undefined;
      });
      if (!answer) stopDrawing();
      return answer;
    };

    const run = async () => {
      if (isRunning) return;
      isRunning = true;
      while (waiting.size > 0) {
        const [figure, request] = waiting.entries().next().value;
        waiting.delete(figure);
        try {
          const answer = await answerOf(figure, request);
          if (answer) figure.show(request, answer);
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
    return { whatDraws, request };
  };

  const engines = new Map(); // by the file of their module
  const engineOf = (file) => {
    if (!engines.has(file)) engines.set(file, makeEngine(file));
    return engines.get(file);
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

  // How a figure's requests come about: `change` when a control has moved, `look` when the page may show the other picture, `show`
  // when an answer is there. This is the one for an experiment that is drawn at once.
  const drawAtOnce = ({ name, status, settings, request, isNarrow, put }) => {
    const drawn = [settings(), settings()]; // at which settings, the wide and the narrow picture
    let computing;

    const update = () => {
      const narrow = isNarrow();
      if (drawn[Number(narrow)] === settings()) return;
      request({ figure: name, settings: settings(), narrow });
      computing = computing || setTimeout(() => (status.textContent = "computing\u2026"), SAY_COMPUTING_AFTER);
    };
    const stop = () => {
      clearTimeout(computing);
      computing = undefined;
      status.textContent = "";
    };
    const show = (request, { parts }) => {
      put(request.narrow, parts);
      drawn[Number(request.narrow)] = request.settings;
      stop();
      update();
    };
    return { change: update, reset: update, open: update, look: update, show, stop };
  };

  // The one for an experiment that runs in slices, with buttons. The picture of the page is the finished run at the defaults. The
  // reader starts it, or moves a control, which starts it anew; then each frame asks for some slices and a picture. A reader who
  // wants no motion gets the last picture only.
  const drawWhileRunning = ({ name, form, status, caption, settings, request, isNarrow, put, putStill }) => {
    const [play, step, restart, bar] = ["button.play", "button.step", "button.restart", "progress"].map((selector) => form.querySelector(selector));
    const wantsNoMotion = matchMedia("(prefers-reduced-motion: reduce)");
    const still = { run: 0, slices: 0, progress: 1 };
    let newest = 0; // of the runs
    let now = still; // what the reader has seen
    let goal; // "play", "end" without pictures before, "step" or "hold" for one picture; none when all is done
    let goals = 0; // so far, to know which one an answer is for
    let frame;
    let drawn; // which moment, the wide and the narrow picture
    let width; // of the caption that is kept from getting shorter
    const moment = () => `${now.run} ${now.slices}`;
    const forgetDrawn = () => (drawn = ["0 0", "0 0"]);
    const isPlaying = () => goal === "play" || goal === "end";

    const ask = () => {
      cancelAnimationFrame(frame);
      if (!goal) return;
      const target = { play: now.slices, end: Infinity, step: now.slices + 1, hold: now.slices }[goal];
      request({
        figure: name,
        settings: settings(),
        narrow: isNarrow(),
        run: now.run,
        goal: goals,
        least: target,
        most: isPlaying() ? Infinity : target,
        until: goal === "play" ? Math.min(now.progress + 1 / PICTURES_AT_LEAST, 1) : 1,
        milliseconds: goal === "end" ? RUN_WITHOUT_PICTURES : RUN_BETWEEN_PICTURES,
      });
    };
    const aim = (wanted) => {
      goal = wanted;
      goals += 1;
      play.textContent = isPlaying() ? "Pause" : "Play";
      bar.value = now.progress;
      status.textContent = "";
      ask();
    };
    const goOn = () => aim(wantsNoMotion.matches ? "end" : "play");
    const begin = () => {
      newest += 1;
      now = { run: newest, slices: 0, progress: 0 };
      // A caption that gets shorter must not move the text below.
      width = caption.clientWidth;
      caption.style.minHeight = `${caption.getBoundingClientRect().height}px`;
    };

    const look = () => {
      if (caption.clientWidth !== width) caption.style.minHeight = "";
      if (!goal && drawn[Number(isNarrow())] !== moment()) aim("hold");
    };
    const show = (request, { slices, progress, parts }) => {
      if (request.run !== now.run) return;
      if (slices >= now.slices) now = { run: now.run, slices, progress };
      bar.value = now.progress;
      if (parts) {
        put(request.narrow, parts);
        drawn[Number(request.narrow)] = moment();
      }
      // An answer to what the reader wanted before leaves the goal; that of now is asked for already.
      if (request.goal !== goals) return;
      if (parts && (progress === 1 || slices >= request.most)) {
        const wasPlaying = isPlaying();
        aim(undefined);
        if (wasPlaying) status.textContent = "done";
        look();
      } else {
        frame = requestAnimationFrame(ask);
      }
    };

    play.addEventListener("click", () => {
      if (isPlaying()) return aim("hold");
      if (now.progress === 1) begin();
      goOn();
    });
    step.addEventListener("click", () => {
      if (now.progress === 1) begin();
      aim("step");
    });
    restart.addEventListener("click", () => {
      begin();
      aim(isPlaying() ? goal : "hold");
    });
    forgetDrawn();
    return {
      change: () => {
        begin();
        goOn();
      },
      reset: () => {
        now = still;
        aim(undefined);
        forgetDrawn();
        putStill();
        caption.style.minHeight = "";
      },
      // Settings from the address: the finished run, as the page shows the one at the defaults.
      open: () => {
        begin();
        aim("end");
      },
      look,
      show,
      stop: () => aim(undefined),
    };
  };

  const makeLive = async (figure) => {
    const name = figure.dataset.figure;
    const engine = engineOf(figure.dataset.live);
    const form = figure.querySelector("form.controls");
    const status = form.querySelector(".status");
    const caption = figure.querySelector(".caption");
    const details = figure.querySelector("details.data");
    const table = details.querySelector(".table-scroll");
    const pictures = [figure.querySelector(".drawing.wide"), figure.querySelector(".drawing.narrow")];
    const controls = [...form.querySelectorAll("input[name]")].map((input) => makeControl(form, input));
    const still = [...pictures, caption, table].map((element) => [element, element.innerHTML]);
    let data; // the newest table, until it is in the page
    let writing;
    let hasFailed = false;

    const showData = () => {
      if (data === undefined || !details.open) return;
      table.innerHTML = data;
      data = undefined;
    };
    const put = (narrow, [svg, words, rows]) => {
      pictures[Number(narrow)].innerHTML = svg;
      caption.innerHTML = words;
      data = rows;
      showData();
    };
    const putStill = () => {
      for (const [element, html] of still) element.innerHTML = html;
      data = undefined;
    };

    const live = {
      show: (request, answer) => {
        if (!hasFailed) drawer.show(request, answer);
      },
      fail: (error) => {
        warn(`The figures of this page stay still: ${error.message}`);
        hasFailed = true;
        clearTimeout(writing);
        drawer.stop();
        stayStill(figure);
        putStill();
      },
    };
    const drawer = (form.querySelector("button.play") ? drawWhileRunning : drawAtOnce)({
      name,
      form,
      status,
      caption: figure.querySelector("figcaption"),
      settings: () => controls.map(({ name, value }) => `${name}=${value}`).join("&"),
      // The style sheet shows one of the two pictures.
      isNarrow: () => pictures[1].getClientRects().length > 0,
      request: (wanted) => engine.request(live, wanted),
      put,
      putStill,
    });

    try {
      await engine.whatDraws();
    } catch (error) {
      live.fail(error);
      return;
    }
    form.hidden = false;

    const change = (how) => {
      if (hasFailed) return;
      how();
      clearTimeout(writing);
      writing = setTimeout(() => writeAddress(figure, controls), WRITE_ADDRESS_AFTER);
    };

    form.addEventListener("input", (event) => {
      const control = controls.find(({ name }) => name === event.target.name);
      if (!control) return;
      control.read();
      change(drawer.change);
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const control of controls) control.set(control.initial);
      change(drawer.reset);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    details.addEventListener("toggle", showData);
    // mdBook turns pages and opens its search on keys.
    figure.addEventListener("keydown", (event) => event.stopPropagation());
    makeDraggable(figure, (name, value) => {
      controls.find((control) => control.name === name).moveTo(value);
      change(drawer.change);
    });

    readAddress(name, controls);
    if (controls.some(({ value, initial }) => value !== initial)) drawer.open();
    new ResizeObserver(() => hasFailed || drawer.look()).observe(figure);
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
