import { expect, test } from 'vitest'

const texts = import.meta.glob<string>(['./sonner-toasts.tsx', '../../../docs/look.md'], {
  eager: true,
  import: 'default',
  query: '?raw',
})

test('the recipe that readers copy is the one that is tested', () => {
  const { './sonner-toasts.tsx': adapter = '', '../../../docs/look.md': page = '' } = texts
  expect(adapter).not.toBe('')
  expect(page).toContain(adapter.trim().replace('../../../src/index.ts', 'react-remedy'))
})
