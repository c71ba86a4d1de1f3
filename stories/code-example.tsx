import type { FormEvent, ReactNode } from 'react'
import {
  ProblemField,
  ProblemFields,
  ProblemInline,
  useApiMutation,
  useCooldown,
  useProblemField,
  useRemedy,
} from '../src/index.ts'
import { divination, type DivinationCode } from '../src/contracts/divination/index.ts'
import { ownWords, type Language } from './own-words.ts'
import './stories.css'

interface ExampleProps {
  readonly code: DivinationCode
  readonly language: Language
}

/** The smallest piece of an application in which a code can come up: the whole pipeline runs, from the request on. */
export function CodeExample({ code, language }: ExampleProps): ReactNode {
  const { show, field } = divination.catalogue[code]
  if (show === 'fields')
    return <FormExample code={code} language={language} fields={field === undefined ? formFields : [field]} />
  return <ButtonExample code={code} language={language} inPlace={show === 'inline'} />
}

const formFields = ['displayName', 'birthDate']

function useRequest(code: DivinationCode) {
  const api = useRemedy().fetch(divination)
  return useApiMutation({
    contract: divination,
    mutationFn: async () => {
      const response = await api(`/api/story/${code}`, { method: 'POST', body: '{}' })
      return response.status
    },
  })
}

function ButtonExample({ code, language, inPlace }: ExampleProps & { readonly inPlace: boolean }): ReactNode {
  const request = useRequest(code)
  const cooldown = useCooldown(code)
  return (
    <main className="story">
      <button type="button" aria-disabled={cooldown.active} onClick={() => void (cooldown.active || request.mutate())}>
        {ownWords[language].send}
      </button>
      {inPlace ? <ProblemInline of={request} /> : null}
    </main>
  )
}

function FormExample({ code, language, fields }: ExampleProps & { readonly fields: readonly string[] }): ReactNode {
  const request = useRequest(code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    request.mutate()
  }
  return (
    <main className="story">
      <ProblemFields of={request}>
        <form onSubmit={submit}>
          {fields.map((name) => (
            <Field key={name} of={request} name={name} language={language} />
          ))}
          <button type="submit">{ownWords[language].send}</button>
        </form>
      </ProblemFields>
    </main>
  )
}

function Field({
  of,
  name,
  language,
}: {
  readonly of: object
  readonly name: string
  readonly language: Language
}): ReactNode {
  const { inputProps } = useProblemField(of, name)
  return (
    <div className="story-field">
      <label htmlFor={inputProps.id}>{ownWords[language].fields[name] ?? name}</label>
      <input name={name} defaultValue="…" {...inputProps} />
      <ProblemField name={name} />
    </div>
  )
}
