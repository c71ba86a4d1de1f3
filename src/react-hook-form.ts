/**
 * `ProblemFields` for forms of react-hook-form.
 *
 * @packageDocumentation
 */
export { ProblemFields, type HookForm, type ProblemFieldsProps } from './5-present/forms/hook-form-fields.tsx'
