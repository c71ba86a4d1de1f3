import type { StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, within } from 'storybook/test'
import type { CatalogueEntry, Contract } from '../src/core.ts'
import './stories.css'

/** The table of a contract, as a story. */
export function catalogueStory(contract: Contract): StoryObj {
  return {
    render: () => <CatalogueTable contract={contract} />,
    play: async ({ canvasElement }) => {
      const rows = within(canvasElement).getAllByRole('row')
      await expect(rows).toHaveLength(Object.keys(contract.catalogue).length + 1)
    },
  }
}

interface CatalogueTableProps {
  readonly contract: Pick<Contract, 'name' | 'catalogue'>
}

/** Every code with its remedy: what the user sees, what the app does, what can be pressed. */
export function CatalogueTable({ contract: { name, catalogue } }: CatalogueTableProps): ReactNode {
  const entries = Object.entries(catalogue)
  return (
    <main className="story story-page" lang="en" dir="ltr">
      <h1>The catalogue of {name}</h1>
      <p>
        {entries.length} codes, and what happens for each. A code that is not listed is answered by its status, its
        kind, or the default.
      </p>
      <div className="story-scroll" tabIndex={0} role="region" aria-label="Table of codes">
        <table>
          <thead>
            <tr>
              {['Code', 'Status', 'Shown', 'Runs', 'Offers', 'Session', 'Sent again'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(([code, entry]) => (
              <Row key={code} code={code} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}

function Row({ code, entry }: { readonly code: string; readonly entry: CatalogueEntry }): ReactNode {
  const { status, show, field, run, offer, session, retry } = entry
  return (
    <tr>
      <th scope="row">
        <code>{code}</code>
      </th>
      <td>{status === undefined ? null : String(status)}</td>
      <td>
        <span className="story-chip" data-show={show}>
          {field === undefined ? show : `${show} · ${field}`}
        </span>
      </td>
      <td>{run?.join(', ')}</td>
      <td>{offer?.join(', ')}</td>
      <td>{session}</td>
      <td>{retry === undefined ? 'by the rules' : retry === false ? 'never' : `${retry.retries ?? 0} ×`}</td>
    </tr>
  )
}
