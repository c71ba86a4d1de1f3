import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: 'Se alcanzó el límite por ahora',
  message: 'Hubo muchas solicitudes en poco tiempo. Podrá continuar en cuanto el límite se restablezca.',
  when: {
    minute: {
      title: 'Se alcanzó el límite de este minuto',
      message:
        'Esta clave de API agotó el límite por minuto del plan {{plan}}. Podrá continuar en cuanto se restablezca.',
    },
    hour: {
      title: 'Se alcanzó el límite de esta hora',
      message: 'Su organización agotó el límite por hora del plan {{plan}}. Podrá continuar en cuanto se restablezca.',
    },
    day: {
      title: 'Se alcanzó el límite de hoy',
      message: 'Su organización agotó el límite por día del plan {{plan}}. Podrá continuar en cuanto se restablezca.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: 'Hay que cambiar algunos datos',
    message: 'Revise lo que escribió, cambie lo que haga falta y vuelva a enviarlo.',
  },
  HTTP_401: {
    title: 'Su clave de API no se aceptó',
    message: 'Puede que falte o que ya no esté en uso. Indique una vigente para continuar.',
    hint: 'Debe enviarse como X-API-Key.',
  },
  HTTP_403: {
    title: 'Su clave de API no llega hasta aquí',
    message: 'Cada clave tiene uno de los niveles read, write y admin. Use una cuyo nivel alcance para esto.',
  },
  HTTP_404: {
    title: 'No encontramos lo que busca',
    message: 'Puede que se haya eliminado o que no sea de su organización. Actualice para ver lo que hay ahora.',
  },
  HTTP_409: {
    title: 'Esto choca con lo que ya existe',
    message: 'Puede que haya cambiado mientras tanto. Actualice para ver la última versión y después decida.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria tiene un problema de su parte',
    message:
      'No se debe a nada que usted haya hecho. Reintente en un momento; si se repite, póngase en contacto con soporte.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: 'Primero elija un proyecto',
    message: 'Un agente pertenece a un proyecto y aún no hay ninguno elegido. Elija uno para continuar.',
    hint: 'Si su clave de API está vinculada a un proyecto, en adelante se usará ese.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: 'La respuesta se interrumpió',
    message:
      'Creatoria tuvo un problema al escribirla. Lo que llegó se conserva. Vuelva a intentarlo para recibirla completa.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'Actualizar la clave de API',
  chooseProject: 'Elegir un proyecto',
}

export default messages
