// Small PNG files: at most 256 colours, chosen by median cut, and the best that zlib can do. Pictures of an interface have
// few colours, so that nobody sees the difference.
import { deflateSync } from 'node:zlib'

/**
 * Writes RGBA pixels as an indexed PNG without transparency.
 * @param {{ width: number, height: number, data: Uint8Array }} picture
 */
export function toPng({ width, height, data }) {
  const { palette, indexOf } = quantize(data)
  const rows = Buffer.alloc((width + 1) * height) // each row begins with its filter; 0 suits indices best
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++, from += 4) rows[y * (width + 1) + 1 + x] = indexOf(colourAt(data, from))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8) // eight bits, indexed
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(data, from) {
  return (data[from] << 16) | (data[from + 1] << 8) | data[from + 2]
}

function quantize(data) {
  const counts = new Map()
  for (let from = 0; from < data.length; from += 4) {
    const colour = colourAt(data, from)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const boxes = medianCut([...counts], 256)
  const index = new Map(boxes.flatMap((box, at) => box.map(([colour]) => [colour, at])))
  return { palette: boxes.map(mean), indexOf: (colour) => index.get(colour) }
}

/** Splits the box whose colours lie furthest apart, weighed by how much of the picture they cover, until there are enough. */
function medianCut(colours, most) {
  const boxes = [measured(colours)]
  while (boxes.length < most) {
    const widest = boxes.reduce((best, box) => (box.error > best.error ? box : best))
    if (widest.error === 0) break
    boxes.splice(boxes.indexOf(widest), 1, ...split(widest).map(measured))
  }
  return boxes.map((box) => box.colours)
}

function measured(colours) {
  const spans = [16, 8, 0].map((shift) => {
    let [low, high] = [255, 0]
    for (const [colour] of colours) {
      const part = (colour >> shift) & 255
      low = Math.min(low, part)
      high = Math.max(high, part)
    }
    return { shift, span: high - low }
  })
  const { shift, span } = spans.reduce((best, each) => (each.span > best.span ? each : best))
  const pixels = colours.reduce((sum, [, count]) => sum + count, 0)
  return { colours, shift, error: span * span * Math.sqrt(pixels) }
}

function split({ colours, shift }) {
  const sorted = colours.toSorted(([a], [b]) => ((a >> shift) & 255) - ((b >> shift) & 255))
  const middle = ((sorted[0][0] >> shift) & 255) + ((sorted.at(-1)[0] >> shift) & 255)
  const at = sorted.findIndex(([colour]) => ((colour >> shift) & 255) * 2 > middle)
  return [sorted.slice(0, at), sorted.slice(at)]
}

/** The colour of a box: the one that covers most, so that flat areas keep theirs exactly, else the mean. */
function mean(box) {
  const pixels = box.reduce((sum, [, count]) => sum + count, 0)
  const [most, count] = box.reduce((best, each) => (each[1] > best[1] ? each : best))
  if (count * 2 > pixels) return most
  const part = (shift) => Math.round(box.reduce((sum, [c, n]) => sum + ((c >> shift) & 255) * n, 0) / pixels)
  return (part(16) << 16) | (part(8) << 8) | part(0)
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

function crc(bytes) {
  let remainder = ~0
  for (const byte of bytes) {
    remainder ^= byte
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0)
  }
  return ~remainder >>> 0
}
