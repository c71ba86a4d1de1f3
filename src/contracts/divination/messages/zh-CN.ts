import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: '我们这边出了点问题',
  message: '与你的操作无关。稍等片刻再试一次；如果再次出现，可以联系客服。',
}

const notSent: Message = {
  title: '问题没有送达',
  message: '与你填写的内容无关。可以在当前页面重试；如果再次出现，可以联系客服。',
}

const interrupted: Message = {
  title: '解读中断了',
  message: '没能从断开的地方接着显示。重试即可查看完整内容。',
}

const fileNotUsable: Message = {
  title: '暂时无法使用这个文件',
  message: '与你的操作无关。再试一次；如果再次出现，重新添加这个文件。',
}

const secured: Message = {
  title: '为了安全，这一步已停止',
  message: '正在刷新当前内容。刷新后看一看，再重新操作。',
}

const signedOut: Message = {
  title: '你已退出登录',
  message: '重新登录后即可继续。',
}

const pictureNotSaved: Message = {
  title: '新头像没有保存',
  message: '目前仍显示原来的头像。稍等片刻再试一次。',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: '暂时无法登录',
    message: '应该很快就会恢复。稍等片刻再试一次。',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: '稍等片刻再获取验证码',
    message: '短时间内已发送多条验证码。等一会儿就可以重新获取。',
    hint: '最近一条验证码可能还在发送途中。',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: '验证码不匹配',
    message: '查看最新收到的验证码，再重新输入。',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: '没有找到这个账号',
    message: '核对输入的内容，或换一个账号。',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: '点数不足，无法开始解读',
    message: '充值点数后，再重新开始解读。',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: '本次占卜已完成',
    message: '每次占卜包含首次解读和一次追问。想继续提问，可以开始新的占卜。',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: '还没有起卦结果',
    message: '解读之前需要先起卦。重新起卦后，你的问题会一并提交。',
  },
  AGENT_SESSION_ID_INVALID: {
    title: '无法打开这次占卜',
    message: '链接不太对。正在刷新历史记录，可以从中重新选择。',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: '没有找到这次占卜',
    message: '它可能已被删除。正在刷新历史记录，可以从中选择其他占卜。',
  },
  AGENT_USER_ID_INVALID: {
    title: '没能匹配到你的账号',
    message: '与你的操作无关。退出后重新登录；如果仍然这样，可以联系客服。',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: '不支持这种格式的录音',
    message: '语音输入使用 WAV 格式。重新录一段，或选择一个 WAV 文件。',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: '录音太长了',
    message: '缩短录音，或说得简短一些，再重新发送。',
  },
  AGENT_AUDIO_EMPTY: {
    title: '没有听到声音',
    message: '录音里没有声音。检查麦克风后再试一次。',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: '语音输入暂时不可用',
    message: '稍等片刻再试一次，也可以改用文字输入。',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: '同时打开的占卜较多',
    message: '正在关闭最久没有动静的一个，让当前的占卜继续。',
    hint: '如果仍未开始，可以在其他标签页或设备上关闭一个占卜。',
  },
  AGENT_FORBIDDEN: {
    title: '你没有权限查看这次占卜',
    message: '它属于另一个账号。正在刷新，只显示你自己的占卜。',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: '这个文件是空的',
    message: '文件里没有可以读取的内容。再试一次，或换一个文件。',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: '这个文件太大了',
    message: '换一个更小的文件。',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: '一条消息里的文件太多了',
    message: '移除几个文件，再重新发送。',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: '不支持添加这种类型的文件',
    message: '换一个其他类型的文件。',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: '文件没有上传成功',
    message: '稍等片刻再试一次，不用重新选择文件。',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: '暂时无法添加文件',
    message: '稍等片刻再试一次，也可以先不带文件直接提问。',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: '附件还没有准备好',
    message: '暂时打不开这个附件。稍等片刻再试一次。',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: '图片暂时无法显示',
    message: '图片链接已过期。再试一次即可重新加载。',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: '个人资料还没有保存',
    message: '修改标出的内容，再重新保存。',
  },
  PROFILE_NOT_FOUND: {
    title: '没有找到你的个人资料',
    message: '再试一次。如果还没有资料，可以现在创建。',
  },
  PROFILE_DELETE_FAILED: {
    title: '账号还没有注销',
    message: '注销没能完成。稍等片刻再试一次；如果再次出现，可以联系客服。',
  },
  AVATAR_FILE_INVALID: {
    title: '这张图片不能用作头像',
    message: '图片太大，或类型不受支持。换一张图片。',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: '这条通知已不存在',
    message: '它可能已被删除。正在刷新通知列表。',
  },
  INVITE_CODE_NOT_FOUND: {
    title: '你还没有邀请码',
    message: '正在为你生成，马上就好。',
  },

  REQUEST_VALIDATION_ERROR: {
    title: '有些内容需要修改',
    message: '核对填写的内容，改好后重新提交。',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: '这一步未获批准',
    message: '这一步没有执行。可以跳过它继续，或换一种方式提问。',
  },
  TOOL_PENDING_APPROVAL: {
    title: '这一步正在等待批准',
    message: '批准后会自动继续，现在不需要做其他操作。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: '充值点数',
  refreshHistory: '刷新历史记录',
  refreshNotifications: '刷新通知',
  startNewSession: '开始新的占卜',
  restartCasting: '重新起卦',
  switchToTextInput: '改用文字输入',
  bootstrapProfile: '创建个人资料',
  bootstrapInviteCode: '获取邀请码',
}

export default messages
