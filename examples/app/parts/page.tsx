import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface PageProps {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
}

/** The frame of one page. */
export function Page({ title, lead, children }: PageProps) {
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </div>
      {children}
    </div>
  )
}

/** A quiet line while a query has nothing to show yet. What failed is said elsewhere. */
export function Waiting({ of }: { readonly of: { readonly isPending: boolean; readonly isError: boolean } }) {
  const { t } = useTranslation()
  if (!of.isPending || of.isError) return null
  return (
    <p className="waiting" role="status">
      {t('loading')}
    </p>
  )
}
