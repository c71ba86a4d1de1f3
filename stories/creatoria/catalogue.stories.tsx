import type { Meta, StoryObj } from '@storybook/react-vite'
import { creatoria } from '../../src/contracts/creatoria/index.ts'
import { catalogueStory } from '../catalogue-table.tsx'

const meta: Meta = { title: 'Creatoria/Catalogue', tags: ['!autodocs'] }
export default meta

/** Every code with its remedy: what the user sees, what the app does, what can be pressed. */
export const Table: StoryObj = catalogueStory(creatoria)
