import { expect, test } from './fixtures.ts'

test('the demo opens at the sign-in, in the language of the browser', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: /mail/i })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
