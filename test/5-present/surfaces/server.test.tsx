// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import { ProblemBanner } from '../../../src/5-present/surfaces/banner.tsx'
import { ProblemDialogs } from '../../../src/5-present/surfaces/dialogs.tsx'
import { InlineNotice } from '../../../src/5-present/surfaces/inline.tsx'
import { PageNotice } from '../../../src/5-present/surfaces/page.tsx'
import { ProblemToaster } from '../../../src/5-present/surfaces/toaster.tsx'
import { createStage, incidentOf } from './stage.tsx'

test('everything renders on a server, with no document, no style attribute and no warning', () => {
  const { Stage } = createStage()
  const toast = incidentOf('AUTH_SERVICE_UNAVAILABLE', { shown: 'toast' })
  const html = renderToString(
    <Stage>
      <ProblemBanner />
      <InlineNotice incident={toast} />
      <PageNotice incident={toast} onReset={() => {}} />
      <ProblemDialogs />
      <ProblemToaster />
      <ProblemAnnouncer />
    </Stage>,
  )
  expect(typeof document).toBe('undefined')
  expect(html).toContain('data-remedy-surface="page"')
  expect(html).not.toMatch(/\sstyle=/)
})
