import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from 'react-remedy'
import { usePoints } from '../backend/queries.ts'
import type { Pack } from '../backend/types.ts'
import { useServices } from '../services.ts'
import { useDesk } from '../state/use.ts'
import { Modal } from './modal.tsx'

const order = ['small', 'medium', 'large'] as const satisfies readonly Pack[]
const usual: Readonly<Record<Pack, number>> = { small: 40, medium: 120, large: 400 }

/** Where points come from. Opened by the user, or by the `recharge` action of a remedy. */
export function RechargeDialog() {
  const { t } = useTranslation()
  const { desk } = useServices()
  const open = useDesk((state) => state.rechargeOpen)
  const close = () => desk.setState({ rechargeOpen: false })
  return (
    <Modal open={open} onClose={close} labelledBy="recharge-title">
      <h2 id="recharge-title">{t('points.title')}</h2>
      <Packs onDone={close} />
      <button type="button" id="close-recharge" className="quiet" onClick={close}>
        {t('points.close')}
      </button>
    </Modal>
  )
}

function Packs({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const { data } = usePoints()
  const recharge = useApiMutation({
    mutationFn: (pack: Pack, { idempotencyKey }) => api.recharge(pack, idempotencyKey),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['points'] })
      onDone()
    },
  })
  return (
    <>
      <p className="balance">
        <span>{t('points.balance')}</span> <strong>{data?.balance ?? '–'}</strong>
      </p>
      <ul className="packs">
        {order.map((pack) => (
          <li key={pack}>
            <button
              type="button"
              id={`pack-${pack}`}
              className="pack"
              aria-disabled={recharge.isPending}
              onClick={() => recharge.isPending || recharge.mutate(pack)}
            >
              <span className="pack-name">{t(`points.${pack}`)}</span>
              <span>{t('points.buy', { count: data?.packs[pack] ?? usual[pack] })}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">{t('points.lead')}</p>
    </>
  )
}
