/**
 * `ProblemFields` for forms of TanStack Form.
 *
 * @packageDocumentation
 */
export { ProblemFields, type ProblemFieldsProps, type TanStackForm } from './5-present/forms/tanstack-form-fields.tsx'
