import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: '有些内容需要修改',
  message: '核对填写的内容，改好后重新提交。',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: '重新登录后继续',
    message: '登录已过期。重新登录后，会接着刚才的操作继续。',
  },
  HTTP_403: {
    title: '你没有访问权限',
    message: '当前账号缺少所需的权限。如有需要，可以联系管理员开通。',
    when: {
      approval: {
        title: '需要获得授权的人员来操作',
        message: '任务要由获得授权的操作员批准。',
        hint: '任务必须由获得授权的人员批准（欧盟《人工智能法》第 14 条）。',
      },
    },
  },
  HTTP_404: {
    title: '没有找到相关内容',
    message: '它可能不存在，也可能你没有查看权限。刷新后查看最新内容。',
  },
  HTTP_408: {
    title: '等待时间过长',
    message: '内容没有及时送达。检查网络连接后再试一次。',
  },
  HTTP_409: {
    title: '内容已有更新',
    message: '可能已有人作出决定。正在刷新，看过最新内容后由你决定。',
  },
  HTTP_422: details,
  HTTP_429: {
    title: '稍等片刻再继续',
    message: '短时间内的操作较多，过一会儿再试一次。',
  },
  HTTP_500: {
    title: '我们这边出了点问题',
    message: '与你的操作无关。稍等片刻再试一次；如果再次出现，可以反馈给我们。',
  },
  HTTP_503: {
    title: '部分服务暂时受限',
    message: '可以继续工作。遥测数据会先保留，稍后再发送；有些内容可能来得慢一些。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: '反馈这个问题',
}

export default messages
