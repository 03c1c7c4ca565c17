// The comparison itself: it must be able to fail. Run with `node --test near.test.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { farDifference } from "./near.mjs";

const svg = (d, rest = "") => `<svg viewBox="0 0 100 100" aria-label="Loss 0.25 after 3 steps."><path d="${d}" fill="none"/>${rest}</svg>`;
const differs = (a, b) => farDifference([a, "", ""], [b, "", ""]);

test("a unit or two is near, three are far", () => {
  assert.equal(differs(svg("M10 20l30 5-1-4"), svg("M11 20l30 5-1-4")), undefined);
  assert.equal(differs(svg("M10 20l30 5"), svg("M12 20l28 5")), undefined);
  assert.match(differs(svg("M10 20l30 5"), svg("M10 23l30 5")), /the picture differs: the paths/);
  assert.equal(differs(svg("", `<circle cx="5" cy="9" r="3"/>`), svg("", `<circle cx="6" cy="7" r="3"/>`)), undefined);
  assert.match(differs(svg("", `<circle cx="5" cy="9" r="3"/>`), svg("", `<circle cx="8" cy="9" r="3"/>`)), /cx 5 and 8/);
});

test("a point more on the way is near, a piece more is far", () => {
  assert.equal(differs(svg("M0 0l100 0"), svg("M0 0l50 1 50-1")), undefined);
  assert.ok(differs(svg("M0 0l100 0"), svg("M0 0l100 0M0 50l9 9")));
  assert.ok(differs(svg("M0 0l100 0"), svg("M0 0l90 0")));
  assert.ok(differs(svg("M0 0h0M50 50h0"), svg("M0 0h0")));
  assert.ok(differs(svg("M10 10l20 0 0 20z"), svg("M10 10l20 0 0 20")));
});

test("other elements and colors are far", () => {
  assert.ok(differs(svg(""), svg("", "<circle r=\"1\"/>")));
  assert.ok(differs(svg("", `<path fill="red"/>`), svg("", `<path fill="blue"/>`)));
  assert.ok(differs(svg("", "<text x=\"1\">a</text>"), svg("", "<text x=\"1\">b</text>")));
});

test("a last digit is near, two are far, and words are equal", () => {
  const texts = (a, b) => farDifference(["", a, ""], ["", b, ""]);
  assert.equal(texts("a loss of 0.25", "a loss of 0.26"), undefined);
  assert.ok(texts("a loss of 0.25", "a loss of 0.27"));
  assert.ok(texts("a loss of 0.25", "a rate of 0.25"));
  assert.ok(texts("a loss of 0.25", "a loss"));
  assert.ok(farDifference(["", "", "<td>1.5</td>"], ["", "", "<td>1.7</td>"]));
  assert.ok(differs(svg("").replace("0.25", "0.29"), svg("")));
});
