import { extendContract } from 'react-remedy/core'
import { anyBackend } from 'react-remedy/contracts/any'
import { creatoriaWith } from 'react-remedy/contracts/creatoria'
import { qoder as qoderAsShipped } from 'react-remedy/contracts/qoder'
import { resq as resqAsShipped } from 'react-remedy/contracts/resq'

/** The shipped contracts, fitted to where these backends are found here. */
export const qoder = extendContract(qoderAsShipped, { match: '/qoder/' })

/** With the fields read out of the sentences, because this application has a form for them. */
export const creatoria = extendContract(creatoriaWith({ fieldNames: true }), { match: '/creatoria/' })

/** Two services, one contract. */
export const resq = extendContract(resqAsShipped, { match: ['/resq/infrastructure/', '/resq/coordination/'] })

/** Whatever nobody wrote a contract for. */
export const elsewhere = extendContract(anyBackend, { match: '/elsewhere/' })
