import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'حدثت مشكلة من جانبنا',
  message: 'لا علاقة لذلك بما فعلته. حاول مرة أخرى بعد قليل، وإذا تكرر الأمر فتواصل مع الدعم.',
}

const notSent: Message = {
  title: 'لم يصل سؤالك',
  message: 'لا علاقة لذلك بما كتبته. حاول مرة أخرى من هنا، وإذا تكرر الأمر فتواصل مع الدعم.',
}

const interrupted: Message = {
  title: 'توقفت القراءة قبل أن تكتمل',
  message: 'لم نتمكن من المتابعة من حيث توقفت. أعد المحاولة لتراها كاملة.',
}

const fileNotUsable: Message = {
  title: 'لم نتمكن من استخدام هذا الملف',
  message: 'لا علاقة لذلك بما فعلته. حاول مرة أخرى، وإذا تكرر الأمر فأرفق الملف من جديد.',
}

const secured: Message = {
  title: 'أوقفنا هذا حرصًا على الأمان',
  message: 'يجري الآن تحديث ما تراه. ألقِ نظرة عليه، ثم ابدأ من جديد.',
}

const signedOut: Message = {
  title: 'تم تسجيل خروجك',
  message: 'سجّل الدخول مرة أخرى للمتابعة.',
}

const pictureNotSaved: Message = {
  title: 'لم تُحفظ صورتك الجديدة بعد',
  message: 'ستبقى صورتك السابقة في الوقت الحالي. حاول مرة أخرى بعد قليل.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: 'تسجيل الدخول غير متاح حاليًا',
    message: 'من المتوقع أن يعود قريبًا. انتظر قليلًا، ثم حاول مرة أخرى.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: 'انتظر قليلًا قبل طلب رمز آخر',
    message: 'أُرسلت عدة رموز خلال وقت قصير. يمكنك طلب رمز جديد بعد انتظار قصير.',
    hint: 'قد يكون الرمز الأخير لا يزال في طريقه إليك.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: 'هذا الرمز غير مطابق',
    message: 'راجع أحدث رمز أرسلناه إليك، ثم أدخله مرة أخرى.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'لم نعثر على هذا الحساب',
    message: 'راجع ما كتبته، أو استخدم حسابًا آخر.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: 'تحتاج هذه القراءة إلى نقاط أكثر',
    message: 'اشحن نقاطك، ثم ابدأ القراءة من جديد.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'اكتملت هذه القراءة',
    message: 'تشمل القراءة تفسيرًا أول وسؤال متابعة واحدًا. ابدأ قراءة جديدة لتسأل المزيد.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'لم تُجرَ الرمية بعد',
    message: 'تحتاج القراءة إلى رمية أولًا. أعد الرمي وسيُرسل سؤالك معها.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'لا يمكن فتح هذه القراءة',
    message: 'الرابط غير مطابق. يجري الآن تحديث السجل، ويمكنك اختيار القراءة منه.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'لم نعثر على هذه القراءة',
    message: 'ربما حُذفت. يجري الآن تحديث السجل، ويمكنك اختيار قراءة أخرى منه.',
  },
  AGENT_USER_ID_INVALID: {
    title: 'لم نتمكن من ربط هذا بحسابك',
    message: 'لا علاقة لذلك بما فعلته. سجّل الخروج ثم الدخول، وإذا بقي الأمر كذلك فتواصل مع الدعم.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'لا يمكن استخدام هذا النوع من التسجيل',
    message: 'يعمل الإدخال الصوتي بصيغة WAV. سجّل مرة أخرى، أو اختر ملف WAV.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: 'هذا التسجيل أطول من اللازم',
    message: 'اجعله أقصر، أو عبّر عن الفكرة بكلمات أقل، ثم أرسله مرة أخرى.',
  },
  AGENT_AUDIO_EMPTY: {
    title: 'لم نسمع شيئًا',
    message: 'لا صوت في التسجيل. تحقق من الميكروفون، ثم حاول مرة أخرى.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: 'الإدخال الصوتي غير متاح حاليًا',
    message: 'حاول مرة أخرى بعد قليل، أو اكتب سؤالك.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: 'هناك قراءات كثيرة مفتوحة معًا',
    message: 'نغلق الآن القراءة الأطول سكونًا، لتستمر هذه القراءة.',
    hint: 'إذا لم تبدأ، فأغلق قراءة مفتوحة في علامة تبويب أخرى أو على جهاز آخر.',
  },
  AGENT_FORBIDDEN: {
    title: 'لا تملك حق الوصول إلى هذه القراءة',
    message: 'هذه القراءة تخص حسابًا آخر. يجري الآن التحديث لعرض قراءاتك أنت.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'هذا الملف فارغ',
    message: 'لا يوجد فيه ما يمكننا قراءته. حاول مرة أخرى، أو أرفق ملفًا آخر.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'هذا الملف أكبر من اللازم',
    message: 'أرفق ملفًا أصغر.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: 'الملفات أكثر مما تتسع له رسالة واحدة',
    message: 'أزل بعضها، ثم أرسل رسالتك مرة أخرى.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'لا يمكن إرفاق هذا النوع من الملفات',
    message: 'أرفق ملفًا من نوع آخر.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'لم يُرفع ملفك بعد',
    message: 'حاول مرة أخرى بعد قليل. لا حاجة إلى اختيار الملف من جديد.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: 'لا يمكن إرفاق الملفات حاليًا',
    message: 'حاول مرة أخرى بعد قليل، أو أرسل سؤالك من دون الملف.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: 'المرفق ليس جاهزًا بعد',
    message: 'لم نتمكن من فتحه الآن. حاول مرة أخرى بعد قليل.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: 'لم يعد عرض الصورة ممكنًا',
    message: 'انتهت مدة رابطها. أعد المحاولة للحصول على رابط جديد.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'لم يُحفظ ملفك الشخصي بعد',
    message: 'عدّل الحقول المعلَّمة، ثم احفظ مرة أخرى.',
  },
  PROFILE_NOT_FOUND: {
    title: 'لم نعثر على ملفك الشخصي',
    message: 'حاول مرة أخرى. إذا لم يكن موجودًا بعد، فيمكنك إنشاؤه الآن.',
  },
  PROFILE_DELETE_FAILED: {
    title: 'لم يُحذف حسابك بعد',
    message: 'لم نتمكن من إتمام الحذف. حاول مرة أخرى بعد قليل، وإذا تكرر الأمر فتواصل مع الدعم.',
  },
  AVATAR_FILE_INVALID: {
    title: 'لا يمكن استخدام هذه الصورة',
    message: 'حجمها أكبر من اللازم، أو نوعها لا يمكننا عرضه. اختر صورة أخرى.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'لم يعد هذا الإشعار موجودًا',
    message: 'ربما حُذف. يجري الآن تحديث إشعاراتك.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: 'ليس لديك رمز دعوة بعد',
    message: 'نُعدّ لك رمزًا الآن. سيظهر هنا بعد لحظات.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: 'بعض البيانات تحتاج إلى تعديل',
    message: 'راجع ما أدخلته وعدّل ما يلزم، ثم أرسله مرة أخرى.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'لم تتم الموافقة على هذه الخطوة',
    message: 'لم تُنفَّذ هذه الخطوة. يمكنك المتابعة من دونها، أو السؤال بطريقة أخرى.',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'هذه الخطوة في انتظار الموافقة',
    message: 'ستُستأنف تلقائيًا بعد الموافقة عليها. لا يلزمك فعل شيء آخر.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'شحن النقاط',
  refreshHistory: 'تحديث السجل',
  refreshNotifications: 'تحديث الإشعارات',
  startNewSession: 'بدء قراءة جديدة',
  restartCasting: 'إعادة الرمي',
  switchToTextInput: 'الكتابة بدلًا من ذلك',
  bootstrapProfile: 'إنشاء الملف الشخصي',
  bootstrapInviteCode: 'الحصول على رمز دعوة',
}

export default messages
