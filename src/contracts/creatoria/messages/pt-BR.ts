import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: 'O limite foi atingido por enquanto',
  message: 'Houve muitas solicitações em pouco tempo. Você poderá continuar assim que o limite for renovado.',
  when: {
    minute: {
      title: 'O limite deste minuto foi atingido',
      message:
        'O limite por minuto do plano {{plan}} para esta chave de API se esgotou. Você poderá continuar assim que ele for renovado.',
    },
    hour: {
      title: 'O limite desta hora foi atingido',
      message:
        'O limite por hora do plano {{plan}} para a sua organização se esgotou. Você poderá continuar assim que ele for renovado.',
    },
    day: {
      title: 'O limite de hoje foi atingido',
      message:
        'O limite por dia do plano {{plan}} para a sua organização se esgotou. Você poderá continuar assim que ele for renovado.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: 'Alguns dados precisam de ajuste',
    message: 'Confira o que você preencheu, ajuste o que for preciso e envie novamente.',
  },
  HTTP_401: {
    title: 'Sua chave de API não foi aceita',
    message: 'Ela pode estar ausente ou não estar mais em uso. Informe uma atual para continuar.',
    hint: 'Ela deve ser enviada como X-API-Key.',
  },
  HTTP_403: {
    title: 'Sua chave de API não chega até aqui',
    message: 'Cada chave tem um dos níveis read, write e admin. Use uma com o nível necessário para isto.',
  },
  HTTP_404: {
    title: 'Não encontramos o que você procura',
    message: 'Pode ter sido excluído ou não ser da sua organização. Atualize para ver o que há agora.',
  },
  HTTP_409: {
    title: 'Isto conflita com o que já existe',
    message: 'Pode ter mudado nesse meio-tempo. Atualize para ver a versão mais recente e depois decida.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'O Creatoria está com um problema',
    message: 'Não é nada que você tenha feito. Tente de novo em instantes; se acontecer outra vez, fale com o suporte.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: 'Primeiro, escolha um projeto',
    message: 'Um agente faz parte de um projeto, e nenhum foi escolhido. Escolha um para continuar.',
    hint: 'Se a sua chave de API estiver vinculada a um projeto, ele será usado daí em diante.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: 'A resposta foi interrompida',
    message:
      'O Creatoria teve um problema ao escrevê-la. O que já chegou continua aqui. Tente novamente para receber tudo.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'Atualizar a chave de API',
  chooseProject: 'Escolher um projeto',
}

export default messages
