import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: 'Alguns dados precisam de ajuste',
    message: 'Confira o que você preencheu, ajuste o que for preciso e envie novamente.',
    hint: 'Cada envio pode ter no máximo 32 MB no total.',
  },
  authentication_error: {
    title: 'Seu token de acesso não foi aceito',
    message:
      'Ele pode estar ausente, incompleto, expirado ou revogado. Informe um token de acesso atual para continuar.',
    hint: 'Ele deve ser enviado como token Bearer, e não como x-api-key.',
  },
  permission_error: {
    title: 'Você não tem acesso a isto',
    message:
      'Pode pertencer a outra pessoa, estar arquivado e bloqueado ou ficar fora do alcance do seu token de acesso.',
    hint: 'Peça acesso à pessoa responsável ou use outro token de acesso.',
  },
  not_found_error: {
    title: 'Não encontramos o que você procura',
    message:
      'Pode ter sido excluído, ou o endereço pode estar escrito de outra forma. Atualize para ver o que há agora.',
  },
  conflict_error: {
    title: 'Isto conflita com o que já existe',
    message: 'Talvez já tenha sido enviado com outro conteúdo, a sessão tenha terminado ou o nome já esteja em uso.',
    hint: 'Primeiro, atualize. Depois, envie de novo, comece outra sessão ou mude o nome.',
    when: {
      sameKey: {
        title: 'Isto já foi enviado de outro jeito',
        message: 'Vale o que foi enviado primeiro. Atualize para ver e envie suas alterações como algo novo.',
      },
      ended: {
        title: 'Esta sessão terminou',
        message: 'Não é mais possível acrescentar nada a ela. Comece uma nova sessão para continuar.',
      },
      duplicate: {
        title: 'Este nome já está em uso',
        message: 'Cada nome só pode ser usado uma vez. Escolha outro e salve novamente.',
      },
    },
  },
  api_error: {
    title: 'O Qoder está com um problema',
    message: 'Não é nada que você tenha feito. Tente novamente em instantes.',
  },
  feature_not_available: {
    title: 'Este recurso ainda não foi ativado',
    message: '“{{feature}}” vem com o identificador beta {{available_from}}.',
    when: {
      missing: {
        title: 'Este recurso ainda não foi ativado',
        message: '“{{feature}}” precisa do identificador beta {{available_from}}, que não foi enviado.',
      },
      outdated: {
        title: 'Este recurso tem uma versão mais nova',
        message: '“{{feature}}” agora precisa do identificador beta {{available_from}}. Foi enviado um mais antigo.',
      },
      unnamed: {
        title: 'Este recurso ainda não foi ativado',
        message: 'É um recurso beta, que precisa ser ativado antes do uso.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'Atualizar o token de acesso',
  startNewSession: 'Começar outra sessão',
  enableFeature: 'Ativar o recurso',
}

export default messages
