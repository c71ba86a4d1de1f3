import { act, render } from '@testing-library/react'
import { StrictMode, useState, type ReactNode } from 'react'
import { useWords } from '../../../src/5-present/hooks/use-words.ts'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import { ProblemBanner } from '../../../src/5-present/surfaces/banner.tsx'
import { ProblemDetails } from '../../../src/5-present/surfaces/details.tsx'
import { ProblemDialogs } from '../../../src/5-present/surfaces/dialogs.tsx'
import { FieldMessage } from '../../../src/5-present/surfaces/field-message.tsx'
import { InlineNotice } from '../../../src/5-present/surfaces/inline.tsx'
import { PageNotice } from '../../../src/5-present/surfaces/page.tsx'
import { PendingNotice } from '../../../src/5-present/surfaces/pending.tsx'
import { SummaryNotice } from '../../../src/5-present/surfaces/summary.tsx'
import { ProblemToaster } from '../../../src/5-present/surfaces/toaster.tsx'
import type { Words } from '../../../src/5-present/words/types.ts'
import { englishWords, createStage, incidentOf } from '../surfaces/stage.tsx'

const offer = ['retry', 'dismiss']
const limited = incidentOf('AUTH_TOO_MANY_REQUESTS', { offer, limit: 'limit', remedy: { severity: 'warning' } })
const odd = incidentOf('SOMETHING_NEW', { offer: ['retry', 'copyReport'] })

const toasts = (['info', 'warning', 'error', 'critical'] as const).map((severity, index) =>
  incidentOf('AUTH_SERVICE_UNAVAILABLE', {
    id: severity,
    shown: 'toast',
    offer,
    count: index + 1,
    remedy: { severity },
  }),
)
const banner = incidentOf('HTTP_503', {
  id: 'banner',
  shown: 'banner',
  offer: ['retry'],
  remedy: { severity: 'warning' },
})
const dialog = incidentOf('POINTS_INSUFFICIENT_BALANCE', {
  id: 'dialog',
  shown: 'dialog',
  offer: ['recharge', 'dismiss'],
})

/** Every part that stands in the page. */
function Parts(): ReactNode {
  return (
    <main>
      <PageNotice incident={odd} />
      <InlineNotice incident={limited} onClose={() => undefined} />
      <InlineNotice incident={odd} compact />
      <PendingNotice incident={incidentOf('TOOL_PENDING_APPROVAL', { offer: [] })} onCancel={() => undefined} />
      <Form />
      <ProblemDetails of={odd.problem} />
    </main>
  )
}

function Form(): ReactNode {
  const [control, setControl] = useState<HTMLElement | null>(null)
  const words = useWords()
  const short = words.part('fieldTooShort')
  return (
    <>
      <SummaryNotice
        items={[{ text: `Name: ${short}`, control: control ?? undefined }, { text: words.part('fieldRequired') }]}
      />
      <label htmlFor="name">Name</label>
      <input ref={setControl} id="name" aria-invalid="true" aria-describedby="name-problem" />
      <FieldMessage id="name-problem">{short}</FieldMessage>
    </>
  )
}

/** Every surface there is, in StrictMode, with the dialog where it is asked for. */
export async function showAll({
  words = englishWords(),
  withDialog = false,
}: { words?: Words; withDialog?: boolean } = {}) {
  const stage = createStage({ words })
  const view = render(
    <StrictMode>
      <stage.Stage>
        <ProblemBanner />
        <Parts />
        <ProblemDialogs />
        <ProblemToaster limit={5} />
        <ProblemAnnouncer />
      </stage.Stage>
    </StrictMode>,
  )
  const since = Date.now()
  await act(async () => {
    stage.set({ online: false, cooldowns: { limit: { since, until: since + 30_000, known: true } } })
    stage.show(...toasts, { ...toasts[2]!, id: 'busy', busy: 'retry' }, banner, ...(withDialog ? [dialog] : []))
  })
  return { ...stage, view }
}

/** Every element of ours that may be looked at or pressed. */
export const ours = (selector = '*'): HTMLElement[] =>
  [
    ...document.querySelectorAll<HTMLElement>(
      `:is([data-remedy-surface], [data-remedy-region], [data-remedy-dialog]) ${selector}`,
    ),
  ].filter((each) => each.checkVisibility())
