// The parts of the State design system (DSFR) that the pages use. If a page needs more, extend these lists.

/** Components in the order of DSFR's own stylesheet, which its cascade relies on. */
export const COMPONENTS = [
  'accordion', 'logo', 'button', 'breadcrumb', 'form', 'stepper', 'link', 'callout', 'highlight', 'summary', 'badge', 'tag', 'notice',
  'alert', 'radio', 'card', 'checkbox', 'input', 'skiplink', 'select', 'footer', 'tile', 'table', 'header',
];

/** Upright Marianne in the three weights of DSFR's texts; `em` is slanted by the browser. */
export const FONTS = ['Marianne-Regular.woff2', 'Marianne-Medium.woff2', 'Marianne-Bold.woff2'];

/** Icons usable as `fr-icon-NAME`, on an element alone or on a button, link, tag or badge. */
export const ICONS = [
  'add-line', 'alarm-warning-line', 'arrow-down-line', 'arrow-go-back-fill', 'arrow-left-line', 'arrow-right-line', 'arrow-right-s-line',
  'building-line', 'calendar-2-line', 'calendar-event-line', 'calendar-line', 'chat-3-line', 'check-line', 'checkbox-circle-fill',
  'checkbox-circle-line', 'close-circle-line', 'close-line', 'code-s-slash-line', 'computer-line', 'delete-line', 'download-line',
  'draft-line', 'edit-line', 'error-warning-fill', 'error-warning-line', 'external-link-line', 'eye-line', 'government-line',
  'home-4-line', 'information-fill', 'information-line', 'links-line', 'lock-line', 'logout-box-r-line', 'mail-line', 'map-pin-2-line',
  'phone-line', 'question-line', 'refresh-line', 'save-line', 'send-plane-line', 'shield-line', 'star-line', 'team-line', 'time-line',
  'timer-line', 'user-add-line', 'user-heart-line', 'user-line', 'warning-fill', 'warning-line',
];

const ACCENTS = 'green-tilleul-verveine|green-bourgeon|green-emeraude|green-menthe|green-archipel|blue-ecume|blue-cumulus|purple-glycine'
  + '|pink-macaron|pink-tuile|yellow-tournesol|yellow-moutarde|orange-terre-battue|brown-cafe-creme|brown-caramel|brown-opera|beige-gris-galet';

/** Selectors left out, wherever they stand (a class inside `:not()` does not count). */
const UNUSED = [
  // Decorative accent colours: the pages keep to blue-france and the functional colours.
  new RegExp(`--(${ACCENTS})\\b`),
  // Parts that only work with DSFR's script, or that belong to components we do not have.
  /data-fr-(scrolling|mourning|js)|\.fr-placement|\.fr-modal|\.fr-consent|\.fr-translate|\.fr-connect|\.fr-display__|\.fr-follow/,
  /\.fr-(range|toggle|password|search|upload|tooltip|nav|sidemenu|segmented|share|transcription|pagination|tabs|menu|control)(?![a-z])/,
  /\.fr-btn--(close|fullscreen|tooltip|briefcase|display|account|team|sort|menu|search|logout|plus|align-on-content|play|pause|view)/,
  /\.fr-header__(search|menu|navbar)|\.fr-breadcrumb__button|\.fr-footer__partners|\.fr-link--(close|view)/,
  /\.fr-tag--dismiss|\.fr-tag\S*\[aria-pressed|^button\.fr-tag|^input\S*\.fr-tag|\.fr-tags-group--sm|\[aria-selected|\.fr-btns-group--lg/,
  /\.fr-notice--(weather|attack|witness|cyberattack|kidnapping)/,
  /\.fr-(card|tile)--download|\.fr-card--lg|\.fr-enlarge-button|\.fr-(card|tile)\S*--no-(icon|border|background)/,
  /\.fr-(card|tile)__title button|\.fr-card--horizontal-|--(equisized|between|inline-reverse)|\.fr-btns-group--(sm|inline-sm)/,
  /\.fr-link--(xs|lg)|\.fr-links-group--(lg|sm|bordered)|\.fr-badge-group|\.fr-badge--new|\.fr-icon--(xs|lg)/,
  // States of fields that our forms do not show. They show valid, wrong and disabled fields.
  /\.fr-(fieldset|\w+-group|input|select)--(valid|info)/,
  // Rich radio buttons and tables outside DSFR's present markup.
  /\.fr-radio-rich/, /\.fr-table>/, /\.fr-table__shadow|\.fr-cell--|\.fr-table--(caption-bottom|no-scroll|lg|sm|xs|bordered|no-caption)/,
  // Pictures and videos: the pages have none but their own SVG.
  /\.fr-artwork|\.fr-responsive-|\.fr-ratio|\.fr-fluid-img|\.fr-(card|tile)__(img|vid|pictogram)|\.fr-content-media/,
  /^(audio|video|area|iframe)\b|contenteditable|type=(range|file|search|image|reset)\b/,
  // Names and markup kept by DSFR for older versions, and rendering engines that are gone.
  /fr-fi-/, /\.fr-fieldset__content/, /::-ms-/,
  // Breakpoints and variants of the grid and of texts that nothing uses.
  /\.fr-col-offset-/, /\.fr-col-(sm|xl)-/, /\.fr-container-|\.fr-grid-row-(sm|md|lg|xl)/, /\.fr-(sr-only|hidden|unhidden|displayed)-(sm|xl)\b/,
  /\.fr-hr-or/, /\.fr-display-(lg|xl)|\.fr-display--(lg|xl)/,
];

/** Left out of the core only: with no script to open it, a collapsed content would stay hidden. */
const UNUSED_IN_CORE = [/\.fr-collapse/];

const SPACING = /\.fr-[mp]([trblxy]?)-((?:first|sm|md|lg|xl)-)?(n?(?:\d+[vw]?|auto))$/;
const SPACING_SIZES = new Set(['0', 'auto', '1v', '1w', '3v', '2w', '3w', '4w', '5w', '6w', '8w', '9w', '12w']);
const SPACING_SIZES_AT_SIDES = new Set(['0', 'auto', '1v', '1w', '2w', '3w', '4w']);
const SPACING_SIZES_FROM_MD = new Set(['0', '2w', '3w', '4w', '6w', '8w', '9w', '12w']);

function isUsedSpacing(side, breakpoint, size) {
  const atSides = /[lrx]/.test(side);
  if (breakpoint === undefined) return (atSides ? SPACING_SIZES_AT_SIDES : SPACING_SIZES).has(size);
  return breakpoint === 'md-' && !atSides && SPACING_SIZES_FROM_MD.has(size);
}

/** Whether a selector of DSFR stays. */
export function isUsed(selector, sheet) {
  const plain = withoutNegations(selector);
  const [, side, breakpoint, size] = plain.match(SPACING) ?? [];
  if (size !== undefined) return isUsedSpacing(side, breakpoint, size);
  const unused = sheet === 'core' ? [...UNUSED, ...UNUSED_IN_CORE] : UNUSED;
  return !unused.some((pattern) => pattern.test(plain));
}

/** `.fr-btn:not(.fr-btn--close)` is about `.fr-btn`. */
function withoutNegations(selector) {
  let plain = selector;
  for (let start = plain.indexOf(':not('); start >= 0; start = plain.indexOf(':not(')) {
    let end = start + 5;
    for (let depth = 1; depth > 0; end++) depth += { '(': 1, ')': -1 }[plain[end]] ?? 0;
    plain = plain.slice(0, start) + plain.slice(end);
  }
  return plain;
}
