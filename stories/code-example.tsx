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
import { caseOf, type StoryBackend } from './backends/backend.ts'
import { ownWords, type Language } from './own-words.ts'
import './stories.css'

interface ExampleProps {
  readonly backend: StoryBackend
  readonly name: string
  readonly language: Language
}

/** The smallest piece of an application in which a code can come up: the whole pipeline runs, from the request on. */
export function CodeExample(props: ExampleProps): ReactNode {
  const { controls, code } = caseOf(props.backend, props.name)
  const show = props.backend.contract.catalogue[code]?.show
  if (show === 'fields') return <FormExample {...props} fields={controls} />
  return <ButtonExample {...props} code={code} inPlace={show === 'inline'} />
}

function useRequest({ backend: { contract, path }, name }: ExampleProps) {
  const api = useRemedy().fetch(contract)
  return useApiMutation({
    contract,
    mutationFn: async () => {
      const response = await api(`${path}/${name}`, { method: 'POST', body: '{}' })
      return response.status
    },
  })
}

interface ButtonProps extends ExampleProps {
  readonly code: string
  readonly inPlace: boolean
}

function ButtonExample({ code, inPlace, ...props }: ButtonProps): ReactNode {
  const request = useRequest(props)
  const cooldown = useCooldown(code)
  return (
    <main className="story">
      <button type="button" aria-disabled={cooldown.active} onClick={() => void (cooldown.active || request.mutate())}>
        {ownWords[props.language].send}
      </button>
      {inPlace ? <ProblemInline of={request} /> : null}
    </main>
  )
}

function FormExample({ fields, ...props }: ExampleProps & { readonly fields: readonly string[] }): ReactNode {
  const request = useRequest(props)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    request.mutate()
  }
  return (
    <main className="story">
      <ProblemFields of={request}>
        <form onSubmit={submit}>
          {fields.map((name) => (
            <Field key={name} of={request} name={name} language={props.language} />
          ))}
          <button type="submit">{ownWords[props.language].send}</button>
        </form>
      </ProblemFields>
    </main>
  )
}

interface FieldProps {
  readonly of: object
  readonly name: string
  readonly language: Language
}

function Field({ of, name, language }: FieldProps): ReactNode {
  const { inputProps } = useProblemField(of, name)
  return (
    <div className="story-field">
      <label htmlFor={inputProps.id}>{ownWords[language].fields[name] ?? name}</label>
      <input name={name} defaultValue="…" {...inputProps} />
      <ProblemField name={name} />
    </div>
  )
}
