import type { Config } from 'tailwindcss'

/** Names for the tokens in app/globals.css; there are no other colours, radii or type sizes in the product. */
export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      paper: 'var(--paper)',
      raised: 'var(--raised)',
      sunken: 'var(--sunken)',
      ink: 'var(--ink)',
      muted: 'var(--muted)',
      rule: 'var(--rule)',
      control: 'var(--control)',
      signal: 'var(--signal)',
      'signal-strong': 'var(--signal-strong)',
      'on-signal': 'var(--on-signal)',
      'signal-text': 'var(--signal-text)',
      'signal-wash': 'var(--signal-wash)',
      gain: 'var(--gain)',
      loss: 'var(--loss)',
      'loss-wash': 'var(--loss-wash)',
    },
    fontFamily: {
      sans: [
        'var(--font-geist-sans)',
        'var(--font-geist-sans-rest)',
        'ui-sans-serif',
        'system-ui',
        'sans-serif',
      ],
      mono: [
        'var(--font-geist-mono)',
        'var(--font-geist-mono-rest)',
        'ui-monospace',
        'SFMono-Regular',
        'Menlo',
        'monospace',
      ],
    },
    fontSize: {
      xs: ['0.75rem', '1rem'],
      sm: ['0.8125rem', '1.25rem'],
      base: ['0.875rem', '1.375rem'],
      lg: ['1rem', '1.5rem'],
      xl: ['1.1875rem', '1.625rem'],
      '2xl': ['1.5rem', '1.875rem'],
      '3xl': ['2rem', '2.375rem'],
    },
    borderRadius: { none: '0', DEFAULT: '2px', full: '9999px' },
    extend: {
      maxWidth: { page: '110rem', prose: '42rem' },
    },
  },
} satisfies Config
