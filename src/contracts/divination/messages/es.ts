import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'Hay un problema de nuestra parte',
  message:
    'No se debe a nada que usted haya hecho. Reintente en un momento; si se repite, póngase en contacto con soporte.',
}

const notSent: Message = {
  title: 'Su pregunta no llegó',
  message: 'No se debe a lo que escribió. Reintente desde esta página; si se repite, póngase en contacto con soporte.',
}

const interrupted: Message = {
  title: 'La lectura se interrumpió',
  message: 'No pudimos seguir donde se detuvo. Vuelva a intentarlo para verla completa.',
}

const fileNotUsable: Message = {
  title: 'No pudimos usar este archivo',
  message: 'No se debe a nada que usted haya hecho. Vuelva a intentarlo; si se repite, adjunte el archivo de nuevo.',
}

const secured: Message = {
  title: 'Nos detuvimos por seguridad',
  message: 'La vista se está actualizando. Revise lo que muestra y empiece de nuevo.',
}

const signedOut: Message = {
  title: 'Su sesión se cerró',
  message: 'Inicie sesión de nuevo para continuar.',
}

const pictureNotSaved: Message = {
  title: 'Su nueva foto no se guardó',
  message: 'Por ahora se mantiene la foto anterior. Vuelva a intentarlo en un momento.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: 'Ahora no es posible iniciar sesión',
    message: 'Debería funcionar pronto. Espere un momento y vuelva a intentarlo.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: 'Espere antes de pedir otro código',
    message: 'Se enviaron varios códigos en poco tiempo. Podrá pedir uno nuevo después de una breve espera.',
    hint: 'Es posible que el último código aún esté en camino.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: 'El código no coincide',
    message: 'Busque el último código que le enviamos y escríbalo de nuevo.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'No encontramos esta cuenta',
    message: 'Revise cómo está escrita o use otra cuenta.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: 'Le faltan puntos para esta consulta',
    message: 'Recargue puntos y empiece la consulta de nuevo.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'Esta consulta está completa',
    message: 'Incluye la primera lectura y una pregunta de seguimiento. Para preguntar más, empiece otra consulta.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'Falta la tirada',
    message: 'Toda lectura parte de una tirada. Haga una nueva y su pregunta se enviará con ella.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'No se puede abrir esta consulta',
    message: 'El enlace no es el adecuado. Su historial se está actualizando; elija allí la consulta.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'No encontramos esta consulta',
    message: 'Es posible que se haya eliminado. Su historial se está actualizando; elija allí otra consulta.',
  },
  AGENT_USER_ID_INVALID: {
    title: 'No pudimos reconocer su cuenta',
    message:
      'No se debe a nada que usted haya hecho. Cierre sesión y vuelva a entrar; si no basta, póngase en contacto con soporte.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'Este formato de audio no se admite',
    message: 'La entrada de voz usa el formato WAV. Grabe de nuevo o elija un archivo WAV.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: 'La grabación es demasiado larga',
    message: 'Acórtela o diga lo mismo con menos palabras, y envíela de nuevo.',
  },
  AGENT_AUDIO_EMPTY: {
    title: 'No se oyó nada',
    message: 'La grabación no tiene sonido. Revise su micrófono y vuelva a intentarlo.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: 'La entrada de voz no está disponible',
    message: 'Vuelva a intentarlo en un momento o escriba su pregunta.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: 'Hay muchas consultas abiertas a la vez',
    message: 'Vamos a cerrar la que lleva más tiempo sin actividad para que esta pueda seguir.',
    hint: 'Si no empieza, cierre una consulta en otra pestaña o en otro dispositivo.',
  },
  AGENT_FORBIDDEN: {
    title: 'No tiene acceso a esta consulta',
    message: 'Pertenece a otra cuenta. La vista se está actualizando para mostrar sus propias consultas.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'Este archivo está vacío',
    message: 'No contiene nada que podamos leer. Vuelva a intentarlo o adjunte otro archivo.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'Este archivo es demasiado grande',
    message: 'Adjunte un archivo más pequeño.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: 'Son demasiados archivos por mensaje',
    message: 'Quite algunos y envíe su mensaje de nuevo.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'Este tipo de archivo no se admite',
    message: 'Adjunte un archivo de otro tipo.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'Su archivo no se subió',
    message: 'Vuelva a intentarlo en un momento. No hace falta elegir de nuevo el archivo.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: 'Ahora no se pueden adjuntar archivos',
    message: 'Vuelva a intentarlo en un momento o envíe su pregunta sin el archivo.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: 'El adjunto aún no está listo',
    message: 'No pudimos abrirlo. Vuelva a intentarlo en un momento.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: 'La imagen ya no se puede mostrar',
    message: 'Su enlace ha caducado. Vuelva a intentarlo para obtener uno nuevo.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'Su perfil aún no se ha guardado',
    message: 'Cambie los campos señalados y guarde de nuevo.',
  },
  PROFILE_NOT_FOUND: {
    title: 'No encontramos su perfil',
    message: 'Vuelva a intentarlo. Si aún no existe, puede crearlo ahora.',
  },
  PROFILE_DELETE_FAILED: {
    title: 'Su cuenta no se eliminó',
    message:
      'No pudimos terminar de eliminarla. Reintente en un momento; si se repite, póngase en contacto con soporte.',
  },
  AVATAR_FILE_INVALID: {
    title: 'Esta imagen no se puede usar',
    message: 'Es demasiado grande o de un tipo que no podemos mostrar. Elija otra imagen.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'Esta notificación ya no existe',
    message: 'Es posible que se haya eliminado. Sus notificaciones se están actualizando.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: 'Aún no tiene un código de invitación',
    message: 'Estamos creando uno para usted. Estará listo en un momento.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: 'Hay que cambiar algunos datos',
    message: 'Revise lo que escribió, cambie lo que haga falta y vuelva a enviarlo.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'Este paso no se aprobó',
    message: 'No se llevó a cabo. Puede continuar sin él o preguntar de otra forma.',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'Este paso espera aprobación',
    message: 'Continuará automáticamente cuando se apruebe. No tiene que hacer nada más.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'Recargar puntos',
  refreshHistory: 'Actualizar el historial',
  refreshNotifications: 'Actualizar las notificaciones',
  startNewSession: 'Empezar otra consulta',
  restartCasting: 'Repetir la tirada',
  switchToTextInput: 'Escribir la pregunta',
  bootstrapProfile: 'Crear el perfil',
  bootstrapInviteCode: 'Obtener un código de invitación',
}

export default messages
