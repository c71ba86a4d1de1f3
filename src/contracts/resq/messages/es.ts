import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: 'Hay que cambiar algunos datos',
  message: 'Revise lo que escribió, cambie lo que haga falta y vuelva a enviarlo.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'Inicie sesión de nuevo para seguir',
    message: 'Su sesión ha caducado. En cuanto inicie sesión, seguiremos donde estaba.',
  },
  HTTP_403: {
    title: 'No tiene acceso a esto',
    message: 'A su cuenta le falta un permiso. La persona que gestiona sus accesos puede añadirlo.',
    when: {
      approval: {
        title: 'Debe actuar una persona autorizada',
        message: 'La aprobación de una misión corresponde a una persona autorizada para darla.',
        hint: 'Una persona autorizada debe aprobar la misión (Reglamento de IA de la UE, artículo 14).',
      },
    },
  },
  HTTP_404: {
    title: 'No encontramos lo que busca',
    message: 'Puede que no exista o que no esté a la vista para usted. Actualice para ver lo que hay ahora.',
  },
  HTTP_408: {
    title: 'El envío tardó demasiado',
    message: 'No llegó a tiempo. Revise su conexión y vuelva a intentarlo.',
  },
  HTTP_409: {
    title: 'El contenido cambió mientras tanto',
    message: 'Puede que alguien ya haya decidido al respecto. La vista se está actualizando; después, usted decide.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: 'Conviene hacer una breve pausa',
    message: 'Hubo muchas solicitudes en poco tiempo. Espere un poco y vuelva a intentarlo.',
  },
  HTTP_500: {
    title: 'Hay un problema de nuestra parte',
    message: 'No se debe a nada que usted haya hecho. Vuelva a intentarlo en un momento; si se repite, infórmenos.',
  },
  HTTP_503: {
    title: 'Algunos servicios están limitados ahora',
    message:
      'Puede seguir trabajando. La telemetría se guarda y se enviará después; algunas respuestas podrían tardar más.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'Informar del problema',
}

export default messages
