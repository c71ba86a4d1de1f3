import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: 'Alguns dados precisam de ajuste',
  message: 'Confira o que você preencheu, ajuste o que for preciso e envie novamente.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'Entre novamente para continuar',
    message: 'Sua sessão expirou. Assim que você entrar, continuamos de onde parou.',
  },
  HTTP_403: {
    title: 'Você não tem acesso a isto',
    message: 'Falta uma permissão na sua conta. A pessoa que cuida dos seus acessos pode adicioná-la.',
    when: {
      approval: {
        title: 'Uma pessoa autorizada precisa agir aqui',
        message: 'A aprovação de uma missão cabe a quem tem autorização para isso.',
        hint: 'Uma pessoa autorizada precisa aprovar a missão (Lei de IA da União Europeia, artigo 14).',
      },
    },
  },
  HTTP_404: {
    title: 'Não encontramos o que você procura',
    message: 'Pode não existir ou não estar visível para você. Atualize para ver o que há agora.',
  },
  HTTP_408: {
    title: 'O envio demorou demais',
    message: 'Ele não chegou a tempo. Verifique sua conexão e tente novamente.',
  },
  HTTP_409: {
    title: 'O conteúdo mudou nesse meio-tempo',
    message: 'Talvez alguém já tenha decidido sobre isto. A tela está sendo atualizada; depois, você decide.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: 'Hora de uma pequena pausa',
    message: 'Houve muitas solicitações em pouco tempo. Espere um pouco e tente novamente.',
  },
  HTTP_500: {
    title: 'Há um problema do nosso lado',
    message: 'Não é nada que você tenha feito. Tente de novo em instantes; se acontecer outra vez, relate o problema.',
  },
  HTTP_503: {
    title: 'Alguns serviços estão limitados agora',
    message:
      'Você pode continuar trabalhando. A telemetria fica guardada e é enviada depois; algumas respostas podem demorar mais.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'Relatar o problema',
}

export default messages
