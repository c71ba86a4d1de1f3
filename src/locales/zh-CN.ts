import type { KitTexts } from './texts.ts'

/** The kit's own texts in Chinese as it is written in mainland China. */
const zhCN: KitTexts = {
  actions: {
    retry: '重试',
    dismiss: '关闭',
    login: '登录',
    logout: '退出登录',
    reload: '重新加载页面',
    refetch: '刷新',
    copyReport: '复制报告',
    extend: '保持登录',
    send: '现在发送',
    discard: '不发送',
    other: '继续',
  },
  statuses: {
    202: {
      title: '等待批准',
      message: '批准后会自动继续。',
    },
    400: {
      title: '没能处理这次提交',
      message: '提交的内容无法识别。核对填写的内容后再试一次。',
    },
    401: {
      title: '登录后继续',
      message: '这项操作需要先登录，登录后即可继续。',
    },
    402: {
      title: '需要先完成付款',
      message: '付款后回到这里再试一次。',
    },
    403: {
      title: '你没有访问权限',
      message: '当前账号无法使用这项内容。如有需要，可以联系管理员开通。',
    },
    404: {
      title: '没有找到相关内容',
      message: '它可能已被移动或删除。刷新后查看最新内容。',
    },
    405: {
      title: '这里不支持这项操作',
      message: '页面可能不是最新版本。重新加载后再试一次。',
    },
    408: {
      title: '等待时间过长',
      message: '内容没有及时送达。检查网络连接后再试一次。',
    },
    409: {
      title: '内容已有更新',
      message: '刷新查看最新内容，再重新修改。',
    },
    410: {
      title: '内容已被移除',
      message: '它不会再恢复。返回后选择其他内容。',
    },
    413: {
      title: '内容太大，无法发送',
      message: '缩小文件，或分几次发送。',
    },
    415: {
      title: '不支持这种类型的文件',
      message: '换一个其他类型的文件。',
    },
    422: {
      title: '有些内容需要修改',
      message: '核对填写的内容，改好后重新提交。',
    },
    423: {
      title: '内容暂时被锁定',
      message: '可能有人正在编辑。稍等片刻再试一次。',
    },
    429: {
      title: '稍等片刻再继续',
      message: '短时间内的操作较多，过一会儿再试一次。',
    },
    500: {
      title: '我们这边出了点问题',
      message: '与你的操作无关。稍等片刻再试一次；如果再次出现，可以联系客服。',
    },
    502: {
      title: '服务暂时没有响应',
      message: '应该很快就会恢复。稍等片刻再试一次。',
    },
    503: {
      title: '服务暂时不可用',
      message: '应该很快就会恢复。稍等片刻再试一次。',
    },
    504: {
      title: '服务响应时间过长',
      message: '如果刚才正在保存或发送内容，先看看是否已经成功，再决定要不要重试。',
    },
  },
  classes: {
    '4xx': {
      title: '暂时无法完成',
      message: '核对填写的内容，或重新加载页面后再试一次。',
    },
    '5xx': {
      title: '我们这边出了点问题',
      message: '与你的操作无关。稍等片刻再试一次。',
    },
  },
  kinds: {
    network: {
      title: '无法连接到服务',
      message: '检查网络连接后再试一次。',
    },
    timeout: {
      title: '没有及时收到回复',
      message: '如果刚才正在保存或发送内容，先看看是否已经成功，再决定要不要重试。',
    },
    unreadable: {
      title: '收到的内容无法读取',
      message: '重新加载页面后再试一次。如果再次出现，可以联系客服。',
    },
    stream: {
      title: '连接中断了',
      message: '内容还没有接收完整，重试即可获取全部内容。',
    },
  },
  default: {
    title: '操作没有完成',
    message: '遇到了意外情况。再试一次；如果再次出现，可以联系客服。',
  },
  session: {
    ended: {
      title: '你已退出登录',
      message: '重新登录后即可继续。',
    },
    expired: {
      title: '需要重新登录',
      message: '登录已过期，你填写的内容仍然保留。',
    },
    stepUp: {
      title: '需要确认是你本人',
      message: '这一步需要重新登录，你填写的内容仍然保留。',
    },
    expiring: {
      title: '登录即将过期',
      message: '保持登录，即可继续当前的操作。',
    },
    sendNow: {
      title: '现在发送吗？',
      message: '登录过期后，这些内容一直在等待，还没有发送出去。',
    },
  },
  parts: {
    region: '通知（按 {{hotkey}} 前往）',
    regionPlain: '通知',
    banner: '提示',
    close: '关闭',
    fewer: '收起',
    more_other: '还有 {{count, number}} 条',
    count_other: '已出现 {{count, number}} 次',
    details: '详细信息',
    requestId: '追踪编号',
    code: '代码',
    status: '状态',
    time: '时间',
    copied: '已复制。',
    copyFailed: '这里无法自动复制。报告已显示出来，可以手动复制。',
    errorPrefix: '错误：',
    warningPrefix: '注意：',
    infoPrefix: '提示：',
    documentTitle: '错误：{{title}}',
    summaryHeading: '有问题需要处理',
    fieldRequired: '这里需要填写。',
    fieldTooShort: '内容太短，再补充一些。',
    fieldTooLong: '内容太长，缩短一些。',
    fieldFormat: '检查这里的格式。',
    fieldOther: '检查这里并修改。',
    wait: '{{duration}}后可以再试。',
    waitUnknown: '过一会儿可以再试。',
    cooldownOver: '现在可以再试了。',
    retryAvailable: '可以再试一次。',
    retryAll: '全部重试',
    offline: '网络已断开，恢复连接后会自动继续。',
    reconnecting: '正在重新连接…',
    backOnline: '网络已恢复。',
    recovered: '已恢复正常。',
    approved: '已批准。',
    rejected: '未获批准。',
    cancel: '取消',
    cancelled: '已取消。',
    busy: '处理中…',
    home: '回到首页',
  },
}

export default zhCN
