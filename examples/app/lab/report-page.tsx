import { useTranslation } from 'react-i18next'
import { Page } from '../parts/page.tsx'

/** Stands for the tracker of an application: what `fileReport` has filled in. */
export function ReportPage() {
  const { t } = useTranslation()
  const query = new URLSearchParams(location.search)
  return (
    <Page title={t('lab.report.title')} lead={t('lab.report.lead')}>
      <section className="sheet lab-group" aria-labelledby="report-title">
        <h2 id="report-title">{query.get('title') ?? '–'}</h2>
        <pre className="lab-report">{query.get('body')}</pre>
      </section>
    </Page>
  )
}
