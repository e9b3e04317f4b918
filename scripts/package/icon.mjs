// Draws media/icon.png: a stanza, opened and closed by angle brackets, and the tick of a check. A PNG is
// pixels behind a checksum and zlib, so no program that draws is needed.
// usage: node scripts/package/icon.mjs
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 128;
/** Points per side of a pixel whose colours are averaged, so that edges are smooth. */
const SAMPLES = 4;
const CORNER = 24;

const background = [31, 42, 68];
const brackets = [143, 178, 255];
const tick = [122, 222, 160];

/** Lines as `[width, colour, …points]`, of which the last one that covers a point is seen. */
const lines = [
  [9, brackets, [44, 32], [18, 64], [44, 96]],
  [9, brackets, [84, 32], [110, 64], [84, 96]],
  [10, tick, [46, 66], [59, 80], [83, 49]],
];

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Red, green, blue and opacity at a point. */
function colourAt(point) {
  const [fromEdgeX, fromEdgeY] = point.map((at) => Math.max(CORNER - Math.min(at, SIZE - at), 0));
  if (Math.hypot(fromEdgeX, fromEdgeY) > CORNER) return [0, 0, 0, 0];
  let colour = background;
  for (const [width, ofLine, ...points] of lines) {
    const near = points.some(
      (to, i) => i > 0 && distanceToSegment(point, points[i - 1], to) <= width / 2,
    );
    if (near) colour = ofLine;
  }
  return [...colour, 255];
}

function pixel(x, y) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES ** 2; i++) {
    const [red, green, blue, opacity] = colourAt([
      x + ((i % SAMPLES) + 0.5) / SAMPLES,
      y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES,
    ]);
    // Transparent pixels do not count for the colour.
    sum[0] += red * opacity;
    sum[1] += green * opacity;
    sum[2] += blue * opacity;
    sum[3] += opacity;
  }
  const colour = sum.slice(0, 3).map((part) => Math.round(part / (sum[3] || 1)));
  return [...colour, Math.round(sum[3] / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6], 8); // eight bits for each of four channels
const indexes = Array.from({ length: SIZE }, (_, i) => i);
// Each row begins with the number of its filter; 0 is none.
const rows = indexes.flatMap((y) => [0, ...indexes.flatMap((x) => pixel(x, y))]);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = Buffer.concat([
  signature,
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(Buffer.from(rows), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);

const folder = join(import.meta.dirname, "../../media");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "icon.png"), png);
