import { useTranslation } from 'react-i18next'
import { useApiQuery } from 'react-remedy'
import { useStore } from 'zustand'
import { InputField } from '../parts/field.tsx'
import { Waiting } from '../parts/page.tsx'
import { useServices } from '../services.ts'
import { qoder } from './contracts.ts'
import { BackendPage, CallForm, Group, Holdings, Send, Setting } from './parts.tsx'
import { useCall } from './use-call.ts'

/** Qoder: agents, a beta feature, and a session that has ended. */
export function QoderPage() {
  return (
    <BackendPage of="qoder">
      <Agents />
      <Memory />
      <Message />
      <Others />
      <Token />
    </BackendPage>
  )
}

function Agents() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const agents = useApiQuery({
    contract: qoder,
    queryKey: ['lab', 'qoder', 'agents'],
    queryFn: ({ signal }) => labApi.qoder.agents(signal),
  })
  const create = useCall('qoder', labApi.qoder.create)
  return (
    <Group title={t('lab.agents')} note={t('lab.qoder.agentsNote')}>
      <Waiting of={agents} />
      <Holdings items={agents.data?.map(({ id, name }) => ({ id, text: name })) ?? []} />
      <CallForm of={create} onSend={(typed) => create.mutate(typed('name'))}>
        <InputField of={create} name="name" label={t('lab.agentName')} autoComplete="off" />
        <Send id="create-agent" of={create}>
          {t('lab.createAgent')}
        </Send>
      </CallForm>
    </Group>
  )
}

const betas = ['', 'agent-memory-2025-06', 'agent-memory-2026-01']

function Memory() {
  const { t } = useTranslation()
  const { lab, labApi } = useServices()
  const beta = useStore(lab, (state) => state.beta)
  const read = useCall('qoder', labApi.qoder.memory)
  return (
    <Group title={t('lab.qoder.memory')} note={t('lab.qoder.memoryNote')}>
      <div className="lab-next">
        <label htmlFor="beta">{t('lab.qoder.beta')}</label>
        <select id="beta" value={beta} onChange={({ target }) => lab.setState({ beta: target.value })}>
          {betas.map((each) => (
            <option key={each} value={each}>
              {each === '' ? t('lab.none') : each}
            </option>
          ))}
        </select>
      </div>
      <Send id="read-memory" of={read} onPress={() => read.mutate()}>
        {t('lab.qoder.readMemory')}
      </Send>
    </Group>
  )
}

function Message() {
  const { t } = useTranslation()
  const { lab, labApi } = useServices()
  const session = useStore(lab, (state) => state.session)
  const send = useCall('qoder', labApi.qoder.message)
  return (
    <Group title={t('lab.qoder.session')} note={t('lab.qoder.sessionNote', { session })}>
      <Send id="send-message" of={send} onPress={() => send.mutate()}>
        {t('lab.qoder.send')}
      </Send>
    </Group>
  )
}

function Others() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const foreign = useCall('qoder', () => labApi.qoder.agent('agent_other_user_123'))
  const gone = useCall('qoder', () => labApi.qoder.agent('agent_nonexistent_123'))
  return (
    <Group title={t('lab.lookUp')} note={t('lab.lookUpNote')}>
      <div className="row">
        <Send id="foreign-agent" of={foreign} onPress={() => foreign.mutate()}>
          {t('lab.foreign')}
        </Send>
        <Send id="gone-agent" of={gone} onPress={() => gone.mutate()}>
          {t('lab.gone')}
        </Send>
      </div>
    </Group>
  )
}

function Token() {
  const { t } = useTranslation()
  const { lab } = useServices()
  const token = useStore(lab, (state) => state.token)
  const done = (answer = token) => lab.setState({ token: answer })
  return (
    <Group title={t('lab.sent')} note={t('lab.qoder.tokenNote')}>
      <Setting
        id="change-token"
        name={t('lab.token')}
        value={token}
        onChange={() => lab.setState({ ask: { for: 'token', done } })}
      />
    </Group>
  )
}
