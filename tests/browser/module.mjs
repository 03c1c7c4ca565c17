// The module of the live figures, without a browser.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export const startModule = async (file) => {
  const window = {};
  new Function("window", readFileSync(file, "utf8"))(window);
  const { glue, wasm } = window.downhillModule;
  const bindings = new Function(`${glue}\nreturn wasm_bindgen;`)();
  await bindings({ module_or_path: await WebAssembly.compile(gunzipSync(Buffer.from(wasm, "base64"))) });
  return bindings;
};
