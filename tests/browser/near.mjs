// Whether two drawings are the same but for rounding. Training repeats `exp` and `ln` many times, which may differ in the last bit
// between the native program and the module; so a coordinate may differ by a unit or two, a quarter of a pixel each, and a number by
// its last digit. Everything else must be equal.

const UNITS = 2;

// Figures of runs that amplify a rounding of `exp` until it is seen: hundreds of line searches, each from where the last one ended, or
// training at rates that are far beyond where it is stable, which the reader may choose. The native program and the module draw other,
// equally right pictures of them, so they are drawn, and not compared.
export const CHAOTIC = ["second-order-logistic", "second-order-batches", "newer-moons", "lion-rates", "rate-five"];

// Where the words of two texts part, or a number differs by more than its last digit; nothing when they are near.
const textDifference = (a, b) => {
  const parts = (text) => text.split(/(\d+(?:\.\d+)?)/); // words at even places, numbers at odd
  const [ours, theirs] = [parts(a), parts(b)];
  if (ours.length !== theirs.length) return `“${a}” and “${b}”`;
  const isFar = (text, index) => {
    if (index % 2 === 0) return text !== theirs[index];
    const decimals = Math.max(...[text, theirs[index]].map((number) => (number.split(".")[1] ?? "").length));
    return Math.abs(text - theirs[index]) > 1.001 * 10 ** -decimals;
  };
  const at = ours.findIndex(isFar);
  return at < 0 ? undefined : `“${ours[at]}” and “${theirs[at]}” in “${a.slice(0, 200)}”`;
};

// The straight pieces of a path: M, m, L, l, h and z, which is all that figures write.
const segments = (data) => {
  const found = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const to = (nextX, nextY) => {
    found.push([x, y, nextX, nextY]);
    [x, y] = [nextX, nextY];
  };
  for (const [, command, text] of data.matchAll(/([MmLlhz])([^MmLlhz]*)/g)) {
    const numbers = (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    if (command === "z") to(startX, startY);
    for (let at = 0; at < numbers.length; at += command === "h" ? 1 : 2) {
      const [first, second] = numbers.slice(at);
      if (command === "M" || command === "m") {
        [x, y] = command === "M" ? [first, second] : [x + first, y + second];
        [startX, startY] = [x, y];
      } else if (command === "h") to(x + first, y);
      else if (command === "l") to(x + first, y + second);
      else to(first, second);
    }
    if (numbers.length === 2 && "Mm".includes(command)) found.push([x, y, x, y]);
  }
  return found;
};

const distance = (x, y, [fromX, fromY, toX, toY]) => {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX ** 2 + alongY ** 2;
  const part = length === 0 ? 0 : Math.min(Math.max(((x - fromX) * alongX + (y - fromY) * alongY) / length, 0), 1);
  return Math.hypot(x - fromX - part * alongX, y - fromY - part * alongY);
};

// Every piece of one path is near the other all along. A line may have a point more, where its pieces meet anyway.
const pathDifference = (a, b) => {
  const [ours, theirs] = [segments(a), segments(b)];
  const isNear = (some, others) =>
    some.every(([fromX, fromY, toX, toY]) =>
      [0, 0.25, 0.5, 0.75, 1].every((part) => {
        const [x, y] = [fromX + part * (toX - fromX), fromY + part * (toY - fromY)];
        return others.some((other) => distance(x, y, other) <= UNITS);
      }),
    );
  return isNear(ours, theirs) && isNear(theirs, ours) ? undefined : `the paths ${a.slice(0, 80)}… and ${b.slice(0, 80)}…`;
};

const elements = (svg) =>
  [...svg.matchAll(/<([a-z]+)((?: [a-z-]+="[^"]*")*)\/?>([^<]*)/gi)].map(([, tag, attributes, text]) => ({
    tag,
    text,
    attributes: [...attributes.matchAll(/([a-z-]+)="([^"]*)"/gi)].map(([, name, value]) => [name, value]),
  }));

const isNumber = (text) => /^-?\d+(\.\d+)?$/.test(text);

const attributeDifference = (name, a, b) => {
  if (a === b) return undefined;
  if (name === "d") return pathDifference(a, b);
  if (name === "aria-label") return textDifference(a, b);
  if (isNumber(a) && isNumber(b)) return Math.abs(a - b) <= UNITS ? undefined : `${name} ${a} and ${b}`;
  // The frame and the range of a handle, in the figure's own units.
  const [ours, theirs] = [a.split(" "), b.split(" ")];
  const isRounding = (text, index) => {
    const other = theirs[index];
    return text === other || (text !== "" && Math.abs(text - other) <= 1e-9 * Math.abs(text));
  };
  return ours.length === theirs.length && ours.every(isRounding) ? undefined : `${name} “${a}” and “${b}”`;
};

export const pictureDifference = (a, b) => {
  const [ours, theirs] = [elements(a), elements(b)];
  const names = (all) => all.map(({ tag, attributes }) => [tag, ...attributes.map(([name]) => name)].join(" ")).join("\n");
  if (names(ours) !== names(theirs)) return `other elements: ${ours.length} and ${theirs.length}`;
  for (const [index, { text, attributes }] of ours.entries()) {
    const other = theirs[index];
    const differences = attributes.map(([name, value], at) => attributeDifference(name, value, other.attributes[at][1]));
    const difference = [textDifference(text, other.text), ...differences].find(Boolean);
    if (difference) return difference;
  }
  return undefined;
};

// What differs between two drawings (picture, caption, data); nothing when they are near.
export const farDifference = (a, b) => {
  const compare = [pictureDifference, textDifference, textDifference];
  const part = compare.findIndex((difference, index) => difference(a[index], b[index]));
  return part < 0 ? undefined : `the ${["picture", "caption", "data"][part]} differs: ${compare[part](a[part], b[part])}`;
};
