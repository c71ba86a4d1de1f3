import { useId, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemFields } from 'react-remedy'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { Page } from '../parts/page.tsx'
import type { BackendName } from './lab-store.ts'
import { NextAnswer } from './next-answer.tsx'

/** The page of one backend: what decides there, what comes next, and its calls. */
export function BackendPage({ of, children }: { readonly of: BackendName; readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Page title={t(`lab.backends.${of}.name`)} lead={t(`lab.backends.${of}.rule`)}>
      <div className="lab-bar">
        <Link to="/lab" className="lab-back">
          <Icon name="back" />
          {t('lab.back')}
        </Link>
        <NextAnswer of={of} />
      </div>
      {children}
    </Page>
  )
}

/** One group of calls. */
export function Group({ title, note, children }: Record<'title' | 'note', string> & { readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="sheet lab-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="hint">{note}</p>
      {children}
    </section>
  )
}

interface CallFormProps {
  readonly of: { readonly isPending: boolean; readonly error: unknown }
  /** Not now: a limit is used up. */
  readonly held?: boolean
  /** Asks for what was typed by the names of the controls. */
  readonly onSend: (typed: (name: string) => string) => void
  readonly children: ReactNode
}

/** A form that sends one call, whose wrong fields are marked. */
export function CallForm({ of, held = false, onSend, children }: CallFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    if (!of.isPending && !held) onSend((name) => data.get(name) as string)
  }
  return (
    <ProblemFields of={of}>
      <form className="lab-form" noValidate onSubmit={submit}>
        {children}
      </form>
    </ProblemFields>
  )
}

interface SendProps {
  readonly id: string
  readonly of: { readonly isPending: boolean; readonly isSuccess: boolean }
  /** Left out: the form around it knows what to do. */
  readonly onPress?: () => void
  /** Not now: a limit is used up. */
  readonly held?: boolean
  readonly children: ReactNode
}

/** The button of a call, and whether it was answered. */
export function Send({ id, of, onPress, held = false, children }: SendProps) {
  const { t } = useTranslation()
  const off = of.isPending || held
  return (
    <div className="row">
      <button
        type={onPress ? 'button' : 'submit'}
        id={id}
        className={onPress ? 'plain' : 'button'}
        aria-disabled={off}
        onClick={() => (off ? undefined : onPress?.())}
      >
        {children}
      </button>
      <span className="lab-answer" role="status">
        {of.isPending ? t('lab.asking') : of.isSuccess ? t('lab.answered') : ''}
      </span>
    </div>
  )
}

interface SettingProps {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly onChange: () => void
}

/** What goes along with every request, and how to change it. */
export function Setting({ id, name, value, onChange }: SettingProps) {
  const { t } = useTranslation()
  return (
    <div className="lab-setting">
      <span>{name}</span>
      <code>{value === '' ? t('lab.none') : value}</code>
      <button type="button" id={id} className="quiet" onClick={onChange}>
        {t('lab.change')}
      </button>
    </div>
  )
}

/** What a backend holds, as short lines. */
export function Holdings({ items }: { readonly items: readonly { readonly id: string; readonly text: string }[] }) {
  return (
    <ul className="lab-list">
      {items.map(({ id, text }) => (
        <li key={id}>
          <span>{text}</span> <code>{id}</code>
        </li>
      ))}
    </ul>
  )
}
