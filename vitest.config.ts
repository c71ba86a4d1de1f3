import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { launchOptions } from './scripts/browser.mjs'

const configDir = fileURLToPath(new URL('./.storybook', import.meta.url))

/** One for each project, because the runner writes the name of the project into it. */
function chromium() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: launchOptions() }),
    instances: [{ browser: 'chromium' as const }],
  }
}

/** Laws that need no layout: everything under test/ but what names another runner. */
const unit: TestProjectConfiguration = {
  test: {
    name: 'unit',
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/**/*.browser.test.tsx', 'test/{e2e,browser,types,consumer,package,faults,policy}/**'],
    setupFiles: ['./test/setup.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    testTimeout: 20_000,
  },
}

/** Laws of focus, the top layer, timers and storage: a real Chromium. */
const browser: TestProjectConfiguration = {
  optimizeDeps: {
    // Named here because a dependency found in the middle of a run reloads the page under the tests.
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@tanstack/react-form',
      '@tanstack/react-query',
      '@testing-library/react',
      '@testing-library/user-event',
      '@testing-library/jest-dom/vitest',
      'eventsource-parser',
      'eventsource-parser/stream',
      'i18next',
      'react-hook-form',
      'react-i18next',
      'zustand',
      'zustand/vanilla',
      '@ark-ui/react/dialog',
      '@ark-ui/react/portal',
      '@base-ui/react/dialog',
      '@mui/material/Dialog',
      '@radix-ui/react-dialog',
      'react-aria-components',
      'axe-core',
      'react-dom/server',
      'sonner',
    ],
  },
  test: {
    name: 'browser',
    include: ['test/**/*.browser.test.tsx'],
    setupFiles: ['./test/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    browser: chromium(),
  },
}

/** Claims, platform and forms once more, on the oldest React that is supported: it commits, throws and suspends at other times. */
const react18: TestProjectConfiguration = {
  cacheDir: 'node_modules/.vite-react-18',
  resolve: { alias: { react: 'react-18', 'react-dom': 'react-dom-18' } },
  optimizeDeps: browser.optimizeDeps ?? {},
  test: {
    ...browser.test,
    name: 'react-18',
    include: ['test/5-present/{matrix,rules/8-platform,forms/focus}.browser.test.tsx'],
    browser: chromium(),
  },
}

/** Laws of what is published: the tarball, its declarations, and an app that installs it. */
const published: TestProjectConfiguration = {
  test: {
    name: 'package',
    environment: 'node',
    include: ['test/package/**/*.test.ts'],
    globalSetup: ['./test/package/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
}

/** Laws of a page between a real server and a real Chromium: while the network breaks, and under a strict policy. */
const faults: TestProjectConfiguration = {
  test: {
    name: 'faults',
    environment: 'node',
    include: ['test/{faults,policy}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

/** The same for longer than anybody waits for tests. */
const long: TestProjectConfiguration = {
  test: { name: 'faults-long', environment: 'node', include: ['test/faults/*.long.ts'] },
}

/** Every story, its play function, and axe at error level. */
function storybook(): TestProjectConfiguration {
  return {
    plugins: [storybookTest({ configDir })],
    test: { name: 'storybook', setupFiles: ['./test/setup.stories.ts'], browser: chromium() },
  }
}

export default defineConfig({
  test: {
    projects: existsSync(configDir + '/main.ts')
      ? [unit, published, browser, react18, faults, long, storybook()]
      : [unit, published, browser, react18, faults, long],
  },
})
