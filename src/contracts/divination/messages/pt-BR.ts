import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'Há um problema do nosso lado',
  message: 'Não é nada que você tenha feito. Tente de novo em instantes; se acontecer outra vez, fale com o suporte.',
}

const notSent: Message = {
  title: 'Sua pergunta não chegou',
  message: 'Não é nada que você tenha escrito. Tente de novo por aqui; se acontecer outra vez, fale com o suporte.',
}

const interrupted: Message = {
  title: 'A leitura foi interrompida',
  message: 'Não deu para continuar de onde ela parou. Tente novamente para ver a leitura inteira.',
}

const fileNotUsable: Message = {
  title: 'Não conseguimos usar este arquivo',
  message: 'Não é nada que você tenha feito. Tente novamente; se acontecer outra vez, anexe o arquivo de novo.',
}

const secured: Message = {
  title: 'Paramos aqui por segurança',
  message: 'A tela está sendo atualizada. Veja o que ela mostra e comece de novo.',
}

const signedOut: Message = {
  title: 'Sua sessão foi encerrada',
  message: 'Entre novamente para continuar.',
}

const pictureNotSaved: Message = {
  title: 'Sua nova foto não foi salva',
  message: 'Por enquanto, a foto anterior continua. Tente novamente em instantes.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: 'Não é possível entrar agora',
    message: 'Deve voltar a funcionar em breve. Espere um momento e tente novamente.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: 'Espere um pouco para pedir outro código',
    message: 'Vários códigos foram enviados em pouco tempo. Depois de uma breve espera, você poderá pedir um novo.',
    hint: 'O último código ainda pode estar a caminho.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: 'O código não confere',
    message: 'Veja o último código que enviamos e digite-o novamente.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'Não encontramos esta conta',
    message: 'Confira como ela foi escrita ou use outra conta.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: 'Faltam pontos para esta consulta',
    message: 'Recarregue seus pontos e comece a consulta novamente.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'Esta consulta está completa',
    message: 'Ela inclui a primeira leitura e mais uma pergunta. Para perguntar de novo, comece outra consulta.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'Falta a tiragem',
    message: 'Toda leitura parte de uma tiragem. Faça uma nova, e sua pergunta será enviada com ela.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'Não é possível abrir esta consulta',
    message: 'O link não é o certo. Seu histórico está sendo atualizado; escolha a consulta por lá.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'Não encontramos esta consulta',
    message: 'Ela pode ter sido excluída. Seu histórico está sendo atualizado; escolha outra por lá.',
  },
  AGENT_USER_ID_INVALID: {
    title: 'Não reconhecemos a sua conta',
    message: 'Não é nada que você tenha feito. Saia e entre de novo; se não resolver, fale com o suporte.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'Este formato de áudio não é aceito',
    message: 'A entrada por voz usa o formato WAV. Grave de novo ou escolha um arquivo WAV.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: 'A gravação é longa demais',
    message: 'Encurte-a ou diga o mesmo em menos palavras e envie novamente.',
  },
  AGENT_AUDIO_EMPTY: {
    title: 'Não ouvimos nada',
    message: 'A gravação está sem som. Verifique seu microfone e tente novamente.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: 'A entrada por voz está indisponível',
    message: 'Tente novamente em instantes ou digite a sua pergunta.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: 'Muitas consultas abertas ao mesmo tempo',
    message: 'Vamos fechar a que está parada há mais tempo, para que esta possa continuar.',
    hint: 'Se ela não começar, feche uma consulta em outra aba ou em outro dispositivo.',
  },
  AGENT_FORBIDDEN: {
    title: 'Você não tem acesso a esta consulta',
    message: 'Ela pertence a outra conta. A tela está sendo atualizada para mostrar as suas consultas.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'Este arquivo está vazio',
    message: 'Não há nada nele que possamos ler. Tente novamente ou anexe outro arquivo.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'Este arquivo é grande demais',
    message: 'Anexe um arquivo menor.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: 'Há arquivos demais para uma mensagem',
    message: 'Remova alguns e envie a mensagem novamente.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'Este tipo de arquivo não é aceito',
    message: 'Anexe um arquivo de outro tipo.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'Seu arquivo não foi enviado',
    message: 'Tente novamente em instantes. Não é preciso escolher o arquivo de novo.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: 'Não é possível anexar arquivos agora',
    message: 'Tente novamente em instantes ou envie a sua pergunta sem o arquivo.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: 'O anexo ainda não está pronto',
    message: 'Não conseguimos abri-lo agora. Tente novamente em instantes.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: 'A imagem não pode mais ser exibida',
    message: 'O link dela expirou. Tente novamente para receber um novo.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'Seu perfil ainda não foi salvo',
    message: 'Altere os campos marcados e salve novamente.',
  },
  PROFILE_NOT_FOUND: {
    title: 'Não encontramos o seu perfil',
    message: 'Tente novamente. Se ele ainda não existir, você pode criá-lo agora.',
  },
  PROFILE_DELETE_FAILED: {
    title: 'Sua conta não foi excluída',
    message: 'A exclusão não foi concluída. Tente de novo em instantes; se acontecer outra vez, fale com o suporte.',
  },
  AVATAR_FILE_INVALID: {
    title: 'Esta imagem não pode ser usada',
    message: 'Ela é grande demais ou de um tipo que não exibimos. Escolha outra imagem.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'Esta notificação não existe mais',
    message: 'Ela pode ter sido excluída. Suas notificações estão sendo atualizadas.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: 'Você ainda não tem código de convite',
    message: 'Estamos criando um para você. Fica pronto em instantes.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: 'Alguns dados precisam de ajuste',
    message: 'Confira o que você preencheu, ajuste o que for preciso e envie novamente.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'Esta etapa não foi aprovada',
    message: 'Ela não foi executada. Você pode continuar sem ela ou pedir de outra forma.',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'Esta etapa aguarda aprovação',
    message: 'Ela continua automaticamente depois da aprovação. Você não precisa fazer mais nada.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'Recarregar pontos',
  refreshHistory: 'Atualizar o histórico',
  refreshNotifications: 'Atualizar as notificações',
  startNewSession: 'Começar outra consulta',
  restartCasting: 'Refazer a tiragem',
  switchToTextInput: 'Digitar a pergunta',
  bootstrapProfile: 'Criar o perfil',
  bootstrapInviteCode: 'Obter um código de convite',
}

export default messages
