import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: '有些内容需要修改',
    message: '核对填写的内容，改好后重新提交。',
    hint: '一次提交的内容最多 32 MB。',
  },
  authentication_error: {
    title: '访问令牌没有被接受',
    message: '它可能缺失、不完整、已过期或已被撤销。换上当前可用的访问令牌即可继续。',
    hint: '访问令牌要用 Bearer 方式发送，不能放在 x-api-key 里。',
  },
  permission_error: {
    title: '你没有访问权限',
    message: '它可能属于其他人或其他组织，可能已归档并锁定，也可能不在访问令牌的权限范围内。',
    hint: '可以联系所有者开通权限，或换用其他访问令牌。',
  },
  not_found_error: {
    title: '没有找到相关内容',
    message: '它可能已被删除，也可能地址有出入。刷新后查看最新内容。',
  },
  conflict_error: {
    title: '与已有的内容冲突',
    message: '它可能已经用不同的内容提交过，所在的会话可能已结束，名称也可能已被占用。',
    hint: '先刷新，再重新提交、开始新的会话，或换一个名称。',
    when: {
      sameKey: {
        title: '之前提交过不同的内容',
        message: '以最先提交的内容为准。刷新即可查看，之后的修改可以作为新内容再次提交。',
      },
      ended: {
        title: '这个会话已结束',
        message: '不能再往里面添加内容。开始新的会话即可继续。',
      },
      duplicate: {
        title: '这个名称已被占用',
        message: '名称不能重复。换一个名称，再重新保存。',
      },
    },
  },
  api_error: {
    title: 'Qoder 那边出了点问题',
    message: '与你的操作无关。稍等片刻再试一次。',
  },
  feature_not_available: {
    title: '这项功能还没有启用',
    message: '使用“{{feature}}”需要 Beta 标识 {{available_from}}。',
    when: {
      missing: {
        title: '这项功能还没有启用',
        message: '使用“{{feature}}”需要 Beta 标识 {{available_from}}，这次没有带上。',
      },
      outdated: {
        title: '这项功能有了新版本',
        message: '“{{feature}}”现在使用 Beta 标识 {{available_from}}，这次带上的是较早的标识。',
      },
      unnamed: {
        title: '这项功能还没有启用',
        message: '它还是 Beta 功能，启用之后才能使用。',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: '更新访问令牌',
  startNewSession: '开始新的会话',
  enableFeature: '启用这项功能',
}

export default messages
