import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApiMutation, useSession } from 'react-remedy'
import { Modal } from '../parts/modal.tsx'
import { useServices } from '../services.ts'

/** The way out for good, asked twice. */
export function DeleteAccount() {
  const { t } = useTranslation()
  const { api } = useServices()
  const session = useSession()
  const [asking, setAsking] = useState(false)
  const remove = useApiMutation({ mutationFn: api.deleteAccount, onSuccess: () => session.signOut() })

  function confirm() {
    setAsking(false)
    if (!remove.isPending) remove.mutate()
  }

  return (
    <section className="farewell">
      <h2>{t('profile.delete')}</h2>
      <p className="hint">{t('profile.deleteLead')}</p>
      <button type="button" id="delete-account" className="plain danger" onClick={() => setAsking(true)}>
        {t('profile.delete')}
      </button>
      <Modal open={asking} onClose={() => setAsking(false)} labelledBy="delete-title">
        <h2 id="delete-title">{t('profile.deleteConfirm')}</h2>
        <p>{t('profile.deleteLead')}</p>
        <div className="row">
          <button type="button" id="confirm-delete" className="button" onClick={confirm}>
            {t('profile.deleteYes')}
          </button>
          <button type="button" className="quiet" onClick={() => setAsking(false)}>
            {t('profile.deleteNo')}
          </button>
        </div>
      </Modal>
    </section>
  )
}
