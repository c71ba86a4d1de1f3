import { defineConfig } from '@playwright/test'
import { launchOptions } from './scripts/browser.mjs'

/** The demo application in a real Chromium, against its real server. Each worker starts a server of its own. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  globalSetup: './test/e2e/build-demo.ts',
  use: { launchOptions: launchOptions(), locale: 'en-US', timezoneId: 'UTC', trace: 'off' },
})
