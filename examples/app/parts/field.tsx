import { useId, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { ProblemField, useProblemField } from 'react-remedy'

interface FieldProps {
  /** The mutation whose problems mark this field. */
  readonly of: { readonly error: unknown }
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

type InputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>
type AreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>

/** A labelled input that says what is wrong with it. */
export function InputField({ of, name, label, hint, ...rest }: InputProps) {
  const { ids, control } = useControl(of, name, hint)
  return (
    <div className="field">
      <label htmlFor={ids.control}>{label}</label>
      <input {...rest} {...control} name={name} />
      <Below of={of} name={name} hint={hint} id={ids.hint} />
    </div>
  )
}

/** The same with several lines. */
export function AreaField({ of, name, label, hint, ...rest }: AreaProps) {
  const { ids, control } = useControl(of, name, hint)
  return (
    <div className="field">
      <label htmlFor={ids.control}>{label}</label>
      <textarea {...rest} {...control} name={name} />
      <Below of={of} name={name} hint={hint} id={ids.hint} />
    </div>
  )
}

function useControl(of: FieldProps['of'], name: string, hint: string | undefined) {
  const id = useId()
  const ids = { control: `${id}control`, hint: `${id}hint` }
  const { inputProps } = useProblemField(of, name)
  // A control may be described by its hint and by its problem.
  const described = [hint === undefined ? undefined : ids.hint, inputProps['aria-describedby']]
    .filter(Boolean)
    .join(' ')
  return { ids, control: { ...inputProps, id: ids.control, 'aria-describedby': described || undefined } }
}

function Below({ of, name, hint, id }: Omit<FieldProps, 'label'> & { readonly id: string }) {
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={id}>
          {hint}
        </p>
      )}
      <ProblemField of={of} name={name} />
    </>
  )
}
