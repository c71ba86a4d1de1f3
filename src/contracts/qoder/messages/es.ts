import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: 'Hay que cambiar algunos datos',
    message: 'Revise lo que escribió, cambie lo que haga falta y vuelva a enviarlo.',
    hint: 'Cada envío puede tener 32 MB como máximo.',
  },
  authentication_error: {
    title: 'Su token de acceso no se aceptó',
    message: 'Puede que falte, esté incompleto, haya caducado o se haya revocado. Indique uno vigente para continuar.',
    hint: 'Debe enviarse como token Bearer, no como x-api-key.',
  },
  permission_error: {
    title: 'No tiene acceso a esto',
    message: 'Puede que pertenezca a otra persona, esté archivado y bloqueado, o su token de acceso no lo abarque.',
    hint: 'Pida acceso a la persona responsable o use otro token de acceso.',
  },
  not_found_error: {
    title: 'No encontramos lo que busca',
    message:
      'Puede que se haya eliminado o que su dirección se escriba de otra forma. Actualice para ver lo que hay ahora.',
  },
  conflict_error: {
    title: 'Esto choca con lo que ya existe',
    message: 'Puede que ya se enviara con otro contenido, que su sesión haya terminado o que el nombre ya esté en uso.',
    hint: 'Primero actualice. Después envíelo de nuevo, inicie otra sesión o cambie el nombre.',
    when: {
      sameKey: {
        title: 'Esto ya se envió con otro contenido',
        message: 'Cuenta lo que se envió primero. Actualice para verlo y envíe sus cambios como algo nuevo.',
      },
      ended: {
        title: 'Esta sesión ha terminado',
        message: 'Ya no se le puede añadir nada. Inicie una nueva sesión para continuar.',
      },
      duplicate: {
        title: 'Ese nombre ya está en uso',
        message: 'Cada nombre se puede usar una sola vez. Elija otro y guarde de nuevo.',
      },
    },
  },
  api_error: {
    title: 'Qoder tiene un problema de su parte',
    message: 'No se debe a nada que usted haya hecho. Vuelva a intentarlo en un momento.',
  },
  feature_not_available: {
    title: 'Esta función aún no está activada',
    message: '«{{feature}}» viene con el identificador beta {{available_from}}.',
    when: {
      missing: {
        title: 'Esta función aún no está activada',
        message: '«{{feature}}» requiere el identificador beta {{available_from}}, que no se envió.',
      },
      outdated: {
        title: 'Hay una versión nueva de esta función',
        message: '«{{feature}}» requiere ahora el identificador beta {{available_from}}. Se envió uno anterior.',
      },
      unnamed: {
        title: 'Esta función aún no está activada',
        message: 'Es una función beta y hay que activarla antes de usarla.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'Actualizar el token de acceso',
  startNewSession: 'Iniciar otra sesión',
  enableFeature: 'Activar la función',
}

export default messages
