import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: '暂时达到使用上限',
  message: '短时间内的操作较多。额度恢复后就可以继续。',
  when: {
    minute: {
      title: '这一分钟的额度已用完',
      message: '{{plan}} 套餐中，这个 API Key 每分钟的额度已用完。额度恢复后就可以继续。',
    },
    hour: {
      title: '这一小时的额度已用完',
      message: '{{plan}} 套餐中，你所在组织每小时的额度已用完。额度恢复后就可以继续。',
    },
    day: {
      title: '今天的额度已用完',
      message: '{{plan}} 套餐中，你所在组织每天的额度已用完。额度恢复后就可以继续。',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: '有些内容需要修改',
    message: '核对填写的内容，改好后重新提交。',
  },
  HTTP_401: {
    title: 'API Key 没有被接受',
    message: '它可能没有带上，也可能已经停用。换上当前可用的 API Key 即可继续。',
    hint: 'API Key 要放在 X-API-Key 中发送。',
  },
  HTTP_403: {
    title: '这个 API Key 的权限不够',
    message: '权限级别分为 read、write 和 admin。换用级别足够的 API Key 即可继续。',
  },
  HTTP_404: {
    title: '没有找到相关内容',
    message: '它可能已被删除，也可能不属于你所在的组织。刷新后查看最新内容。',
  },
  HTTP_409: {
    title: '与已有的内容冲突',
    message: '内容可能刚刚有过更新。刷新查看最新内容，再决定怎么做。',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria 那边出了点问题',
    message: '与你的操作无关。稍等片刻再试一次；如果再次出现，可以联系客服。',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: '先选择一个项目',
    message: '智能体需要属于某个项目，目前还没有选择。选好之后即可继续。',
    hint: '如果 API Key 已关联项目，以后会直接使用那个项目。',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: '回答中断了',
    message: '生成回答时，Creatoria 那边出了问题。已收到的内容会保留；再试一次可获取完整回答。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: '更新 API Key',
  chooseProject: '选择项目',
}

export default messages
