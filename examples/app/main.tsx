import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createServices } from './services.ts'
import './styles/index.css'
import 'react-remedy/styles.css'

const services = createServices()

// Who is signed in is known before the first page, so that none flashes by.
await services.session.load()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  )
}
