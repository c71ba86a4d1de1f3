import type { Meta, StoryObj } from '@storybook/react-vite'
import { qoder } from '../../src/contracts/qoder/index.ts'
import { catalogueStory } from '../catalogue-table.tsx'

const meta: Meta = { title: 'Qoder/Catalogue', tags: ['!autodocs'] }
export default meta

/** Every code with its remedy: what the user sees, what the app does, what can be pressed. */
export const Table: StoryObj = catalogueStory(qoder)
