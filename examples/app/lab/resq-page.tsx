import { useTranslation } from 'react-i18next'
import { useApiQuery } from 'react-remedy'
import { InputField } from '../parts/field.tsx'
import { Waiting } from '../parts/page.tsx'
import { useServices } from '../services.ts'
import { resq } from './contracts.ts'
import type { Mission } from './lab-api.ts'
import { BackendPage, CallForm, Group, Send } from './parts.tsx'
import { useCall } from './use-call.ts'

/** ResQ: missions that a human has to approve, and two services that report the same way. */
export function ResqPage() {
  return (
    <BackendPage of="resq">
      <Missions />
      <NewMission />
      <Queue />
    </BackendPage>
  )
}

function Missions() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const missions = useApiQuery({
    contract: resq,
    queryKey: ['lab', 'resq', 'missions'],
    queryFn: ({ signal }) => labApi.resq.missions(signal),
  })
  return (
    <Group title={t('lab.resq.missions')} note={t('lab.resq.missionsNote')}>
      <Waiting of={missions} />
      <ul className="lab-missions">
        {missions.data?.map((mission) => (
          <MissionLine key={mission.id} mission={mission} />
        ))}
      </ul>
    </Group>
  )
}

function MissionLine({ mission: { id, place, status } }: { readonly mission: Mission }) {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const claim = useCall('resq', () => labApi.resq.claim(id))
  const approve = useCall('resq', () => labApi.resq.approve(id))
  return (
    <li>
      <p>
        <strong>{place}</strong> <code>{id}</code>{' '}
        <span className="lab-state" data-state={status}>
          {t(`lab.resq.${status}`)}
        </span>
      </p>
      <div className="row">
        <Send id={`claim-${id}`} of={claim} onPress={() => claim.mutate()}>
          {t('lab.resq.claim')}
        </Send>
        <Send id={`approve-${id}`} of={approve} onPress={() => approve.mutate()}>
          {t('lab.resq.approve')}
        </Send>
      </div>
    </li>
  )
}

function NewMission() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const create = useCall('resq', labApi.resq.create)
  return (
    <Group title={t('lab.resq.create')} note={t('lab.resq.createNote')}>
      <CallForm of={create} onSend={(typed) => create.mutate(typed('mission_id'))}>
        <InputField of={create} name="mission_id" label={t('lab.resq.missionId')} autoComplete="off" />
        <Send id="create-mission" of={create}>
          {t('lab.resq.create')}
        </Send>
      </CallForm>
    </Group>
  )
}

function Queue() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const telemetry = useCall('resq', labApi.resq.telemetry)
  const evidence = useCall('resq', labApi.resq.evidence)
  const remove = useCall('resq', labApi.resq.removeEvidence)
  return (
    <Group title={t('lab.resq.services')} note={t('lab.resq.servicesNote')}>
      <div className="row">
        <Send id="send-telemetry" of={telemetry} onPress={() => telemetry.mutate()}>
          {t('lab.resq.telemetry')}
        </Send>
        <Send id="send-evidence" of={evidence} onPress={() => evidence.mutate()}>
          {t('lab.resq.evidence')}
        </Send>
        <Send id="remove-evidence" of={remove} onPress={() => remove.mutate()}>
          {t('lab.resq.remove')}
        </Send>
      </div>
    </Group>
  )
}
