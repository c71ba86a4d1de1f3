import type { KitTexts } from './texts.ts'

/** The kit's own texts in Spanish, in words that are at home on both sides of the Atlantic. */
const es: KitTexts = {
  actions: {
    retry: 'Reintentar',
    dismiss: 'Cerrar',
    login: 'Iniciar sesión',
    logout: 'Cerrar sesión',
    reload: 'Recargar la página',
    refetch: 'Actualizar',
    copyReport: 'Copiar el informe',
    extend: 'Mantener la sesión',
    send: 'Enviar ahora',
    discard: 'No enviar',
    other: 'Continuar',
  },
  statuses: {
    202: {
      title: 'En espera de aprobación',
      message: 'Continuará automáticamente cuando se apruebe.',
    },
    400: {
      title: 'No pudimos procesar el envío',
      message: 'El contenido no llegó en una forma que podamos usar. Revise lo que escribió y vuelva a intentarlo.',
    },
    401: {
      title: 'Inicie sesión para continuar',
      message: 'Esto requiere una sesión abierta. Inicie sesión y siga donde estaba.',
    },
    402: {
      title: 'Antes hace falta un pago',
      message: 'Complete el pago, vuelva aquí e inténtelo de nuevo.',
    },
    403: {
      title: 'No tiene acceso a esto',
      message: 'No está disponible para su cuenta. Si lo necesita, consulte a la persona que gestiona sus accesos.',
    },
    404: {
      title: 'No encontramos lo que busca',
      message: 'Es posible que se haya movido o eliminado. Actualice para ver lo que hay ahora.',
    },
    405: {
      title: 'Esto no se puede hacer aquí',
      message: 'Es posible que la página no esté al día. Recárguela y vuelva a intentarlo.',
    },
    408: {
      title: 'El envío tardó demasiado',
      message: 'No llegó a tiempo. Revise su conexión y vuelva a intentarlo.',
    },
    409: {
      title: 'El contenido cambió mientras tanto',
      message: 'Actualice para ver la última versión y vuelva a hacer su cambio.',
    },
    410: {
      title: 'Esto ya no está disponible',
      message: 'Se eliminó de forma definitiva. Vuelva atrás y elija otra opción.',
    },
    413: {
      title: 'El envío es demasiado grande',
      message: 'Reduzca su tamaño o divídalo en varios envíos.',
    },
    415: {
      title: 'Este tipo de archivo no se admite',
      message: 'Elija un archivo de otro tipo.',
    },
    422: {
      title: 'Hay que cambiar algunos datos',
      message: 'Revise lo que escribió, cambie lo que haga falta y vuelva a enviarlo.',
    },
    423: {
      title: 'Está bloqueado por el momento',
      message: 'Es posible que alguien esté trabajando en ello. Espere un poco y vuelva a intentarlo.',
    },
    429: {
      title: 'Conviene hacer una breve pausa',
      message: 'Hubo muchas solicitudes en poco tiempo. Espere un poco y vuelva a intentarlo.',
    },
    500: {
      title: 'Hay un problema de nuestra parte',
      message:
        'No se debe a nada que usted haya hecho. Reintente en un momento; si se repite, póngase en contacto con soporte.',
    },
    502: {
      title: 'El servicio no responde',
      message: 'Debería volver pronto. Espere un momento y vuelva a intentarlo.',
    },
    503: {
      title: 'El servicio no está disponible ahora',
      message: 'Debería volver pronto. Espere un momento y vuelva a intentarlo.',
    },
    504: {
      title: 'El servicio tarda demasiado',
      message: 'Si estaba guardando o enviando algo, compruebe si se completó antes de volver a intentarlo.',
    },
  },
  classes: {
    '4xx': {
      title: 'Esto no se puede hacer ahora',
      message: 'Revise lo que escribió o recargue la página, y vuelva a intentarlo.',
    },
    '5xx': {
      title: 'Hay un problema de nuestra parte',
      message: 'No se debe a nada que usted haya hecho. Espere un momento y vuelva a intentarlo.',
    },
  },
  kinds: {
    network: {
      title: 'No hay conexión con el servicio',
      message: 'Revise su conexión a Internet y vuelva a intentarlo.',
    },
    timeout: {
      title: 'La respuesta no llegó a tiempo',
      message: 'Si estaba guardando o enviando algo, compruebe si se completó antes de volver a intentarlo.',
    },
    unreadable: {
      title: 'No pudimos leer la respuesta',
      message: 'Recargue la página y vuelva a intentarlo. Si se repite, póngase en contacto con soporte.',
    },
    stream: {
      title: 'La conexión se interrumpió',
      message: 'La respuesta se detuvo antes del final. Vuelva a intentarlo para recibirla completa.',
    },
  },
  default: {
    title: 'No se pudo completar',
    message: 'Surgió un imprevisto. Vuelva a intentarlo; si se repite, póngase en contacto con soporte.',
  },
  session: {
    ended: {
      title: 'Su sesión se cerró',
      message: 'Inicie sesión de nuevo para continuar.',
    },
    expired: {
      title: 'Inicie sesión de nuevo para seguir',
      message: 'Su sesión ha caducado. Lo que escribió sigue aquí.',
    },
    stepUp: {
      title: 'Confirme que es usted',
      message: 'Para esto hace falta iniciar sesión de nuevo. Lo que escribió sigue aquí.',
    },
    expiring: {
      title: 'Su sesión se cerrará pronto',
      message: 'Mantenga la sesión abierta para seguir donde está.',
    },
    sendNow: {
      title: '¿Enviarlo ahora?',
      message: 'Espera desde que caducó su sesión. Todavía no se ha enviado nada.',
    },
  },
  parts: {
    region: 'Notificaciones ({{hotkey}})',
    regionPlain: 'Notificaciones',
    banner: 'Aviso',
    close: 'Cerrar',
    fewer: 'Mostrar menos',
    more_one: '{{count, number}} más',
    more_many: '{{count, number}} más',
    more_other: '{{count, number}} más',
    count_one: 'Ocurrió una vez',
    count_many: 'Ocurrió {{count, number}} de veces',
    count_other: 'Ocurrió {{count, number}} veces',
    details: 'Detalles',
    requestId: 'ID de la solicitud',
    code: 'Código',
    status: 'Estado',
    time: 'Fecha y hora',
    copied: 'Copiado.',
    copyFailed: 'Aquí no es posible copiar. El informe se muestra en su lugar; cópielo desde ahí.',
    errorPrefix: 'Error:',
    warningPrefix: 'Advertencia:',
    infoPrefix: 'Nota:',
    documentTitle: 'Error: {{title}}',
    summaryHeading: 'Hay un problema',
    fieldRequired: 'Complete este campo.',
    fieldTooShort: 'Es demasiado corto. Añada algo más.',
    fieldTooLong: 'Es demasiado largo. Acórtelo.',
    fieldFormat: 'Revise cómo está escrito.',
    fieldOther: 'Revise este dato y cámbielo.',
    wait: 'Podrá volver a intentarlo en {{duration}}.',
    waitUnknown: 'Podrá volver a intentarlo en unos momentos.',
    cooldownOver: 'Ya puede volver a intentarlo.',
    retryAvailable: 'Puede volver a intentarlo.',
    retryAll: 'Reintentar todo',
    offline: 'No tiene conexión. Continuaremos en cuanto se restablezca.',
    reconnecting: 'Restableciendo la conexión…',
    backOnline: 'Ya tiene conexión de nuevo.',
    recovered: 'Todo vuelve a funcionar.',
    approved: 'Aprobado.',
    rejected: 'No aprobado.',
    cancel: 'Cancelar',
    cancelled: 'Cancelado.',
    busy: 'Un momento…',
    home: 'Ir a la página de inicio',
  },
}

export default es
