import { useForm as useTanStackForm } from '@tanstack/react-form'
import { useForm as useHookForm } from 'react-hook-form'
import { ProblemFields as HookFormFields } from 'react-remedy/react-hook-form'
import { ProblemFields as TanStackFields } from 'react-remedy/tanstack-form'

interface Order {
  readonly name: string
  readonly items: readonly { readonly sku: string }[]
}

const empty: Order = { name: '', items: [] }

export function Hook() {
  const form = useHookForm<Order>({ defaultValues: { name: '' } })
  return <HookFormFields of={null} form={form} aliases={{ title: 'name', 'lines.*.code': 'items.*.sku' }} />
}

export function HookWithContext() {
  const form = useHookForm<Order, { readonly locale: string }, { readonly total: number }>()
  return <HookFormFields of={null} form={form} />
}

export function TanStack() {
  const form = useTanStackForm({ defaultValues: empty, validators: { onChange: () => undefined } })
  return <TanStackFields of={null} form={form} />
}

// @ts-expect-error TS2741: without its form there is nothing to mark
export const noForm = <HookFormFields of={null} />

// @ts-expect-error TS2353: another library's form is another form
export const otherForm = <HookFormFields of={null} form={{ fieldInfo: {} }} />
