import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemField, ProblemFields, useApiMutation, useProblemField } from 'react-remedy'
import type { Profile } from '../backend/types.ts'
import { useServices } from '../services.ts'

/** The user's picture. Whatever goes wrong with a new one, the old one stays. */
export function Portrait({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const save = useApiMutation({
    mutationFn: api.saveAvatar,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['profile'] }),
  })
  const { inputProps } = useProblemField(save, 'avatar')
  return (
    <ProblemFields of={save}>
      <div className="portrait">
        <span className="portrait-picture" id="avatar">
          {profile.avatarUrl === null ? (
            <span aria-hidden="true">{Array.from(profile.displayName)[0]}</span>
          ) : (
            <img src={profile.avatarUrl} alt={t('profile.avatar')} />
          )}
        </span>
        <div className="portrait-text">
          <p>
            <span className="hint">{t('profile.sessionTitle')}</span> <bdi>{profile.email}</bdi>
          </p>
          <label className="tool">
            {t('profile.changeAvatar')}
            <input
              {...inputProps}
              type="file"
              name="avatar"
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file) save.mutate(file)
                target.value = ''
              }}
            />
          </label>
          <p className="hint">{t('profile.avatarHint')}</p>
          <ProblemField of={save} name="avatar" />
        </div>
      </div>
    </ProblemFields>
  )
}
