import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Hero } from './hero.tsx'
import { Scene } from './scene.tsx'
import '../../src/styles.css'
import './pictures.css'

const { searchParams } = new URL(location.href)
const scene = searchParams.get('scene')
const windows = searchParams.get('windows') ?? ''
document.documentElement.dataset['theme'] = searchParams.get('theme') ?? 'light'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>{scene === null ? <Hero windows={windows} /> : <Scene name={scene} />}</StrictMode>,
  )
