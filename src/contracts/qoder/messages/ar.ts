import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: 'بعض البيانات تحتاج إلى تعديل',
    message: 'راجع ما أدخلته وعدّل ما يلزم، ثم أرسله مرة أخرى.',
    hint: 'أقصى ما يمكن إرساله دفعة واحدة هو 32 ميغابايت.',
  },
  authentication_error: {
    title: 'لم يُقبل رمز الوصول',
    message: 'قد يكون مفقودًا أو ناقصًا أو منتهي المدة أو ملغى. أدخل رمز الوصول الحالي للمتابعة.',
    hint: 'يجب إرساله بطريقة Bearer، لا باسم x-api-key.',
  },
  permission_error: {
    title: 'لا تملك حق الوصول إلى هذا',
    message: 'قد يخص شخصًا آخر، أو يكون مؤرشفًا ومقفلًا، أو خارج ما يشمله رمز الوصول.',
    hint: 'اطلب الوصول من صاحب المحتوى، أو استخدم رمز وصول آخر.',
  },
  not_found_error: {
    title: 'لم نعثر على هذا المحتوى',
    message: 'ربما حُذف، أو كُتب عنوانه بشكل مختلف. حدّث الصفحة لترى المتوفر الآن.',
  },
  conflict_error: {
    title: 'يتعارض هذا مع ما هو موجود',
    message: 'ربما أُرسل من قبل بمحتوى مختلف، أو انتهت الجلسة، أو كان اسمه مستخدمًا بالفعل.',
    hint: 'حدّث الصفحة أولًا، ثم أرسله من جديد، أو ابدأ جلسة جديدة، أو غيّر الاسم.',
    when: {
      sameKey: {
        title: 'أُرسل هذا من قبل بمحتوى مختلف',
        message: 'المعتمد هو ما أُرسل أولًا. حدّث الصفحة لتراه، ثم أرسل تعديلاتك بوصفها شيئًا جديدًا.',
      },
      ended: {
        title: 'انتهت هذه الجلسة',
        message: 'لم يعد بالإمكان إضافة شيء إليها. ابدأ جلسة جديدة للمتابعة.',
      },
      duplicate: {
        title: 'هذا الاسم مستخدم بالفعل',
        message: 'لا يُستخدم الاسم إلا مرة واحدة. اختر اسمًا آخر، ثم احفظ مرة أخرى.',
      },
    },
  },
  api_error: {
    title: 'حدثت مشكلة من جانب Qoder',
    message: 'لا علاقة لذلك بما فعلته. حاول مرة أخرى بعد قليل.',
  },
  feature_not_available: {
    title: 'هذه الميزة غير مفعّلة بعد',
    message: 'تحتاج ميزة «\u2068{{feature}}\u2069» إلى المعرّف التجريبي \u2068{{available_from}}\u2069.',
    when: {
      missing: {
        title: 'هذه الميزة غير مفعّلة بعد',
        message:
          'تحتاج ميزة «\u2068{{feature}}\u2069» إلى المعرّف التجريبي \u2068{{available_from}}\u2069، ولم يُرسل هذه المرة.',
      },
      outdated: {
        title: 'لهذه الميزة إصدار أحدث',
        message:
          'تحتاج ميزة «\u2068{{feature}}\u2069» الآن إلى المعرّف التجريبي \u2068{{available_from}}\u2069، وقد أُرسل معرّف أقدم.',
      },
      unnamed: {
        title: 'هذه الميزة غير مفعّلة بعد',
        message: 'هذه ميزة تجريبية، ويجب تفعيلها قبل استخدامها.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'تحديث رمز الوصول',
  startNewSession: 'بدء جلسة جديدة',
  enableFeature: 'تفعيل الميزة',
}

export default messages
