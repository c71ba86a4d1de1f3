import { useTranslation } from 'react-i18next'
import { useApiMutation, useApiQuery, useCooldown } from 'react-remedy'
import { useStore } from 'zustand'
import { post } from '../bench/bench-api.ts'
import { InputField } from '../parts/field.tsx'
import { Waiting } from '../parts/page.tsx'
import { useServices } from '../services.ts'
import { Chat } from './chat.tsx'
import { creatoria } from './contracts.ts'
import { BackendPage, CallForm, Group, Holdings, Send, Setting } from './parts.tsx'
import { useCall } from './use-call.ts'

/** Creatoria: agents that belong to a project, a limit that every answer tells of, and a conversation. */
export function CreatoriaPage() {
  return (
    <BackendPage of="creatoria">
      <Agents />
      <Limit />
      <Chat />
      <Others />
      <Settings />
    </BackendPage>
  )
}

function Agents() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const agents = useApiQuery({
    contract: creatoria,
    queryKey: ['lab', 'creatoria', 'agents'],
    queryFn: ({ signal }) => labApi.creatoria.agents(signal),
  })
  const create = useCall('creatoria', labApi.creatoria.create)
  const { active } = useLimit()
  return (
    <Group title={t('lab.agents')} note={t('lab.creatoria.agentsNote')}>
      <Waiting of={agents} />
      <Holdings items={agents.data?.map(({ id, name, model }) => ({ id, text: `${name} · ${model}` })) ?? []} />
      <CallForm
        of={create}
        held={active}
        onSend={(typed) => create.mutate({ name: typed('name'), model: typed('model') })}
      >
        <InputField of={create} name="name" label={t('lab.agentName')} autoComplete="off" />
        <InputField of={create} name="model" label={t('lab.creatoria.model')} autoComplete="off" />
        <Send id="create-agent" of={create} held={active}>
          {t('lab.createAgent')}
        </Send>
      </CallForm>
    </Group>
  )
}

function Limit() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const { active, remaining } = useLimit()
  const spend = useApiMutation({
    contract: creatoria,
    mutationFn: async () => {
      await post('/__limit', { left: 1 })
      return labApi.creatoria.agents()
    },
  })
  return (
    <Group title={t('lab.creatoria.limit')} note={t('lab.creatoria.limitNote')}>
      <Send id="spend-limit" of={spend} held={active} onPress={() => spend.mutate()}>
        {t('lab.creatoria.spend')}
      </Send>
      {active ? (
        <p className="hint" id="limit-held">
          {t('lab.creatoria.held', { seconds: Math.ceil(remaining / 1000) })}
        </p>
      ) : null}
    </Group>
  )
}

// Every answer tells what is left, so that the buttons close before the backend has to refuse.
function useLimit() {
  return useCooldown('creatoria/RATE_LIMIT_EXCEEDED')
}

function Others() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const gone = useCall('creatoria', () => labApi.creatoria.agent('agent_xxx'))
  const { active } = useLimit()
  return (
    <Group title={t('lab.lookUp')} note={t('lab.lookUpNote')}>
      <Send id="gone-agent" of={gone} held={active} onPress={() => gone.mutate()}>
        {t('lab.gone')}
      </Send>
    </Group>
  )
}

function Settings() {
  const { t } = useTranslation()
  const { lab } = useServices()
  const apiKey = useStore(lab, (state) => state.apiKey)
  const project = useStore(lab, (state) => state.project)
  const ask = (what: 'apiKey' | 'project') => {
    const done = (answer?: string) => lab.setState((before) => ({ [what]: answer ?? before[what] }))
    lab.setState({ ask: { for: what, done } })
  }
  return (
    <Group title={t('lab.sent')} note={t('lab.creatoria.keyNote')}>
      <Setting id="change-key" name="X-API-Key" value={apiKey} onChange={() => ask('apiKey')} />
      <Setting id="change-project" name="X-Project-Id" value={project} onChange={() => ask('project')} />
    </Group>
  )
}
