import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Modal } from '../parts/modal.tsx'
import { useServices } from '../services.ts'
import type { Ask } from './lab-store.ts'

const offers: Readonly<Record<Ask['for'], readonly string[]>> = {
  token: ['pt-demo', 'pt-expired'],
  apiKey: ['ck-admin', 'ck-read', 'ck-unknown'],
  project: ['river', 'mountain'],
}

/** Asks for a key or a project. Opened by the user, or by the action of a remedy that then sends the call again. */
export function AskDialog() {
  const { t } = useTranslation()
  const { lab } = useServices()
  const ask = useStore(lab, (state) => state.ask)
  const choose = (answer?: string) => {
    lab.setState({ ask: undefined })
    ask?.done(answer)
  }
  return (
    <Modal open={ask !== undefined} onClose={() => choose()} labelledBy="ask-title">
      <h2 id="ask-title">{ask ? t(`lab.ask.${ask.for}`) : null}</h2>
      <ul className="packs">
        {(ask ? offers[ask.for] : []).map((offer) => (
          <li key={offer}>
            <button type="button" id={`choose-${offer}`} className="pack" onClick={() => choose(offer)}>
              <code>{offer}</code>
              <span>{t(`lab.offers.${offer}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" id="close-ask" className="quiet" onClick={() => choose()}>
        {t('lab.cancel')}
      </button>
    </Modal>
  )
}
