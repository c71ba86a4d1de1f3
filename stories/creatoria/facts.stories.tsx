import type { Meta, StoryObj } from '@storybook/react-vite'
import json from '../../test/contracts/creatoria.facts.json' with { type: 'json' }
import type { Facts } from '../../test/contracts/fact.ts'
import { creatoria } from '../backends/creatoria.ts'
import { factStory } from '../fact-table.tsx'

const meta: Meta = { title: 'Creatoria/What the documents say', tags: ['!autodocs'] }
export default meta

/** Every line that says something to a client: what is answered, and what comes of it. */
export const Table: StoryObj = factStory(creatoria, json as unknown as Facts)
