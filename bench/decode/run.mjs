// Measures decode and classify in Node and in Chromium, and writes the table: npm run bench:decode.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { launchOptions } from '../../scripts/browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${root}/reports/bench-decode`
const sizes = [300, 30_000, 64_000, 256_000]

await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { ssr: `${root}/bench/decode/main.ts`, outDir, emptyOutDir: true, target: 'es2023' },
  ssr: { noExternal: true },
})
const { measure } = await import(pathToFileURL(`${outDir}/main.js`).href)
const text = [table(`Node ${process.versions.node}`, await measure(sizes)), await inChromium()].join('\n\n')
console.log(text)
await writeFile(`${root}/bench/decode.md`, page(text))

async function inChromium() {
  const browser = await chromium.launch(launchOptions())
  try {
    const tab = await browser.newPage()
    // A page of its own origin, so that nothing of `about:blank` stands in the way of a module.
    const code = await readFile(`${outDir}/main.js`, 'utf8')
    const rows = await tab.evaluate(
      async ([source, wanted]) => {
        const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
        return (await import(url)).measure(wanted)
      },
      [code, sizes],
    )
    return table(`Chromium ${browser.version()}`, rows)
  } finally {
    await browser.close()
  }
}

function table(name, rows) {
  const cells = rows.map(({ bytes, noise, takeProblem, clone, readProblem, each }) =>
    [
      bytes,
      ...[noise, takeProblem, clone, readProblem, readProblem / clone].map((ratio) => `${ratio.toFixed(2)} ×`),
      `${each.toFixed(3)} ms`,
    ].join(' | '),
  )
  const linear = rows.at(-1).each / rows.at(-2).each
  return [
    `## ${name}`,
    '',
    '| bytes | plain again | takeProblem + classify | plain, of a clone | readProblem + classify | the same to a clone | one readProblem |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...cells.map((row) => `| ${row} |`),
    '',
    `256 kB take ${linear.toFixed(1)} times as long as 64 kB.`,
  ].join('\n')
}

function page(tables) {
  return `# Decode and classify

Written by \`npm run bench:decode\`. Each ratio is against \`await response.json()\` and \`new Error()\` for the same body in the
same run, the best of many short turns of each; *plain again* is that against itself, so it says how much is noise: beyond
some hundredths the machine was not calm enough. \`takeProblem\` is what \`client.fetch\` does, which throws the response away.
\`readProblem\` reads a clone, because its caller can still read the body; *plain, of a clone* is what that costs on this
platform without the library (\`response.clone().json()\`), and *the same to a clone* is \`readProblem\` against that.

${tables}
`
}
